import { expect, test } from 'vitest';
import { job, reportOf, sharedSandbox, testsOf } from './harness.ts';

const sandbox = sharedSandbox();
const suiteHead = "import { expect, test } from 'vitest';";

async function report(parts: Parameters<typeof job>[0]) {
  return reportOf(await sandbox().submit(job(parts)));
}

test('a syntax error names its side and line', async () => {
  expect(await report({ solution: 'export const a: number = 1;\nexport const b = ;' })).toEqual({
    kind: 'malformed',
    side: 'solution',
    stage: 'parse',
    message: 'solution:2: Unexpected token',
  });
  expect(await report({ suite: '\n\nimport {' })).toMatchObject({ kind: 'malformed', side: 'suite', stage: 'parse' });
  expect(await report({ solution: 'const a: number = 1;', language: 'js' })).toMatchObject({
    side: 'solution',
    stage: 'parse',
  });
});

test('a missing export is the solution’s fault, and named', async () => {
  const suite = `${suiteHead} import { missing } from './solution'; test('t', () => missing());`;
  const found = await report({ suite });
  expect(found).toMatchObject({ kind: 'malformed', side: 'solution', stage: 'link' });
  expect(found).toHaveProperty('message', expect.stringContaining("'missing'"));
});

test('a module that is not offered is named, with the side that wants it', async () => {
  const solution = "import { readFileSync } from 'node:fs'; export const a = readFileSync;";
  expect(await report({ solution })).toMatchObject({
    side: 'solution',
    stage: 'link',
    message: "solution:1: Node's module 'fs' is not offered here: files, network and processes are out of reach",
  });
  const suite = `${suiteHead} import x from 'left-pad'; test('t', () => x());`;
  expect(await report({ suite })).toMatchObject({
    side: 'suite',
    stage: 'link',
    message: expect.stringContaining("there is no module 'left-pad' here"),
  });
  expect(await report({ solution: "import 'vitest'; export const a = 1;" })).toMatchObject({ side: 'solution' });
});

test('every way of naming the solution’s file works, and so do default and namespace imports', async () => {
  const suite = `${suiteHead} import one, { two } from './solution.ts'; import { two as again } from './solution.js'; import * as all from './solution';
    import type { Three } from './solution';
    test('t', () => { const three: Three = 3; expect([one, two, again, all.two, three]).toEqual([1, 2, 2, 2, 3]); });`;
  const solution = 'export default 1; export const two = 2; export type Three = 3;';
  expect(testsOf(await sandbox().submit(job({ solution, suite })))).toEqual([{ name: 't', outcome: 'passed' }]);
});

test('a suite without tests, or one that fails while loading, is malformed', async () => {
  expect(await report({ suite: "import './solution';", style: 'vitest' })).toMatchObject({
    side: 'suite',
    message: 'the suite has no test',
  });
  const broken = await report({ suite: `${suiteHead} test('t', () => {}); throw new Error('at load');` });
  expect(broken).toMatchObject({ side: 'suite', stage: 'link', message: expect.stringContaining('at load') });
  const inDescribe = await report({
    suite: "import { describe } from 'vitest'; describe('d', () => { throw new Error('in d'); });",
  });
  expect(inDescribe).toMatchObject({ side: 'suite', message: expect.stringContaining('in d') });
});

test('a solution that throws while loading fails a test of its own', async () => {
  const tests = testsOf(await sandbox().submit(job({ solution: "throw new TypeError('at load');" })));
  expect(tests).toEqual([{ name: '(load)', outcome: 'failed', message: 'TypeError: at load' }]);
});

test('top-level await works, and one that never settles is told', async () => {
  const solution = 'export const late = await new Promise((resolve) => setTimeout(() => resolve(5), 100));';
  const suite = `${suiteHead} import { late } from './solution'; test('t', () => expect(late).toBe(5));`;
  expect(testsOf(await sandbox().submit(job({ solution, suite })))).toEqual([{ name: 't', outcome: 'passed' }]);
  const stuck = testsOf(await sandbox().submit(job({ solution: 'await new Promise(() => {});' })));
  expect(stuck[0]?.message).toBe('a top-level await never settles');
});

test('a source that is too long is refused', async () => {
  const solution = `export const text = '${'x'.repeat(300_000)}';`;
  expect(await report({ solution })).toMatchObject({
    side: 'solution',
    stage: 'parse',
    message: expect.stringContaining('at most'),
  });
});

test('TypeScript that is more than annotations is understood', async () => {
  const solution = `export enum Colour { Red, Green }
    export namespace Shapes { export const sides = 4; }
    export class Point { constructor(readonly x: number, private y: number) {} sum(): number { return this.x + this.y; } }`;
  const suite = `${suiteHead} import { Colour, Point, Shapes } from './solution';
    test('t', () => expect([Colour.Green, Shapes.sides, new Point(1, 2).sum()]).toEqual([1, 4, 3]));`;
  expect(testsOf(await sandbox().submit(job({ solution, suite })))).toEqual([{ name: 't', outcome: 'passed' }]);
});
