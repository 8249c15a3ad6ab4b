/** Pairs whose comparison, in each way that there is, must end as in Node. */
const pairs = String.raw`
1 | 1
1 | '1'
0 | -0
NaN | NaN
null | undefined
'' | false
1n | 1
[0] | [-0]
[NaN] | [NaN]
[1, 2] | [1, 2]
[1, '2'] | [1, 2]
[1, , 3] | [1, undefined, 3]
[1, 2] | [1, 2, 3]
[1, 2, 3] | [1, , 3]
[1, , 3] | [1, , 3]
[1, , 3] | [3]
[1, 2, 1] | [2, 1]
[1, 2, 1] | [1, 1, 2]
[{a: 1, b: 2}, {c: 3}] | [{c: 3}]
{a: {b: 1, c: 2}, d: 3} | {a: {b: 1}}
new Map([[1, {a: 1, b: 2}], [2, 3]]) | new Map([[1, {a: 1}]])
new Set([{a: 1, b: 2}, 5]) | new Set([{a: 1}])
new Uint8Array([1, 2, 3]) | new Uint8Array([1, 3])
new Uint8Array([1, 2, 3]).buffer | new Uint8Array([1, 2]).buffer
Object.assign(new Error('a'), { code: 1, x: 2 }) | Object.assign(new Error('a'), { code: 1 })
new Error('a', { cause: {x: 1, y: 2} }) | new Error('a', { cause: {x: 1} })
new Error('a', { cause: 1 }) | new Error('a')
Object.assign(/a/g, { x: 1 }) | /a/g
Object.assign(new Number(1), { x: 1 }) | new Number(1)
[1, 2, 3] | [1, 3]
Object.assign([1], { a: 1 }) | [1]
{a: 1} | {a: 1}
{a: 1} | {a: '1'}
{a: 1, b: 2} | {b: 2, a: 1}
{a: 1, b: 2} | {a: 1}
{a: undefined} | {}
{} | []
{} | null
{a: {b: [1, {c: 2}]}} | {a: {b: [1, {c: 2}]}}
Object.create(null) | {}
{__proto__: null, a: 1} | {a: 1}
new (class A { x = 1 }) | { x: 1 }
new (class A { #x = 1 }) | new (class A { #x = 2 })
A | new A(1)
new A(1) | new A(1)
new A(1) | new A(2)
new A(1) | new B(1)
Object.create(A.prototype) | Object.create(B.prototype)
Object.create({ x: 1 }) | Object.create({ x: 1 })
Object.create(Object.create(A.prototype)) | Object.create(A.prototype)
new Date(0) | new Date(0)
new Date(0) | new Date(1)
new Date(NaN) | new Date(NaN)
new Date(0) | 0
Object.assign(new Date(0), { a: 1 }) | new Date(0)
/a/g | /a/g
/a/g | /a/i
Object.assign(/a/g, { lastIndex: 1 }) | /a/g
new Map([[1, 2]]) | new Map([[1, 2]])
new Map([[1, 2]]) | new Map([['1', 2]])
new Map([[1, {a: 1}]]) | new Map([[1, {a: 1}]])
new Map([[{a: 1}, 1]]) | new Map([[{a: 1}, 1]])
new Map([[{a: 1}, 1], [{a: 1}, 2]]) | new Map([[{a: 1}, 2], [{a: 1}, 1]])
new Map([[1, undefined]]) | new Map([[2, undefined]])
new Map([[NaN, 0]]) | new Map([[NaN, -0]])
new Map([[1, 2], [3, 4]]) | new Map([[3, 4], [1, 2]])
new Map([[1, 2], [3, 4]]) | new Map([[3, 4]])
new Map([[null, 1]]) | new Map([[undefined, 1]])
new Set([1, 2]) | new Set([2, 1])
new Set([1, 2]) | new Set(['1', 2])
new Set([1, 2, 3]) | new Set([1, 3])
new Set([{a: 1}, {a: 2}]) | new Set([{a: 2}, {a: 1}])
new Set([{a: 1}, {a: 1}]) | new Set([{a: 1}, {a: 2}])
new Set([[1, 2], [3]]) | new Set([[3], [1, 2]])
new Set([null]) | new Set([undefined])
new Set([0]) | new Set([-0])
new Set([1]) | new Map([[1, 1]])
new Set([1]) | [1]
new (class extends Set {})([1]) | new Set([1])
new Uint8Array([1, 2]) | new Uint8Array([1, 2])
new Uint8Array([1, 2]) | new Uint8Array([1, 3])
new Uint8Array([1, 2]) | new Int8Array([1, 2])
new Uint8Array([1, 2]) | [1, 2]
new Float32Array([0]) | new Float32Array([-0])
new Float64Array([NaN]) | new Float64Array([NaN])
new BigInt64Array([1n]) | new BigInt64Array([1n])
Buffer.from('a') | Buffer.from('a')
Buffer.from('a') | new Uint8Array([97])
new ArrayBuffer(2) | new ArrayBuffer(2)
new Uint8Array([1]).buffer | new Uint8Array([2]).buffer
new DataView(new ArrayBuffer(1)) | new DataView(new ArrayBuffer(1))
new Number(1) | new Number(1)
new Number(1) | new Number(2)
new Number(1) | 1
new String('a') | new String('a')
new String('a') | new String('b')
new Boolean(true) | new Boolean(false)
Object(Symbol.iterator) | Object(Symbol.iterator)
Object(1n) | Object(2n)
Symbol.iterator | Symbol.iterator
Symbol('a') | Symbol('a')
{[Symbol.iterator]: 1} | {[Symbol.iterator]: 1}
{[Symbol.iterator]: 1} | {}
Object.defineProperty({}, 'a', { value: 1 }) | {}
Object.defineProperty({}, 'a', { value: 1 }) | Object.defineProperty({}, 'a', { value: 2 })
{get a() { return 1 }} | {a: 1}
new Error('a') | new Error('a')
new Error('a') | new Error('b')
new Error('a') | new TypeError('a')
new Error('a', { cause: 1 }) | new Error('a', { cause: 1 })
new Error('a', { cause: 1 }) | new Error('a', { cause: 2 })
new Error('a', { cause: 1 }) | new Error('a')
new Error('a') | new Error('a', { cause: undefined })
new AggregateError([1], 'a') | new AggregateError([1], 'a')
new AggregateError([1], 'a') | new AggregateError([2], 'a')
Object.assign(new Error('a'), { code: 1 }) | new Error('a')
Object.assign(new Error('a'), { name: 'X' }) | Object.assign(new Error('a'), { name: 'Y' })
new Error('a') | { message: 'a' }
() => 1 | () => 1
Math.max | Math.max
{f: Math.max} | {f: Math.max}
{f() {}} | {f() {}}
new WeakMap() | new WeakMap()
new WeakSet() | new WeakSet()
Promise.resolve(1) | Promise.resolve(1)
(function () { return arguments })(1) | [1]
(function () { return arguments })(1) | (function () { return arguments })(1)
cyclic() | cyclic()
cyclic() | {self: {self: {}}}
[shared, shared] | [{ s: 1 }, { s: 1 }]
new URL('http://a/b') | new URL('http://a/b')
new URL('http://a/b') | new URL('http://a/c')
{[Symbol.toStringTag]: 'X', a: 1} | {[Symbol.toStringTag]: 'X', a: 1}
Object.assign(() => 1, {a: 1}) | Object.assign(() => 1, {a: 1})
new Proxy({a: 1}, {}) | {a: 1}
new Proxy([1], {}) | [1]
'abc' | 'abd'
[[[]]] | [[[]]]
[[[]]] | [[{}]]
[undefined] | [null]
[1, [2, {a: new Map([['k', new Set([1])]])}]] | [1, [2, {a: new Map([['k', new Set([1])]])}]]
`
  .trim()
  .split('\n')
  .map((line) => line.split(' | '));

