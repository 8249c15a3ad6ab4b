import { dirname, resolve } from 'node:path';
import { readProblems } from '../../../bench/problems/read-problems.ts';
import { credentialsFrom } from '../../../config/credentials.ts';
import { loadMeasuring } from '../../../config/load.ts';
import type { Config } from '../../../config/config.ts';
import { makeFolder } from '../../../output/folder.ts';
import { runBench } from '../../../pipeline/bench/run-bench.ts';
import type { Sampling } from '../../../pipeline/bench/sample-problem.ts';
import type { BenchRunFlags } from '../../commands/bench.ts';
import { printBench } from '../../render/bench.ts';
import { dirKeyOf, type Held, holding, storePathOf } from '../holding.ts';
import { settingsOf, showingRows } from './judging.ts';

const interrupted = 'Interrupted. Every reply is stored: the same command goes on from here.';

/** `winnow bench run`: samples a model, scores what it answers, and sums up. */
export async function benchRunAction(flags: BenchRunFlags): Promise<void> {
  const config = loadMeasuring(flags.config, flags);
  const credentials = credentialsFrom(config, process.env);
  const settings = settingsOf(flags);
  const dir = resolve(flags.out);
  const storePath = storePathOf(flags.store, dir);
  for (const folder of [dir, dirname(storePath)]) makeFolder(folder);
  const work = async ({ store, stop }: Held): Promise<void> => {
    using progress = showingRows();
    const { onNotice, onCounts } = progress;
    const set = await readProblems(flags.problems, { skipsBadLines: flags.skipBadLines ?? false, onNotice });
    const { n, k: ks, audit, fresh = false } = flags;
    const summary = await runBench({
      set,
      title: flags.model,
      config,
      credentials,
      settings,
      sampling: samplingOf(flags, config),
      n,
      ...(ks && { ks }),
      ...(audit !== undefined && { audit }),
      dir,
      dirKey: dirKeyOf(storePath, dir),
      store,
      stop,
      fresh,
      onCounts,
    });
    progress[Symbol.dispose]();
    printBench(summary, flags);
  };
  await holding(storePath, work, interrupted);
}

function samplingOf({ prompt, system, topP, stop = [] }: BenchRunFlags, { generate }: Config): Sampling {
  return {
    style: prompt,
    ...(system !== undefined && { system }),
    temperature: generate.temperature,
    ...(topP !== undefined && { topP }),
    maxTokens: generate.max_tokens,
    stop,
  };
}
