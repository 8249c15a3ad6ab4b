import type { Counts } from '../../../pipeline/batch/tally.ts';
import { benchSettings, type BenchSettings } from '../../../pipeline/bench/settings.ts';
import { Stop } from '../../../pipeline/stop.ts';
import type { JudgingFlags } from '../../commands/bench.ts';
import { showCheckProgress } from '../../render/check-progress.ts';
import { stopOnSignals } from '../../signals.ts';

/** What flags say about judging. */
export function settingsOf(flags: JudgingFlags): BenchSettings {
  const { config, tests, types, timeoutMs, memoryMb, concurrency, seed } = flags;
  return benchSettings({
    ...(config !== undefined && { config }),
    ...(tests !== undefined && { tests }),
    ...(types !== undefined && { types }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(memoryMb !== undefined && { memoryMb }),
    ...(concurrency !== undefined && { concurrency }),
    ...(seed !== undefined && { seed }),
  });
}

export interface Watched {
  readonly stop: Stop;
  readonly onCounts: (counts: Counts) => void;
  readonly onNotice: (notice: string) => void;
}

/** Works with progress shown and signals heeded; `interrupted` is what Ctrl-C ends with. */
export async function watching<T>(interrupted: string, work: (watched: Watched) => Promise<T>): Promise<T> {
  const stop = new Stop();
  using cleanup = new DisposableStack();
  cleanup.defer(stopOnSignals(stop, interrupted));
  const progress = showCheckProgress(process.stderr);
  cleanup.defer(() => progress.end());
  return await work({ stop, onCounts: progress.onCounts, onNotice: progress.onNotice });
}
