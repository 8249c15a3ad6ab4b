import type { NamedShape, OneOfShape, Shape } from '../shape.ts';
import type { Kit, MadeConstant, Maker } from './kit.ts';

export function constantMaker(kit: Kit): Maker<MadeConstant> {
  const draw = ({ make }: MadeConstant): unknown => kit.random.pick(make)?.();
  return { draw, vary: draw };
}

export function oneOfMaker(kit: Kit): Maker<OneOfShape> {
  /** Whether values of a shape may end here: where depth is great, collections are as short as they may be. */
  function isFlat(shape: Shape): boolean {
    if (shape.kind === 'named') return false;
    if (shape.kind === 'oneOf') return shape.of.some(isFlat);
    if (shape.kind === 'object') return shape.fields.every(({ of, optional }) => optional || isFlat(of));
    if (shape.kind === 'tuple') return shape.items.slice(0, shape.needed).every(isFlat);
    if ('min' in shape && 'of' in shape) return shape.min === 0 || isFlat(shape.of);
    return !('of' in shape) || isFlat(shape.of);
  }

  function draw({ of }: OneOfShape): unknown {
    const flat = kit.isDeep() ? of.filter(isFlat) : [];
    const all = flat.length > 0 ? flat : of;
    const usual = all.filter((shape) => shape.kind !== 'rare' || kit.shows(shape, 1));
    const choices = usual.length > 0 ? usual : all;
    return choices.length === 0 ? undefined : kit.draw(kit.random.pick(choices));
  }
  function vary(shape: OneOfShape, value: unknown): unknown {
    const own = shape.of.filter((one) => kit.accepts(one, value));
    return own.length === 0 || kit.random.chance(0.2) ? draw(shape) : kit.vary(kit.random.pick(own), value);
  }
  return { draw, vary };
}

export function namedMaker(kit: Kit): Maker<NamedShape> {
  const hopelessDepth = 40;
  /** A shape that must contain itself twice would have no end within any depth. */
  const mostEntered = 2000;
  function within(use: (shape: Shape) => unknown, { name }: NamedShape): unknown {
    const shape = kit.named[name];
    if (shape === undefined || kit.depth > hopelessDepth || kit.entered > mostEntered) return undefined;
    kit.depth++;
    kit.entered++;
    try {
      return use(shape);
    } finally {
      kit.depth--;
    }
  }
  return {
    draw: (shape) => within(kit.draw, shape),
    vary: (shape, value) => within((own) => kit.vary(own, value), shape),
  };
}
