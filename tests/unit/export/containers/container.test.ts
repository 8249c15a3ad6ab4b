import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { asyncBufferFromFile, parquetMetadataAsync, parquetSchema } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { exportContainers, exportFormats, type ExportContainer } from '../../../../src/config/config.ts';
import type { Column } from '../../../../src/export/columns.ts';
import { openContainer } from '../../../../src/export/containers/container.ts';
import { formats } from '../../../../src/export/formats/all.ts';
import type { DataRow, FormatOf } from '../../../../src/export/formats/format.ts';
import type { SourceKind } from '../../../../src/export/items.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { contentsOf, readData } from '../support.ts';

async function write(kind: ExportContainer, columns: readonly Column[], rows: readonly DataRow[]): Promise<string> {
  const path = join(tempDir(), 'rows');
  const file = openContainer(kind, path, columns);
  for (const row of rows) await file.write({ row, json: JSON.stringify(row) });
  await file.finish();
  return path;
}

const nested: readonly Column[] = [
  { name: 'text', type: 'string' },
  { name: 'flag', type: 'bool' },
  { name: 'count', type: 'int64' },
  { name: 'share', type: 'float64' },
  { name: 'words', type: { list: 'string' } },
  {
    name: 'deep',
    type: {
      struct: [
        {
          name: 'turns',
          type: {
            list: {
              struct: [
                { name: 'n', type: 'int64' },
                { name: 't', type: 'string' },
              ],
            },
          },
        },
      ],
    },
  },
];

const nestedRow = fc.record({
  text: fc.string({ unit: 'grapheme' }),
  flag: fc.boolean(),
  count: fc.maxSafeInteger(),
  share: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  words: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
  deep: fc.record({
    turns: fc.array(fc.record({ n: fc.integer(), t: fc.string({ unit: 'grapheme' }) }), { maxLength: 3 }),
  }),
});

describe.each(exportContainers)('a file of %s', (kind) => {
  test.each(exportFormats)('gives back the rows of %s as they were', async (name) => {
    const format = formats[name] as FormatOf<SourceKind>;
    const rows = Array.from({ length: 12 }, (_, index) =>
      format.toRow(contentsOf(index)[format.source], { split: 'train', index }),
    );
    expect(await readData(await write(kind, format.columns, rows), kind)).toEqual(rows);
  });

  property.prop([fc.array(nestedRow, { maxLength: 20 })], { numRuns: 40 })('gives back any rows', async (rows) => {
    const path = await write(kind, nested, rows);
    expect(await readData(path, kind)).toEqual(JSON.parse(JSON.stringify(rows)));
  });

  test('is gone when it is discarded', async () => {
    const path = join(tempDir(), 'rows');
    const file = openContainer(kind, path, nested);
    await file.discard();
    expect(existsSync(path)).toBe(false);
  });

  test('fails where it cannot be written', async () => {
    const path = join(tempDir(), 'no', 'such', 'folder');
    const attempt = async (): Promise<void> => {
      const file = openContainer(kind, path, [{ name: 'text', type: 'string' }]);
      await file.write({ row: { text: 'a' }, json: '{"text":"a"}' });
      await file.finish();
    };
    await expect(attempt()).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('Parquet', () => {
  const rows = (count: number, text: string): DataRow[] => Array.from({ length: count }, () => ({ text }));

  test('has nested columns, and no texts of JSON', async () => {
    const path = await write('parquet', formats.openai.columns, [{ messages: [{ role: 'user', content: 'a' }] }]);
    const { children } = parquetSchema(await parquetMetadataAsync(await asyncBufferFromFile(path)));
    const [messages] = children;
    expect(messages?.element.logical_type).toEqual({ type: 'LIST' });
    const element = messages?.children[0]?.children[0];
    expect(element?.children.map(({ element }) => [element.name, element.converted_type])).toEqual([
      ['role', 'UTF8'],
      ['content', 'UTF8'],
    ]);
  });

  test('begins a new row group when one has enough bytes, so that memory stays bounded', async () => {
    const path = await write('parquet', [{ name: 'text', type: 'string' }], rows(10, 'x'.repeat(4 * 1024 * 1024)));
    const { row_groups: groups } = await parquetMetadataAsync(await asyncBufferFromFile(path));
    expect(groups.map(({ num_rows }) => Number(num_rows))).toEqual([4, 4, 2]);
  });

  test('begins a new row group when one has enough rows', async () => {
    const path = await write('parquet', [{ name: 'text', type: 'string' }], rows(10_001, ''));
    const { row_groups: groups } = await parquetMetadataAsync(await asyncBufferFromFile(path));
    expect(groups.map(({ num_rows }) => Number(num_rows))).toEqual([10_000, 1]);
  });
});

describe('JSONL.zst', () => {
  test('is one frame, smaller than the rows', async () => {
    const path = await write(
      'jsonl.zst',
      [{ name: 'text', type: 'string' }],
      Array.from({ length: 5000 }, () => ({ text: 'again and again' })),
    );
    expect(statSync(path).size).toBeLessThan(2000);
    expect(readFileSync(path).readUInt32LE(0)).toBe(0xfd2fb528);
  });
});
