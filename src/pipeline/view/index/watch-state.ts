import type { StageTable } from '../../../core/accounting.ts';
import type { JournalRow } from '../../../core/journal.ts';

/** What a run's journal says of where it is. */
export interface WatchState {
  readonly pid: number;
  readonly startedAtMs: number;
  readonly lastAtMs: number;
  readonly seeds: number;
  readonly target: number | null;
  /** From 0. */
  readonly round?: number;
  readonly drawsOfRound: number;
  readonly lanesOfRound: number;
  readonly lanes: number;
  readonly kept: number;
  /** Of the rounds that have ended. */
  readonly counts?: StageTable;
  readonly resting: readonly string[];
  /** Whether its files are written. */
  readonly isWritten: boolean;
}

/** The state after another line of the journal; undefined before the first. */
export function watched(state: WatchState | undefined, row: JournalRow): WatchState | undefined {
  if (row.kind === 'started') return begun(row);
  if (!state) return undefined;
  const now = { ...state, lastAtMs: row.at_ms };
  switch (row.kind) {
    case 'round':
      return { ...now, round: row.round, drawsOfRound: row.draws, lanesOfRound: 0 };
    case 'lane':
      return { ...now, lanes: now.lanes + 1, lanesOfRound: now.lanesOfRound + 1 };
    case 'admitted':
      return { ...now, counts: row.counts, kept: now.kept + row.lanes.reduce((sum, { kept }) => sum + kept.length, 0) };
    case 'rests':
      return { ...now, resting: [...now.resting, `${row.endpoint}: ${row.why}`].slice(-3) };
    case 'written':
      return { ...now, isWritten: true };
    case 'described':
      return now;
  }
}

function begun({ pid, at_ms, seeds, target }: Extract<JournalRow, { kind: 'started' }>): WatchState {
  const none = { drawsOfRound: 0, lanesOfRound: 0, lanes: 0, kept: 0, resting: [], isWritten: false };
  return { pid, startedAtMs: at_ms, lastAtMs: at_ms, seeds, target, ...none };
}
