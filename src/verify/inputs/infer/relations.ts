import type { Relation } from '../shape.ts';

/** What holds between the places of lists of values in all examples, where that is hardly chance. */
export function relationsIn(lists: readonly (readonly unknown[])[]): readonly Relation[] {
  const places = [...(lists[0] ?? []).keys()];
  const pairs = places.flatMap((as) => places.map((at) => ({ as, at })).filter(({ at }) => at !== as));
  return pairs.flatMap(({ as, at }): readonly Relation[] => {
    const samples = lists.map((list) => [list[as], list[at]] as const);
    if (as < at && haveSameLength(samples)) return [{ kind: 'same-length', as, at }];
    if (areWithinLength(samples)) return [{ kind: 'within-length', as, at }];
    if (as > at || !areNotLess(samples)) return [];
    return [{ kind: samples.every(([low, high]) => low !== high) ? 'greater' : 'not-less', as, at }];
  });
}

type Samples = readonly (readonly [unknown, unknown])[];

function lengthOf(value: unknown): number | undefined {
  return Array.isArray(value) || typeof value === 'string' ? value.length : undefined;
}

function haveSameLength(samples: Samples): boolean {
  const least = samples.length === 1 ? 3 : 2;
  const lengths = samples.map(([model]) => lengthOf(model) ?? -1);
  const isTelling = new Set(lengths).size > 1 || (lengths.length >= 1 && (lengths[0] ?? 0) >= least);
  return (
    isTelling &&
    samples.every(
      ([model, value]) =>
        typeof model === typeof value && lengthOf(model) !== undefined && lengthOf(model) === lengthOf(value),
    )
  );
}

function areWithinLength(samples: Samples): boolean {
  return (
    samples.length > 0 &&
    samples.every(
      ([model, value]) =>
        Array.isArray(model) && Number.isInteger(value) && (value as number) >= 0 && (value as number) <= model.length,
    )
  );
}

function areNotLess(samples: Samples): boolean {
  const least = 4;
  return (
    samples.length >= least &&
    samples.every(([low, high]) => typeof low === 'number' && typeof high === 'number' && low <= high)
  );
}
