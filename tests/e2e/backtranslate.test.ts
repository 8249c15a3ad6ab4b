import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unbalanced } from '../../src/core/accounting.ts';
import type { PairRow, RejectedRow, SampleRow } from '../../src/core/rows.ts';
import { readLog } from '../../src/llm/offline/request-log.ts';
import type { AccountingFile } from '../../src/pipeline/write-files.ts';
import { root, tempFolder, winnow, winnowDone, type TempFolder } from './helpers.ts';
import { asSoonAs, runThroughKills } from './kills.ts';
import { datasetFiles, differingFiles, readRows } from './run-files.ts';

const example = join(root, 'examples', '12-backtranslate');
const config = join(example, 'winnow.yaml');
const words = ['backtranslate', '--config', config, '--input', join(example, 'code')];
let folder: TempFolder;
let stderr: string;

beforeAll(async () => {
  folder = tempFolder();
  ({ stderr } = await winnowDone([...words, '--out', folder.file('whole'), '--offline-log', folder.file('whole.log')]));
}, 120_000);

afterAll(() => folder[Symbol.dispose]());

function accounting(name: string): AccountingFile {
  return JSON.parse(readFileSync(folder.file(name, 'accounting.json'), 'utf8')) as AccountingFile;
}

const rejected = (): RejectedRow[] => readRows<RejectedRow>(folder.file('whole', 'rejected.jsonl'));

function reasonsOf(entryPoint: string): string[] {
  const rows = rejected().filter(({ task }) => task?.entry_point === entryPoint);
  return rows.map(({ stage, reason }) => `${stage} ${reason.kind}`).toSorted();
}

describe('the example 12-backtranslate', () => {
  test('keeps a pair in each direction for each description that is proven', () => {
    expect(stderr).toContain('9 pieces of code');
    const pairs = readRows<PairRow>(folder.file('whole', 'pairs.jsonl'));
    const described = pairs.filter(({ direction }) => direction === 'code-to-description');
    const names = described.map(({ code, level }) => `${/function (\w+)/u.exec(code)?.[1]} ${level}`);
    expect(names.toSorted()).toEqual([
      'initials one-line',
      'initials statement',
      'maskTail one-line',
      'parseRange statement',
      'spanText statement',
      'steps one-line',
      'steps statement',
      'tally one-line',
      'tally statement',
    ]);
    expect(pairs).toHaveLength(2 * described.length);
    for (const { round_trip: trip } of pairs) {
      expect(trip).toMatchObject({ passed: true, attempts: 2, baseline_pass_rate: 0 });
      expect(trip?.lift).toBe(trip?.pass_rate);
    }
  });

  test.each([
    ['maskTail', ['describe leaks-code']],
    ['parseRange', ['describe says-nothing']],
    ['spanText', ['roundtrip round-trip-failed']],
    ['clamp', ['roundtrip uninformative', 'roundtrip uninformative']],
    ['halves', ['decide unproven', 'support unproven']],
    ['wrapIndex', ['decide refuted', 'support unsupported']],
    ['steps', ['support unsupported']],
    ['initials', []],
  ])('drops what is of no use of %s, and says why', (entryPoint, reasons) => {
    expect(reasonsOf(entryPoint)).toEqual(reasons);
  });

  test('has the described code as samples, by its most precise description', () => {
    const samples = readRows<SampleRow>(folder.file('whole', 'samples.jsonl'));
    expect(samples.map(({ task }) => task.entry_point).toSorted()).toEqual(
      ['initials', 'maskTail', 'parseRange', 'spanText', 'steps', 'tally'].toSorted(),
    );
    for (const { task, lineage, verification, solution, tests } of samples) {
      expect(task.statement).not.toBe('');
      expect(task.signature).toContain(`function ${task.entry_point}(`);
      expect(lineage).toMatchObject({ source: { licence: 'Apache-2.0' }, recorded: 'authored' });
      expect(verification).toMatchObject({ solution, tests, language: task.entry_point === 'tally' ? 'js' : 'ts' });
    }
  });

  test('accounts for everything', () => {
    const { stages } = accounting('whole');
    expect(unbalanced(stages)).toEqual([]);
    expect(stages.draw).toMatchObject({ in: 9, kept: 9 });
    expect(stages.describe.dropped).toEqual({ 'leaks-code': 1, 'says-nothing': 1 });
    expect(stages.roundtrip).toMatchObject({ in: 12, kept: 9 });
  });

  test('gives the same files when it is killed on its way', async () => {
    const [dir, log] = [folder.file('killed'), folder.file('killed.log')];
    const args = [...words, '--out', dir, '--offline-log', log];
    const requests = (count: number) => asSoonAs(() => readLog(log).length >= count);
    const { kills } = await runThroughKills({ dir, log, topics: [], args, env: {} }, [requests(4), requests(30)]);
    expect(kills).toHaveLength(2);
    expect(datasetFiles(dir).size).toBeGreaterThanOrEqual(7);
    expect(differingFiles(folder.file('whole'), dir)).toEqual([]);
    expect(accounting('killed').stages).toEqual(accounting('whole').stages);
  }, 60_000);

  test('answers at once when it is done, and names what has changed', async () => {
    const before = readLog(folder.file('whole.log')).length;
    const again = [...words, '--out', folder.file('whole'), '--offline-log', folder.file('whole.log')];
    const { stdout } = await winnowDone([...again, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ samples: 6, pairs: 18, bad_lines: 0 });
    expect(readLog(folder.file('whole.log'))).toHaveLength(before);
    const changed = await winnow([...again, '--attempts', '3']);
    expect(changed).toMatchObject({ code: 2 });
    expect(changed.stderr).toContain('backtranslate.attempts: was 2, is 3');
  });
});

describe('winnow backtranslate on rows', () => {
  const good = { id: 'sum-up', code: 'export const add = (a: number, b: number): number => a + b;\n' };

  test('ends with the place of a line that is no row, or skips it', async () => {
    const input = folder.file('rows.jsonl');
    writeFileSync(input, `${JSON.stringify(good)}\n{"id": 2}\n`);
    const args = ['backtranslate', '--config', config, '--input', input, '--out', folder.file('rows')];
    const bad = await winnow(args);
    expect([bad.code, bad.stderr]).toEqual([2, expect.stringMatching(/rows\.jsonl:2: code must be a string/u)]);
    const skipped = await winnow([...args, '--skip-bad-lines', '--json']);
    // Nothing is recorded for this code: it stays unjudged, and is no drop.
    expect(JSON.parse(skipped.stdout)).toMatchObject({
      samples: 0,
      bad_lines: 1,
      accounting: { stages: { decide: { in: 1, dropped: {}, faults: { 'llm/not-recorded': 1 } } } },
    });
  });

  test('says what it needs', async () => {
    const without = await winnow(['backtranslate', '--input', 'x', '--out', folder.file('none')]);
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('--config')]);
    const level = await winnow([...words, '--out', folder.file('none'), '--levels', 'poem']);
    expect([level.code, level.stderr]).toEqual([2, expect.stringContaining('one-line, docstring')]);
  });
});
