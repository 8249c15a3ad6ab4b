import type { Expectation } from '../../tests/sandbox/attacks/expectation.ts';

export interface Hostile {
  readonly name: string;
  /** Declares `solve`, which is asked for `2 * x`. */
  readonly solution: string;
  readonly expectations: readonly Expectation[];
}

/** A cheap mixture of what goes wrong, and of what tries to. None of it is a right solution. */
export const hostiles: readonly Hostile[] = [
  {
    name: 'endless loop',
    solution: 'function solve(x) { for (;;) x++; }',
    expectations: ['timeout'],
  },
  {
    name: 'allocation bomb',
    solution: 'function solve(x) { const kept = []; for (;;) kept.push(new Array(1e5).fill(x)); }',
    expectations: ['memory', 'timeout'],
  },
  {
    name: 'stack overflow',
    solution: 'function solve(x) { return solve(x + 1) + 1; }',
    expectations: ['refuted'],
  },
  {
    name: 'tampering with prototypes',
    solution: `Object.prototype.toString = Array.prototype.push = Function.prototype.call = JSON.stringify = () => 42;
Object.defineProperty(Object.prototype, 'then', { get: () => undefined });
Number.prototype.valueOf = () => 42;
Object.is = () => true;
function solve(x) { return 2 * x + 1; }`,
    expectations: ['refuted'],
  },
  {
    name: 'flood of text',
    solution: `function solve(x) { for (let i = 0; i < 3000; i++) console.log('flood'.repeat(20)); return x; }`,
    expectations: ['refuted', 'output'],
  },
  {
    name: 'storm of promises',
    solution: `function solve(x) {
  for (let i = 0; i < 2000; i++) Promise.resolve(i).then((y) => Promise.reject(y)).catch(() => {});
  return x;
}`,
    expectations: ['refuted'],
  },
  {
    name: 'answers that pretend',
    solution: `function solve(x) {
  return { asymmetricMatch: () => true, valueOf: () => 2 * x, toString: () => String(2 * x), toJSON: () => 2 * x };
}`,
    expectations: ['refuted'],
  },
  {
    name: 'taking the tests away',
    solution: `globalThis.test = globalThis.it = globalThis.expect = () => {};
globalThis.console = { assert() {} };
throw new Error('no tests, please');`,
    expectations: ['refuted', 'malformed'],
  },
  {
    name: 'ending the process',
    solution: `function solve(x) {
  try { globalThis.process.exit(0); } catch {}
  throw { code: 0, [Symbol.for('fast-check/PreconditionFailure')]: true };
}`,
    expectations: ['refuted'],
  },
  {
    name: 'no JavaScript',
    solution: 'function solve(x) { return 2 * ; }',
    expectations: ['malformed'],
  },
];

export const hostileSuite = `import { expect, test } from 'vitest';
test('doubles', () => {
  for (const x of [3, 4, 5]) expect(solve(x)).toBe(2 * x);
});
test('doubles again', () => { expect([solve(7), solve(8)]).toEqual([14, 16]); });
`;
