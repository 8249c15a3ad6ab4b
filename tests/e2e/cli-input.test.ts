import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tempFolder, winnow, type TempFolder } from './helpers.ts';
import { writeTinyConfig } from './tiny-run.ts';

const seed = `topic: strings
seeds:
  - id: strings/one
    kind: concept
    title: One
    difficulty: easy
    text: Something.
`;

let folder: TempFolder;
let tiny: string;

beforeAll(() => {
  folder = tempFolder();
  tiny = writeTinyConfig(folder.file('tiny.yaml'));
  writeFileSync(folder.file('broken.yaml'), 'seed: 1\nendpoint: { model: x\nverify:\n');
  writeFileSync(folder.file('unknown-key.yaml'), 'endpoint:\n  model: x\nverify:\n  typse: off\n');
  writeFileSync(folder.file('bad-value.yaml'), 'endpoint:\n  model: x\n  base_url: nowhere\n');
  writeTinyConfig(folder.file('keyed.yaml'), {
    endpoint: { base_url: 'http://127.0.0.1:9/v1', api_key_env: 'SOME_KEY' },
  });
  for (const [name, text] of seedFolders()) {
    mkdirSync(folder.file(name));
    writeFileSync(folder.file(name, 'strings.yaml'), text);
  }
  mkdirSync(folder.file('no-seeds'));
});

afterAll(() => folder[Symbol.dispose]());

describe('a mistake in what a run is told is exit 2, and says what and where', () => {
  const config = (name: string) => () => ['--config', folder.file(name)];
  const tinyWith = (flag: string, name: string) => () => ['--config', tiny, flag, folder.file(name)];
  const mistakes = [
    { name: 'a missing configuration', args: config('none.yaml'), says: ['none.yaml: there is no such file'] },
    { name: 'a folder as configuration', args: config('no-seeds'), says: ['no-seeds: it is a directory'] },
    { name: 'broken YAML', args: config('broken.yaml'), says: [/broken\.yaml:\d: not valid YAML/u] },
    { name: 'an unknown key', args: config('unknown-key.yaml'), says: ['unknown-key.yaml:4: verify:', 'typse'] },
    { name: 'a bad value', args: config('bad-value.yaml'), says: ['bad-value.yaml:3: endpoint.base_url:'] },
    { name: 'a missing seeds folder', args: tinyWith('--seeds', 'nowhere'), says: ['nowhere', '--seeds'] },
    { name: 'no seed files', args: tinyWith('--seeds', 'no-seeds'), says: ['no seed files (*.yaml)', 'no-seeds'] },
    {
      name: 'a seed of a wrong kind',
      args: tinyWith('--seeds', 'wrong-kind'),
      says: ['strings.yaml:4: seeds.0.kind:'],
    },
    { name: 'a seed given twice', args: tinyWith('--seeds', 'twice'), says: ['strings.yaml:8:', 'strings.yaml:3'] },
    { name: 'a seed without text', args: tinyWith('--seeds', 'no-text'), says: [/strings\.yaml:3: seeds\.0\.text:/u] },
    { name: 'seeds that no filter lets in', args: tinyWith('--seeds', 'untagged'), says: ['No seed has the tags'] },
    { name: 'an unset key', args: config('keyed.yaml'), says: ['environment variable SOME_KEY', 'is not set'] },
    {
      name: 'a budget in dollars without a price',
      args: () => ['--config', tiny, '--budget-usd', '1'],
      says: ['price of winnow-offline', 'endpoint.price.input_per_million'],
    },
    {
      name: 'a remote store',
      args: () => ['--config', tiny, '--store', 'postgres://user:hidden@db.example/winnow'],
      says: ['keeps its store in a file', 'db.example/winnow'],
    },
    { name: 'a store that is no store', args: tinyWith('--store', 'tiny.yaml'), says: ['it is no SQLite database'] },
    { name: 'a file as --out', args: tinyWith('--out', 'tiny.yaml'), says: ['tiny.yaml', 'another place with --out'] },
    { name: 'an --out below a file', args: tinyWith('--out', 'tiny.yaml/out'), says: ['Cannot write', 'ENOTDIR'] },
  ];

  test.concurrent.for(mistakes)('$name', async ({ args, says }, { expect }) => {
    const given = args();
    const out = given.includes('--out') ? [] : ['--out', folder.file('out')];
    const { code, stdout, stderr } = await winnow(['run', ...given, ...out]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const words of says) expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(stderr).not.toContain('hidden');
  });
});

describe('a stack trace', () => {
  test('is shown with --debug, with the cause', async () => {
    const { code, stderr } = await winnow(['run', '--debug', '--config', folder.file('none.yaml')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^\s+at .*\.ts/mu);
    expect(stderr).toContain('ENOENT');
  });
});

function seedFolders(): readonly (readonly [string, string])[] {
  return [
    ['wrong-kind', seed.replace('concept', 'idea')],
    ['twice', seed + seed.slice(seed.indexOf('  - id'))],
    ['no-text', seed.replace(/ {4}text.*\n/u, '')],
    ['untagged', seed],
  ];
}
