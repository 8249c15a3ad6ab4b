const lines = String.raw`
Buffer.from('héllo €😀')
Buffer.from('a\ud800b')
Buffer.from('68656c6c6f', 'hex')
Buffer.from('6865zz', 'hex')
Buffer.from('aGVsbG8=', 'base64')
Buffer.from('aGVsbG8', 'base64')
Buffer.from('aGV sbG\n8=', 'base64')
Buffer.from('_-_-', 'base64')
Buffer.from('_-8', 'base64url')
Buffer.from('é', 'latin1')
Buffer.from('é', 'ascii')
Buffer.from('hé', 'utf16le')
Buffer.from('hé', 'ucs2')
Buffer.from('x', 'nope')
Buffer.from([1, 2, 257, -1, 1.9, '3'])
Buffer.from(new Uint8Array([1, 2]).buffer)
Buffer.from(new Uint8Array([1, 2, 3]).buffer, 1, 1)
Buffer.from(Buffer.from('abc'))
Buffer.from({ type: 'Buffer', data: [1, 2] })
Buffer.from(new String('abc'))
Buffer.from(5)
Buffer.from(null)
Buffer.from(undefined)
Buffer.alloc(3)
Buffer.alloc(5, 'ab')
Buffer.alloc(4, 0x101)
Buffer.alloc(4, 'YWI=', 'base64')
Buffer.alloc(-1)
Buffer.alloc('5')
Buffer.allocUnsafe(4).length
Buffer.byteLength('€')
Buffer.byteLength('aGVsbG8=', 'base64')
Buffer.byteLength('aGVsbG8', 'base64url')
Buffer.byteLength('abc', 'hex')
Buffer.concat([Buffer.from('a'), Buffer.from('bc')])
Buffer.concat([Buffer.from('a'), Buffer.from('bc')], 2)
Buffer.concat([new Uint8Array([1]), Buffer.from('bc')], 5)
Buffer.concat('x')
Buffer.compare(Buffer.from('a'), Buffer.from('b'))
Buffer.isBuffer(Buffer.alloc(1))
Buffer.isBuffer(new Uint8Array(1))
Buffer.isEncoding('UTF-8')
Buffer.isEncoding('base64url')
Buffer.isEncoding('x')
Buffer.from('héllo').toString()
Buffer.from('héllo').toString('hex')
Buffer.from('héllo?>').toString('base64')
Buffer.from('héllo?>').toString('base64url')
Buffer.from('héllo').toString('latin1')
Buffer.from('héllo').toString('ascii')
Buffer.from('héllo!').toString('utf16le')
Buffer.from('héllo').toString('UTF-8', 1, 3)
Buffer.from('héllo').toString('nope')
Buffer.from([0xff, 0xfe, 0x41, 0xe2, 0x82]).toString()
Buffer.from([0xf0, 0x9f, 0x98, 0x41]).toString()
Buffer.from([0xed, 0xa0, 0x80]).toString()
JSON.stringify(Buffer.from('ab'))
Buffer.from('abc').equals(Buffer.from('abc'))
Buffer.from('abc').equals(new Uint8Array([97, 98, 99]))
Buffer.from('abc').compare(Buffer.from('abd'))
Buffer.from('abcabc').indexOf('ca')
Buffer.from('abcabc').lastIndexOf('bc')
Buffer.from('abcabc').includes('x')
Buffer.from('abcabc').indexOf(99, 3)
Buffer.from('abcdef').slice(1, 3)
Buffer.from('abcdef').subarray(-3, -1)
const b = Buffer.from('abc'); b.slice(1)[0] = 120; return b.toString()
const b = Buffer.alloc(5); b.write('héy', 1); return b
const b = Buffer.alloc(5); return [b.write('616263', 1, 'hex'), b]
const b = Buffer.alloc(4); return [b.writeUInt32BE(0xdeadbeef), b, b.readInt16LE(1), b.readUInt8(0), b.readUint8(3)]
const b = Buffer.alloc(8); b.writeDoubleLE(1.5); return [b, b.readDoubleLE(), b.readFloatBE(0), b.readBigUInt64BE()]
const b = Buffer.alloc(8); b.writeBigInt64LE(-5n); return [b, b.readBigInt64LE()]
const b = Buffer.alloc(6); b.writeIntBE(-1234567, 0, 6); return [b, b.readIntBE(0, 6), b.readUIntLE(1, 3)]
const b = Buffer.from('abcdef'); return [b.copy(b, 1, 3), b]
Buffer.from('abcd').swap16()
Buffer.from('abc').swap16()
Buffer.from('abc').fill('xy', 1)
Buffer.from('abc').reverse()
Buffer.from('abc').map((byte) => byte + 1)
Buffer.from('abc').toJSON()
[...Buffer.from('ab').entries()]
Buffer.from('abc')[5]
Buffer.from('abc') instanceof Uint8Array
Buffer.name
Buffer.from('abc').constructor === Buffer
Object.prototype.toString.call(Buffer.alloc(1))
require('buffer').Buffer === Buffer
require('node:buffer').constants.MAX_STRING_LENGTH
require('buffer').kMaxLength
require('buffer').isUtf8(Buffer.from('é'))
require('buffer').isUtf8(Buffer.from([255]))
require('buffer').isAscii(Buffer.from('a'))
require('buffer').atob('aGk=')
atob('aGVsbG8=')
atob(' aGV sbG8 ')
atob('a')
atob('a===')
atob('*')
atob('')
btoa('hello')
btoa('é')
btoa('€')
btoa(undefined)
const { StringDecoder } = require('string_decoder'); const d = new StringDecoder('utf8'); return [d.write(Buffer.from([0xe2, 0x82])), d.write(Buffer.from([0xac])), d.end(Buffer.from([0xe2]))]
const { StringDecoder } = require('string_decoder'); const d = new StringDecoder('utf16le'); return [d.write(Buffer.from([0x61])), d.write(Buffer.from([0, 0x3d, 0xd8])), d.end(Buffer.from([0, 0xde]))]
const { StringDecoder } = require('string_decoder'); const d = new StringDecoder('base64'); return [d.write(Buffer.from('ab')), d.end(Buffer.from('cd'))]
const { StringDecoder } = require('string_decoder'); return new StringDecoder('hex').write(Buffer.from('ab'))
const { StringDecoder } = require('string_decoder'); return new StringDecoder().encoding
const { StringDecoder } = require('string_decoder'); return new StringDecoder('nope')
new TextEncoder().encode('é€😀')
new TextEncoder().encode('a\ud800')
new TextEncoder().encode()
new TextEncoder().encoding
new TextEncoder().encodeInto('é€a', new Uint8Array(4))
new TextDecoder().decode(new Uint8Array([0xc3, 0xa9]))
new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))
new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))
new TextDecoder().decode(new Uint8Array([0xff, 0x61, 0xe2, 0x82]))
new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([0xff]))
new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([0xe2, 0x82]))
const d = new TextDecoder(); return [d.decode(new Uint8Array([0xe2, 0x82]), { stream: true }), d.decode(new Uint8Array([0xac]), { stream: true }), d.decode()]
new TextDecoder('utf-16le').decode(new Uint8Array([0x61, 0, 0x3d, 0xd8, 0, 0xde]))
const d = new TextDecoder('utf-16le'); return [d.decode(new Uint8Array([0x3d]), { stream: true }), d.decode(new Uint8Array([0xd8, 0]), { stream: true }), d.decode(new Uint8Array([0xde]))]
new TextDecoder('latin1').encoding
new TextDecoder('windows-1252').decode(new Uint8Array([0x80, 0xe9]))
new TextDecoder('nope')
new TextDecoder().decode(new Uint8Array([1, 2, 97, 98]).buffer.slice(2))
new TextDecoder().decode(new DataView(new Uint8Array([97]).buffer))
String(new TextDecoder())
`
  .trim()
  .split('\n');

export const bufferCases: readonly string[] = lines;
