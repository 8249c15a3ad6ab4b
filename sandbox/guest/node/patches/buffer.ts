import { type Patch, required, thrown } from './patch.ts';

const file = /buffer\/index\.js$/;
const received = `(value) => { throw ${required('node-error.ts')}.wrongFirstArgument(value); }`;

export const bufferPatches: readonly Patch[] = [
  // The encoding without padding.
  { file, find: /case 'base64':/g, replace: `case 'base64':\n      case 'base64url':` },
  {
    file,
    find: 'return base64Slice(this, start, end)',
    replace: `return encoding === 'base64url'
          ? base64Slice(this, start, end).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '')
          : base64Slice(this, start, end)`,
  },
  // One replacement character for each invalid sequence, not for each byte.
  {
    file,
    find: 'function utf8Slice (buf, start, end) {',
    replace: `$&\n  return new (${required('utf-8.ts')}.Utf8)(false).push(Uint8Array.prototype.subarray.call(buf, start, end), true);`,
  },
  { file, find: `if (!Buffer.isBuffer(b)) throw new TypeError('Argument must be a Buffer')`, replace: '' },
  {
    file,
    find: "if (this.length > max) str += ' ... '",
    replace: "if (this.length > max) str += ` ... ${this.length - max} more byte${this.length - max > 1 ? 's' : ''}`",
  },
  // A digit and something else is no byte.
  {
    file,
    find: 'if (numberIsNaN(parsed)) return i',
    replace: 'if (!/^[0-9a-f]{2}$/i.test(string.slice(i * 2, i * 2 + 2))) return i',
  },
  // The codes of errors.
  {
    file,
    find: /throw new TypeError\('Unknown encoding: ' \+ encoding\)/g,
    replace: thrown('TypeError', 'ERR_UNKNOWN_ENCODING', "'Unknown encoding: ' + encoding"),
  },
  {
    file,
    find: /throw new TypeError\(\s*'The "value" argument must not be of type number. Received type number'\s*\)/,
    replace: `(${received})(value)`,
  },
  {
    file,
    find: /throw new TypeError\(\s*'The first argument must be one of type string, Buffer, ArrayBuffer, Array, ' \+\s*'or Array-like Object. Received type ' \+ \(typeof value\)\s*\)/g,
    replace: `(${received})(value)`,
  },
  {
    file,
    find: `throw new TypeError('"size" argument must be of type number')`,
    replace: `throw ${required('node-error.ts')}.invalidArgument('size', 'of type number', size)`,
  },
  {
    file,
    find: `throw new RangeError('The value "' + size + '" is invalid for option "size"')`,
    replace: `throw ${required('node-error.ts')}.outOfRange('size', '>= 0 && <= 9007199254740991', size)`,
  },
  {
    file,
    find: `throw new TypeError('"list" argument must be an Array of Buffers')`,
    replace: `throw ${required('node-error.ts')}.invalidArgument('list', 'an instance of Array', list)`,
  },
  {
    file,
    find: /throw new RangeError\('Buffer size must be a multiple of (\d\d)-bits'\)/g,
    replace: thrown('RangeError', 'ERR_INVALID_BUFFER_SIZE', "'Buffer size must be a multiple of $1-bits'"),
  },
  {
    file: /string_decoder\.js$/,
    find: "throw new Error('Unknown encoding: ' + enc)",
    replace: thrown('TypeError', 'ERR_UNKNOWN_ENCODING', "'Unknown encoding: ' + enc"),
  },
];
