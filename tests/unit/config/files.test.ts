import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defineConfig } from '../../../src/config/define.ts';
import { discoverConfig } from '../../../src/config/discover.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { tempDir } from '../support/temp-dir.ts';

function file(name: string, text: string): string {
  const path = join(tempDir(), name);
  writeFileSync(path, text);
  return path;
}

describe('a configuration', () => {
  const json = '{"target": 7, "seeds": {"path": "mine"}, "endpoint": {"model": "m"}}';

  test.each([
    ['winnow.yaml', 'target: 7\nseeds: { path: mine }\nendpoint: { model: m }\n'],
    ['winnow.json', json],
    ['winnow.js', `export default ${json};`],
    ['winnow.mjs', `export default ${json};`],
    ['winnow.ts', `const target: number = 7;\nexport default { ...${json}, target } as const;`],
    ['winnow.mts', `type T = number;\nexport default { ...${json}, target: 7 as T };`],
  ])('%s is read, with paths from its own folder', (name, text) => {
    const path = file(name, text);
    const config = loadConfig(path, {});
    expect([config.target, config.endpoint.model, config.seeds.path]).toEqual([7, 'm', join(path, '..', 'mine')]);
  });

  test.each([
    ['export default { target: "x", endpoint: { model: "m" } };', /winnow\.ts: target: /u],
    ['export default { endpoint: { modle: "m" } };', /winnow\.ts: endpoint.*modle/su],
    ['export default () => ({});', /default export is a function/u],
    ['export const config = {};', /no default export/u],
    ['export default {', /no valid module/u],
    ['await Promise.resolve(); export default {};', /awaits at its top level/u],
    ['throw new Error("not today");', /cannot be loaded \(not today\)/u],
    ['import "./missing.ts"; export default {};', /cannot be loaded \(Cannot find module/u],
  ])('that is a module says what is wrong: %s', (text, message) => {
    expect(() => loadConfig(file('winnow.ts', text), {})).toThrow(message);
  });

  test('that is not there is said so', () => {
    expect(() => loadConfig(join(tempDir(), 'none.ts'), {})).toThrow(/no such file/u);
  });

  test('is given back as it is where it is defined', () => {
    const config = { endpoint: { model: 'm' }, verify: { profile: 'strict' } } as const;
    expect(defineConfig(config)).toBe(config);
  });
});

describe('a folder', () => {
  test('has the configuration of the usual name, or none', () => {
    const folder = tempDir();
    expect(discoverConfig(folder)).toBeUndefined();
    writeFileSync(join(folder, 'winnow.config.ts'), '');
    expect(discoverConfig(folder)).toBe('winnow.config.ts');
  });

  test('with several is refused by their names', () => {
    const folder = tempDir();
    for (const ending of ['yaml', 'ts']) writeFileSync(join(folder, `winnow.config.${ending}`), '');
    expect(() => discoverConfig(folder)).toThrow(
      /winnow\.config\.yaml, winnow\.config\.ts\. Say which one with --config/u,
    );
  });
});
