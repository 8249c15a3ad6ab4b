import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Overview, RunState } from '../../report/live/overview.ts';
import type { RunResult } from '../run.ts';
import type { AccountingFile } from '../write-files.ts';
import { openRun, type RunPlace } from './index/place.ts';
import type { IndexReader, IndexState } from './index/query.ts';
import type { WatchState } from './index/watch-state.ts';
import type { StoredRun } from '../../store/reader.ts';

/** Where a run is, from its store, its journal, its files and the index of its rows, as far as each is there. */
export function overviewOf(place: RunPlace, index: IndexReader | undefined, problem: string | undefined): Overview {
  const { dir } = place;
  const run = storedRun(place);
  const known = index?.state() ?? { rows: 0, share: 0 };
  const watch = known.watch;
  const accounting = (run?.result as RunResult | undefined)?.accounting ?? accountingFile(dir);
  const rows = Object.fromEntries((index?.facets('kind') ?? []).map(({ value, rows }) => [value, rows]));
  const state = stateOf(run, watch, accounting !== undefined);
  const stages = state === 'finished' ? accounting?.stages : (watch?.counts ?? accounting?.stages);
  const kept = watch?.kept ?? rows['kept'] ?? 0;
  const elapsedMs = elapsedOf(state, run, watch) ?? accounting?.elapsed_ms;
  return {
    dir,
    state,
    ...(watch && progressOf(watch)),
    kept,
    target: watch?.target ?? (run?.result as RunResult | undefined)?.target ?? null,
    rows,
    ...(elapsedMs !== undefined && elapsedMs > 0 && { elapsedMs, keptAnHour: (kept * 3_600_000) / elapsedMs }),
    ...spending(run, accounting),
    ...(stages && { stages }),
    resting: state === 'running' ? (watch?.resting ?? []) : [],
    index: { rows: known.rows, share: shareOf(known), ...(problem !== undefined && { problem }) },
    hasReport: existsSync(reportPath(dir)),
    hasStore: run !== undefined,
  };
}

const momentMs = 10_000;

export function reportPath(dir: string): string {
  return join(dir, 'report.html');
}

/** In steps that are worth saying. */
function shareOf({ share }: IndexState): number {
  return Math.floor(share * 100) / 100;
}

function storedRun(place: RunPlace): StoredRun | undefined {
  const opened = openRun(place);
  opened?.reader[Symbol.dispose]();
  return opened?.run;
}

function accountingFile(dir: string): AccountingFile | undefined {
  try {
    return JSON.parse(readFileSync(join(dir, 'accounting.json'), 'utf8')) as AccountingFile;
  } catch {
    return undefined;
  }
}

function stateOf(run: StoredRun | undefined, watch: WatchState | undefined, isCounted: boolean): RunState {
  if (run?.state === 'finished') return 'finished';
  if (watch && isAtWork(watch)) return 'running';
  return run === undefined && isCounted ? 'finished' : 'stopped';
}

/** Its last file is written a moment before it is finished. */
function isAtWork({ pid, isWritten, lastAtMs }: WatchState): boolean {
  return isAlive(pid) && !(isWritten && Date.now() - lastAtMs > momentMs);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function progressOf(watch: WatchState): Pick<Overview, 'round' | 'seeds' | 'lanes'> {
  const { round, drawsOfRound: draws, lanesOfRound: done, seeds, lanes } = watch;
  return { ...(round !== undefined && { round: { number: round + 1, draws, done } }), seeds, lanes };
}

/** Of a run that goes on: as of the last thing that happened, so that nothing changes where nothing happens. */
function elapsedOf(state: RunState, run: StoredRun | undefined, watch: WatchState | undefined): number | undefined {
  if (!run) return undefined;
  return state === 'running' && watch ? run.elapsedMs + watch.lastAtMs - watch.startedAtMs : run.elapsedMs;
}

function spending(
  run: StoredRun | undefined,
  accounting: AccountingFile | undefined,
): Pick<Overview, 'requests' | 'tokens' | 'costUsd'> {
  if (run) {
    const { sent, stored, repeated, promptTokens, completionTokens, costUsd } = run;
    const answered = accounting?.requests.stored ?? stored;
    return {
      requests: { sent, stored: answered, repeated },
      tokens: { prompt: promptTokens, completion: completionTokens },
      costUsd,
    };
  }
  if (!accounting) return {};
  return { requests: accounting.requests, tokens: accounting.tokens, costUsd: accounting.cost_usd };
}
