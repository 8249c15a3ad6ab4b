import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeRow } from '../../benchmarks/curation/programs.ts';
import { codeDisguises, codeTwin, edits, wordTwin } from '../../benchmarks/curation/disguises.ts';
import { tempFolder, winnow, winnowDone, type TempFolder } from './helpers.ts';
import { writeTinyConfig } from './tiny-run.ts';

interface Row {
  readonly id: string;
  readonly group: string;
  readonly curation: { readonly origin: string; readonly split: string; readonly file: string; readonly line: number };
}

interface Rejected {
  readonly id?: string;
  readonly stage: string;
  readonly reason: { readonly kind: string; readonly of?: string; readonly benchmark?: string; readonly name?: string };
}

let folder: TempFolder;
beforeAll(() => {
  folder = tempFolder();
});
afterAll(() => folder[Symbol.dispose]());

function written(name: string, rows: readonly unknown[]): string {
  const path = folder.file(name);
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return path;
}

function rowsOf<T>(path: string): T[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
}

const keptIn = (out: string): Row[] =>
  ['train', 'validation', 'test'].flatMap((split) => rowsOf<Row>(join(out, 'data', `${split}-00000-of-00001.jsonl`)));
const rejectedIn = (out: string): Rejected[] => rowsOf<Rejected>(join(out, 'rejected.jsonl'));
const splitsOf = (out: string): Map<string, string> =>
  new Map(keptIn(out).map(({ id, curation }) => [id, curation.split]));

const clean = Array.from({ length: 60 }, (_, n) => madeRow(n));
const codeTwins = Object.keys(codeDisguises).map((kind, n) => codeTwin(madeRow(n), kind, 1000 + n));
const wordTwins = Object.keys(edits).map((kind, n) => wordTwin(madeRow(10 + n), kind, 2000 + n));

