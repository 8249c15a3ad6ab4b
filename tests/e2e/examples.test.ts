import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AccountingFile } from '../../src/pipeline/write-files.ts';
import type { RejectedRow, RepairRow, RevisionRow, SampleRow } from '../../src/core/rows.ts';
import { listRecordings, readRecording } from '../../src/llm/recordings.ts';
import { extractCode } from '../../src/replies/index.ts';
import { root, tempFolder, winnowDone } from './helpers.ts';
import { readRows } from './run-files.ts';

interface Truth {
  /** By the path of the reply. */
  readonly solutions: Readonly<Record<string, 'right' | 'wrong' | 'ill-typed' | 'no-code'>>;
  readonly evolutions?: Readonly<Record<string, 'kept' | 'eliminated' | 'malformed'>>;
  readonly eliminations?: Readonly<Record<string, string>>;
  readonly suites?: Readonly<Record<string, 'sound' | 'unsound'>>;
  readonly critiques?: Readonly<Record<string, string>>;
  readonly repairs?: Readonly<Record<string, 'repaired' | 'not-repaired'>>;
}

const folder = (name: string, ...parts: string[]): string => join(root, 'examples', name, ...parts);

function truthOf(name: string): Truth {
  return JSON.parse(readFileSync(folder(name, 'truth.json'), 'utf8')) as Truth;
}

interface Made {
  readonly samples: readonly SampleRow[];
  readonly rejected: readonly RejectedRow[];
  readonly revisions: readonly RevisionRow[];
  readonly repairs: readonly RepairRow[];
  readonly accounting: AccountingFile;
}

async function made(name: string): Promise<Made> {
  using out = tempFolder();
  await winnowDone(['run', '--config', folder(name, 'winnow.yaml'), '--out', out.file('run')]);
  const rows = <T>(file: string): T[] => readRows<T>(out.file('run', file));
  return {
    samples: rows('samples.jsonl'),
    rejected: rows('rejected.jsonl'),
    revisions: rows('revisions.jsonl'),
    repairs: rows('repairs.jsonl'),
    accounting: JSON.parse(readFileSync(out.file('run', 'accounting.json'), 'utf8')) as AccountingFile,
  };
}

/** The solutions of recorded replies that are of a kind, as they would be kept. */
function solutionsOf(name: string, kind: 'right' | 'wrong' = 'right'): string[] {
  const truth = truthOf(name).solutions;
  return listRecordings(folder(name, 'replies')).flatMap((recording) => {
    const path = `${recording.seed}/${recording.stage}-${recording.sample}.md`;
    const reply = truth[path] === kind ? readRecording(folder(name, 'replies'), recording) : undefined;
    const code = reply && extractCode(reply.content, { language: 'ts' });
    return code?.ok ? [code.code] : [];
  });
}

const keyOf = ({ lineage }: Pick<SampleRow, 'lineage'>): string => [lineage.seed, ...lineage.operators].join('+');

describe('the example 03-evolve', () => {
  test('keeps what is right, of the tasks as they are and of those that were evolved', async () => {
    const name = '03-evolve';
    const { evolutions = {}, eliminations = {} } = truthOf(name);
    const run = await made(name);
    expect(run.samples.map(({ solution }) => solution).toSorted()).toEqual(solutionsOf(name).toSorted());
    const kept = Object.keys(evolutions).filter((path) => evolutions[path] === 'kept');
    const evolved = run.samples.filter(({ lineage }) => lineage.operators.length > 0);
    expect([...new Set(evolved.map(keyOf))].toSorted()).toEqual(
      kept.map((path) => path.replace('/evolve-0.md', '')).toSorted(),
    );
    for (const { lineage } of evolved) {
      expect(lineage.evolved_from?.map(({ operator }) => operator)).toEqual(lineage.operators);
    }
    const ended = run.rejected.filter(({ stage }) => stage === 'evolve');
    const because = new Map(ended.map((row) => [keyOf(row), row.reason['because'] ?? row.reason.kind]));
    for (const [path, fate] of Object.entries(evolutions)) {
      const verdict = eliminations[path.replace('evolve-0', 'eliminate-0')];
      if (fate !== 'kept')
        expect([path, because.get(path.replace('/evolve-0.md', ''))]).toEqual([path, verdict ?? fate]);
    }
    expect(run.accounting.stages.evolve).toMatchObject({ in: 10, kept: 6 });
  });
});

describe('the example 04-critique', () => {
  test('keeps what is right, before and after revision, and has both on record', async () => {
    const name = '04-critique';
    const { critiques = {} } = truthOf(name);
    const { samples, revisions, rejected, accounting } = await made(name);
    expect(samples.map(({ solution }) => solution).toSorted()).toEqual(solutionsOf(name).toSorted());
    const [right, wrong] = [new Set<unknown>(solutionsOf(name)), new Set<unknown>(solutionsOf(name, 'wrong'))];
    const ofSolutions = revisions.filter(({ what }) => what === 'solution');
    expect(ofSolutions.map(({ before, after }) => [right.has(before), right.has(after), wrong.has(after)])).toEqual(
      ofSolutions.map(({ before_kept, after_kept }) => [before_kept, after_kept, !after_kept]),
    );
    const fates = ofSolutions.map(({ before_kept, after_kept }) => `${before_kept} to ${after_kept}`);
    expect(fates.toSorted()).toEqual(['false to true', 'true to false', 'true to true']);
    expect(revisions.filter(({ what }) => what === 'tests')).toMatchObject([{ before_kept: false, after_kept: true }]);
    expect(revisions.filter(({ what }) => what === 'task')).toHaveLength(1);
    const reviewed = Object.values(critiques);
    expect(revisions).toHaveLength(reviewed.filter((fate) => fate === 'revised').length);
    const unreadable = reviewed.filter((fate) => fate.endsWith('malformed')).length;
    expect(rejected.filter(({ stage }) => stage === 'revise')).toHaveLength(unreadable);
    expect(accounting.stages.revise).toMatchObject({ in: reviewed.length, dropped: { malformed: unreadable } });
  });
});

describe('the example 05-repair', () => {
  test('keeps what is right at once or after repair, and traces each repair', async () => {
    const name = '05-repair';
    const { repairs: fates = {} } = truthOf(name);
    const { samples, repairs } = await made(name);
    expect(samples.map(({ solution }) => solution).toSorted()).toEqual(solutionsOf(name).toSorted());
    const traces = repairs.filter(({ origin }) => origin === 'repair');
    const right = new Set(solutionsOf(name));
    expect(traces.every(({ before, after }) => !right.has(before) && right.has(after))).toBe(true);
    const repaired = Object.values(fates).filter((fate) => fate === 'repaired').length;
    expect(new Set(traces.map(({ after }) => after)).size).toBe(repaired);
    // One of them took two rounds, each of which is a step of its trace.
    expect(traces).toHaveLength(repaired + 1);
  });
});
