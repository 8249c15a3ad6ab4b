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

export interface Shown extends Disposable {
  readonly onCounts: (counts: Counts) => void;
  readonly onNotice: (notice: string) => void;
}

/** Shows on standard error how many rows are judged, until it is disposed. */
export function showingRows(): Shown {
  const progress = showCheckProgress(process.stderr);
  return { onCounts: progress.onCounts, onNotice: progress.onNotice, [Symbol.dispose]: () => progress.end() };
}

export interface Watched extends Omit<Shown, typeof Symbol.dispose> {
  readonly stop: Stop;
}

/** Works with progress shown and signals heeded; `interrupted` is what Ctrl-C ends with. */
export async function watching<T>(interrupted: string, work: (watched: Watched) => Promise<T>): Promise<T> {
  const stop = new Stop();
  using cleanup = new DisposableStack();
  cleanup.defer(stopOnSignals(stop, interrupted));
  const { onCounts, onNotice } = cleanup.use(showingRows());
  return await work({ stop, onCounts, onNotice });
}
