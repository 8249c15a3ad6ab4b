import { dirname, resolve } from 'node:path';
import { mkdirSync } from 'node:fs';
import { readProblems } from '../../../bench/problems/read-problems.ts';
import { apiKeyFrom, loadMeasuring } from '../../../config/load.ts';
import type { Config } from '../../../config/config.ts';
import { diskError } from '../../../output/atomic-file.ts';
import { runBench } from '../../../pipeline/bench/run-bench.ts';
import type { Sampling } from '../../../pipeline/bench/sample-problem.ts';
import { openEmbeddedStore } from '../../../store/embedded.ts';
import { takeLock } from '../../../store/lock.ts';
import type { BenchRunFlags } from '../../commands/bench.ts';
import { printBench } from '../../render/bench.ts';
import { dirKeyOf, storePathOf } from '../holding.ts';
import { settingsOf, watching } from './judging.ts';

const interrupted = 'Interrupted. Every reply is stored: the same command goes on from here.';

/** `winnow bench run`: samples a model, scores what it answers, and sums up. */
export async function benchRunAction(flags: BenchRunFlags): Promise<void> {
  const config = loadMeasuring(flags.config, flags);
  const apiKey = apiKeyFrom(config, process.env);
  const settings = settingsOf(flags);
  const dir = resolve(flags.out);
  const storePath = storePathOf(flags.store, dir);
  for (const folder of [dir, dirname(storePath)]) makeFolder(folder);
  const lock = takeLock(storePath);
  using cleanup = new DisposableStack();
  cleanup.defer(() => lock.release());
  const summary = await watching(interrupted, async (watched) => {
    const { onNotice } = watched;
    const set = await readProblems(flags.problems, { skipsBadLines: flags.skipBadLines ?? false, onNotice });
    const store = openEmbeddedStore(storePath);
    const { n, k: ks, audit, fresh = false } = flags;
    try {
      return await runBench({
        ...watched,
        set,
        title: flags.model,
        config,
        apiKey,
        settings,
        sampling: samplingOf(flags, config),
        n,
        ...(ks && { ks }),
        ...(audit !== undefined && { audit }),
        dir,
        dirKey: dirKeyOf(storePath, dir),
        store,
        fresh,
      });
    } finally {
      await store.close();
    }
  });
  printBench(summary, flags);
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

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw diskError(path, cause);
  }
}
