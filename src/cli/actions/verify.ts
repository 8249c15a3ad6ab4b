import { availableParallelism } from 'node:os';
import { exitCode } from '../../core/error.ts';
import { verifyDatasets } from '../../pipeline/reproof/verify-datasets.ts';
import { Stop } from '../../pipeline/stop.ts';
import type { VerifyFlags } from '../commands/verify.ts';
import { renderVerified, showVerifyProgress } from '../render/verify.ts';
import { stopOnSignals } from '../signals.ts';

const interrupted = 'Interrupted. The rows that were left are not proven: run the same command again.';

/** `winnow verify`: proves datasets again, and says which rows are not what they claim to be. */
export async function verifyAction(datasets: readonly string[], flags: VerifyFlags): Promise<void> {
  const stop = new Stop();
  using cleanup = new DisposableStack();
  cleanup.defer(stopOnSignals(stop, interrupted));
  const progress = showVerifyProgress(process.stderr);
  cleanup.defer(() => progress.end());
  const result = await verifyDatasets({
    datasets,
    output: flags.output ?? null,
    concurrency: flags.concurrency ?? availableParallelism(),
    folders: [...(flags.packages ?? []), process.cwd()],
    signal: stop.signal,
    onCounts: progress.onCounts,
    onNotice: progress.onNotice,
  });
  progress.end();
  const place = flags.output === '-' ? process.stderr : process.stdout;
  place.write(flags.json ? `${JSON.stringify(result)}\n` : renderVerified(result));
  if (result.rows === 0 || result.proven < result.rows) process.exitCode = exitCode.notAccepted;
}
