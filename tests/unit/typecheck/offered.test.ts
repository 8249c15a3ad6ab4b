import { describe, expect, test } from 'vitest';
import { errorsOf, sharedChecker } from './helpers.ts';

const checker = sharedChecker();

async function errorsIn(solution: string): Promise<string[]> {
  const [errors = []] = await errorsOf(checker, [{ solution }]);
  return errors;
}

describe('a solution may use', () => {
  test.each([
    [
      'timers',
      'let id: NodeJS.Timeout | number = setTimeout((a: number) => a, 1, 2); clearTimeout(id); id = setInterval(() => {}); clearInterval(id); clearImmediate(setImmediate(() => {})); queueMicrotask(() => {}); export const slept: Promise<void> = new Promise((resolve) => setTimeout(resolve, 5)); const t: ReturnType<typeof setTimeout> = id;',
    ],
    [
      'the console',
      "console.log(1, 'a'); console.info(); console.warn(); console.error(); console.debug(); console.trace(); console.dir({}); console.table([]); console.group('a'); console.groupEnd(); console.assert(true, 'x'); console.time(); console.timeEnd(); console.count(); console.log = () => {};",
    ],
    [
      'text and bytes',
      "const bytes: Uint8Array = new TextEncoder().encode('a'); new TextDecoder('utf-8', { fatal: true }).decode(bytes); export const a: string = Buffer.from('a', 'hex').toString('base64') + btoa(atob('')); Buffer.concat([Buffer.alloc(3), bytes]).readUInt8(0); for (const b of Buffer.from([1])) b.toFixed();",
    ],
    [
      'addresses',
      "const url = new URL('https://a.b/?c=d'); for (const [key, value] of url.searchParams) key.concat(value); new URLSearchParams({ a: 'b' }).get('a')?.length; export const ok: boolean = URL.canParse('x');",
    ],
    [
      'events and signals',
      "const controller = new AbortController(); const signal: AbortSignal = controller.signal; signal.addEventListener('abort', () => {}, { once: true }); controller.abort(new Error('no')); class Bus extends EventTarget {} new Bus().dispatchEvent(new Event('x')); new CustomEvent<number>('y', { detail: 1 }).detail.toFixed();",
    ],
    [
      'other globals',
      "export const id: string = crypto.randomUUID(); crypto.getRandomValues(new Uint8Array(2))[0]; performance.now().toFixed(); structuredClone({ a: 1 }).a.toFixed(); process.nextTick(() => {}); const [s, ns] = process.hrtime(); process.hrtime.bigint() + 1n; process.env['A']?.length; process.argv.slice(2); process.cwd(); global.structuredClone(1); Error.captureStackTrace({}); if (s > ns) process.exit(1);",
    ],
    [
      'what is new in ECMAScript',
      'export const a = new Set([1]).union(new Set([2])).size; export const b = Iterator.from([1]).map((n) => n + 1).toArray(); export const c: Promise<number[]> = Array.fromAsync([1]); export const d = RegExp.escape("."); export const e = Promise.try(() => 1);',
    ],
    [
      'require and module.exports',
      "const util = require('util'); module.exports = { a: util.inspect }; exports.b = 1;",
    ],
    ['a require of its own', "declare var require: any;\nconst assert = require('node:assert');\nassert.equal(1, 1);"],
  ])('%s', async (_what, solution) => {
    expect(await errorsIn(`${solution}\nexport {};`)).toEqual([]);
  });

  test.each(['util', 'node:util'])('the pure modules of Node, named like %s', async (name) => {
    const prefix = name.replace('util', '');
    const solution = `import assert from '${prefix}assert';
import { strict } from '${prefix}assert';
import * as names from '${prefix}assert';
import strictly, { AssertionError } from '${prefix}assert/strict';
import util, { inspect, promisify, types } from '${prefix}util';
import EventEmitter, { once } from '${prefix}events';
import { EventEmitter as Named } from '${prefix}events';
import { Buffer as Bytes } from '${prefix}buffer';
import { URL as Address, fileURLToPath, parse } from '${prefix}url';
import path, { join } from '${prefix}path';
import * as paths from '${prefix}path';
import querystring from '${prefix}querystring';
import { StringDecoder } from '${prefix}string_decoder';
import crypto, { createHash, randomUUID } from '${prefix}crypto';
import { performance as clock } from '${prefix}perf_hooks';
import { setTimeout as later } from '${prefix}timers';
import { setTimeout as sleep } from '${prefix}timers/promises';
import process from '${prefix}process';

export function narrowed(value: string | undefined): number {
  assert(value !== undefined);
  return value.length;
}
export class Bus extends EventEmitter { ring(): boolean { return this.emit('ring', 1); } }
new Named().on('a', (n: number) => n).once('b', () => {}).off('a', () => {});
strict.equal(1, 1);
names.deepEqual([1], [1]);
strictly.throws(() => { throw new AssertionError({ message: 'x' }); }, /x/);
assert.rejects(async () => {}, { name: 'Error' });
export const text: string = inspect({}, { depth: 2 }) + util.format('%s', 1) + join('a', 'b') + path.sep + paths.basename('c');
export const later1: Promise<number> = promisify((a: string, done: (error: Error | null, n: number) => void) => done(null, a.length))('x');
export const facts: boolean = types.isDate(1) || Bytes.isBuffer(1) || new Address('x:').href === parse('x').href;
export const digest: string = createHash('sha256').update('a').digest('hex') + randomUUID() + crypto.randomBytes(2).toString('hex');
export const rest = [querystring.parse('a=b')['a'], new StringDecoder('utf8').write(Bytes.from('')), clock.now(), later(() => {}, 1), sleep(1, 'x'), once(new Bus(), 'x'), fileURLToPath('file:///'), process.platform];
`;
    expect(await errorsIn(solution)).toEqual([]);
  });
});

describe('a solution may not use', () => {
  test('globals of other places', async () => {
    const names = (
      'document fetch window NodeJS test expect jest vi localStorage WebAssembly Deno Blob alert __dirname ' +
      'setTimeoutt process.binding process.mainModule console.dirxml'
    ).split(' ');
    const errors = await errorsOf(
      checker,
      names.map((name) => ({ solution: `export const a: unknown = ${name};` })),
    );
    for (const [index, found] of errors.entries())
      expect(found, names[index]).toEqual([expect.stringMatching(/1 2\d{3}$/u)]);
  });

  test('other modules', async () => {
    const names = (
      'fs node:fs fs/promises net http child_process worker_threads vm os stream zlib lodash typescript vite ' +
      'vitest/globals vitest/node ./other ../solution.test /etc/passwd'
    ).split(' ');
    const errors = await errorsOf(
      checker,
      names.map((name) => ({ solution: `import * as it from '${name}';\nexport const a: unknown = it;` })),
    );
    for (const [index, found] of errors.entries())
      expect(found, names[index]).toEqual([expect.stringMatching(/1 (?:2307|2591)$/u)]);
  });

  test('what it has in a wrong way', async () => {
    const wrong = [
      'console.log = 1;',
      "setTimeout('code', 1);",
      'const s: string = setTimeout(() => {});',
      "import { inspect } from 'util'; inspect({}, { depht: 1 });",
      "import { EventEmitter } from 'events'; new EventEmitter().emmit('x');",
      "import assert from 'assert'; assert.equals(1, 1);",
      'Buffer.from(1);',
      "import path from 'path'; path.join(1);",
    ];
    const errors = await errorsOf(
      checker,
      wrong.map((solution) => ({ solution })),
    );
    for (const [index, found] of errors.entries()) expect(found, wrong[index]).toHaveLength(1);
  });
});
