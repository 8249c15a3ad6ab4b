import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../../src/verify/candidate.ts';
import { mutationScore } from '../../../../src/verify/mutants/score.ts';
import { sharedSandbox } from '../../../sandbox/harness.ts';

const sandbox = sharedSandbox();
const limits = { cpuMs: 1000, memoryMb: 64, outputKb: 64 };

const solution = `export function clamp(x: number, low: number, high: number): number {
  if (x < low) return low;
  if (x > high) return high;
  return x;
}`;

function candidate(...lines: readonly string[]): Candidate {
  const suite = `import { expect, test } from 'vitest';\nimport { clamp } from './solution';\ntest('it', () => { ${lines.join('; ')} });`;
  return { solution, suite, seed: 1 };
}

const strong = candidate(
  'expect(clamp(0, 1, 3)).toBe(1)',
  'expect(clamp(9, 1, 3)).toBe(3)',
  'expect(clamp(2, 1, 3)).toBe(2)',
);

async function scored(given: Candidate, most?: number) {
  const outcome = await mutationScore(sandbox(), given, { limits, ...(most !== undefined && { most }) });
  if (!outcome.ok) throw new Error(outcome.fault.message);
  if (outcome.value.kind !== 'scored') throw new Error(outcome.value.because);
  return outcome.value;
}

describe('the mutation score', () => {
  test('counts what a suite notices, and lists what it does not', async () => {
    const { survived, ...score } = await scored(strong);
    expect(survived.map(({ original, replacement }) => `${original} → ${replacement}`)).toEqual([
      'x < low → x <= low',
      'x > high → x >= high',
    ]);
    expect(score).toEqual({
      kind: 'scored',
      isolation: 'realms-used-in-turn',
      total: 9,
      killed: 7,
      stopped: 0,
      uncovered: [],
      sampled: 0,
      unjudged: 0,
      score: 0.778,
      acceptedStubs: [],
    });
  });

  test('is lower for a weaker suite, and says what was not reached', async () => {
    const weak = await scored(candidate('expect(clamp(0, 1, 3)).toBe(1)'));
    expect(weak.score).toBeLessThan((await scored(strong)).score ?? 0);
    expect(weak.uncovered.map(({ line }) => line)).toContain(3);
  });

  test('is the same each time', async () => {
    expect(await scored(strong)).toEqual(await scored(strong));
  });

  test('judges no more mutants than it may', async () => {
    const { killed, survived, sampled } = await scored(strong, 4);
    expect([killed + survived.length, sampled]).toEqual([4, 5]);
  });

  test('has nothing to say of a solution that fails, or is no program', async () => {
    const wrong = await mutationScore(sandbox(), candidate('expect(clamp(0, 1, 3)).toBe(0)'), { limits });
    expect(wrong).toMatchObject({ ok: true, value: { kind: 'unscored', because: expect.stringContaining('it') } });
    const broken = await mutationScore(sandbox(), { ...strong, solution: 'export {' }, { limits });
    expect(broken).toMatchObject({ ok: true, value: { kind: 'unscored' } });
  });

  test('passes a fault of the sandbox on', async () => {
    const fault = { code: 'closed', retryable: false, message: 'closed' };
    const closed = { submit: () => Promise.resolve({ ok: false, fault } as const) };
    expect(await mutationScore(closed, strong, { limits })).toEqual({
      ok: false,
      fault: { boundary: 'sandbox', ...fault },
    });
  });
});
