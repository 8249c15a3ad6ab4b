const algorithms = [
  'md5',
  'sha1',
  'sha224',
  'sha256',
  'sha384',
  'sha512',
  'sha512-256',
  'SHA256',
  'RSA-SHA256',
  'sha-256',
  'ripemd160',
];
const encodings = ["'hex'", "'base64'", "'base64url'", "'latin1'", "'binary'", ''];
const inputs = ["''", "'héllo'", "'a'.repeat(200)", 'Buffer.from([0, 255])', 'new Uint16Array([1, 256])'];

const hashes = algorithms.flatMap((algorithm) =>
  inputs.map((input) => `require('crypto').createHash('${algorithm}').update(${input}).digest('hex')`),
);
const macs = algorithms.map(
  (algorithm) => `require('crypto').createHmac('${algorithm}', 'key').update('héllo').digest('hex')`,
);
const digests = encodings.map(
  (encoding) => `require('crypto').createHash('md5').update('a').update('b').digest(${encoding})`,
);

const rest = String.raw`
require('crypto').createHash('sha256').update('6869', 'hex').digest('hex')
require('crypto').createHmac('sha256', Buffer.from('k'.repeat(100))).update('x').update(new Uint8Array([1])).digest('base64')
const h = require('crypto').createHash('sha1').update('a'); const c = h.copy().update('b'); return [h.digest('hex'), c.digest('hex')]
const h = require('crypto').createHash('md5'); h.digest(); return h.digest()
const h = require('crypto').createHash('md5'); h.digest(); return h.update('x')
const h = require('crypto').createHmac('md5', 'k').update('x'); h.digest(); return h.digest('hex')
require('crypto').createHash('nope')
require('crypto').createHash()
require('crypto').createHash('md5').update(5)
require('crypto').createHash('md5').update()
require('crypto').createHmac('nope', 'k')
require('crypto').createHmac('md5').update('x')
require('crypto').hash('sha1', 'abc')
require('crypto').hash('sha1', 'abc', 'base64')
const names = require('crypto').getHashes(); return ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'].every((name) => names.includes(name))
/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(require('crypto').randomUUID())
/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID())
new Set(Array.from({ length: 100 }, () => crypto.randomUUID())).size
Buffer.isBuffer(require('crypto').randomBytes(8)) && require('crypto').randomBytes(8).length
require('crypto').randomBytes('x')
require('crypto').randomBytes(-1)
new Promise((resolve) => require('crypto').randomBytes(3, (error, bytes) => resolve([error, bytes.length])))
Array.from({ length: 200 }, () => require('crypto').randomInt(3)).every((n) => n >= 0 && n < 3)
Array.from({ length: 200 }, () => require('crypto').randomInt(5, 7)).every((n) => n === 5 || n === 6)
require('crypto').randomInt(5, 5)
require('crypto').randomInt(0)
require('crypto').randomInt('x')
require('crypto').randomInt(1.5)
new Promise((resolve) => require('crypto').randomInt(1, (error, n) => resolve([error, n])))
crypto.getRandomValues(new Uint32Array(4)).length
crypto.getRandomValues(new Float64Array(1))
crypto.getRandomValues([1])
crypto.getRandomValues(new Uint8Array(70000))
require('crypto').getRandomValues(new Uint8Array(4)).length
require('crypto').webcrypto.getRandomValues(new Int8Array(2)).length
new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([1])))
new Uint8Array(await crypto.subtle.digest({ name: 'SHA-512' }, new Uint8Array([1]).buffer))
new Uint8Array(await crypto.subtle.digest('sha-1', new TextEncoder().encode('abc')))
await crypto.subtle.digest('nope', new Uint8Array([1]))
require('crypto').timingSafeEqual(Buffer.from('a'), Buffer.from('a'))
require('crypto').timingSafeEqual(Buffer.from('a'), Buffer.from('b'))
require('crypto').timingSafeEqual(Buffer.from('a'), Buffer.from('ab'))
require('crypto').timingSafeEqual('a', Buffer.from('a'))
`
  .trim()
  .split('\n');

export const cryptoCases: readonly string[] = [...hashes, ...macs, ...digests, ...rest];
