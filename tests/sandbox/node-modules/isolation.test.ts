import { describe, expect, test } from 'vitest';
import { builtModules } from './fixture.ts';
import { openRealm, type Realm } from './realm.ts';

const built = builtModules();

function inRealm<T>(use: (realm: Realm) => T): T {
  const realm = openRealm(built().catalogue);
  try {
    return use(realm);
  } finally {
    realm.close();
  }
}

/** Uses of each module that load all of its late parts. */
const useAll = `
  const assert = require('assert'); assert.throws(() => assert.deepStrictEqual([1], [2])); assert.partialDeepStrictEqual({ a: 1 }, {});
  require('util').inspect(new URL('http://a/?b=c')); require('util').format('%o', 1); require('util').promisify(() => 1);
  for (const name of require('crypto').getHashes()) require('crypto').createHmac(name, 'k').update('x').digest();
  require('crypto').webcrypto.getRandomValues(new Uint8Array(1)); new TextDecoder().decode(new TextEncoder().encode(atob('aGk=')));
  require('url').parse('http://a/?b=c', true); require('url').pathToFileURL('/a'); require('querystring').parse('a=1'); require('path/posix');
  new (require('string_decoder').StringDecoder)('utf8'); new (require('events'))().emit('a'); new AbortController().abort(); require('timers').setTimeout;
  require('timers/promises'); require('perf_hooks').performance; process.cwd(); require('assert/strict'); require('util/types');`;

/** All that is reachable of the language itself, as text. */
const intrinsics = `
  const seen = new Map(); const lines = [];
  const walk = (value, path) => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
    seen.set(value, path);
    for (const key of Reflect.ownKeys(value)) {
      const { value: member, get, set, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(value, key);
      const kind = typeof member === 'function' ? Function.prototype.toString.call(member) : typeof member === 'object' ? '' : String(member);
      lines.push([path, String(key), typeof member, kind, typeof get, typeof set, writable, enumerable, configurable].join(' '));
      for (const part of [member, get, set]) walk(part, path + '.' + String(key));
    }
    walk(Object.getPrototypeOf(value), path + '.^');
  };
  for (const name of ['Object', 'Function', 'Array', 'Number', 'String', 'Symbol', 'Promise', 'RegExp', 'Error', 'AggregateError', 'RangeError', 'TypeError', 'JSON', 'Math', 'Reflect', 'Proxy',
    'ArrayBuffer', 'Uint8Array', 'DataView', 'Map', 'Set', 'WeakMap', 'WeakSet', 'BigInt', 'Iterator', 'Date', 'Intl']) walk(globalThis[name], name);
  const names = Reflect.ownKeys(globalThis).map(String).join();
`;

describe('the modules leave the realm as it is', () => {
  test('when all of them are used', () => {
    const code = `const look = () => { ${intrinsics} return lines.filter((line) => !/^RegExp (lastMatch|input|lastParen|leftContext|rightContext|\\$)/.test(line)).join('\\n') + names; };
      const before = look(); ${useAll} const after = look(); return [before.length > 10000, before === after];`;
    expect(inRealm((realm) => realm.run(code))).toBe('[true,true]');
  });
});

describe('chance and time are the realm’s', () => {
  const seeded = `let state = 7; Math.random = () => ((state = (state * 48271) % 2147483647) / 2147483647);`;
  const draw = `const { randomUUID, randomBytes, randomInt } = require('crypto'); return [randomUUID(), randomBytes(4), randomInt(1000), crypto.randomUUID()];`;

  test('random values follow the seed', () => {
    const first = inRealm((realm) => realm.run(seeded + draw));
    expect(inRealm((realm) => realm.run(seeded + draw))).toBe(first);
  });

  test('and not a Math.random that is replaced later', () => {
    const code = `${seeded} require('crypto'); Math.random = () => 0; return require('crypto').randomBytes(8).every((byte) => byte === 0);`;
    expect(inRealm((realm) => realm.run(code))).toBe('false');
  });

  test('timers and clock are looked up at each call', () => {
    const code = `const timers = require('timers'); const { performance: own } = require('perf_hooks'); globalThis.setTimeout = () => 'fake';
      globalThis.performance = { now: () => 5 }; return [timers.setTimeout(() => 1), require('perf_hooks').performance.now(), process.uptime(), process.hrtime()];`;
    expect(inRealm((realm) => realm.run(code))).toBe('["fake",5,0.005,[0,5000000]]');
  });
});

describe('modules are shared within a realm', () => {
  test.each([
    [`require('node:util') === require('util')`, 'true'],
    [`require('crypto').randomBytes(1) instanceof require('buffer').Buffer`, 'true'],
    [`require('util').inspect.custom in Buffer.prototype`, 'true'],
    [`new (require('url').URL)('http://a') instanceof URL`, 'true'],
  ])('%s', (code, expected) => {
    expect(inRealm((realm) => realm.run(code))).toBe(expected);
  });
});

describe('process tells nothing and ends nothing', () => {
  test.each([
    ['process.exit(3)', 'throws Error "process.exit was called with 3"'],
    ['process.exit()', 'throws Error "process.exit was called"'],
    ['process.argv', '["node","script"]'],
    ['process.env', '{}'],
    ['process.cwd()', '"/"'],
    ['process.memoryUsage().heapUsed', '0'],
    [`process.emit('x')`, 'false'],
  ])('%s', (code, expected) => {
    expect(inRealm((realm) => realm.run(code))).toBe(expected);
  });

  test('what is written goes to the console, line by line', () => {
    const code = `const lines = []; console.log = (line) => lines.push(line); process.stdout.write('a\\n'); process.stdout.write('b'); return lines;`;
    expect(inRealm((realm) => realm.run(code))).toBe('["a","b"]');
  });
});
