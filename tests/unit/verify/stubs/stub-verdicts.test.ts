import { describe, expect, test } from 'vitest';
import { type StubVerdicts, stubVerdicts } from '../../../../src/verify/stubs/stub-verdicts.ts';
import { sharedSandbox } from '../../../sandbox/harness.ts';

const sandbox = sharedSandbox();
const limits = { cpuMs: 1000, memoryMb: 64, outputKb: 64 };

async function verdicts(solution: string, body: string): Promise<StubVerdicts> {
  const suite = `import { expect, test } from 'vitest';\nimport * as s from './solution';\ntest('it', async () => { ${body} });`;
  const outcome = await stubVerdicts(sandbox(), { solution, suite, seed: 1 }, limits);
  if (!outcome.ok) throw new Error(outcome.fault.message);
  return outcome.value;
}

const isEven = 'export const isEven = (n: number): boolean => n % 2 === 0;';

describe('stubs', () => {
  test.each<[body: string, accepted: readonly string[]]>([
    ['expect(s.isEven(2)).toBe(true); expect(s.isEven(3)).toBe(false)', []],
    ['expect(s.isEven(2)).toBe(true)', ['true']],
    ['expect(typeof s.isEven(2)).toBe("boolean")', ['true', 'false']],
    [
      'expect(() => s.isEven(2)).not.toThrow()',
      ['undefined', 'true', 'false', 'zero', 'empty-text', 'empty-list', 'argument'],
    ],
  ])('are told apart by %s', async (body, accepted) => {
    expect(await verdicts(isEven, body)).toEqual({ kind: 'judged', accepted });
  });

  test('are all accepted by a suite that calls nothing', async () => {
    const { accepted } = { accepted: [], ...(await verdicts(isEven, 'expect(s.isEven).toBeTypeOf("function")')) };
    expect(accepted).toHaveLength(8);
  });

  test('stand in for methods, async functions and functions in objects, whose first argument they may give back', async () => {
    const solution = `export class Box { constructor(private held = 1) {} get(or: number): number { return this.held; } }
export async function later(x: number): Promise<number> { return x; }
export const tools = { same(x: number): number { return x; } };`;
    expect(await verdicts(solution, 'expect(new s.Box().get(5)).toBe(1)')).toEqual({ kind: 'judged', accepted: [] });
    const identity = 'expect(await s.later(3)).toBe(3); expect(s.tools.same(4)).toBe(4)';
    expect(await verdicts(solution, identity)).toEqual({ kind: 'judged', accepted: ['argument'] });
  });

  test('that throw pass where only errors are asked for', async () => {
    const solution = 'export function check(x: number): void { if (x < 0) throw new Error("no"); }';
    expect(await verdicts(solution, 'expect(() => s.check(-1)).toThrow()')).toEqual({
      kind: 'judged',
      accepted: ['throw'],
    });
  });

  test('are not judged where the solution fails', async () => {
    expect(await verdicts(isEven, 'expect(s.isEven(1)).toBe(true)')).toMatchObject({ kind: 'unjudged' });
  });
});
