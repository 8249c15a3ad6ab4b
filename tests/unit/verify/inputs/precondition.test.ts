import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputsFor } from '../../../../src/verify/inputs/index.ts';

const request = {
  entryPoint: 'chunk',
  language: 'ts',
  statement: 'Cut a list into parts.',
  signature: 'export function chunk(list: number[], size: number): number[][];',
  solutions: [],
  suites: ["import { chunk } from './solution';\ntest('t', () => { expect(chunk([1, 2], 1)).toEqual([[1], [2]]); });"],
} as const;

function drawn(precondition?: string, suites: readonly string[] = request.suites): [number[], number][] {
  const inputs = inputsFor({ ...request, suites, ...(precondition !== undefined && { precondition }) });
  const sample = runInNewContext(`(fc) => fc.sample(${inputs?.arbitrary ?? ''}, { seed: 5, numRuns: 200 })`) as (
    fast: typeof fc,
  ) => [number[], number][];
  return sample(fc);
}

const isValid = ([list, size]: [number[], number]): boolean => list.length > 1 && size % 2 === 0;
const contract = '(list, size) => list.length > 1 && size % 2 === 0';

describe('inputs of a task with a precondition', () => {
  test('are valid, nearly all of them', () => {
    expect(drawn(contract).filter(isValid).length).toBeGreaterThan(190);
    expect(drawn(undefined).filter(isValid).length).toBeLessThan(150);
  });

  test('are drawn with no examples to go by, too', () => {
    expect(drawn(contract, []).filter(isValid).length).toBeGreaterThan(190);
  });

  test('are as they would be, where the precondition refuses everything, throws, or changes its arguments', () => {
    expect(drawn('() => false')).toHaveLength(200);
    expect(drawn('(list) => list.no.such')).toHaveLength(200);
    const emptied = drawn('(list, size) => { list.length = 0; return true; }');
    expect(emptied.some(([list]) => list.length > 0)).toBe(true);
  });
});
