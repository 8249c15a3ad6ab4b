import { describe, expect, test } from 'vitest';
import { minimalSuite, type MinimalSuiteOptions } from '../../../../src/verify/minimal-suite/minimal-suite.ts';
import { sharedSandbox } from '../../../sandbox/harness.ts';

const sandbox = sharedSandbox();
const limits = { cpuMs: 1000, memoryMb: 64, outputKb: 64 };

const clamp = `export function clamp(x: number, low: number, high: number): number {
  if (x < low) return low;
  if (x > high) return high;
  return x;
}`;

const head = "import { expect, test } from 'vitest';\nimport { clamp } from './solution';";

function suiteOf(...tests: readonly string[]): string {
  return `${[head, ...tests].join('\n')}\n`;
}

const [below, above, between, all] = [
  "test('below', () => expect(clamp(0, 1, 3)).toBe(1));",
  "test('above', () => expect(clamp(9, 1, 3)).toBe(3));",
  "test('between', () => expect(clamp(2, 1, 3)).toBe(2));",
  "test('all', () => expect([clamp(0, 1, 3), clamp(9, 1, 3), clamp(2, 1, 3)]).toEqual([1, 3, 2]));",
];

async function minimal(suite: string, options: Partial<MinimalSuiteOptions> = {}, solution = clamp) {
  const candidate = { solution, suite, seed: 1 };
  const outcome = await minimalSuite(sandbox(), candidate, { limits, most: 60, ...options });
  if (!outcome.ok) throw new Error(outcome.fault.message);
  return outcome.value;
}

describe('a minimal suite', () => {
  test('has no test whose kills another one makes too', async () => {
    expect(await minimal(suiteOf(below, above, between, between.replace('between', 'again')))).toEqual({
      kind: 'reduced',
      tests: suiteOf(below, above, between),
      kept: 3,
      of: 4,
    });
  });

  test('has the earlier of two tests that do the same', async () => {
    expect(await minimal(suiteOf(all, above, between))).toEqual({
      kind: 'reduced',
      tests: suiteOf(all),
      kept: 1,
      of: 3,
    });
  });

  test('keeps what refutes a wrong solution, though it kills no mutant that others do not', async () => {
    const far = "test('far', () => expect(clamp(1000, 1, 3)).toBe(3));";
    const wrong = clamp.replace('if (x > high)', 'if (x > high && x < 999)');
    const suite = suiteOf(all, far);
    expect(await minimal(suite)).toMatchObject({ tests: suiteOf(all), kept: 1 });
    expect(await minimal(suite, { refuted: [{ solution: wrong, by: 'far' }] })).toMatchObject({
      tests: suite,
      kept: 2,
      of: 2,
    });
  });

  test('is not found where it would not refute a wrong solution that fails who knows where', async () => {
    const far = "test('far', () => expect(clamp(1000, 1, 3)).toBe(3));";
    const wrong = clamp.replace('if (x > high)', 'if (x > high && x < 999)');
    const refuted = [{ solution: wrong, by: '(uncaught error)' }];
    expect((await minimal(suiteOf(all, far), { refuted })).kind).toBe('irreducible');
  });

  test('is the full one where that has but one test', async () => {
    expect(await minimal(suiteOf(all))).toEqual({ kind: 'reduced', tests: suiteOf(all), kept: 1, of: 1 });
  });

  test('still stops what does not come to an end', async () => {
    const solution = `export function clamp(x: number, low: number, high: number): number {
  let n = x;
  while (n < low) n++;
  while (n > high) n--;
  return n;
}`;
    const reduced = await minimal(suiteOf(all, below, above, between), {}, solution);
    expect(reduced).toMatchObject({ tests: suiteOf(all), kept: 1, of: 4 });
  });

  test('is not found where tests depend on those before them', async () => {
    const first = "let last = 0;\ntest('first', () => { last = clamp(9, 1, 3); expect(last).toBe(3); });";
    const second = "test('second', () => { expect(last).toBe(3); expect(clamp(0, 1, 3)).toBe(1); });";
    expect((await minimal(suiteOf(first, second))).kind).toBe('irreducible');
  });

  test.each([
    ['is no program', 'test('],
    ['has no test', head],
    ['refutes nothing', suiteOf("test('a', () => {});", "test('b', () => {});")],
    ['does not accept the solution', suiteOf(below, below.replace('toBe(1)', 'toBe(2)'))],
  ])('is not found for one that %s', async (_, suite) => {
    expect((await minimal(suite)).kind).toBe('irreducible');
  });

  test('is the same each time', async () => {
    const suite = suiteOf(below, above, between, all);
    expect(await minimal(suite)).toEqual(await minimal(suite));
  });

  test('says so when the sandbox fails', async () => {
    const broken = {
      submit: () => Promise.resolve({ ok: false as const, fault: { code: 'closed', retryable: false, message: 'no' } }),
    };
    const candidate = { solution: clamp, suite: suiteOf(below, above), seed: 1 };
    expect(await minimalSuite(broken, candidate, { limits, most: 60 })).toMatchObject({ ok: false });
  });
});
