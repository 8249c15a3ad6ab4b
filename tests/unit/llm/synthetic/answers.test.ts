import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { requestStages, type RequestLabel } from '../../../../src/core/ports.ts';
import { answerSynthetic } from '../../../../src/llm/synthetic/answers.ts';
import { syntheticSeeds } from '../../../../src/llm/synthetic/seeds.ts';
import { syntheticTask } from '../../../../src/llm/synthetic/task.ts';
import { extractCode, extractJson, extractSuite } from '../../../../src/replies/index.ts';
import { clientOf, offline, requestFor } from '../helpers.ts';

const seed = 5;
const ask = (stage: RequestLabel['stage'], index: number, sample = 0) =>
  answerSynthetic({ stage, seed: `t/${index}`, sample }, { seed });
const hundred = Array.from({ length: 100 }, (_, index) => index);

describe('answerSynthetic', () => {
  property.prop([fc.constantFrom(...requestStages), fc.nat(), fc.nat(3000)])(
    'answers every request, and the same one always alike',
    (stage, index, sample) => {
      const label = { stage, seed: `t/${index}`, sample };
      expect(answerSynthetic(label, { seed }).content).not.toBe('');
      expect(answerSynthetic(label, { seed })).toEqual(answerSynthetic(label, { seed }));
    },
  );

  test('gives tasks as JSON, but for a few replies that hold none', () => {
    const found = hundred.map((index) => extractJson(ask('task', index).content));
    const right = found.filter((one) => one.ok).length;
    expect(right).toBeGreaterThan(92);
    expect(right).toBeLessThan(100);
    const first = found.findIndex((one) => one.ok);
    expect(found[first]).toMatchObject({ value: { entry_point: syntheticTask(`t/${first}`, seed).entryPoint } });
  });

  test('gives right and wrong solutions that can be read, and a few that cannot', () => {
    const codes = hundred.map((index) => extractCode(ask('solve', index, 1).content, { language: 'ts' }));
    expect(codes.filter((code) => code.ok).length).toBeGreaterThan(93);
    expect(new Set(hundred.map((sample) => ask('solve', 1, sample).content)).size).toBeGreaterThan(4);
  });

  test('gives suites that can be read', () => {
    expect(hundred.every((index) => extractSuite(ask('tests', index).content).ok)).toBe(true);
  });

  test('gives suites of different strength, most of them strong', () => {
    const suites = hundred.map((index) => ask('tests', index).content);
    const strong = suites.filter((suite) => suite.includes('fc.assert')).length;
    expect(strong).toBeGreaterThan(70);
    expect(strong).toBeLessThan(95);
  });

  test('finds most evolutions of use, and some faults', () => {
    const verdicts = hundred.map((index) => extractJson(ask('eliminate', index).content));
    const kept = verdicts.filter((one) => one.ok && (one.value as { verdict: string }).verdict === 'keep');
    expect(kept.length).toBeGreaterThan(85);
    const critiques = new Set(hundred.map((index) => ask('critique', index, 1000).content));
    expect(critiques.size).toBe(2);
  });

  test('is served over HTTP', async () => {
    const { url } = await offline({ seed }, 'synthetic');
    const client = clientOf(url);
    for (const stage of ['task', 'solve', 'tests', 'describe'] as const) {
      const label = { stage, seed: 't/1+deepen', sample: 0 };
      expect(await client.complete(requestFor({ label }))).toMatchObject({
        ok: true,
        value: { content: answerSynthetic(label, { seed }).content, model: 'winnow-offline-synthetic' },
      });
    }
  });
});

describe('syntheticSeeds', () => {
  test('have ids of their own, over topics and difficulties', () => {
    const seeds = syntheticSeeds(50);
    expect(new Set(seeds.map(({ id }) => id)).size).toBe(50);
    expect(new Set(seeds.map(({ topic }) => topic)).size).toBe(12);
    expect(seeds.every(({ id, topic }) => id.startsWith(`${topic}/`))).toBe(true);
  });
});
