import type { Relation } from '../shape.ts';

/** Words for the lesser and the greater of two, which the rest of their names must agree about. */
const pairs: readonly (readonly [low: string, high: string])[] = [
  ['start', 'end'],
  ['from', 'to'],
  ['min', 'max'],
  ['minimum', 'maximum'],
  ['low', 'high'],
  ['lo', 'hi'],
  ['lower', 'upper'],
  ['begin', 'end'],
  ['first', 'last'],
];

/**
 * What the names of values say of their order, where no example contradicts it: mostly a start is not after its end.
 *
 * @param rows the values by the places of their names, where examples have them
 */
export function pairsIn(names: readonly string[], rows: readonly (readonly unknown[])[]): readonly Relation[] {
  return names.flatMap((name, as) => {
    const at = names.findIndex((other) =>
      pairs.some(([low, high]) => other !== name && other === paired(name, low, high)),
    );
    const isBroken = rows.some((row) => isAfter(row[as], row[at]));
    return at === -1 || isBroken ? [] : [{ kind: 'not-less', as, at, mostly: true } as const];
  });
}

/** `startDay` is paired with `endDay`, `rangeMin` with `rangeMax`. */
function paired(name: string, low: string, high: string): string | undefined {
  const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  if (name === low) return high;
  if (name.startsWith(low) && /^[A-Z_]/.test(name.slice(low.length))) return high + name.slice(low.length);
  return name.endsWith(capital(low)) ? name.slice(0, -low.length) + capital(high) : undefined;
}

function isAfter(low: unknown, high: unknown): boolean {
  return typeof low === 'number' && typeof high === 'number' && low > high;
}
