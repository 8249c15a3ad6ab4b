import { dirname, join, resolve } from 'node:path';
import { credentialsFrom } from '../../config/credentials.ts';
import type { Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load.ts';
import { exitCode, inputError } from '../../core/error.ts';
import { makeFolder } from '../../output/folder.ts';
import { nightlyFolder } from '../../pipeline/nightly/folder.ts';
import { nightly } from '../../pipeline/nightly/nightly.ts';
import { openSeeds } from '../../pipeline/open-seeds.ts';
import { openWording } from '../../pipeline/wording/wording.ts';
import { configFile } from '../config-file.ts';
import type { NightlyFlags } from '../commands/nightly.ts';
import { stopAt } from '../deadline.ts';
import { printable } from '../render/printable.ts';
import { dirKeyOf, holding, storePathOf } from './holding.ts';

/** `winnow nightly`: one night, from where the last one ended. */
export async function nightlyAction(flags: NightlyFlags): Promise<void> {
  const { target, budgetUsd, until, offlineLog } = flags;
  const config = loadConfig(configFile(flags.config), {
    ...(target !== undefined && { target }),
    ...(budgetUsd !== undefined && { budgetUsd }),
  });
  const webhook = webhookOf(config);
  const seeds = await openSeeds(config.seeds, say);
  const folder = nightlyFolder(resolve(flags.out));
  const storePath = flags.store === undefined ? join(folder.root, 'nights.db') : storePathOf(flags.store, folder.root);
  makeFolder(folder.root);
  makeFolder(dirname(storePath));
  await holding(storePath, async ({ store, stop, progress }) => {
    using cleanup = new DisposableStack();
    cleanup.defer(stopAt(stop, until));
    const { night, markdown } = await nightly({
      config,
      seeds,
      wording: openWording(config),
      folder,
      dirKeyOf: (dir) => dirKeyOf(storePath, dir),
      store,
      stop,
      clock: { now: () => Date.now() },
      onEvent: progress.onEvent,
      credentials: credentialsFrom(config, process.env),
      hasDeadline: until !== undefined,
      onNotice: say,
      onNight: ({ night: name }, isResumed) =>
        say(isResumed ? `going on with the night of ${name}` : `the night of ${name}`),
      ...(webhook !== undefined && { webhook }),
      ...(offlineLog !== undefined && { offlineLog: resolve(offlineLog) }),
    });
    progress.end();
    process.stdout.write(flags.json ? `${JSON.stringify(night)}\n` : `\n${printable(markdown)}\n${folder.report}\n`);
    if (night.gates.some(({ passed }) => !passed)) process.exitCode = exitCode.notAccepted;
    else if (night.state === 'stopped') process.exitCode = exitCode.budgetReached;
  });
}

function webhookOf({ nightly: { webhook_env: name } }: Config): string | undefined {
  if (name === null) return undefined;
  const url = process.env[name];
  if (url !== undefined && /^https?:\/\//u.test(url)) return url;
  throw inputError(
    'webhook-missing',
    `The environment variable ${name} (nightly.webhook_env) holds no address. Set it, or take the key out.`,
  );
}

function say(notice: string): void {
  process.stderr.write(`${printable(notice)}\n`);
}
