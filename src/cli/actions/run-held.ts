import { dirname, resolve } from 'node:path';
import { credentialsFrom } from '../../config/credentials.ts';
import { makeFolder } from '../../output/folder.ts';
import { run, type RunOptions, type RunResult } from '../../pipeline/run.ts';
import { RunJournal } from '../../pipeline/view/journal.ts';
import { openWording } from '../../pipeline/wording/wording.ts';
import { stopAt } from '../deadline.ts';
import { dirKeyOf, holding, storePathOf } from './holding.ts';

/** Where a run is, and how long it may go on. */
export interface RunPlace {
  readonly out: string;
  readonly store?: string;
  readonly until?: Date;
  readonly fresh?: boolean;
  readonly offlineLog?: string;
}

/** Runs with the store held, and prints what `show` says of the result. */
export async function runHeld(
  place: RunPlace,
  what: Pick<RunOptions, 'config' | 'seeds' | 'course'>,
  show: (result: RunResult, dir: string) => string,
): Promise<void> {
  const credentials = credentialsFrom(what.config, process.env);
  const wording = openWording(what.config);
  const dir = resolve(place.out);
  const storePath = storePathOf(place.store, dir);
  makeFolder(dir);
  makeFolder(dirname(storePath));
  await holding(storePath, async ({ store, stop, progress }) => {
    using cleanup = new DisposableStack();
    cleanup.defer(stopAt(stop, place.until));
    const clock = { now: () => Date.now() };
    using journal = new RunJournal(dir, clock);
    const result = await run({
      ...what,
      wording,
      dir,
      dirKey: dirKeyOf(storePath, dir),
      store,
      stop,
      clock,
      onEvent: (event) => {
        journal.onEvent(event);
        progress.onEvent(event);
      },
      fresh: place.fresh ?? false,
      credentials,
      ...(place.offlineLog !== undefined && { offlineLog: resolve(place.offlineLog) }),
    });
    progress.end();
    process.stdout.write(show(result, dir));
  });
}
