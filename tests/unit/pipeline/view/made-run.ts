import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { journalName, type JournalRow } from '../../../../src/core/journal.ts';
import type { PreferenceRow, RejectedRow, SampleRow } from '../../../../src/core/rows.ts';
import type { Item } from '../../../../src/core/store.ts';
import type { MatrixTrace, UnitTrace } from '../../../../src/core/trace.ts';
import { statementPair } from '../../../../src/export/to-items.ts';
import { IndexReader } from '../../../../src/pipeline/view/index/query.ts';
import { placeOf, type RunPlace } from '../../../../src/pipeline/view/index/place.ts';
import { updateIndex } from '../../../../src/pipeline/view/index/update.ts';
import { IndexWriter } from '../../../../src/pipeline/view/index/writer.ts';
import { openEmbeddedStore } from '../../../../src/store/embedded.ts';
import { exampleTaskRow, sampleOf, seedOf } from '../../support/examples.ts';

/** The rows of one draw: two samples that agree, of which the second is a duplicate, and one that was refuted. */
export interface MadeDraw {
  readonly key: string;
  readonly kept: SampleRow;
  readonly duplicate: SampleRow;
  readonly refuted: RejectedRow;
}

export function madeDraw(number: number, more: Partial<SampleRow> = {}): MadeDraw {
  const key = `strings/seed-${number}`;
  const task = { ...exampleTaskRow, id: `task_${number}`, title: `Double ${number}` };
  const lineage = { ...sampleOf().lineage, seed: key, operators: [], model: `model-${number % 2}` };
  const sample = { ...sampleOf(), task, lineage, confidence: number / 100, ...more };
  const kept = { ...sample, id: `sample_a${number}` };
  const duplicate = { ...sample, id: `sample_b${number}`, solution: `${sample.solution}// again\n` };
  const refuted: RejectedRow = {
    id: `rej_${number}`,
    stage: 'decide',
    reason: { kind: 'refuted', side: 'solution' },
    task,
    solution: 'export const double = (n: number): number => n;\n',
    tests: sample.tests,
    lineage,
  };
  return { key, kept, duplicate, refuted };
}

/** Writes the row files of a finished run. */
export function writeRowFiles(dir: string, draws: readonly MadeDraw[]): void {
  const write = (name: string, rows: readonly unknown[]): void =>
    writeFileSync(join(dir, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  write(
    'samples.jsonl',
    draws.map(({ kept }) => kept),
  );
  write(
    'pairs.jsonl',
    draws.map(({ kept }) => statementPair(kept)),
  );
  write(
    'rejected.jsonl',
    draws.flatMap(({ refuted, duplicate }) => [refuted, droppedRow(duplicate)]),
  );
}

const duplicateReason = { kind: 'duplicate', of: 'sample_a1' } as const;

function droppedRow({ id, task, solution, tests, lineage }: SampleRow): RejectedRow {
  return { id: `rej_of_${id}`, stage: 'deduplicate', reason: duplicateReason, task, solution, tests, lineage };
}

/** Stores what draws made, as a run does; returns the id of the run. */
export async function storeDraws(dir: string, draws: readonly MadeDraw[]): Promise<string> {
  const store = openEmbeddedStore(join(dir, 'run.db'));
  const run = (await store.findRun('.')) ?? (await store.createRun('.', {}));
  const replies = store.replies(run.id, () => 0);
  for (const { key, kept, duplicate, refuted } of draws) {
    await replies.put(`reply to ${key}`, {
      content: `The reply to ${key}`,
      model: 'm',
      finishReason: 'stop',
      usage: { promptTokens: 7, completionTokens: 11 },
    });
    const trace: UnitTrace = {
      draw: { seed: seedOf({ id: key }), operators: [] },
      requests: [{ stage: 'solve', seed: key, sample: 0, key: `reply to ${key}` }],
    };
    const items: Item[] = [
      { kind: 'accepted', body: kept },
      { kind: 'accepted', body: duplicate },
      { kind: 'rejected', body: refuted },
      { kind: 'preference', body: preferenceOf(kept) },
      { kind: 'preference', body: preferenceOf(duplicate) },
      { kind: 'trace', body: trace },
      { kind: 'matrix', body: matrixOf(kept, duplicate, refuted) },
    ];
    await store.settle(run.id, { unit: { kind: 'lane', key }, retryable: false, summary: {}, items });
  }
  await store.close();
  return run.id;
}

function preferenceOf({ id, solution }: SampleRow): PreferenceRow {
  const rates = { chosen_pass_rate: 1, rejected_pass_rate: 0 };
  return { id: `pref_${id}`, prompt: 'Double.', chosen: solution, rejected: '', sample: id, ...rates };
}

function matrixOf(kept: SampleRow, duplicate: SampleRow, refuted: RejectedRow): MatrixTrace {
  const codes = [kept.solution, duplicate.solution, refuted.solution ?? ''];
  return {
    task: kept.task.id,
    solutions: codes.map((code, sample) => ({ id: `sol_${sample}`, code, sample })),
    suites: [{ id: 'suite_0', code: kept.tests, sample: 0, blind: true, supported: true }],
    verdicts: [
      [{ kind: 'accepted', tests: 3 }],
      [{ kind: 'accepted', tests: 3 }],
      [
        {
          kind: 'refuted',
          by: { name: 'doubles', outcome: 'failed', message: 'expected 1 to be 2' },
          failed: 2,
          total: 3,
        },
      ],
    ],
  };
}

type Happening = JournalRow extends infer Row ? (Row extends unknown ? Omit<Row, 'at_ms'> : never) : never;

export function addToJournal(dir: string, ...happenings: readonly Happening[]): void {
  const lines = happenings.map((happening) => `${JSON.stringify({ at_ms: 1, ...happening })}\n`);
  appendFileSync(join(dir, journalName), lines.join(''));
}

/** That a round let the first sample of each draw in, and dropped the second. */
export function admitted(draws: readonly MadeDraw[]): Happening {
  const lanes = draws.map(({ key, kept, duplicate }) => ({
    key,
    kept: [kept.id],
    dropped: [{ sample: duplicate.id, stage: 'deduplicate', reason: duplicateReason }],
  }));
  return { kind: 'admitted', counts: {} as never, lanes };
}

/** Brings the index of a run up to date, and opens it. */
export function indexed(dir: string): { readonly index: IndexReader; readonly place: RunPlace } {
  const place = placeOf(dir);
  using writer = new IndexWriter(place.indexPath);
  for (const _ of updateIndex(writer, place));
  const index = new IndexReader(place.indexPath);
  onTestFinished(() => index[Symbol.dispose]());
  return { index, place };
}
