import { describe, expect, test } from 'vitest';
import type { ProbeInputs } from '../../../../src/verify/behaviour/behaviour.ts';
import { equivalentMutants } from '../../../../src/verify/equivalence/equivalent-mutants.ts';
import { instrument } from '../../../../src/verify/mutants/instrument.ts';
import { sharedSandbox } from '../../../sandbox/harness.ts';

const sandbox = sharedSandbox();
const options = { limits: { cpuMs: 1000, memoryMb: 64, outputKb: 64 }, runs: 100, seed: 1 };
const integers: ProbeInputs = { arbitrary: 'fc.tuple(fc.integer({ min: -9, max: 9 }))', examples: [] };
const lists: ProbeInputs = { arbitrary: 'fc.tuple(fc.array(fc.integer({ min: -9, max: 9 })))', examples: [] };

/** Every mutant of a solution that is taken for equivalent, as `original → replacement`. */
async function equivalents(solution: string, inputs: ProbeInputs, entryPoint = 'f'): Promise<readonly string[]> {
  const instrumented = await instrument(solution, { language: 'ts' });
  if (instrumented.kind !== 'instrumented') throw new Error(instrumented.message);
  const ids = instrumented.mutants.map(({ id }) => id);
  const candidate = { solution, suite: '', seed: 1, entryPoint };
  const found = await equivalentMutants(sandbox(), candidate, { ...options, inputs, ids });
  if (!found.ok) throw new Error(found.fault.message);
  return instrumented.mutants
    .filter(({ id }) => found.value.has(id))
    .map(({ original, replacement }) => `${original} → ${replacement}`);
}

describe('equivalent mutants', () => {
  test('are those that no input tells from the solution', async () => {
    const clamp = 'export function f(x: number): number {\n  if (x < 0) return 0;\n  return x;\n}';
    expect(await equivalents(clamp, integers)).toEqual(['x < 0 → x <= 0']);
  });

  test('are estimated: what only unseen inputs tell apart is among them', async () => {
    const limited = 'export const f = (x: number): number => (x > 1000 ? 1000 : x);';
    expect(await equivalents(limited, integers)).toContain('x > 1000 → false');
  });

  test('are not among those that no input reaches', async () => {
    const strict =
      'export const f = (x: number): number => {\n  if (x > 99) {\n    return x + 1;\n  }\n  return x;\n};';
    const found = await equivalents(strict, integers);
    expect(found).toContain('x > 99 → x >= 99');
    expect(found).not.toContain('x + 1 → x - 1');
  });

  test('leave the arguments as they are left', async () => {
    const solution = 'export function f(xs: number[]): void {\n  xs.push(xs.length + 1);\n}';
    expect(await equivalents(solution, lists)).toEqual([]);
  });

  test('are told from those that do not come to an end', async () => {
    const loop = 'export function f(x: number): number {\n  let n = 0;\n  while (n * n < x) n++;\n  return n;\n}';
    expect(await equivalents(loop, integers)).toEqual([]);
  });

  test('throw the same errors', async () => {
    const solution =
      "export function f(x: number): number {\n  if (x < 0) throw new RangeError('below zero');\n  return x;\n}";
    expect(await equivalents(solution, integers)).toEqual([]);
  });

  test('settle to the same value where there are promises', async () => {
    const solution =
      'export async function f(x: number): Promise<number> {\n  await new Promise((go) => setTimeout(go, 5));\n  return Math.abs(x) < 0 ? 1 : x;\n}';
    const found = await equivalents(solution, integers);
    expect(found).toContain('Math.abs(x) < 0 → false');
    expect(found).not.toContain('Math.abs(x) < 0 → true');
  });

  test('of a class behave alike in every scenario', async () => {
    const solution =
      'export class Counter {\n  #n = 0;\n  add(x: number): number {\n    if (x < 0) x = -x;\n    this.#n += x;\n    return this.#n;\n  }\n}';
    const step = "fc.integer({ min: -9, max: 9 }).map((n) => ['call', 'add', [n]])";
    const arbitrary = `fc.array(${step}, { maxLength: 3 }).map((steps) => [['new', []], ...steps])`;
    const found = await equivalents(solution, { arbitrary, examples: [], kind: 'scenarios' }, 'Counter');
    expect(found).toEqual(['x < 0 → x <= 0']);
  });

  test.each([
    ['is no function', 'export const f = 1 + 1;'],
    ['does not end', 'export function f(x: number): number {\n  while (x > 0) x += 0;\n  return x;\n}'],
    ['is no program', 'export const f = 1 +'],
  ])('are not looked for where the solution %s', async (_, solution) => {
    const candidate = { solution, suite: '', seed: 1, entryPoint: 'f' };
    const limits = { ...options.limits, cpuMs: 200 };
    const found = await equivalentMutants(sandbox(), candidate, {
      ...options,
      limits,
      inputs: integers,
      ids: ['0', '1'],
    });
    expect(found.ok && found.value.size).toBe(0);
  });

  test('cost nothing where none are asked for', async () => {
    const idle = { submit: () => Promise.reject(new Error('no job was to be submitted')) };
    const candidate = { solution: 'export const f = 1;', suite: '', seed: 1, entryPoint: 'f' };
    const found = await equivalentMutants(idle, candidate, { ...options, inputs: integers, ids: [] });
    expect(found.ok && found.value.size).toBe(0);
  });
});
