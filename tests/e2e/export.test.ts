import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExportSummary } from '../../src/cli/render/export.ts';
import { readData } from '../unit/export/support.ts';
import { startFakeHub } from '../unit/export/push/fake-hub.ts';
import { runOf, sampleNo, written } from '../unit/pipeline/export/folder.ts';
import { tempDir } from '../unit/support/temp-dir.ts';
import { winnow, winnowDone } from './helpers.ts';

const samples = Array.from({ length: 10 }, (_, index) => sampleNo(index));
const token = 'hf_verysecret';

describe('winnow export', () => {
  test('writes a folder for each format, and counts what is there', async () => {
    const [run, out] = [written(runOf(samples)), tempDir()];
    const args = ['export', '--run', run, '--out', out, '--format', 'openai,kto', '--container', 'parquet'];
    const { stdout, stderr } = await winnowDone([...args, '--splits', 'train=0.5,eval=0.5', '--json']);
    const summary = JSON.parse(stdout) as ExportSummary;
    expect(summary.formats.map(({ format, rows }) => [format, rows])).toEqual([
      ['openai', 20],
      ['kto', 20],
    ]);
    for (const { dir, splits } of summary.formats) {
      for (const [split, count] of Object.entries(splits)) {
        const rows = await readData(join(dir, 'data', `${split}-00000-of-00001.parquet`), 'parquet');
        expect(rows).toHaveLength(count);
      }
    }
    expect(stderr).toContain(`kto: written to ${join(out, 'kto')}`);
  });

  test('pushes one format as a repository, and several in folders under one card', async () => {
    const [run, out, hub] = [written(runOf(samples)), tempDir(), await startFakeHub()];
    const common = ['export', '--run', run, '--out', out, '--hub-url', hub.url, '--splits', 'train=1'];
    const env = { HF_TOKEN: token };
    const one = await winnowDone([...common, '--format', 'dpo', '--push', 'me/one', '--private'], { env });
    await winnowDone([...common, '--format', 'dpo,trl', '--push', 'me/two'], { env });
    const [first, second] = [hub.repositories.get('me/one'), hub.repositories.get('me/two')];
    const names = ['README.md', 'data/train-00000-of-00001.jsonl', 'verification.jsonl'];
    expect([...(first?.keys() ?? [])].toSorted()).toEqual(names);
    expect([...(second?.keys() ?? [])].toSorted()).toEqual(
      ['README.md', ...['dpo', 'trl'].flatMap((format) => names.map((name) => `${format}/${name}`))].toSorted(),
    );
    for (const name of names) {
      expect(first?.get(name)).toEqual(readFileSync(join(out, 'dpo', name)));
      expect(second?.get(`trl/${name}`)).toEqual(readFileSync(join(out, 'trl', name)));
    }
    expect(second?.get('README.md')?.toString()).toContain('path: dpo/data/train-00000-of-00001.jsonl');
    expect(hub.created.map(({ visibility }) => visibility)).toEqual(['private', 'public']);
    expect(one.stdout).toContain('me/one at c0ffee1');
    expect(one.stdout + one.stderr).not.toContain(token);
  });

  test('takes away the files of an earlier push that are no more, and leaves the rest', async () => {
    const [run, out, hub] = [written(runOf(samples)), tempDir(), await startFakeHub()];
    const push = async (container: string): Promise<void> => {
      const args = ['--run', run, '--out', out, '--format', 'trl', '--splits', 'train=1', '--container', container];
      await winnowDone(['export', ...args, '--push', 'me/pairs', '--hub-url', hub.url], { env: { HF_TOKEN: token } });
    };
    await push('jsonl');
    hub.repositories.get('me/pairs')?.set('data/notes.jsonl', Buffer.from('mine'));
    await push('parquet');
    expect([...(hub.repositories.get('me/pairs')?.keys() ?? [])].toSorted()).toEqual([
      'README.md',
      'data/notes.jsonl',
      'data/train-00000-of-00001.parquet',
      'verification.jsonl',
    ]);
  });

  test('asks for a token before it writes anything', async () => {
    const [run, out] = [written(runOf(samples)), join(tempDir(), 'out')];
    const args = ['export', '--run', run, '--out', out, '--format', 'dpo', '--push', 'me/pairs', '--json'];
    const { code, stdout, stderr } = await winnow(args);
    expect(code).toBe(2);
    expect(stderr).toContain('HF_TOKEN');
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'no-token' } });
    expect(existsSync(out)).toBe(false);
  });

  test('keeps the datasets where the hub refuses the token, and does not show it', async () => {
    const [run, out, hub] = [written(runOf(samples)), tempDir(), await startFakeHub()];
    hub.failures.push({ at: 'repos/create', status: 401, body: { error: `bad ${token}` } });
    const args = ['export', '--run', run, '--out', out, '--format', 'dpo', '--push', 'me/pairs', '--hub-url', hub.url];
    const { code, stdout, stderr } = await winnow([...args, '--debug'], { env: { HF_TOKEN: token } });
    expect(code).toBe(2);
    expect(stderr).toContain('does not let this token write to me/pairs');
    expect(stdout + stderr).not.toContain(token);
    expect(readdirSync(join(out, 'dpo')).toSorted()).toEqual(['README.md', 'data', 'verification.jsonl']);
  });

  test.each([
    [['--format', 'chatml'], 'There is no format "chatml"'],
    [['--format', 'dpo', '--splits', 'train=0.5'], 'must add up to 1'],
    [['--format', 'dpo', '--push', 'pairs'], 'OWNER/NAME'],
    [['--format', 'dpo', '--container', 'csv'], 'Allowed choices'],
    [['--format', 'dpo', '--licence', 'a b'], 'SPDX'],
  ])('refuses %j', async (args, words) => {
    const { code, stderr } = await winnow(['export', '--run', 'nowhere', '--out', tempDir(), ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  test('says what is missing from a folder', async () => {
    const { code, stderr } = await winnow(['export', '--run', 'nowhere', '--out', tempDir(), '--format', 'dpo']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/There is no samples\.jsonl .* in .*nowhere/u);
  });
});
