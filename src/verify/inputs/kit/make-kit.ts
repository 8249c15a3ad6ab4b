import type { Shape } from '../shape.ts';
import type { Kit, MadeMapped, Maker, Random } from './kit.ts';

export interface KitParts {
  readonly randomFrom: (seed: number) => Random;
  readonly makers: { readonly [kind: string]: (kit: Kit) => Maker<never> };
  readonly named: { readonly [name: string]: Shape };
}

/** Ties the makers together. */
export function makeKit({ randomFrom, makers, named }: KitParts): Kit {
  const deepest = 2;
  /** Within values that contain their own kind, collections are short: they would grow beyond bounds. */
  const shortWithin = 2;
  const tags: { readonly [kind: string]: (value: unknown) => boolean } = {
    number: (value) => typeof value === 'number',
    text: (value) => typeof value === 'string',
    array: Array.isArray,
    tuple: Array.isArray,
    map: (value) => value instanceof Map,
    set: (value) => value instanceof Set,
    constant: (value) =>
      typeof value !== 'number' && typeof value !== 'string' && (typeof value !== 'object' || value === null),
  };
  const isPlain = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Map) &&
    !(value instanceof Set);

  function accepts(shape: Shape, value: unknown, within = 0): boolean {
    // Shapes may stand for each other in a circle.
    if (within > deepest + shortWithin) return false;
    if (shape.kind === 'oneOf') return shape.of.some((one) => accepts(one, value, within + 1));
    if (shape.kind === 'named') {
      const own = named[shape.name];
      return own !== undefined && accepts(own, value, within + 1);
    }
    if (shape.kind === 'rare') return accepts(shape.of, value, within + 1);
    if (shape.kind === 'mapped') return (shape as unknown as MadeMapped).back?.(value) !== undefined;
    if (shape.kind !== 'object') return (tags[shape.kind] ?? isPlain)(value);
    const keys = isPlain(value) ? Object.keys(value as object) : undefined;
    return (
      keys !== undefined &&
      shape.fields.every(({ name, optional, of }) => {
        if (!keys.includes(name)) return optional;
        const field = (value as Record<string, unknown>)[name];
        return (
          of.kind !== 'constant' ||
          (of as unknown as { make: (() => unknown)[] }).make.some(
            (make) => typeof make() === 'object' || make() === field,
          )
        );
      })
    );
  }

  function size(min: number, usual: number): number {
    const { random } = kit;
    const max = kit.depth > 0 ? Math.min(usual, min + shortWithin) : usual;
    if (kit.isDeep() || max <= min) return min;
    return random.chance(0.7) ? random.int(min, Math.min(max, min + 6)) : random.int(min, max);
  }

  let chosen: readonly string[] = [];
  function few(alphabet: readonly string[]): readonly string[] {
    const fitting = chosen.filter((one) => alphabet.includes(one));
    if (fitting.length > 0 || alphabet.length === 0) return fitting;
    chosen = Array.from({ length: 3 }, () => kit.random.pick(alphabet));
    return chosen;
  }

  function restart(random: Random): void {
    kit.random = random;
    kit.recent.length = 0;
    kit.entered = 0;
    chosen = [];
  }

  const kit: Kit = {
    random: randomFrom(0),
    depth: 0,
    entered: 0,
    named,
    makers: {},
    draw: (shape) => kit.makers[shape.kind]?.draw(shape as never),
    vary: (shape, value) => {
      const maker = kit.makers[shape.kind];
      return accepts(shape, value) ? maker?.vary(shape as never, value) : maker?.draw(shape as never);
    },
    accepts,
    size,
    shows: (shape, usual) => kit.random.chance(shape.kind === 'rare' ? 0.1 : usual),
    recent: [],
    few,
    restart,
    isDeep: () => kit.depth > deepest,
  };
  return Object.assign(kit, {
    makers: Object.fromEntries(Object.entries(makers).map(([kind, maker]) => [kind, maker(kit)])),
  });
}
