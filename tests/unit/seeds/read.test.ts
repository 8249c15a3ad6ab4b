import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSeeds } from '../../../src/seeds/read.ts';
import { tempDir, tempFile } from '../support/temp-dir.ts';
import { thrown } from '../support/thrown.ts';

const concept = (id: string): string =>
  `  - id: ${id}\n    kind: concept\n    title: A title\n    difficulty: easy\n    text: Some text.\n`;
const file = (topic: string, ...seeds: string[]): string => `topic: ${topic}\nseeds:\n${seeds.join('')}`;

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = tempDir();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function complaint(files: Readonly<Record<string, string>>): string {
  const folder = folderOf(files);
  const error = thrown(() => readSeeds(folder));
  expect(error.exit).toBe(2);
  return error.message.replaceAll(`${folder}/`, '');
}

describe('readSeeds', () => {
  test('reads every YAML file, ordered by id, with the topic of its file', () => {
    const folder = folderOf({
      'strings.yaml': file('strings', concept('strings/z'), concept('strings/a')),
      'arrays.yml': file('arrays', concept('arrays/m')),
      'README.md': 'no seeds here',
    });
    const seeds = readSeeds(folder);
    expect(seeds.map(({ id, topic, tags }) => [id, topic, tags])).toEqual([
      ['arrays/m', 'arrays', []],
      ['strings/a', 'strings', []],
      ['strings/z', 'strings', []],
    ]);
  });

  test('reads a snippet with its code, which is TypeScript unless it says otherwise', () => {
    const snippet = concept('arrays/m').replace('concept', 'snippet');
    const [seed] = readSeeds(folderOf({ 'a.yaml': file('arrays', `${snippet}    code: export {}\n`) }));
    expect(seed).toMatchObject({ kind: 'snippet', code: 'export {}', language: 'ts' });
  });

  test.each([
    ['code on a concept', `${concept('arrays/m')}    code: x\n`, 'a.yaml:8: seeds.0: Unrecognized key: "code"'],
    ['a snippet without code', concept('arrays/m').replace('concept', 'snippet'), 'a.yaml:3: seeds.0.code: '],
    ['another kind', concept('arrays/m').replace('concept', 'koan'), 'a.yaml:4: seeds.0.kind: '],
    ['an id in capitals', concept('arrays/M'), 'a.yaml:3: seeds.0.id: must be <topic>/<name> in lower case'],
    [
      'an id of another topic',
      concept('strings/m'),
      'a.yaml:3: the seed strings/m stands in the file of the topic arrays.',
    ],
    ['an empty text', concept('arrays/m').replace('Some text.', "''"), 'a.yaml:7: seeds.0.text: '],
    ['no seeds', '', 'a.yaml:2: seeds: '],
  ])('refuses %s with file and line', (_what, seed, start) => {
    expect(complaint({ 'a.yaml': file('arrays', seed) }).slice(0, start.length)).toBe(start);
  });

  test('refuses an id that is given twice, and names both places', () => {
    const twice = file('arrays', concept('arrays/m'));
    expect(complaint({ 'a.yaml': twice, 'b.yaml': twice })).toBe(
      'b.yaml:3: the seed arrays/m is already given at a.yaml:3.',
    );
  });

  test('refuses a folder without seeds, and a folder that is none', () => {
    const empty = tempDir();
    mkdirSync(join(empty, 'deeper'));
    expect(thrown(() => readSeeds(empty))).toMatchObject({ code: 'no-seeds', exit: 2 });
    expect(thrown(() => readSeeds(join(empty, 'none')))).toMatchObject({ code: 'seeds-unreadable', exit: 2 });
    expect(thrown(() => readSeeds(tempFile('f', '')))).toMatchObject({ code: 'seeds-unreadable', exit: 2 });
  });
});
