import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tempFolder, winnow, winnowDone, type TempFolder } from './helpers.ts';
import { writeTinyConfig } from './tiny-run.ts';

let folder: TempFolder;
beforeAll(async () => {
  folder = tempFolder();
  const config = writeTinyConfig(folder.file('winnow.yaml'));
  await winnowDone(['run', '--config', config, '--out', folder.file('run')]);
});
afterAll(() => folder[Symbol.dispose]());

const page = (name: string): string => readFileSync(folder.file(name, 'report.html'), 'utf8');

describe('a run', () => {
  test('leaves its page and its course beside its files', () => {
    expect(page('run')).toContain('<section id="funnel"');
    expect(page('run')).toContain('<section id="spending"');
    const { rounds, spending } = JSON.parse(readFileSync(folder.file('run', 'course.json'), 'utf8')) as {
      rounds: { draws: number; kept: number; requests: number }[];
      spending: { costliest: { requests: number; prompt_tokens: number; title: string }[] };
    };
    expect(rounds.map(({ draws }) => draws)).toEqual([1, 2, 3, 4]);
    expect(rounds.at(-1)?.requests).toBe(16);
    expect(spending.costliest.map(({ requests }) => requests)).toEqual([4, 4, 4, 4]);
    expect(spending.costliest[0]?.prompt_tokens).toBeGreaterThan(0);
    expect(spending.costliest[0]?.title).toMatch(/\w/u);
  });

  test('has the same page again from its files alone', async () => {
    const { stdout } = await winnowDone(['report', folder.file('run'), '--out', folder.file('again.html')]);
    expect(stdout).toBe(`${folder.file('again.html')}\n`);
    expect(readFileSync(folder.file('again.html'), 'utf8')).toBe(page('run'));
  });

  test('is said in Markdown too', async () => {
    const { stdout } = await winnowDone(['report', folder.file('run'), '--format', 'md']);
    expect(stdout).toMatch(/^# run\n\n\*\*\d+ samples\*\*/u);
    expect(stdout).toContain('| judge | candidate |');
  });
});

describe('a benchmark', () => {
  beforeAll(async () => {
    const problem = { prompt: 'Add.', entry_point: 'add', test: 'console.assert(add(1, 2) === 3)', language: 'js' };
    const ids = ['a', 'b'];
    writeFileSync(
      folder.file('set.jsonl'),
      ids.map((id) => `${JSON.stringify({ task_id: id, ...problem })}\n`).join(''),
    );
    for (const [name, sign] of [
      ['good', '+'],
      ['bad', '-'],
    ] as const) {
      const completion = `function add(a, b) { return a ${sign} b; }`;
      const lines = ids.map((id) => `${JSON.stringify({ task_id: id, completion })}\n`);
      writeFileSync(folder.file(`${name}.jsonl`), lines.join(''));
      const flags = ['--samples', folder.file(`${name}.jsonl`), '--out', folder.file(name)];
      await winnowDone(['bench', 'score', '--problems', folder.file('set.jsonl'), ...flags]);
    }
  });

  test('leaves its page beside its summary', () => {
    expect(page('good')).toContain('<dt>pass@1</dt><dd>100.0 %');
    expect(page('bad')).toContain('<dt>pass@1</dt><dd>0.0 %');
  });

  test('has its page, or its Markdown, made again', async () => {
    await winnowDone(['report', folder.file('good'), '--out', folder.file('good.html')]);
    expect(readFileSync(folder.file('good.html'), 'utf8')).toBe(page('good'));
    const { stdout } = await winnowDone(['report', folder.file('good'), '--format', 'md']);
    expect(stdout).toBe(readFileSync(folder.file('good', 'summary.md'), 'utf8'));
  });

  test('is compared with another, on a page', async () => {
    await winnowDone(['bench', 'compare', folder.file('good'), folder.file('bad'), '--out', folder.file('both')]);
    expect(page('both')).toContain('-100.0 points');
    const flags = ['--out', folder.file('both.html'), '--json'];
    const { stdout } = await winnowDone(['report', folder.file('good'), folder.file('bad'), ...flags]);
    expect(JSON.parse(stdout)).toEqual({ file: folder.file('both.html') });
    expect(readFileSync(folder.file('both.html'), 'utf8')).toBe(page('both'));
  });

  test('is compared only where a place is named', async () => {
    const { code, stderr } = await winnow(['report', folder.file('good'), folder.file('bad')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--out FILE')]);
  });
});

describe('what cannot be shown', () => {
  test.each([
    [['report', '/nowhere'], '/nowhere has no samples.jsonl'],
    [['report', '--format', 'pdf'], 'pdf'],
  ])('%j is said', async (args, said) => {
    const { code, stderr, stdout } = await winnow(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });

  test('leaves an earlier page as it was', async () => {
    const before = page('run');
    writeFileSync(folder.file('run', 'course.json'), '{');
    const { code, stderr } = await winnow(['report', folder.file('run')]);
    expect(code).toBe(2);
    expect(stderr).toContain('course.json cannot be read');
    expect(page('run')).toBe(before);
    expect(existsSync(folder.file('run', 'report.html.partial'))).toBe(false);
  });
});
