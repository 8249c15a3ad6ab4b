import { total } from '../../core/accounting.ts';
import type { NightRow } from '../../core/night.ts';
import { gatherRun } from '../report/gather-run.ts';
import { folderRows } from '../report/folder-rows.ts';
import { readCourse } from '../report/course.ts';
import type { Accounting } from '../../report/run/facts.ts';
import type { OpenNight } from './folder.ts';
import type { Manifest } from './grow-dataset.ts';

/** What a night came to, from the files of its run; its gates are looked at next. */
export async function sumUp(
  run: string,
  { night, started_at }: OpenNight,
  {
    state,
    manifest,
    now,
    firstTake,
  }: { readonly state: NightRow['state']; readonly manifest: Manifest; readonly now: Date; readonly firstTake: number },
): Promise<Omit<NightRow, 'gates'>> {
  const signal = new AbortController().signal;
  const facts = await gatherRun(run, signal);
  const { rounds, totals } = readCourse(run);
  const { samples: kept, pairs } = facts.counts;
  const { stages, requests, tokens, cost_usd: costUsd, elapsed_ms: elapsedMs } = facts.accounting ?? nothing;
  const draws = rounds.at(-1)?.draws ?? 0;
  const decide = stages['decide'];
  return {
    night,
    started_at,
    finished_at: now.toISOString(),
    state,
    kept,
    pairs,
    draws,
    yield: ratio(kept, draws),
    pass_rate: decide ? ratio(decide.kept, decide.in) : 0,
    diversity: kept === 0 ? 0 : facts.diversity.score,
    requests: requests.sent,
    faults: Object.values(stages).reduce((sum, stage) => sum + total(stage.faults), 0),
    tokens: tokens.prompt + tokens.completion,
    cost_usd: costUsd,
    cost_per_kept_usd: ratio(costUsd, kept),
    latency_ms: Math.round(ratio(totals?.model_ms ?? 0, totals?.requests ?? 0)),
    elapsed_ms: elapsedMs,
    repeats: facts.repeats.duplicates,
    take: await lastTake(run, firstTake, signal),
    version: manifest.version,
    rows: manifest.rows,
  };
}

const nothing: Accounting = {
  stages: {},
  requests: { sent: 0, stored: 0, repeated: 0 },
  tokens: { prompt: 0, completion: 0 },
  cost_usd: 0,
  elapsed_ms: 0,
};

/** Takes are drawn one after the other: what is left of the last one is drawn first the next time. */
async function lastTake(run: string, first: number, signal: AbortSignal): Promise<number> {
  let last = first;
  for await (const { lineage } of folderRows(run, 'tasks', signal)) last = Math.max(last, lineage.take ?? 0);
  return last;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1e6) / 1e6;
}
