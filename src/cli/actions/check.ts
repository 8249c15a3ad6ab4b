import { checkFile } from '../../check/check-file.ts';
import { checkPair } from '../../check/check-pair.ts';
import { judgeSettings } from '../../pipeline/batch/settings.ts';
import { exitCode, inputError, WinnowError } from '../../core/error.ts';
import { readerGone } from '../../output/stream-sink.ts';
import { isStream } from '../../output/open-rows.ts';
import { Stop } from '../../pipeline/stop.ts';
import type { CheckCommandFlags } from '../commands/check.ts';
import { checkSummary, renderCheckSummary } from '../render/check-summary.ts';
import { showCheckProgress } from '../render/check-progress.ts';
import { renderPair } from '../render/check.ts';
import { stopOnSignals } from '../signals.ts';

interface Files {
  readonly solution: string | undefined;
  readonly tests: string | undefined;
}

interface Streams {
  readonly input: string;
  readonly output: string;
}

/** As a shell shows a process that a closed pipe has ended. */
const brokenPipe = 141;

/** `winnow check`: judges one pair of files, or the rows of a file. */
export async function checkAction(files: Files, flags: CheckCommandFlags): Promise<void> {
  const { solution, tests } = files;
  const { input, output } = flags;
  const isPair = solution !== undefined || tests !== undefined;
  if (isPair && (input !== undefined || output !== undefined || flags.resume)) throw mixed();
  if (solution !== undefined && tests !== undefined) return await checkPairAction({ solution, tests }, flags);
  if (isPair || input === undefined || output === undefined) throw incomplete();
  if (flags.json && output === '-') {
    throw inputError('bad-usage', '--json and --output - both want standard output. Give --output a file.');
  }
  await checkFileAction({ input, output }, flags);
}

async function checkPairAction(
  { solution, tests }: { readonly solution: string; readonly tests: string },
  flags: CheckCommandFlags,
): Promise<void> {
  const settings = judgeSettings(flags);
  const row = await checkPair({ solutionFile: solution, testsFile: tests, settings });
  process.stdout.write(flags.json ? `${JSON.stringify(row)}\n` : renderPair(row, { solution, tests }));
  if ('fault' in row) process.exitCode = exitCode.internal;
  else if (row.verdict.kind !== 'accepted') process.exitCode = exitCode.notAccepted;
}

async function checkFileAction({ input, output }: Streams, flags: CheckCommandFlags): Promise<void> {
  const settings = judgeSettings(flags);
  const begun = performance.now();
  const stop = new Stop();
  using cleanup = new DisposableStack();
  cleanup.defer(stopOnSignals(stop, interrupted(output)));
  const progress = showCheckProgress(process.stderr);
  cleanup.defer(() => progress.end());
  try {
    const result = await checkFile({
      input,
      output,
      settings,
      resume: flags.resume ?? false,
      skipsBadLines: flags.skipBadLines ?? false,
      stop,
      onCounts: progress.onCounts,
      onNotice: progress.onNotice,
    });
    progress.end();
    const summary = checkSummary(result, { input, output, elapsedMs: performance.now() - begun });
    // Where the rows are, nothing else may be.
    const place = output === '-' ? process.stderr : process.stdout;
    place.write(flags.json ? `${JSON.stringify(summary)}\n` : renderCheckSummary(summary));
    if (Object.keys(summary.faults).length > 0) process.exitCode = exitCode.internal;
  } catch (error) {
    if (!(error instanceof WinnowError) || error.code !== readerGone) throw error;
    process.exitCode = brokenPipe;
  }
}

function interrupted(output: string): string {
  if (isStream(output)) return 'Interrupted. The rows that were judged are written.';
  return `Interrupted. What was judged is in ${output}.partial: the same command with --resume goes on from there.`;
}

function mixed(): WinnowError {
  return inputError(
    'bad-usage',
    'Give either two files, or --input and --output: winnow check SOLUTION TESTS, or winnow check --input FILE --output FILE.',
  );
}

function incomplete(): WinnowError {
  return inputError(
    'bad-usage',
    'Two files are needed (winnow check SOLUTION TESTS), or both --input and --output. winnow check --help shows examples.',
  );
}
