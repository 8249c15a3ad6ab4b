import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadConfig } from '../../config/load.ts';
import { inputError } from '../../core/error.ts';
import { openSeeds } from '../../pipeline/open-seeds.ts';
import { rejudge } from '../../pipeline/rejudge/rejudge.ts';
import { openWording } from '../../pipeline/wording/wording.ts';
import { configFile } from '../config-file.ts';
import type { RejudgeFlags } from '../commands/rejudge.ts';
import { rejudgeSummary, renderRejudged } from '../render/rejudge.ts';
import { dirKeyOf, type Held, holding, storePathOf } from './holding.ts';

const interrupted = 'Interrupted. What was judged is stored: the same command does not judge it again.';

/** `winnow rejudge`: judges stored replies again with other settings, and prints what that changes. */
export async function rejudgeAction(flags: RejudgeFlags): Promise<void> {
  const { profile, seeds: seedsFolder } = flags;
  const config = loadConfig(configFile(flags.config), {
    ...(profile !== undefined && { profile }),
    ...(seedsFolder !== undefined && { seeds: seedsFolder }),
  });
  const seeds = await openSeeds(config.seeds, () => {});
  const wording = openWording(config);
  const from = resolve(flags.run);
  const storePath = storePathOf(flags.store, from);
  refuseMissing(storePath);
  const dir = resolve(flags.out ?? join(from, `rejudged-${config.verify.profile}`));
  const work = async ({ store, stop, progress }: Held): Promise<void> => {
    const rejudged = await rejudge({
      of: { dir: from, dirKey: dirKeyOf(storePath, from) },
      config,
      seeds,
      wording,
      dir,
      dirKey: dirKeyOf(storePath, dir),
      store,
      stop,
      clock: { now: () => Date.now() },
      onEvent: progress.onEvent,
    });
    progress.end();
    const summary = rejudgeSummary(rejudged, { of: from, dir });
    process.stdout.write(flags.json ? `${JSON.stringify(summary)}\n` : renderRejudged(summary));
  };
  await holding(storePath, work, interrupted);
}

/** Opening a store would make one where there is none. */
function refuseMissing(storePath: string): void {
  if (existsSync(storePath)) return;
  throw inputError(
    'no-store',
    `There is no store ${storePath}, so no replies either. Check --run, or name the --store that the run was given.`,
  );
}
