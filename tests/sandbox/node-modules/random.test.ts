import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedRealm } from './fixture.ts';
import { runInNode } from './realm.ts';

const realm = sharedRealm();

/** Whether code that is made of random values does as in Node. */
async function agrees<T>(values: fc.Arbitrary<T>, numRuns: number, code: (value: T) => string): Promise<void> {
  const property = fc.asyncProperty(values.map(code), async (text) => {
    expect(realm().run(text)).toBe(await runInNode(text));
  });
  await fc.assert(property, { numRuns, seed: 20 });
}

const leaves = [0, -0, 1, Number.NaN, '1', 'a', true, false, null, undefined, 1n, ''];
const anything = fc.anything({
  withBigInt: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withDate: true,
  withBoxedValues: true,
  withNullPrototype: true,
  maxDepth: 3,
  maxKeys: 4,
  key: fc.constantFrom('a', 'b', 'c', '0'),
  values: [fc.constantFrom(...leaves)],
});

/** Two values as text, which makes them anew; often the same. */
const pairs = fc
  .oneof(
    fc.tuple(anything, anything),
    anything.map((value) => [value, value] as const),
  )
  .map(([left, right]) => [fc.stringify(left), fc.stringify(right)] as const);

test('values are equal, in every sense, and are shown as in Node', async () => {
  await agrees(
    pairs,
    800,
    ([left, right]) => `const assert = require('assert');
      const equal = (name) => { try { assert[name](${left}, ${right}); return true; } catch (error) { return error.code; } };
      const { isDeepStrictEqual, inspect } = require('util');
      return [...['equal', 'deepEqual', 'deepStrictEqual', 'partialDeepStrictEqual'].map(equal), isDeepStrictEqual(${left}, ${right}), inspect(${left})];`,
  );
});

const awkward = [0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0x41, 0xed, 0xa0, 0xff];
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  fc.array(fc.constantFrom(...awkward), { maxLength: 12 }).map((list) => Uint8Array.from(list)),
);

test('bytes are decoded as in Node', async () => {
  await agrees(
    bytes,
    400,
    (list) => `const bytes = new Uint8Array([${list.join()}]);
      const inPieces = (label) => { const decoder = new TextDecoder(label); return [bytes.subarray(0, 2), bytes.subarray(2, 3), bytes.subarray(3)].map((piece) => decoder.decode(piece, { stream: true })).concat(decoder.decode()); };
      const fatal = () => { try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes); } catch (error) { return error.code; } };
      const encodings = ['utf8', 'hex', 'base64', 'base64url', 'latin1', 'ascii', 'utf16le'];
      const decoded = ['utf-8', 'utf-16le', 'latin1'].map((label) => new TextDecoder(label).decode(bytes));
     
      return [decoded, inPieces('utf-8'), inPieces('utf-16le'), fatal(), encodings.map((encoding) => Buffer.from(bytes).toString(encoding))];`,
  );
});

const characters = ['a', '=', '+', '/', '-', '_', ' ', 'Z', 'f', '0', '%', '&', 'é', '€', '.', '\n'];
const strings = fc.oneof(
  fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 }),
  fc.base64String({ maxLength: 12 }),
);

test('text is encoded, split and hashed as in Node', async () => {
  await agrees(
    strings,
    400,
    (text) => `const text = ${JSON.stringify(text)};
      const attempt = (f) => { try { return f(); } catch (error) { return error.name; } };
      const { createHash, createHmac } = require('crypto');
      return [['utf8', 'hex', 'latin1', 'utf16le'].map((encoding) => Buffer.from(text, encoding)), Buffer.byteLength(text), new TextEncoder().encode(text),
        require('querystring').parse(text), attempt(() => atob(text)), attempt(() => btoa(text)), /%/.test(text) ? '' : [...new URLSearchParams(text)], String(new URLSearchParams([[text, text]])),
        require('path').normalize(text), require('path').parse(text), createHash('md5').update(text).digest('hex'), createHmac('sha512', text).update(text).digest('base64')];`,
  );
});

const addresses = fc
  .tuple(
    fc.constantFrom('http:', 'https:', 'foo:', 'ws:', ''),
    fc.constantFrom('//', '/', ''),
    fc.constantFrom('a.b', 'A.B:80', 'u:p@h', '[::1]', '1.2.3.4', 'ex ample', '', '0x7f.1', 'é.de'),
    fc.constantFrom('/x/../y', '/a b', '', '/%zz', '?q=é', '#h h', '/./', ';p=1?x#y', '\\x', '/a|b?c|d'),
  )
  .map((parts) => parts.join(''));

test('addresses are read as in Node', async () => {
  await agrees(
    addresses,
    400,
    (address) => `const attempt = (f) => { try { return f().href; } catch (error) { return error.code; } };
      return [attempt(() => new URL(${JSON.stringify(address)})), attempt(() => new URL(${JSON.stringify(address)}, 'http://base/p/q?r'))];`,
  );
});