const setup = `const assert = require('assert');
class A { constructor(x) { this.x = x } } class B { constructor(x) { this.x = x } }
const shared = { s: 1 }; const cyclic = () => { const o = {}; o.self = o; return o };`;

const comparisons = [
  'equal',
  'strictEqual',
  'deepEqual',
  'deepStrictEqual',
  'partialDeepStrictEqual',
  'notDeepStrictEqual',
];
const compared = pairs.map(
  ([left = '', right = '']) => `${setup} return ${JSON.stringify(comparisons)}.map((name) => {
    try { assert[name](${left}, ${right}); return name; } catch (error) { return error.code; }
  })`,
);

/** What is thrown, with its message. */
const thrown = String.raw`
assert.strictEqual(1, 2)
assert.strictEqual('a', 'b', 'my message')
assert.strictEqual(1, 2, new RangeError('mine'))
assert.strictEqual(true, false)
assert.strictEqual('abc', 'abd')
assert.equal(1, 2)
assert.equal('a', undefined)
assert.notEqual(1, 1)
assert.notStrictEqual(1, 1)
assert.equal()
assert.deepEqual(1)
assert.fail()
assert.fail('boom')
assert.fail(new TypeError('x'))
assert()
assert.ok(0, 'zero')
assert(null, new Error('own'))
assert.ok(1)
assert.ifError(null)
assert.ifError(undefined)
assert.ifError(new Error('x'))
assert.ifError('x')
assert.ifError(0)
assert.match('abc', /x/)
assert.match('abc', /b/)
assert.match(1, /b/, 'm')
assert.doesNotMatch('abc', /b/)
assert.doesNotMatch('abc', /x/)
assert.match('abc', 'b')
assert.throws(() => { throw new Error('x') })
assert.throws(() => {})
assert.throws(() => {}, TypeError)
assert.throws(() => {}, 'msg')
assert.throws(() => {}, TypeError, 'msg')
assert.throws(() => { throw new TypeError('x') }, TypeError)
assert.throws(() => { throw new TypeError('x') }, Error)
assert.throws(() => { throw new Error('x') }, TypeError)
assert.throws(() => { throw new Error('x') }, TypeError, 'own')
assert.throws(() => { throw new Error('xyz') }, /y/)
assert.throws(() => { throw new Error('xyz') }, /q/)
assert.throws(() => { throw new Error('xyz') }, /^Error: xyz$/)
assert.throws(() => { throw new Error('x') }, { message: 'x' })
assert.throws(() => { throw new Error('x') }, { message: /x/, name: 'Error' })
assert.throws(() => { throw Object.assign(new Error('x'), { code: 3 }) }, { code: 3 })
assert.throws(() => { throw new Error('x') }, new Error('x'))
assert.throws(() => { throw new Error('x') }, {})
assert.throws(() => { throw new Error('x') }, () => true)
assert.throws(() => { throw new Error('x') }, function check() { return false })
assert.throws(() => { throw new Error('x') }, (error) => { throw error })
assert.throws(() => { throw 5 }, (error) => error === 5)
assert.throws(() => { throw 'text' }, /text/)
assert.throws(() => { throw new Error('x') }, 'x')
assert.throws(() => { throw new Error('x') }, 'y')
assert.throws('not a function')
assert.throws(() => { throw new Error('x') }, 5)
assert.doesNotThrow(() => 1)
assert.doesNotThrow(() => { throw new Error('x') })
assert.doesNotThrow(() => { throw new Error('x') }, 'msg')
await assert.rejects(Promise.reject(new Error('x')))
await assert.rejects(async () => { throw new TypeError('x') }, TypeError)
await assert.rejects(async () => { throw new TypeError('x') }, RangeError)
await assert.rejects(async () => 1)
await assert.rejects(async () => { throw new Error('x') }, { message: 'x' })
await assert.rejects(() => 1)
await assert.rejects(5)
await assert.doesNotReject(async () => 1)
await assert.doesNotReject(async () => { throw new Error('x') })
assert.partialDeepStrictEqual(1)
assert.deepStrictEqual({ a: 1 }, { a: 2 })
assert.deepStrictEqual([1, 2, 3], [1, 2, 4])
assert.deepStrictEqual(new Set([1]), new Set([2]))
assert.deepStrictEqual(1, 2)
assert.notDeepStrictEqual({ a: 1 }, { a: 1 })
assert.deepEqual({ a: 1 }, { a: 2 }, 'own')
assert.strict.equal(1, '1')
assert.strict(0, 'own')
assert.strict.deepEqual([1], ['1'])
assert.strict.partialDeepStrictEqual({ a: 1, b: 2 }, { a: 1 })
`
  .trim()
  .split('\n')
  .map((code) => `const assert = require('node:assert'); ${code.startsWith('await') ? code : `return ${code}`}`);

const errors = String.raw`
const { AssertionError } = require('assert'); const e = new AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' }); return [e.name, e.code, e.message, e.actual, e.expected, e.operator, e.generatedMessage, e instanceof Error]
const assert = require('assert'); try { assert.strictEqual([1], [2], 'm') } catch (e) { return [e.actual, e.expected, e.operator, e.generatedMessage, e instanceof assert.AssertionError] }
const assert = require('assert'); try { assert(false) } catch (e) { return [e.actual, e.expected, e.operator, e.generatedMessage] }
const assert = require('assert'); return [assert.strict.strict === assert.strict, assert.ok.name, typeof assert.deepEqual, assert === require('node:assert')]
require('assert/strict') === require('assert').strict
require('assert').strict.equal === require('assert').strictEqual
`
  .trim()
  .split('\n');

export const assertCases: readonly string[] = [...compared, ...thrown, ...errors];
