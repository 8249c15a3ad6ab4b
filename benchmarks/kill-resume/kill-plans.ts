import { seedFrom } from '../../src/core/id.ts';

/** When to kill one run: milliseconds after each start of its command. */
export interface KillPlan {
  readonly name: string;
  readonly momentsMs: readonly number[];
}

interface Draws {
  readonly seed: number;
  /** How long the run takes when nothing kills it. */
  readonly wallMs: number;
}

/** Runs that are each killed at a random moment of their time, and every other one once more while it is resumed. */
export function manyKilledRuns({ rounds, seed, wallMs }: Draws & { readonly rounds: number }): KillPlan[] {
  return Array.from({ length: rounds }, (_, round) => ({
    name: `round ${round + 1}`,
    momentsMs: [wallMs * draw([seed, round, 0]), ...(round % 2 === 1 ? [wallMs * draw([seed, round, 1])] : [])],
  }));
}

/** One run that is killed again and again, so often that each start gets only a little further. */
export function oneRunKilledOften({ kills, seed, wallMs }: Draws & { readonly kills: number }): KillPlan {
  const shortest = Math.min(300, wallMs / 4);
  return {
    name: 'one run',
    momentsMs: Array.from({ length: kills }, (_, kill) => shortest + (wallMs / 4) * draw([seed, 'one run', kill])),
  };
}

/** From 0 to 1, without 1. */
function draw(what: unknown): number {
  return seedFrom(what) / 2 ** 31;
}