describe('winnow curate', () => {
  test('drops planted duplicates, and nothing else', async () => {
    const input = written('planted.jsonl', [...clean, ...codeTwins, ...wordTwins]);
    const out = folder.file('planted');
    const { stdout } = await winnowDone(['curate', '--input', input, '--out', out, '--json']);
    expect(rejectedIn(out).map(({ id, reason }) => [id, reason.kind, reason.of])).toEqual([
      ...codeTwins.map(({ id }, n) => [id, 'duplicate', `row-${n}`]),
      ...wordTwins.map(({ id }) => [id, 'duplicate-statement', expect.any(String)]),
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      rows: 68,
      kept: 60,
      stages: { deduplicate: { in: 68, kept: 60, dropped: { duplicate: 5, 'duplicate-statement': 3 } } },
    });
    expect(new Set(keptIn(out).map(({ id }) => id))).toEqual(new Set(clean.map(({ id }) => id)));
    expect(readFileSync(join(out, 'report.md'), 'utf8')).toContain('| **score** |');
    expect(existsSync(join(out, '.curate'))).toBe(false);
  });

  test('keeps planted clusters in one split, and moves nothing when rows are added', async () => {
    const first = written('first.jsonl', [...clean, ...codeTwins]);
    const more = written('more.jsonl', [
      ...clean,
      ...codeTwins,
      ...Array.from({ length: 60 }, (_, n) => madeRow(500 + n)),
      ...wordTwins,
    ]);
    const [small, large] = [folder.file('small'), folder.file('large')];
    const splits = 'a=0.34,b=0.33,c=0.33';
    for (const [input, out] of [
      [first, small],
      [more, large],
    ] as const) {
      await winnowDone(['curate', '--input', input, '--out', out, '--keep-duplicates', '--splits', splits]);
    }
    const splitIn = (out: string): Map<string, string> =>
      new Map(
        ['a', 'b', 'c'].flatMap((name) =>
          rowsOf<Row>(join(out, 'data', `${name}-00000-of-00001.jsonl`)).map(({ id }) => [id, name] as const),
        ),
      );
    const [before, after] = [splitIn(small), splitIn(large)];
    for (const [n, { id }] of codeTwins.entries()) expect(before.get(id)).toBe(before.get(`row-${n}`));
    for (const [n, { id }] of wordTwins.entries())
      expect(after.get(id) ?? after.get(`row-${10 + n}`)).toBe(after.get(`row-${10 + n}`));
    for (const [id, split] of before) expect(after.get(id)).toBe(split);
    expect(new Set(before.values()).size).toBe(3);
  });

  test('remembers what it kept: the same again, nothing near to it, nothing moved', async () => {
    const [seen, one, two] = [folder.file('seen'), folder.file('one'), folder.file('two')];
    await winnowDone(['curate', '--input', written('a.jsonl', clean), '--out', one, '--index', seen]);
    const later = written('b.jsonl', [...codeTwins, ...clean.toReversed(), madeRow(700)]);
    await winnowDone(['curate', '--input', later, '--out', two, '--index', seen]);
    expect(rejectedIn(two).map(({ id }) => id)).toEqual(codeTwins.map(({ id }) => id));
    const [before, after] = [splitsOf(one), splitsOf(two)];
    expect(after.size).toBe(61);
    for (const [id, split] of before) expect(after.get(id)).toBe(split);
  });

  test('mixes real with synthetic rows, seven to three, and says which is which', async () => {
    const real = written(
      'real.jsonl',
      Array.from({ length: 35 }, (_, n) => madeRow(3000 + n)),
    );
    const out = folder.file('mixed');
    await winnowDone(['curate', '--input', written('synthetic.jsonl', clean), '--real', real, '--out', out]);
    const kept = keptIn(out);
    expect(kept.filter(({ curation }) => curation.origin === 'real')).toHaveLength(35);
    expect(kept.filter(({ curation }) => curation.origin === 'synthetic')).toHaveLength(15);
    expect(kept.find(({ id }) => id === 'row-3000')?.curation).toMatchObject({ file: real, line: 1 });
  });

  test('takes out what must not come again, what a licence or a source forbids, and what repeats a benchmark', async () => {
    const index = folder.file('mine.index');
    const problems = written(
      'problems.jsonl',
      [20, 21, 22, 23].map((n) => ({ task_id: `P/${n}`, prompt: madeRow(n).prompt })),
    );
    await winnowDone(['contamination', 'build', '--from', `Mine=${problems}`, '--out', index]);
    const rows = clean.map((row, n) => ({
      ...row,
      ...(n === 1 && { licence: 'GPL-3.0-only' }),
      ...(n === 2 && { lineage: { source: { path: 'vendor/a.ts' } } }),
    }));
    const out = folder.file('taken');
    const against = written('against.jsonl', [madeRow(5)]);
    const flags = [
      '--against',
      against,
      '--benchmarks',
      index,
      '--without-licence',
      'GPL*',
      '--without-source',
      'vendor',
    ];
    await winnowDone(['curate', '--input', written('all.jsonl', rows), '--out', out, ...flags]);
    const reasons = new Map(rejectedIn(out).map(({ id, reason }) => [id, reason]));
    expect([...reasons.keys()]).toEqual(['row-1', 'row-2', 'row-5', 'row-20', 'row-21', 'row-22', 'row-23']);
    expect(reasons.get('row-1')).toMatchObject({ kind: 'removed', by: { kind: 'licence', name: 'GPL-3.0-only' } });
    expect(reasons.get('row-5')).toMatchObject({ kind: 'duplicate', in: against });
    expect(reasons.get('row-21')).toMatchObject({
      kind: 'contaminated',
      benchmark: 'Mine',
      problem: 'P/21',
      match: 'statement',
    });
  });

  test('finds statements that say the same in another order of words', async () => {
    const [base, other] = [madeRow(1), madeRow(4000)];
    const shuffled = { ...other, prompt: base.prompt.split('. ').toReversed().join('. ') };
    const out = folder.file('semantic');
    await winnowDone([
      'curate',
      '--input',
      written('same.jsonl', [...clean, shuffled]),
      '--out',
      out,
      '--semantic',
      '0.85',
    ]);
    expect(rejectedIn(out)).toMatchObject([{ id: other.id, reason: { kind: 'duplicate-statement' } }]);
  });

  test.each([
    [['curate', '--out', 'x'], 'There is nothing to curate'],
    [['curate', '--input', '-', '--out', 'x'], 'read twice'],
    [['curate', '--input', '/nowhere.jsonl', '--out', 'x'], 'Cannot read the input /nowhere.jsonl'],
    [
      ['curate', '--input', 'FILE', '--out', 'x', '--benchmarks', '/nowhere'],
      'Cannot read /nowhere as an index of benchmarks',
    ],
    [['curate', '--input', 'FILE', '--out', 'x', '--splits', 'train=0.5'], 'add up to 1'],
    [['curate', '--input', 'FILE', '--out', 'x', '--embeddings-model', 'm'], 'Embeddings need --semantic'],
    [['curate', '--input', 'BAD', '--out', 'x'], 'bad.jsonl:2: not valid JSON'],
    [['contamination', 'build', '--from', 'ODD', '--out', 'x'], 'odd.jsonl:1: no problem: it has foo'],
    [['contamination', 'list', 'BAD'], 'it is no index of benchmarks'],
  ])('%j is exit 2', async (args, words) => {
    writeFileSync(folder.file('bad.jsonl'), '{"prompt": "p"}\n{\n');
    const files: Record<string, string> = {
      FILE: written('one.jsonl', [madeRow(1)]),
      BAD: folder.file('bad.jsonl'),
      ODD: written('odd.jsonl', [{ foo: 1 }]),
      x: folder.file('x'),
    };
    const { code, stderr } = await winnow(args.map((arg) => files[arg] ?? arg));
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  test('skips and counts bad lines where it is told to', async () => {
    writeFileSync(folder.file('bad.jsonl'), '{"prompt": "p"}\n{\n[]\n');
    const out = folder.file('skipped');
    const { stdout } = await winnowDone([
      'curate',
      '--input',
      folder.file('bad.jsonl'),
      '--out',
      out,
      '--skip-bad-lines',
      '--json',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      rows: 1,
      kept: 1,
      stages: { read: { in: 3, kept: 1, dropped: { 'bad-line': 2 } } },
    });
  });
});

test('the bundled index is of HumanEval and MBXP', async () => {
  const { stdout } = await winnowDone(['contamination', 'list', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    benchmarks: [
      { name: 'HumanEval', problems: 164 },
      { name: 'MBXP', problems: 1934 },
    ],
  });
});

describe('from a run to a training set', () => {
  test('curated, exported, and proven in another folder; a changed row is found', async () => {
    const [run, clean1, out, elsewhere] = ['run', 'clean', 'out', 'elsewhere'].map((name) => folder.file(name)) as [
      string,
      string,
      string,
      string,
    ];
    await winnowDone(['run', '--config', writeTinyConfig(folder.file('tiny.yaml')), '--out', run]);
    await winnowDone(['curate', '--run', run, '--out', clean1]);
    await winnowDone([
      'export',
      '--run',
      clean1,
      '--format',
      'openai,kto,verl',
      '--container',
      'parquet',
      '--out',
      out,
    ]);
    cpSync(out, elsewhere, { recursive: true });
    for (const gone of [run, clean1, out]) rmSync(gone, { recursive: true });
    const proven = await winnow(['verify', elsewhere, '--json']);
    expect(proven.code, proven.stderr).toBe(0);
    expect(JSON.parse(proven.stdout)).toMatchObject({ refuted: 0, unjudged: 0, datasets: [{}, {}, {}] });
    const sidecar = join(elsewhere, 'openai', 'verification.jsonl');
    writeFileSync(sidecar, readFileSync(sidecar, 'utf8').replace('expect(', 'expect.soft('));
    const refuted = await winnow(['verify', elsewhere]);
    expect([refuted.code, refuted.stdout]).toEqual([
      100,
      expect.stringContaining('what it was proven by has been changed'),
    ]);
  });
});
