const values = String.raw`
[1,[2,[3,[4,[5]]]]]
{a:1,b:'x',c:[1,2,3],d:{e:{f:{g:1}}}}
new Map([[1,{a:2}],['k',[1,2]]])
new Set([1,'a',{b:1}])
new (class Foo { x = 1; #y = 2 })
class A {}
class B extends Array {}
function named() {}
() => 1
async () => 1
function* g() {}
Symbol('s')
12345678901234567890n
-0
[undefined, null, NaN, -0]
[1,,3]
new Date(0)
new Date(NaN)
/ab+c/gi
new Error('boom').message
Object.create(null)
Object.create({a: 1})
{get a() { return 1 }, set b(x) {}, get c() { return 1 }, set c(x) {}}
{[Symbol('k')]: 1, 'with space': 2}
'it\'s'
"a\nb"
new Uint8Array([1,2,3])
new ArrayBuffer(4)
Buffer.from('abc')
Buffer.alloc(60)
[Buffer.from('é')]
new Number(3)
new String('abc')
Object(Symbol('x'))
new Boolean(false)
Array.from({length: 120}, (_, i) => i)
Array.from({length: 30}, (_, i) => 'item ' + i)
Object.fromEntries(Array.from({length: 30}, (_, i) => ['key' + i, i]))
new WeakMap()
new WeakSet()
(() => { const o = {}; o.self = o; return o })()
(function () { return arguments })(1, 2)
new (class extends Map {})([[1, 2]])
new (class Foo { get [Symbol.toStringTag]() { return 'bar' } })
Object.assign(() => {}, {a: 1})
{ a: 'x'.repeat(200) }
['x'.repeat(80), 'y'.repeat(80)]
Math
JSON
globalThis.undefinedName
new URL('http://user@example.org:81/a?b=c#d')
new URLSearchParams('a=1&b=2')
[new Map([[{a: 1}, new Set([[1]])]])]
Object.freeze({a: 1})
new (class Foo extends Error { constructor() { super('m'); this.name = 'Foo'; this.stack = 'Foo: m\n    at x' } })
(() => { const e = new RangeError('m', { cause: 'c' }); e.stack = 'RangeError: m\n    at x'; e.code = 7; return e })()
(() => { const e = new AggregateError([1], 'm'); e.stack = 'AggregateError: m\n    at x'; return e })()
`
  .trim()
  .split('\n');

const inspected = values.map((value) => `const { inspect } = require('util'); return inspect(${value})`);

const options = String.raw`
inspect({a:{b:{c:{d:1}}}}, { depth: 0 })
inspect({a:{b:{c:{d:1}}}}, { depth: null })
inspect({a:{b:{c:{d:1}}}}, false, null)
inspect({a:1,b:[1,2]}, { compact: false })
inspect({a:1,b:'c',c:null,d:undefined,e:Symbol.iterator,f:/x/}, { colors: true })
inspect({b:1,a:2}, { sorted: true })
inspect(new Proxy({a:1}, {}))
inspect('a'.repeat(20), { maxStringLength: 5 })
inspect([1,2,3,4], { maxArrayLength: 2 })
inspect({a:1n,b:1234567.891}, { numericSeparator: true })
inspect({get a() { return 5 }}, { getters: true })
inspect({a: 1, b: 2}, { breakLength: 3 })
inspect({[inspect.custom]() { return 'mine' }})
inspect({[inspect.custom](depth, options, inspect) { return inspect({x: 1, depth}, options) }})
inspect({[Symbol.for('nodejs.util.inspect.custom')]: (d) => ({deep: d})})
inspect.custom === Symbol.for('nodejs.util.inspect.custom')
Object.keys(inspect.styles)
inspect.defaultOptions
format('%s %d %i %f %j %o %O %%', 'a', '42', '42.9', '1.5', {a:1}, [1], {b:2})
format('%s', null, undefined, 5n, Symbol('a'), -0)
format('%s', {toString() { return 'own' }})
format('%s', class Foo {}, [1, [2]])
format('%d', '0x10', 3n, {})
format('a', 'b', {c: 1}, [1])
format(1, 2, '3')
format('%c styled', 'css')
format('%s')
format('100%', 1)
formatWithOptions({ colors: true }, '%O', {a: 1})
format('%j', (() => { const o = {}; o.o = o; return o })())
`
  .trim()
  .split('\n')
  .map((code) => `const { inspect, format, formatWithOptions } = require('node:util'); return ${code}`);

