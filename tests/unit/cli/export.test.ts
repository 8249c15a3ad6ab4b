import { chmodSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { formatNames } from '../../../src/cli/commands/export.ts';
import { splitShares } from '../../../src/cli/commands/values.ts';
import { exportSummary, renderExported } from '../../../src/cli/render/export.ts';
import { exportFormats } from '../../../src/config/config.ts';
import { readToken } from '../../../src/config/hub-token.ts';
import { tempFile } from '../support/temp-dir.ts';
import { thrown } from '../support/thrown.ts';

describe('--format', () => {
  test('takes any formats, each once', () => {
    expect(formatNames('openai, kto,openai')).toEqual(['openai', 'kto']);
    expect(formatNames(exportFormats.join(','))).toEqual(exportFormats);
  });

  test.each(['', 'openai,', 'chatml', 'toString'])('refuses %j, and names those that there are', (text) => {
    expect(() => formatNames(text)).toThrow('llama-factory');
  });
});

describe('--splits', () => {
  test('takes any names in any order', () => {
    expect(Object.entries(splitShares('test=0.25, train=0.75'))).toEqual([
      ['test', 0.25],
      ['train', 0.75],
    ]);
    expect(splitShares('a=0.1,b=0.2,c=0.7')).toEqual({ a: 0.1, b: 0.2, c: 0.7 });
  });

  test.each([
    ['train=0.9', 'add up to 0.9'],
    ['train=0.9,test=0.2', 'add up to 1.1'],
    ['train=0.5,train=0.5', 'once'],
    ['train=1.5,test=-0.5', 'is no share'],
    ['train', 'is no share'],
    ['train=', 'is no share'],
    ['train=x', 'is no share'],
    ['1=1', 'is no share'],
    ['a/b=1', 'is no share'],
    ['train=1=1', 'is no share'],
    ['', 'is no share'],
  ])('refuses %j', (text, words) => {
    expect(() => splitShares(text)).toThrow(words);
  });

  property.prop([fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 6 })])(
    'takes all that add up to 1',
    (parts) => {
      const sum = parts.reduce((total, part) => total + part, 0);
      fc.pre(sum > 0);
      const text = parts.map((part, index) => `s${index}=${part / sum}`).join(',');
      expect(Object.values(splitShares(text))).toEqual(parts.map((part) => part / sum));
    },
  );
});

describe('the token of a hub', () => {
  test('comes from a file, or else from the environment', () => {
    expect(readToken(undefined, { HF_TOKEN: 'hf_abc\n' })).toBe('hf_abc');
    const file = tempFile('token', 'hf_file\n');
    chmodSync(file, 0o600);
    expect(readToken(file, { HF_TOKEN: 'hf_abc' })).toBe('hf_file');
  });

  test('may not lie open to others', () => {
    const file = tempFile('token', 'hf_file\n');
    chmodSync(file, 0o640);
    expect(thrown(() => readToken(file, {})).code).toBe('token-exposed');
  });

  test('is asked for by the name of the variable where there is none', () => {
    for (const environment of [{}, { HF_TOKEN: ' ' }]) {
      const error = thrown(() => readToken(undefined, environment));
      expect([error.code, error.exit]).toEqual(['no-token', 2]);
      expect(error.message).toContain('HF_TOKEN');
    }
    const empty = tempFile('token', '\n');
    expect(thrown(() => readToken(empty, { HF_TOKEN: 'hf_abc' })).message).toContain(empty);
  });

  test('is never shown where it is no token', () => {
    const error = thrown(() => readToken(undefined, { HF_TOKEN: 'sk-secret' }));
    expect(error.message).not.toContain('sk-secret');
    expect(error.code).toBe('token-invalid');
  });
});

describe('what winnow export prints', () => {
  const file = (split: string, rows: number) => ({
    split,
    path: `data/${split}`,
    rows,
    dataBytes: 9,
    fileBytes: 600_000,
  });
  const summary = exportSummary(
    [{ format: 'dpo', folder: '/out/dpo', files: [file('train', 2), file('train', 3), file('test', 1)] }],
    { from: '/run', out: '/out', container: 'parquet', pushed: { repository: 'me/pairs', commit: 'c0ffee' } },
  );

  test('counts the rows of each split over its files', () => {
    expect(summary.formats).toEqual([
      { format: 'dpo', dir: '/out/dpo', rows: 6, bytes: 1_800_000, files: 3, splits: { train: 5, test: 1 } },
    ]);
    expect(renderExported(summary)).toMatchInlineSnapshot(`
      "
      dpo                6 rows (5 train, 1 test), 1.8 MB
      pushed             me/pairs at c0ffee
      files              /out/<format>/: data/, verification.jsonl, README.md
      "
    `);
  });

  test('does without a push and without rows', () => {
    const bare = exportSummary([{ format: 'kto', folder: '/out/kto', files: [] }], { ...summary, pushed: undefined });
    expect(bare.pushed).toBeNull();
    expect(renderExported(bare)).toContain('0 rows, 0.000 MB');
  });
});
