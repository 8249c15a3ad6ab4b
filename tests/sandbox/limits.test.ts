import { expect, test } from 'vitest';
import { job, reportOf, sharedSandbox, testsOf } from './harness.ts';

const sandbox = sharedSandbox();
const limits = { cpuMs: 300, memoryMb: 64, outputKb: 16 };
const suite =
  "import { expect, test } from 'vitest'; import { f } from './solution'; test('t', async () => expect(await f()).toBe(1));";

async function report(body: string, cpuMs = limits.cpuMs) {
  const solution = `export function f() { ${body} }`;
  const outcome = await sandbox().submit(job({ solution, suite, limits: { ...limits, cpuMs } }));
  const honest = await sandbox().submit(job({ solution: 'export function f() { return 1; }', suite, limits }));
  expect(testsOf(honest)).toEqual([{ name: 't', outcome: 'passed' }]);
  return reportOf(outcome);
}

test.each([
  ['a loop', 'for (;;);'],
  ['a loop in promise reactions', 'const again = () => void Promise.resolve().then(again); again(); return 1;'],
  ['a loop that swallows what is thrown', 'for (;;) try { for (;;); } catch {} finally { for (;;); }'],
  ['a pattern that backtracks', "return /^(a+)+$/.test('a'.repeat(50) + 'b');"],
  ['a native loop that ignores time-outs', 'return [].indexOf.call({ length: 2 ** 53 - 1 }, 1);'],
  ['an error whose message never comes', 'throw { get message() { for (;;); } };'],
  [
    'a rejection whose reason never comes',
    'Promise.reject({ get message() { for (;;); }, get stack() { for (;;); } }); return 1;',
  ],
])(
  '%s is stopped for its CPU time',
  async (_name, body) => {
    expect(await report(body)).toMatchObject({ kind: 'stopped', limit: 'cpu' });
  },
  30_000,
);

test.each([
  ['one huge array', 'return Array.from({ length: 1e9 });'],
  ['a growing list of strings', 'const all = []; for (;;) all.push("x".repeat(1e6).split(""));'],
  ['a split that V8 cannot size', "return 'x'.padStart(5e8, 'ab').split('');"],
])(
  '%s is stopped for its memory',
  async (_name, body) => {
    expect(await report(body, 10_000)).toMatchObject({ kind: 'stopped', limit: 'memory' });
  },
  30_000,
);

test('a parser that overflows the stack is a crash of its candidate alone', async () => {
  expect(await report(`return ${'('.repeat(100_000)}`)).toEqual({ kind: 'stopped', side: 'unknown', limit: 'crash' });
}, 30_000);

test('shared and resizable memory is not there', async () => {
  const names =
    '[typeof WebAssembly, typeof SharedArrayBuffer, typeof Atomics, typeof new ArrayBuffer(1, { maxByteLength: 9 }).resize].join()';
  const body = `return ${names} === 'undefined,undefined,undefined,undefined' ? 1 : 0;`;
  expect(await report(body)).toMatchObject({ kind: 'ran', tests: [{ outcome: 'passed' }] });
});

test('printing is kept up to the limit and harms nobody', async () => {
  const found = await report("for (let i = 0; i < 5000; i++) console.log('line', i, { a: 1 }); return 1;");
  expect(found).toMatchObject({ kind: 'ran', tests: [{ outcome: 'passed' }] });
  if (found.kind !== 'ran') return;
  expect(found.console.slice(0, 16)).toBe('line 0 [object]\n');
  expect(found.console).toHaveLength(16 * 1024);
});

test('a long message is cut, and a report beyond the limit is stopped', async () => {
  const long = await report("return 'x'.repeat(1e6);");
  expect(long).toMatchObject({ kind: 'ran', tests: [{ outcome: 'failed' }] });
  expect(JSON.stringify(long).length).toBeLessThan(5000);
  const many = "import { test } from 'vitest'; for (let i = 0; i < 1000; i++) test('x'.repeat(100) + i, () => {});";
  expect(reportOf(await sandbox().submit(job({ suite: many, limits })))).toMatchObject({
    kind: 'stopped',
    limit: 'output',
  });
});
