import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configJsonSchema, configurationPage } from '../../../src/config/document.ts';

const docs = join(import.meta.dirname, '..', '..', '..', 'docs');

test('the page of the configuration says what the schema says', () => {
  const words = (text: string): string => text.replaceAll(/[ |-]+/gu, ' ');
  expect(words(readFileSync(join(docs, 'configuration.md'), 'utf8'))).toBe(words(configurationPage()));
});

test('the JSON schema for editors is the schema', () => {
  expect(JSON.parse(readFileSync(join(docs, 'configuration.schema.json'), 'utf8'))).toEqual(configJsonSchema());
});

test('every key is described', () => {
  const rows = configurationPage()
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const bare = rows.filter((row) => row.endsWith('|  |'));
  expect(bare).toEqual([]);
});
