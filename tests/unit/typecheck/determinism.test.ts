import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TypeCheckJob } from '../../../src/core/ports.ts';
import { sharedChecker } from './helpers.ts';

const checker = sharedChecker();
const awaited = (depth: number): string =>
  `export type A = Awaited<${'Promise<'.repeat(depth)}number${'>'.repeat(depth)}>; export const a: A = 1;`;
const computed = (depth: number): string =>
  `type P<N extends number, R extends 1[] = [], T = number> = R['length'] extends N ? T : P<N, [...R, 1], Promise<T>>;
export const a: Awaited<P<${depth}>> = 1;`;

/** Candidates whose diagnostics could tell about their place or their company. */
const pool: readonly TypeCheckJob[] = [
  { solution: 'export const a = 1;' },
  {
    solution:
      'export type U = "b" | "a" | 1; export const u: U = "c" as string; export const v: "a" | "b" = "z" as "z" | "y";',
  },
  {
    solution:
      'export type U = 1 | "a" | "b"; export const u: U = 2 as 2 | 1; export const w: "y" | "z" = "b" as "b" | "a";',
  },
  {
    solution:
      'export class K { a = 1 } export const k: Set<K> | Map<K, string> | K[] = 1; export const l: { k: K; s: string } = new K();',
  },
  {
    solution:
      'export class K { b = "" } export const k: K[] | Map<string, K> | Set<K> = ""; export const l: K = { b: 1 };',
  },
  {
    solution: 'export class K { private p = 1 }\nexport const make = (): K => new K();',
    suite:
      "import * as all from './solution';\nimport * as vitest from 'vitest';\nall.foo(); vitest.foo(); const n: number = all.make(); const o: all.K = { p: 1 };",
  },
  {
    solution: 'export const f = (a: number, b?: string): { a: number; b: string | undefined } => ({ a, b });',
    suite:
      "import { expect, test } from 'vitest';\nimport fc from 'fast-check';\nimport { f } from './solution';\ntest('f', () => { expect(f('1')).toBee(1); fc.assert(fc.property(fc.integer(), (s: string) => f(s) === 1)); });",
  },
  {
    solution: 'export const g = <T extends object>(a: T): keyof T => Object.keys(a)[0];',
    suite:
      "import { test, fc } from '@fast-check/vitest';\nimport { g } from './solution';\ntest.prop([fc.record({ a: fc.string() })])('g', (r) => { const n: 'b' = g(r); });",
  },
  {
    solution:
      'export const even = (n) => (n === 0 ? true : odd(n - 1));\nexport const odd = (n) => (n === 0 ? false : even(n - 1));',
  },
  {
    solution:
      'type Deep<T> = { [K in keyof T]: Deep<Deep<T[K]>> }; export const d: Deep<{ a: { b: 1 } }> = { a: { b: "" } };',
  },
  {
    solution:
      'type Count<N extends number, A extends 1[] = []> = A["length"] extends N ? A : Count<N, [...A, 1]>;\nexport const c: Count<1200>["length"] = 1;',
  },
  {
    solution:
      'type Grow<S extends string> = S extends `${infer H}${infer T}` ? Grow<`${T}${H}${H}`> : S;\nexport const s: Grow<"ab"> = 1;',
  },
  {
    solution: `export const wide = { ${Array.from({ length: 40 }, (_, n) => `property${n}: ${n}`).join(', ')} };\nexport const n: number = wide; export const p: typeof wide = {};`,
  },
  {
    solution: 'function add(a: number, b: number) { return a + b; }',
    suite: "describe('add', () => { it('adds', () => { expect(add('1')).toBe(x); }); });",
  },
  {
    solution:
      'declare global { interface Array<T> { leaked: T } var leaked: string }\nexport const a: number = [""].leaked + leaked;',
  },
  { solution: 'export const a: string = [1].leaked + leaked; // @ts-ignore\nexport const b: string = 1;' },
  {
    solution: "import { h } from './lib/h';\nexport const a: string = h;",
    files: { 'lib/h.ts': 'export const h = 1;\nexport const i: string = h;' },
  },
  { solution: "import { h } from './lib/h';\nexport const a: string = h;" },
  ...[45, 90, 110].flatMap((depth) => [{ solution: awaited(depth) }, { solution: computed(depth) }]),
  { solution: 'export const a = {', suite: 'export const b = 1 +' },
  { solution: '/** @type {string} */\nexport const a = 1;', language: 'js' },
];

test('a candidate gets the same diagnostics whatever its neighbours, its slot and what was checked before', async () => {
  const alone: unknown[] = [];
  for (const job of pool) alone.push((await checker.check([job]))[0]);
  expect(alone.filter((checked) => JSON.stringify(checked).includes('"code"')).length).toBeGreaterThan(15);
  expect(JSON.stringify(alone)).not.toContain('/winnow');
  const batch = fc.array(fc.nat({ max: pool.length - 1 }), { minLength: 1, maxLength: 40, size: 'max' });
  await fc.assert(
    fc.asyncProperty(batch, async (places) => {
      const jobs = places.map((place) => pool[place] ?? { solution: '' });
      expect(await checker.check(jobs)).toEqual(places.map((place) => alone[place]));
    }),
    { numRuns: 8, seed: 42, endOnFailure: true },
  );
});
