import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startOfflineModel } from '../../src/llm/offline/server.ts';
import { blocksOf } from '../unit/docs/blocks.ts';
import { root, tempFolder, type TempFolder } from '../e2e/helpers.ts';

const execute = promisify(execFile);

/** Does what a page says, in its order: its files are written, its commands run, against made-up replies. */
async function follow(page: string, folder: TempFolder): Promise<string> {
  const model = await startOfflineModel({ seed: 3 });
  const here = (text: string): string =>
    text.replaceAll('http://127.0.0.1:11434/v1', model.url).replaceAll('qwen3-coder:30b', 'winnow-offline');
  try {
    let said = '';
    let place = folder.path;
    for (const { language, text } of blocksOf(page)) {
      const named = /^# (\S+\.yaml)\n/u.exec(text)?.[1];
      if (language === 'yaml' && named !== undefined) writeFileSync(join(place, named), here(text));
      if (language !== 'sh') continue;
      const { stdout } = await execute('bash', ['-ec', `${here(text)}\npwd > '${folder.file('place')}'`], {
        cwd: place,
        env: { PATH: `${shim(folder)}${delimiter}${process.env['PATH'] ?? ''}` },
        maxBuffer: 1e8,
      });
      said += stdout;
      const { stdout: now } = await execute('cat', [folder.file('place')]);
      place = now.trim();
    }
    return said;
  } finally {
    await model.close();
  }
}

/** The command `winnow`, as if it were installed. */
function shim(folder: TempFolder): string {
  const path = folder.file('bin', 'winnow');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'src', 'cli', 'main.ts')}' "$@"\n`);
  chmodSync(path, 0o755);
  return dirname(path);
}

test('the page about a first dataset leads to one', async () => {
  using folder = tempFolder();
  const said = await follow('docs/first-dataset.md', folder);
  expect(said).toMatch(/^kept {2,}5 samples/mu);
  expect(said).toContain('**5 samples**');
  expect(said).toMatch(/proven/u);
});

test('the page about nights leads to one that can be proven', async () => {
  using folder = tempFolder();
  const price = '{ input_per_million: 0.4, output_per_million: 1.6 }';
  const endpoint = `{ kind: synthetic, name: s, model: winnow-offline, price: ${price} }`;
  writeFileSync(folder.file('winnow.config.yaml'), `endpoint: ${endpoint}\nbacktranslate: { per_task: 0 }\n`);
  expect(await follow('docs/nightly.md', folder)).toContain('proven');
});

test('the page about your own code leads to tasks that it inspired, and takes a licence out again', async () => {
  using folder = tempFolder();
  cpSync(join(root, 'examples', '06-real-code', 'code', 'src'), folder.file('src'), { recursive: true });
  const said = await follow('docs/own-code.md', folder);
  expect(said).toMatch(/^kept {2,}[1-9]\d* samples/mu);
});

test('the page about trainers exports what it names', async () => {
  using folder = tempFolder();
  await follow('docs/first-dataset.md', folder);
  mkdirSync(folder.file('there'));
  cpSync(folder.file('my-data', 'winnow-out'), folder.file('winnow-out'), { recursive: true });
  const said = await follow('docs/trainers.md', folder);
  for (const format of ['openai', 'trl', 'dpo', 'llama-factory', 'verl']) expect(said).toContain(format);
});