const rest = String.raw`
require('util').isDeepStrictEqual({a: [1, new Set([1])]}, {a: [1, new Set([1])]})
require('util').isDeepStrictEqual([0], [-0])
require('util').stripVTControlCharacters('\u001B[31mred\u001B[39m x')
require('util').styleText('red', 'x')
require('util').styleText(['bold', 'red'], 'x', { validateStream: false })
require('util').toUSVString('a\ud800b')
require('util').isArray([])
await require('util').promisify((a, callback) => callback(null, a + 1))(1)
await require('util').promisify((callback) => callback(new RangeError('no')))()
await require('util').promisify(setTimeout)(2, 'late')
await require('util').promisify(setImmediate)('soon')
require('util').promisify('x')
const { promisify } = require('util'); const f = () => 1; f[promisify.custom] = () => 'custom'; return promisify(f)()
const { callbackify } = require('util'); return new Promise((resolve) => callbackify(async (a) => a * 2)(4, (...args) => resolve(args)))
const { callbackify } = require('util'); return new Promise((resolve) => callbackify(async () => { throw new Error('x') })((error) => resolve(error)))
const { callbackify } = require('util'); return new Promise((resolve) => callbackify(() => Promise.reject(null))((error) => resolve([error.code, error.reason])))
const { inherits } = require('util'); function A() {} function B() {} B.prototype.x = 1; inherits(A, B); return [new A().x, A.super_ === B, new A() instanceof B]
const { deprecate } = require('util'); return deprecate((a) => a + 1, 'old', 'X1')(1)
require('util').debuglog('x').enabled
require('util').debuglog('x')('y')
new (require('util').TextEncoder)().encode('é')
require('util').TextDecoder === TextDecoder
require('util').types === require('util/types')
Object.keys(require('util/types')).length > 40
`
  .trim()
  .split('\n');

const typed = [
  'new Map',
  'new Set',
  'new WeakMap',
  'new WeakSet',
  'new Date',
  '/a/',
  'Promise.resolve()',
  '({then() {}, catch() {}})',
  'new Error',
  'Object.create(Error.prototype)',
  'async () => 1',
  'function* () {}',
  'async function* () {}',
  '(function* () {})()',
  'new Uint8Array',
  'new Float64Array',
  'new BigInt64Array',
  'Buffer.alloc(1)',
  'new DataView(new ArrayBuffer(1))',
  'new ArrayBuffer(1)',
  'new Number(1)',
  'new String("")',
  'Object(1n)',
  'Object(Symbol())',
  'new Boolean(true)',
  '(function () { return arguments })()',
  'new Map().keys()',
  'new Set().values()',
  '({[Symbol.toStringTag]: "Map"})',
  '({[Symbol.toStringTag]: "Uint8Array"})',
  'null',
  'undefined',
  '1',
  '{}',
  '[]',
  'Map.prototype',
  'RegExp.prototype',
  'Date.prototype',
  'Promise.prototype',
  'new RangeError',
  'new DOMException',
];

// A proxy, shared memory, a key or a float of 16 bits is nothing that a realm can tell or has.
const checks = typed.map(
  (value) => `const { types } = require('util'); const value = ${value === '{}' ? '({})' : `(${value})`};
  return Object.keys(types).filter((name) => !/Float16|External|KeyObject|CryptoKey|Proxy|Shared|EventTarget/.test(name) && types[name](value)).sort()`,
);

export const utilCases: readonly string[] = [...inspected, ...options, ...rest, ...checks];
