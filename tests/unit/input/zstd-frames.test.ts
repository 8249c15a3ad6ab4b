import { Readable } from 'node:stream';
import { constants, createZstdDecompress, zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zstdFrameChunks } from '../../../src/input/zstd-frames.ts';
import { cutAt } from '../support/chunks.ts';
import { collect } from '../support/collect.ts';

/** Frames of every shape that a header has: with and without checksum and content size, of no, one and many blocks. */
const frame = fc
  .record({
    size: fc.constantFrom(0, 1, 300, 70_000, 300_000),
    fill: fc.constantFrom('a', undefined),
    sum: fc.boolean(),
  })
  .map(({ size, fill, sum }) => {
    const content = fill === undefined ? noise(size) : Buffer.alloc(size, fill);
    const params = { [constants.ZSTD_c_checksumFlag]: Number(sum), [constants.ZSTD_c_contentSizeFlag]: Number(!sum) };
    return { content, bytes: zstdCompressSync(content, { params }) };
  });
const skippable = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);

/** Bytes that do not compress, the same ones every time. */
function noise(size: number): Buffer {
  let state = 1;
  return Buffer.from(
    Array.from({ length: size }, () => (state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff) >> 16),
  );
}

async function decode(chunks: readonly Buffer[]): Promise<Buffer> {
  const cut = await collect(zstdFrameChunks(Readable.from(chunks)));
  return Buffer.concat(await collect(Readable.from(cut).pipe(createZstdDecompress()) as AsyncIterable<Buffer>));
}

describe('zstdFrameChunks', () => {
  test('lets Node’s decoder read every frame of a stream, however it is chunked', async () => {
    const frames = fc.array(frame, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(frames, fc.array(fc.nat(100_000), { maxLength: 20 }), async (all, cuts) => {
        const bytes = Buffer.concat([...all.map(({ bytes }) => bytes), skippable]);
        const contents = Buffer.concat(all.map(({ content }) => content));
        expect((await decode(cutAt(bytes, cuts))).equals(contents)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('can be fed byte by byte', async () => {
    const bytes = Buffer.concat([zstdCompressSync('one '), skippable, zstdCompressSync('two')]);
    expect((await decode(Array.from(bytes, (byte) => Buffer.from([byte])))).toString()).toBe('one two');
  });

  test('notices wherever a stream breaks off', async () => {
    const bytes = zstdCompressSync('some text that is long enough');
    for (let end = 1; end < bytes.length; end += 1) {
      await expect(decode([bytes, bytes.subarray(0, end)])).rejects.toThrow(/it ends in the middle/u);
    }
  });

  test.each([Buffer.from('{"id": 1}\n'), Buffer.concat([zstdCompressSync('good'), Buffer.from('garbage')])])(
    'refuses what is no frame',
    async (bytes) => {
      await expect(decode([bytes])).rejects.toThrow('it is not compressed with zstd');
    },
  );
});
