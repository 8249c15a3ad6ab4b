import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameReader, FrameTooLong, frameOf } from '../../../../sandbox/host/frames.ts';

const texts = fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 20 });

/** Cuts bytes into chunks of the lengths given, again and again. */
function* chunksOf(bytes: Buffer, lengths: readonly number[]): Generator<Buffer> {
  for (let from = 0, index = 0; from < bytes.length; index++) {
    const length = lengths[index % lengths.length] ?? 1;
    yield bytes.subarray(from, from + length);
    from += length;
  }
}

test('what was put into frames comes out again, however the bytes are cut', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (sent, lengths) => {
      const wellFormed = sent.map((text) => text.toWellFormed());
      const reader = new FrameReader(10_000);
      const read = [...chunksOf(Buffer.concat(wellFormed.map(frameOf)), lengths)].flatMap((chunk) => [
        ...reader.push(chunk),
      ]);
      expect(read).toEqual(wellFormed);
    }),
  );
});

test('a frame that is announced as too long is refused before it has come', () => {
  const reader = new FrameReader(10);
  expect([...reader.push(frameOf('0123456789'))]).toEqual(['0123456789']);
  expect(() => [...reader.push(frameOf('0123456789!').subarray(0, 4))]).toThrow(FrameTooLong);
});
