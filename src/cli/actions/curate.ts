import { resolve } from 'node:path';
import { inputError } from '../../core/error.ts';
import { curate } from '../../pipeline/curation/curate.ts';
import type { CurateOptions } from '../../pipeline/curation/options.ts';
import { curateTools } from '../../pipeline/curation/tools.ts';
import { Stop } from '../../pipeline/stop.ts';
import { readSeeds } from '../../seeds/read.ts';
import type { CurateFlags } from '../commands/curate.ts';
import { curateSummary, renderCurated } from '../render/curate.ts';
import { showCheckProgress } from '../render/check-progress.ts';
import { stopOnSignals } from '../signals.ts';

const interrupted = 'Interrupted. No file was replaced: run the same command again.';

/** `winnow curate`: makes a training set of any datasets, and prints what became of the rows. */
export async function curateAction(flags: CurateFlags): Promise<void> {
  const { run = [], input = [], real = [] } = flags;
  if (run.length + input.length + real.length === 0) {
    throw inputError('bad-usage', 'There is nothing to curate. Name --run, --input or --real.');
  }
  const stop = new Stop();
  using cleanup = new DisposableStack();
  cleanup.defer(stopOnSignals(stop, interrupted));
  const progress = showCheckProgress(process.stderr);
  cleanup.defer(() => progress.end());
  const tools = await curateTools({
    benchmarks: flags.benchmarks === false ? null : (flags.benchmarks ?? []),
    coherence: flags.coherence,
    countsTokens: flags.by === 'tokens',
    ...embeddingsOf(flags),
  });
  const result = await curate(optionsOf(flags, stop, progress.onNotice), tools);
  progress.end();
  process.stdout.write(flags.json ? `${JSON.stringify(curateSummary(result))}\n` : renderCurated(result));
}

function optionsOf(flags: CurateFlags, stop: Stop, onNotice: (notice: string) => void): CurateOptions {
  const { by, copies, total, seed, splits, nearDuplicate } = flags;
  return {
    inputs: flags.input ?? [],
    runs: (flags.run ?? []).map((run) => resolve(run)),
    real: flags.real ?? [],
    against: flags.against ?? [],
    out: resolve(flags.out),
    nearDuplicate,
    semantic: flags.semantic ?? null,
    keepsDuplicates: flags.keepDuplicates ?? false,
    removal: { sources: flags.withoutSource ?? [], licences: flags.withoutLicence ?? [] },
    index: flags.index === undefined ? null : resolve(flags.index),
    mix: { real: flags.ratio, by, copies, total: total ?? null },
    splits,
    taxonomy: flags.seeds === undefined ? [] : topicsIn(resolve(flags.seeds)),
    seed,
    skipsBadLines: flags.skipBadLines ?? false,
    signal: stop.signal,
    onNotice,
    onRows: () => {},
  };
}

function topicsIn(folder: string): string[] {
  return [...new Set(readSeeds(folder).map(({ topic }) => topic))];
}

function embeddingsOf({
  semantic,
  embeddingsUrl: baseUrl,
  embeddingsModel: model,
  embeddingsKeyEnv: name,
}: CurateFlags) {
  if (baseUrl === undefined && model === undefined && name === undefined) return {};
  if (baseUrl === undefined || model === undefined || semantic === undefined) {
    const message = 'Embeddings need --semantic, --embeddings-url and --embeddings-model together.';
    throw inputError('bad-usage', message);
  }
  const apiKey = name === undefined ? undefined : process.env[name];
  if (name !== undefined && !apiKey) {
    throw inputError('key-missing', `The environment variable ${name}, named by --embeddings-key-env, is not set.`);
  }
  return { embeddings: { baseUrl, model, ...(apiKey !== undefined && { apiKey }) } };
}
