import { loadConfig, type Overrides } from '../../config/load.ts';
import { openSeeds } from '../../pipeline/open-seeds.ts';
import { planRun } from '../../pipeline/plan.ts';
import { configFile } from '../config-file.ts';
import type { RunFlags } from '../commands/run.ts';
import { renderPlan } from '../render/plan.ts';
import { renderSummary } from '../render/summary.ts';
import { runHeld } from './run-held.ts';

/** `winnow run`: reads what it is told, runs, and prints the result. */
export async function runAction(flags: RunFlags): Promise<void> {
  const config = loadConfig(configFile(flags.config), overridesOf(flags));
  const seeds = await openSeeds(config.seeds, (notice) => void process.stderr.write(`${notice}\n`));
  if (flags.dryRun) {
    process.stdout.write(renderPlan(planRun(config, seeds), flags.json ?? false));
    return;
  }
  await runHeld(flags, { config, seeds }, (result, dir) =>
    flags.json ? `${JSON.stringify({ ...result, dir })}\n` : renderSummary(result, flags.out),
  );
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
