import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultRow } from '../../../src/bench/result.ts';
import { tempFolder, winnow, winnowDone, type TempFolder } from '../helpers.ts';
import { readRows } from '../run-files.ts';
import { problems, rightReply, writeRows, wrongReply } from './problems.ts';

let folder: TempFolder;
let set: string;

beforeAll(() => {
  folder = tempFolder();
  set = writeRows(folder.file('problems.jsonl'), problems);
});
afterAll(() => folder[Symbol.dispose]());

interface Summary {
  readonly problems: number;
  readonly samples: number;
  readonly unjudged: number;
  readonly unsampled: readonly string[];
  readonly pass_at: Readonly<Record<string, { readonly value: number; readonly ci95: readonly [number, number] }>>;
  readonly by_verdict: Readonly<Record<string, number>>;
  readonly strengthened?: { readonly left_out: readonly string[] };
}

function summaryOf(dir: string): Summary {
  return JSON.parse(readFileSync(folder.file(dir, 'summary.json'), 'utf8')) as Summary;
}

const score = (samples: string, dir: string, ...more: readonly string[]): readonly string[] =>
  ['bench', 'score', '--problems', set, '--samples', samples, '--out', folder.file(dir)].concat(more);

/** Of each problem two samples: a right one and a wrong one, but for the hard one, of which both are wrong. */
const mixed = problems.flatMap(({ task_id }) => [
  { task_id, completion: task_id === 'own/hard' ? wrongReply(task_id) : rightReply(task_id) },
  { task_id, completion: wrongReply(task_id) },
]);

