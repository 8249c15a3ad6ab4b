import buffer from 'buffer/index.js';
import { defineLate } from './lib/define.ts';

const { Buffer, SlowBuffer } = buffer;
const MAX_LENGTH = Number.MAX_SAFE_INTEGER;
const MAX_STRING_LENGTH = 2 ** 29 - 24;

function isAscii(input: Uint8Array): boolean {
  return new Uint8Array(input).every((byte) => byte < 128);
}

function isUtf8(input: Uint8Array): boolean {
  const bytes = Buffer.from(input);
  return (
    Buffer.from(bytes.toString('utf8'), 'utf8').length === bytes.length && !bytes.toString('utf8').includes('\ufffd')
  );
}

const exports = {
  Buffer,
  SlowBuffer,
  constants: { MAX_LENGTH, MAX_STRING_LENGTH },
  INSPECT_MAX_BYTES: 50,
  kMaxLength: MAX_LENGTH,
  kStringMaxLength: MAX_STRING_LENGTH,
  isAscii,
  isUtf8,
};

defineLate(exports, {
  atob: () => offered('internal/encoding').atob,
  btoa: () => offered('internal/encoding').btoa,
});

export default exports as unknown;
