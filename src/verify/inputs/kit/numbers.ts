import type { NumberShape } from '../shape.ts';
import type { Kit, Maker } from './kit.ts';

/** Mostly small numbers, some of the usual size, few far beyond it. */
export function numberMaker(kit: Kit): Maker<NumberShape> {
  const fit = ({ min, far, decimals }: NumberShape, value: number): number =>
    Number(Math.min(far, Math.max(min, value)).toFixed(decimals));
  const between = (shape: NumberShape, low: number, high: number): number => {
    const scale = 10 ** shape.decimals;
    return fit(shape, kit.random.int(Math.ceil(low * scale), Math.floor(high * scale)) / scale);
  };

  function draw(shape: NumberShape): number {
    const { random } = kit;
    const { min, max, far, known } = shape;
    const way = random.next();
    const small = Math.max(min, Math.min(9, max));
    if (way < 0.3) return between(shape, Math.min(small, Math.max(min, -9)), small);
    if (way < 0.75 || known.length === 0) return between(shape, max > 0 ? Math.max(min, -max) : min, max);
    if (way < 0.93) return fit(shape, random.pick(known) + random.pick([0, 0, 1, -1]));
    const usual = Math.max(1, Math.abs(max));
    const spread = usual * 2 ** random.int(1, Math.ceil(Math.log2(Math.max(2, Math.abs(far) / usual))));
    return between(shape, Math.max(min, -spread), Math.min(far, spread));
  }

  function vary(shape: NumberShape, value: unknown): number {
    const { random } = kit;
    if (typeof value !== 'number' || !Number.isFinite(value)) return draw(shape);
    const near = [value + 1, value - 1, value * 2, Math.trunc(value / 2), -value, value + 10 ** -shape.decimals, 0];
    const ways = shape.known.length > 0 ? [...near, random.pick(shape.known), random.pick(shape.known)] : near;
    return random.chance(0.3) ? draw(shape) : fit(shape, random.pick(ways));
  }

  return { draw, vary };
}