describe('winnow bench score', { timeout: 60_000 }, () => {
  test('gives every sample a verdict, and pass@k with its interval', async () => {
    const samples = writeRows(folder.file('mixed.jsonl'), mixed);
    await winnowDone(score(samples, 'mixed', '-k', '1,2'));
    const rows = readRows<ResultRow>(folder.file('mixed', 'results.jsonl'));
    expect(rows.map(({ task_id, sample, verdict }) => `${task_id} ${sample} ${verdict?.kind}`)).toEqual([
      'own/clamp 0 accepted',
      'own/clamp 1 refuted',
      'own/initials 0 accepted',
      'own/initials 1 refuted',
      'own/weak 0 accepted',
      'own/weak 1 refuted',
      'own/hard 0 refuted',
      'own/hard 1 refuted',
    ]);
    const summary = summaryOf('mixed');
    expect(summary).toMatchObject({ problems: 4, samples: 8, unjudged: 0, unsampled: [] });
    expect(summary.by_verdict).toMatchObject({ accepted: 3, refuted: 5 });
    expect(summary.pass_at['1']?.value).toBeCloseTo(0.375, 6);
    expect(summary.pass_at['2']?.value).toBeCloseTo(0.75, 6);
    const [low = 1, high = 0] = summary.pass_at['1']?.ci95 ?? [];
    expect(low).toBeLessThan(0.375);
    expect(high).toBeGreaterThan(0.375);
    expect(readFileSync(folder.file('mixed', 'summary.md'), 'utf8')).toContain('own/hard');
  });

  test('gives the same verdicts whatever the number of workers', async () => {
    const samples = writeRows(folder.file('mixed.jsonl'), mixed);
    await Promise.all([
      winnowDone(score(samples, 'one', '--concurrency', '1')),
      winnowDone(score(samples, 'many', '--concurrency', '8')),
    ]);
    const verdicts = (dir: string): unknown[] =>
      readRows<ResultRow>(folder.file(dir, 'results.jsonl')).map(({ duration_ms: _ms, ...row }) => row);
    expect(verdicts('one')).toEqual(verdicts('many'));
    const summary = (dir: string): string =>
      readFileSync(folder.file(dir, 'summary.json'), 'utf8').replaceAll(/"duration_ms": \d+/gu, '');
    expect(summary('one')).toBe(summary('many'));
  });

  test('keeps a reply that holds no program, and says what is wrong with it', async () => {
    const samples = writeRows(folder.file('none.jsonl'), [
      { task_id: 'own/clamp', completion: 'I cannot help with that.' },
      { task_id: 'own/clamp', completion: '```ts\nexport function clampIt(v: number) { return v; }\n```' },
    ]);
    await winnowDone(score(samples, 'none'));
    const rows = readRows<ResultRow>(folder.file('none', 'results.jsonl'));
    expect(rows.map(({ verdict }) => verdict)).toMatchObject([
      { kind: 'malformed', stage: 'extract' },
      { kind: 'malformed', stage: 'extract', problem: 'other-name' },
    ]);
    expect(rows[0]?.reply).toBe('I cannot help with that.');
    expect(summaryOf('none').unsampled).toEqual(['own/initials', 'own/weak', 'own/hard']);
  });

  test('judges by the examples of the statements where they are asked for', async () => {
    const buggy = problems.map(({ task_id, prompt, buggy_solution }) => ({
      task_id,
      completion: `${prompt}${typeof buggy_solution === 'string' ? buggy_solution : ''}`,
    }));
    const samples = writeRows(folder.file('buggy.jsonl'), buggy.slice(1, 2));
    await winnowDone(score(samples, 'full'));
    await winnowDone(score(samples, 'example', '--tests', 'example'));
    expect(summaryOf('full').pass_at['1']?.value).toBe(0);
    expect(summaryOf('example').pass_at['1']?.value).toBe(1);
  });

  test('refuses what it cannot score, with the place, and loses nothing that was judged', async () => {
    const right = { task_id: 'own/clamp', completion: rightReply('own/clamp') };
    const unknown = writeRows(folder.file('unknown.jsonl'), [right, { task_id: 'own/clam', completion: 'x' }]);
    const failed = await winnow(score(unknown, 'unknown'));
    expect(failed.code).toBe(2);
    expect(failed.stderr).toMatch(/unknown\.jsonl:2: .*own\/clam.*own\/clamp/su);
    await winnowDone(score(unknown, 'unknown', '--resume', '--skip-bad-lines'));
    expect(readRows(folder.file('unknown', 'results.jsonl'))).toHaveLength(1);

    const changed = await winnow(score(unknown, 'unknown', '--resume', '--skip-bad-lines', '--timeout-ms', '7'));
    expect(changed.code).toBe(2);
    expect(changed.stderr).toContain('--timeout-ms: was 3000, is 7');

    const torn = folder.file('torn.jsonl');
    writeFileSync(torn, `${JSON.stringify(right)}\n{"task_id": "own/cl`);
    const broken = await winnow(score(torn, 'torn'));
    expect(broken.code).toBe(2);
    expect(broken.stderr).toMatch(/torn\.jsonl:2: not valid JSON/u);

    const tooFew = await winnow(score(writeRows(folder.file('one.jsonl'), [right]), 'k', '-k', '1,5'));
    expect(tooFew.code).toBe(2);
    expect(tooFew.stderr).toMatch(/own\/clamp.*\b1\b.*5|5.*own\/clamp/su);

    const empty = await winnow(score(writeRows(folder.file('empty.jsonl'), []), 'empty'));
    expect(empty.code).toBe(2);
    expect(empty.stderr).toContain('empty.jsonl');
  });

  test('says in one line what is wrong with a problem set', async () => {
    const samples = writeRows(folder.file('mixed.jsonl'), mixed);
    const cases: readonly (readonly [string, readonly object[], RegExp])[] = [
      ['twice', [problems[0] ?? {}, problems[0] ?? {}], /twice\.jsonl:2: .*own\/clamp/u],
      ['untested', [{ ...problems[0], test: undefined }], /untested\.jsonl:1: .*test/u],
      ['nothing', [], /nothing\.jsonl/u],
    ];
    for (const [name, rows, says] of cases) {
      const file = writeRows(folder.file(`${name}.jsonl`), rows);
      const args = ['bench', 'score', '--problems', file, '--samples', samples, '--out', folder.file(name)];
      const { code, stderr } = await winnow(args);
      expect(code).toBe(2);
      expect(stderr).toMatch(says);
    }
  });
});

