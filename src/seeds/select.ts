import { inputError } from '../core/error.ts';
import type { Seed } from '../core/seed.ts';

export interface SeedFilter {
  /** Keep seeds that carry every one of these tags. */
  readonly tags: readonly string[];
  /** Keep seeds of these topics; all topics when empty. */
  readonly topics: readonly string[];
}

/** The seeds that a filter keeps; throws an input error when it keeps none. */
export function selectSeeds(seeds: readonly Seed[], filter: SeedFilter): readonly Seed[] {
  const kept = seeds.filter(
    (seed) =>
      filter.tags.every((tag) => seed.tags.includes(tag)) &&
      (filter.topics.length === 0 || filter.topics.includes(seed.topic)),
  );
  if (kept.length > 0) return kept;
  const topics = [...new Set(seeds.map((seed) => seed.topic))].join(', ');
  throw inputError(
    'no-seeds',
    `No seed has the tags [${filter.tags.join(', ')}] and a topic of [${filter.topics.join(', ')}]. Topics there are: ${topics}.`,
  );
}
