/**
 * Picks sets until everything that is in any of them is covered: each time the one that adds most (Chvátal 1979), the
 * earlier where two add as many; then leaves out those that the others make needless. Gives their places in ascending
 * order.
 */
export function greedyCover<T>(sets: readonly ReadonlySet<T>[]): readonly number[] {
  const open = new Set(sets.flatMap((set) => [...set]));
  const picked: number[] = [];
  while (open.size > 0) {
    const gains = sets.map((set) => [...set].filter((one) => open.has(one)).length);
    const best = gains.indexOf(Math.max(...gains));
    picked.push(best);
    for (const one of sets[best] ?? []) open.delete(one);
  }
  return withoutNeedless(sets, picked).toSorted((one, other) => one - other);
}

/** What was picked last adds least, so what came before is asked first whether it is still needed. */
function withoutNeedless<T>(sets: readonly ReadonlySet<T>[], picked: readonly number[]): readonly number[] {
  let kept = picked;
  for (const place of picked) {
    const others = kept.filter((other) => other !== place);
    const covered = new Set(others.flatMap((other) => [...(sets[other] ?? [])]));
    if ([...(sets[place] ?? [])].every((one) => covered.has(one))) kept = others;
  }
  return kept;
}
