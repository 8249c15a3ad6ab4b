import { dirname, resolve } from 'node:path';
import { credentialsFrom } from '../../config/credentials.ts';
import { loadConfig, type Overrides } from '../../config/load.ts';
import type { Config } from '../../config/config.ts';
import type { Seed } from '../../core/seed.ts';
import { makeFolder } from '../../output/folder.ts';
import { openSeeds } from '../../pipeline/open-seeds.ts';
import { planRun } from '../../pipeline/plan.ts';
import { run } from '../../pipeline/run.ts';
import { openWording } from '../../pipeline/wording/wording.ts';
import type { RunFlags } from '../commands/run.ts';
import { stopAt } from '../deadline.ts';
import { renderPlan } from '../render/plan.ts';
import { renderSummary } from '../render/summary.ts';
import { dirKeyOf, holding, storePathOf } from './holding.ts';

/** `winnow run`: reads what it is told, runs, and prints the result. */
export async function runAction(flags: RunFlags): Promise<void> {
  const config = loadConfig(flags.config, overridesOf(flags));
  const seeds = await openSeeds(config.seeds, (notice) => void process.stderr.write(`${notice}\n`));
  if (flags.dryRun) {
    process.stdout.write(renderPlan(planRun(config, seeds), flags.json ?? false));
    return;
  }
  await runHeld(flags, config, seeds);
}

async function runHeld(flags: RunFlags, config: Config, seeds: readonly Seed[]): Promise<void> {
  const credentials = credentialsFrom(config, process.env);
  const wording = openWording(config);
  const dir = resolve(flags.out);
  const storePath = storePathOf(flags.store, dir);
  makeFolder(dir);
  makeFolder(dirname(storePath));
  await holding(storePath, async ({ store, stop, progress }) => {
    using cleanup = new DisposableStack();
    cleanup.defer(stopAt(stop, flags.until));
    const result = await run({
      config,
      seeds,
      wording,
      dir,
      dirKey: dirKeyOf(storePath, dir),
      store,
      stop,
      clock: { now: () => Date.now() },
      onEvent: progress.onEvent,
      fresh: flags.fresh ?? false,
      credentials,
      ...(flags.offlineLog !== undefined && { offlineLog: resolve(flags.offlineLog) }),
    });
    progress.end();
    process.stdout.write(flags.json ? `${JSON.stringify({ ...result, dir })}\n` : renderSummary(result, flags.out));
  });
}

function overridesOf(flags: RunFlags): Overrides {
  const { seed, target, seeds, budgetUsd, profile } = flags;
  return {
    ...(seed !== undefined && { seed }),
    ...(target !== undefined && { target }),
    ...(seeds !== undefined && { seeds }),
    ...(budgetUsd !== undefined && { budgetUsd }),
    ...(profile !== undefined && { profile }),
  };
}
