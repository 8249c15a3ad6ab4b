import { resolve } from 'node:path';
import { readProblems } from '../../../bench/problems/read-problems.ts';
import { conclude } from '../../../pipeline/bench/conclude.ts';
import { scoreSamples } from '../../../pipeline/bench/score.ts';
import type { ScoreFlags } from '../../commands/bench.ts';
import { printBench } from '../../render/bench.ts';
import { settingsOf, watching } from './judging.ts';

const interrupted = 'Interrupted. What was judged is saved: the same command with --resume goes on from there.';

/** `winnow bench score`: judges samples, and sums up. */
export async function scoreAction(flags: ScoreFlags): Promise<void> {
  const settings = settingsOf(flags);
  const dir = resolve(flags.out);
  const skipsBadLines = flags.skipBadLines ?? false;
  const summary = await watching(interrupted, async (watched) => {
    const set = await readProblems(flags.problems, { skipsBadLines, onNotice: watched.onNotice });
    const { samples, k: ks, audit, resume = false } = flags;
    await scoreSamples({ ...watched, set, samples, dir, settings, ...(ks && { ks }), resume, skipsBadLines });
    return await conclude({
      set,
      title: samples,
      dir,
      settings,
      ...(ks && { ks }),
      ...(audit !== undefined && { audit }),
    });
  });
  printBench(summary, flags);
}
