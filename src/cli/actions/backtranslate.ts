import { dirname, resolve } from 'node:path';
import type { Config } from '../../config/config.ts';
import { credentialsFrom } from '../../config/credentials.ts';
import { loadConfig } from '../../config/load.ts';
import { inputError, type WinnowError } from '../../core/error.ts';
import { makeFolder } from '../../output/folder.ts';
import { courseOf } from '../../pipeline/pieces/course.ts';
import { openPieces } from '../../pipeline/pieces/open-pieces.ts';
import { run } from '../../pipeline/run.ts';
import { openWording } from '../../pipeline/wording/wording.ts';
import type { BacktranslateFlags } from '../commands/backtranslate.ts';
import { stopAt } from '../deadline.ts';
import { renderBacktranslation } from '../render/backtranslate.ts';
import { dirKeyOf, type Held, holding, storePathOf } from './holding.ts';

/** `winnow backtranslate`: reads code, has it described, and prints what was proven. */
export async function backtranslateAction(flags: BacktranslateFlags): Promise<void> {
  const config = configFor(flags);
  const credentials = credentialsFrom(config, process.env);
  const wording = openWording(config);
  const dir = resolve(flags.out);
  const storePath = storePathOf(flags.store, dir);
  const { pieces, notices, badLines } = await openPieces(flags.input, { skipsBadLines: flags.skipBadLines ?? false });
  for (const notice of notices) process.stderr.write(`${notice}\n`);
  makeFolder(dir);
  makeFolder(dirname(storePath));
  await holding(storePath, async ({ store, stop, progress }: Held) => {
    using cleanup = new DisposableStack();
    cleanup.defer(stopAt(stop, flags.until));
    const result = await run({
      config,
      seeds: pieces.map(({ seed }) => seed),
      course: courseOf(pieces),
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
    const summary = { ...result, bad_lines: badLines, dir };
    process.stdout.write(
      flags.json ? `${JSON.stringify(summary)}\n` : renderBacktranslation(result, badLines, flags.out),
    );
  });
}

/** The bundled replies are about the bundled seeds. */
function noModel(): WinnowError {
  return inputError(
    'no-model',
    'Describing code needs a model: name it in a configuration and give that with --config. examples/12-backtranslate has one that works offline, with code to go with it.',
  );
}

/** Flags over the file; code is taken as it is, and its name alone is what a description is measured against. */
function configFor({ config: path, seed, budgetUsd, profile, levels, attempts, baseline }: BacktranslateFlags): Config {
  if (path === undefined) throw noModel();
  const config = loadConfig(path, {
    ...(seed !== undefined && { seed }),
    ...(budgetUsd !== undefined && { budgetUsd }),
    ...(profile !== undefined && { profile }),
  });
  const { generate, backtranslate } = config;
  return {
    ...config,
    generate: { ...generate, evolve: { ...generate.evolve, variants: 0 } },
    backtranslate: {
      ...backtranslate,
      levels: levels ?? backtranslate.levels,
      attempts: attempts ?? backtranslate.attempts,
      baseline: baseline && (backtranslate.baseline ?? true),
    },
  };
}
