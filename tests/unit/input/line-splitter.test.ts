import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineSplitter } from '../../../src/input/line-splitter.ts';
import { cutAt } from '../support/chunks.ts';

interface Read {
  readonly number: number;
  readonly text: string | undefined;
}

function split(chunks: readonly Buffer[], maxBytes = 1000): Read[] {
  const splitter = new LineSplitter(maxBytes);
  const lines = [...chunks.flatMap((chunk) => [...splitter.push(chunk)]), ...splitter.end()];
  return lines.map(({ number, bytes }) => ({ number, text: bytes?.toString('latin1') }));
}

const content = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\n', 'é'), maxLength: 40 });

describe('LineSplitter', () => {
  test('gives the same lines however the bytes are chunked', () => {
    fc.assert(
      fc.property(content, fc.array(fc.nat(80)), fc.integer({ min: 1, max: 12 }), (text, cuts, maxBytes) => {
        const bytes = Buffer.from(text);
        expect(split(cutAt(bytes, cuts), maxBytes)).toEqual(split([bytes], maxBytes));
      }),
    );
  });

  test('gives what splitting the whole text would give', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ') })), fc.boolean(), (lines, ends) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join('') + (ends ? '' : 'last'));
        const all = ends ? lines : [...lines, 'last'];
        expect(split([bytes])).toEqual(all.map((text, index) => ({ number: index + 1, text })));
      }),
    );
  });

  test('takes a carriage return off a line’s end, and no other', () => {
    const texts = split([Buffer.from('a\r\n\r\nb\rc\r\r\nd\r')]).map(({ text }) => text);
    expect(texts).toEqual(['a', '', 'b\rc\r', 'd']);
  });

  test('gives a line up that is too long, and only that', () => {
    const lines = split(cutAt(Buffer.from(`1234\n12345\n${'x'.repeat(50)}\n1\n123456`), [3, 20, 22, 50]), 4);
    expect(lines).toEqual([
      { number: 1, text: '1234' },
      { number: 2, text: undefined },
      { number: 3, text: undefined },
      { number: 4, text: '1' },
      { number: 5, text: undefined },
    ]);
  });
});
