import { fc, test as property } from '@fast-check/vitest';
import { compileFunction } from 'node:vm';
import { transformSync } from 'oxc-transform';
import { afterAll, describe, expect, test } from 'vitest';
import { bundled } from '../../../../src/config/bundled.ts';
import { operators } from '../../../../src/core/operator.ts';
import { minhash } from '../../../../src/curate/minhash.ts';
import { normalisedTokens } from '../../../../src/curate/tokens.ts';
import { openNeighbours } from '../../../../src/neighbours/open-neighbours.ts';
import { programOf, runnable, type ProgramOptions } from '../../../../src/llm/synthetic/program.ts';
import { suiteOf } from '../../../../src/llm/synthetic/suite.ts';
import { syntheticTask, type SyntheticTask } from '../../../../src/llm/synthetic/task.ts';
import { openTypeChecker } from '../../../../src/typecheck/checker.ts';

const keys = Array.from({ length: 150 }, (_, index) => `t/${index}`);
const tasks = keys.map((key) => syntheticTask(key, 7));

/** The entry point of a program of the module kind. */
function entryOf(task: SyntheticTask, options: ProgramOptions): (input: unknown) => unknown {
  const { code } = transformSync('solution.ts', programOf(task, options));
  const plain = code.replaceAll(/^export /gmu, '');
  return compileFunction(`${plain}\nreturn ${task.entryPoint};`)() as (input: unknown) => unknown;
}

describe('a synthetic task', () => {
  test('is solved the same in both styles, on inputs of its own', () => {
    for (const task of tasks) {
      const [functional, imperative] = (['functional', 'imperative'] as const).map((style) => entryOf(task, { style }));
      for (const { input, result } of task.examples) {
        const own = structuredClone(input);
        expect([task.statement, functional?.(own)]).toEqual([task.statement, result]);
        expect([task.statement, imperative?.(own)]).toEqual([task.statement, result]);
        expect(own).toEqual(input);
      }
    }
  });

  test('has mistakes that show, in nearly every case', () => {
    for (const task of tasks) {
      for (const slip of task.slips) {
        const wrong = runnable(task.steps, slip);
        const isShown = task.examples.some(({ input, result }) => {
          const own = structuredClone(input);
          return JSON.stringify(wrong(own)) !== JSON.stringify(result) || JSON.stringify(own) !== JSON.stringify(input);
        });
        expect(isShown).toBe(true);
      }
    }
    expect(tasks.filter(({ slips }) => slips.length > 0).length).toBeGreaterThan(tasks.length * 0.95);
  });

  test('has a statement of 60 to 340 words with two of its examples', () => {
    for (const { statement, entryPoint } of tasks) {
      const words = statement.split(/\s+/u).length;
      expect(words).toBeGreaterThanOrEqual(60);
      expect(words).toBeLessThanOrEqual(340);
      expect(statement.split(`\`${entryPoint}(`).length).toBe(4);
    }
  });

  test('is the same in every process, and another one for another seed', () => {
    const again = syntheticTask('t/0', 7);
    expect(again.statement).toBe(tasks[0]?.statement);
    expect(syntheticTask('t/0', 8).statement).not.toBe(again.statement);
  });

  property.prop([fc.nat(), fc.array(fc.constantFrom(...operators), { minLength: 1, maxLength: 3 })])(
    'becomes another one by every operator',
    (base, chain) => {
      const key = `t/${base}`;
      const before = syntheticTask([key, ...chain.slice(0, -1)].join('+'), 1);
      const after = syntheticTask([key, ...chain].join('+'), 1);
      expect(after.statement).not.toBe(before.statement);
    },
  );

  test('is no near-duplicate of others but for a few', () => {
    const texts = Array.from({ length: 400 }, (_, at) => {
      const code = programOf(syntheticTask(`n/${at}`, 3), { style: 'functional' });
      return { id: String(at), note: '', signature: minhash(normalisedTokens(code)) };
    });
    const linked = openNeighbours(':memory:').link(texts, 0.7);
    expect(linked.filter(({ length }) => length === 0).length / texts.length).toBeGreaterThan(0.9);
  });
});

describe('the code of a synthetic task', () => {
  const checker = openTypeChecker({ home: bundled.root, packages: [] });
  afterAll(() => checker.close());

  test('passes a strict type check, its suites included', async () => {
    const jobs = tasks.flatMap((task) =>
      (['functional', 'imperative'] as const).map((style) => ({
        solution: programOf(task, { style }),
        suite: suiteOf(task, style === 'functional' ? 'strong' : 'weak'),
      })),
    );
    const outcomes = await checker.check(jobs);
    for (const [index, outcome] of outcomes.entries()) {
      expect([jobs[index]?.solution, outcome]).toEqual([jobs[index]?.solution, { ok: true, value: [] }]);
    }
  });
});
