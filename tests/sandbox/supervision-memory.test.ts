import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../sandbox/index.ts';
import { memoryPerChildMb, treeLimitMb } from '../../sandbox/pool/limits.ts';
import { job, outcomesOf } from './harness.ts';

const memoryMb = 64;
const concurrency = 2;
const bytesPerMb = 1024 * 1024;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await openSandbox({ concurrency });
});
afterAll(() => sandbox.close());

function residentMb(pid: number): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / bytesPerMb;
  } catch {
    return 0;
  }
}

/** The most that one child, and all of them, held while something was done. */
async function peaksDuring(
  work: () => Promise<unknown>,
): Promise<{ readonly childMb: number; readonly treeMb: number }> {
  const ownBefore = residentMb(process.pid);
  let childMb = 0;
  let treeMb = 0;
  const timer = setInterval(() => {
    const each = sandbox.pids().map(residentMb);
    childMb = Math.max(childMb, ...each);
    treeMb = Math.max(treeMb, residentMb(process.pid) - ownBefore + each.reduce((a, b) => a + b, 0));
  }, 1);
  await work();
  clearInterval(timer);
  return { childMb, treeMb };
}

test.each([
  ['one huge array that is filled', 'return Array(1e8).fill(0);'],
  ['buffers that are written to', 'const all = []; for (;;) all.push(new Uint8Array(new ArrayBuffer(1e7)).fill(1));'],
  ['typed arrays', 'const all = []; for (;;) all.push(new Float64Array(1e6).fill(1.5));'],
  ['a string that doubles', "let s = 'ab'; for (;;) { s += s; /c/.test(s); }"],
  ['strings taken apart', "const all = []; for (let i = 0; ; i++) all.push(('x' + i).repeat(1e7).split(''));"],
  ['a map that grows', 'const map = new Map(); for (let i = 0; ; i++) map.set(i, i);'],
  ['a number of many digits', 'let x = 3n; for (;;) x **= 2n;'],
  ['JSON of many items', "return JSON.parse('[' + '0,'.repeat(3e7) + '0]').length;"],
])(
  'memory stays under its stated limit with %s',
  async (_name, body) => {
    const suite =
      "import { expect, test } from 'vitest'; import { f } from './solution'; test('t', () => expect(f()).toBe(1));";
    const bomb = job({
      solution: `export function f() { ${body} }`,
      suite,
      limits: { cpuMs: 2000, memoryMb, outputKb: 64 },
    });
    const peaks = await peaksDuring(async () => {
      const outcomes = await Promise.all(Array.from({ length: concurrency }, () => sandbox.submit(bomb)));
      const told = outcomes.map((outcome) => outcome.ok && outcome.report.kind);
      expect(told.every((kind) => kind === 'stopped' || kind === 'ran')).toBe(true);
      expect(
        outcomes.flatMap((outcome) => (outcome.ok && outcome.report.kind === 'ran' ? outcome.report.tests : [])),
      ).not.toContainEqual(expect.objectContaining({ outcome: 'passed' }));
    });
    expect(peaks.childMb).toBeLessThan(memoryMb + memoryPerChildMb);
    expect(peaks.treeMb).toBeLessThan(treeLimitMb(concurrency, memoryMb));
    expect(outcomesOf(await sandbox.submit(job({})))).toEqual(['one: passed']);
  },
  60_000,
);
