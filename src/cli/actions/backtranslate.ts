import type { Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load.ts';
import { inputError, type WinnowError } from '../../core/error.ts';
import { courseOf } from '../../pipeline/pieces/course.ts';
import { openPieces } from '../../pipeline/pieces/open-pieces.ts';
import { configFile } from '../config-file.ts';
import type { BacktranslateFlags } from '../commands/backtranslate.ts';
import { renderBacktranslation } from '../render/backtranslate.ts';
import { runHeld } from './run-held.ts';

/** `winnow backtranslate`: reads code, has it described, and prints what was proven. */
export async function backtranslateAction(flags: BacktranslateFlags): Promise<void> {
  const config = configFor(flags);
  const { pieces, notices, badLines } = await openPieces(flags.input, { skipsBadLines: flags.skipBadLines ?? false });
  for (const notice of notices) process.stderr.write(`${notice}\n`);
  const what = { config, seeds: pieces.map(({ seed }) => seed), course: courseOf(pieces) };
  await runHeld(flags, what, (result, dir) => {
    const summary = { ...result, bad_lines: badLines, dir };
    return flags.json ? `${JSON.stringify(summary)}\n` : renderBacktranslation(result, badLines, flags.out);
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
function configFor({
  config: named,
  seed,
  budgetUsd,
  profile,
  levels,
  attempts,
  baseline,
}: BacktranslateFlags): Config {
  const path = configFile(named);
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
