/** A program that tries to get out, to stop the machine, or to grade itself. */
export interface Attack {
  readonly name: string;
  readonly solution: string;
  readonly suite: string;
  /**
   * `held`: the suite looks for what must not be there, and passes. `refuted`: a wrong answer is still seen to be one.
   * `stopped`: it is ended from outside.
   */
  readonly ends: 'held' | 'refuted' | 'stopped';
}

const asks = (expectation: string): string =>
  `import { expect, test } from 'vitest';\nimport { f } from './solution';\ntest('f', async () => { ${expectation} });\n`;
const isFour = asks('expect(await f()).toBe(4);');

/** Ten of the kinds that `tests/sandbox/attacks` has more of. */
export const attacks: readonly Attack[] = [
  {
    name: 'escape by a constructor',
    solution: `export const f = () => Function('return [typeof require, typeof fetch, typeof process.binding, Object.keys(process.env).length].join()')();`,
    suite: asks(`expect(f()).toBe('undefined,undefined,undefined,0');`),
    ends: 'held',
  },
  {
    name: 'import of the file system',
    solution: `export const f = () => import('node:' + 'fs').then(() => 'in', () => 'out');`,
    suite: asks(`expect(await f()).toBe('out');`),
    ends: 'held',
  },
  {
    name: 'memory that nobody counts',
    solution: `export const f = () => ['WebAssembly', 'SharedArrayBuffer', 'Atomics'].filter((name) => name in globalThis).join();`,
    suite: asks(`expect(f()).toBe('');`),
    ends: 'held',
  },
  {
    name: 'an answer that equals everything',
    solution: `export const f = () => ({ asymmetricMatch: () => true, toString: () => '4', valueOf: () => 4 });`,
    suite: isFour,
    ends: 'refuted',
  },
  {
    name: 'a broken grader',
    solution: `Object.is = () => true; Array.prototype.push = () => 0; Error.prototype.toString = () => ''; export const f = () => 5;`,
    suite: isFour,
    ends: 'refuted',
  },
  { name: 'an endless loop', solution: `export const f = () => { for (;;); };`, suite: isFour, ends: 'stopped' },
  {
    name: 'a loop that ignores time-outs',
    solution: `export const f = () => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);`,
    suite: isFour,
    ends: 'stopped',
  },
  {
    name: 'all memory',
    solution: `export const f = () => { const kept: number[][] = []; for (;;) kept.push(Array(1e6).fill(1)); };`,
    suite: isFour,
    ends: 'stopped',
  },
  {
    name: 'a crash of the engine',
    solution: `export const f = () => 'x'.padStart(5e8, 'ab').split('');`,
    suite: isFour,
    ends: 'stopped',
  },
  {
    name: 'a regular expression without end',
    solution: `export const f = () => /^(a+)+$/.test('a'.repeat(40) + 'b');`,
    suite: isFour,
    ends: 'stopped',
  },
];
