import { seedFrom } from '../../src/core/id.ts';

/** When to kill one run. */
export interface KillPlan {
  readonly name: string;
  /**
   * Milliseconds after each start of the command, for a run that takes `wallMs` when nothing kills it. Another `attempt`
   * draws others: a run may end before it is killed.
   */
  readonly momentsMs: (wallMs: number, attempt: number) => readonly number[];
}

/** Runs that are each killed at a random moment of their time, and every other one once more while it is resumed. */
export function manyKilledRuns({ rounds, seed }: { readonly rounds: number; readonly seed: number }): KillPlan[] {
  return Array.from({ length: rounds }, (_, round) => ({
    name: `round ${round + 1}`,
    momentsMs: (wallMs, attempt) => {
      const kills = round % 2 === 0 ? [0] : [0, 1];
      return kills.map((kill) => wallMs * draw([seed, round, attempt, kill]));
    },
  }));
}

const startUpMs = 250;

/** One run that is killed again and again, so soon that each start gets only a little further. */
export function oneRunKilledOften({ kills, seed }: { readonly kills: number; readonly seed: number }): KillPlan {
  return {
    name: 'one run',
    momentsMs: (wallMs, attempt) =>
      Array.from({ length: kills }, (_, kill) => startUpMs + (wallMs / 8) * draw([seed, 'one run', attempt, kill])),
  };
}

/** From 0 to 1, without 1. */
function draw(what: unknown): number {
  return seedFrom(what) / 2 ** 31;
}
