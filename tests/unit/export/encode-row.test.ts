import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { openContainer } from '../../../src/export/containers/container.ts';
import { encodeRow } from '../../../src/export/encode-row.ts';
import { tempDir } from '../support/temp-dir.ts';
import { readData } from './support.ts';

/** Texts of any 16-bit units, halves of surrogate pairs among them. */
const anyText = fc
  .array(fc.oneof(fc.nat({ max: 0xffff }), fc.integer({ min: 0xd7f0, max: 0xe010 })), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

describe('encodeRow', () => {
  test('keeps what UTF-8 can hold, also code that speaks of halves', () => {
    const row = { text: String.raw`'\ud83d' is a half of 🚲`, deep: [{ label: true, count: 2, share: 0.5 }] };
    expect(encodeRow(row)).toEqual({ row, json: JSON.stringify(row) });
  });

  test('replaces halves wherever they are', () => {
    const row = { text: 'a\ud83d', deep: [{ text: '\udeb2b', none: null }] };
    expect(encodeRow(row).row).toEqual({ text: 'a\ufffd', deep: [{ text: '\ufffdb', none: null }] });
  });

  property.prop([fc.array(anyText, { minLength: 1, maxLength: 5 })], { numRuns: 50 })(
    'gives a row that every container gives back unchanged',
    async (texts) => {
      const encoded = texts.map((text) => encodeRow({ text }));
      for (const container of ['jsonl', 'parquet'] as const) {
        const path = join(tempDir(), 'rows');
        const file = openContainer(container, path, [{ name: 'text', type: 'string' }]);
        for (const row of encoded) await file.write(row);
        await file.finish();
        expect(await readData(path, container)).toEqual(encoded.map(({ row }) => row));
      }
    },
  );
});