describe('a directory of exercises', { timeout: 60_000 }, () => {
  test('is a problem set: every test runs but those that are skipped, and its own solution passes', async () => {
    const write = (path: string, content: string): void => {
      const file = folder.file('track', 'exercises', 'practice', 'wrap', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    };
    const files = { solution: ['wrap.ts'], test: ['wrap.test.ts'], example: ['.meta/proof.ci.ts'] };
    write('.meta/config.json', JSON.stringify({ files }));
    write('.docs/instructions.md', 'Put brackets round a text.');
    write('wrap.ts', "export function wrap(text: string): string {\n  throw new Error('todo');\n}\n");
    const right = 'export function wrap(text: string): string {\n  return `[${text}]`;\n}\n';
    write('.meta/proof.ci.ts', right);
    write(
      'wrap.test.ts',
      `import { describe, expect, it, xit } from '@jest/globals';
import { wrap } from './wrap';
describe('wrap', () => {
  it('wraps', () => { expect(wrap('a')).toBe('[a]'); });
  xit('wraps nothing', () => { expect(wrap('')).toBe('[]'); });
  it.skip('cannot', () => { expect(1).toBe(2); });
});
`,
    );
    const half = 'export const wrap = (text: string): string => (text ? `[${text}]` : text);';
    const samples = writeRows(folder.file('wraps.jsonl'), [
      { task_id: 'wrap', completion: right },
      { task_id: 'wrap', completion: `\`\`\`ts\n${half}\n\`\`\`` },
    ]);
    const where = ['--problems', folder.file('track'), '--out'];
    await winnowDone(['bench', 'score', ...where, folder.file('wraps'), '--samples', samples]);
    const rows = readRows<ResultRow>(folder.file('wraps', 'results.jsonl'));
    expect(rows.map(({ verdict }) => verdict)).toMatchObject([
      { kind: 'accepted' },
      { kind: 'refuted', by: { name: 'wrap > wraps nothing' } },
    ]);
    await winnowDone(['bench', 'audit', ...where, folder.file('wraps-audit')]);
    const audit = JSON.parse(readFileSync(folder.file('wraps-audit', 'audit.json'), 'utf8')) as object;
    expect(audit).toMatchObject({ found: { sound: ['wrap'] } });
  });
});

describe('winnow bench audit', { timeout: 60_000 }, () => {
  test('names the weak problem, and a score can leave it out', async () => {
    const { stdout } = await winnowDone(['bench', 'audit', '--problems', set, '--out', folder.file('audit')]);
    expect(stdout).toContain('own/weak');
    const audit = JSON.parse(readFileSync(folder.file('audit', 'audit.json'), 'utf8')) as object;
    expect(audit).toMatchObject({ problems: 4, found: { weak: ['own/weak'], wrong: [], flaky: [] } });
    const samples = writeRows(folder.file('mixed.jsonl'), mixed);
    await winnowDone(score(samples, 'strong', '--audit', folder.file('audit')));
    expect(summaryOf('strong').strengthened?.left_out).toEqual(['own/weak']);
  });

  test('names a problem whose canonical solution its own tests reject', async () => {
    const rows = [{ ...problems[1], canonical_solution: problems[1]?.['buggy_solution'] }];
    const file = writeRows(folder.file('wrong.jsonl'), rows);
    await winnowDone(['bench', 'audit', '--problems', file, '--out', folder.file('audit-wrong')]);
    const audit = JSON.parse(readFileSync(folder.file('audit-wrong', 'audit.json'), 'utf8')) as object;
    expect(audit).toMatchObject({ found: { wrong: ['own/initials'] } });
  });
});
