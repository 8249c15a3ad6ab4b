import type { Config } from '../../config/config.ts';
import { inputError } from '../../core/error.ts';
import type { NightRow } from '../../core/night.ts';
import type { OpenNight } from './folder.ts';

/** Enough draws for any night, and few enough to be laid out at once. */
const mostDraws = 20_000;

/** The name of a night that begins now: its date here, and a number where there is one of that date. */
function nightName(now: Date, known: readonly string[]): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const date = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  const taken = new Set(known);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? date : `${date}-${number}`;
    if (!taken.has(name)) return name;
  }
}

/** A night that follows on those that have ended: what the last one did not draw is drawn first. */
export function nextNight(now: Date, nights: readonly NightRow[]): OpenNight {
  const name = nightName(
    now,
    nights.map(({ night }) => night),
  );
  return { night: name, started_at: now.toISOString(), first_take: nights.at(-1)?.take ?? 0 };
}

export interface NightPlan {
  readonly seeds: number;
  /** What all nights have kept. */
  readonly seen: string;
  readonly hasDeadline: boolean;
}

/**
 * The configuration of a night: nothing is drawn twice in all nights of the store, nothing comes again that an earlier
 * one kept, and each seed is drawn as often as the night has time for. Throws an input error for a night without an end.
 */
export function nightConfig(
  config: Config,
  { first_take: first }: OpenNight,
  { seeds, seen, hasDeadline }: NightPlan,
): Config {
  const { budget, target } = config;
  if (target === null && budget.usd === null && budget.tokens === null && !hasDeadline) throw endless();
  const drawsOfATake = Math.max(1, seeds * (1 + config.generate.evolve.variants));
  const takes = Math.max(config.seeds.takes, 2, Math.floor(mostDraws / drawsOfATake));
  return {
    ...config,
    seeds: { ...config.seeds, once: 'store', takes, first_take: first },
    curate: { ...config.curate, seen: config.curate.seen ?? seen },
  };
}

function endless(): Error {
  return inputError(
    'night-endless',
    'A night needs an end: --target N kept rows, --budget-usd X, --until 06:00, or budget.tokens in the configuration. The first that is reached ends it.',
  );
}
