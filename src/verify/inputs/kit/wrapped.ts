import type { RareShape } from '../shape.ts';
import type { Kit, MadeMapped, Maker } from './kit.ts';

export function mappedMaker(kit: Kit): Maker<MadeMapped> {
  const draw = ({ of, make }: MadeMapped): unknown => make(kit.draw(of));
  const vary = (shape: MadeMapped, value: unknown): unknown =>
    shape.back === undefined ? draw(shape) : shape.make(kit.vary(shape.of, shape.back(value)));
  return { draw, vary };
}

export function rareMaker(kit: Kit): Maker<RareShape> {
  return { draw: ({ of }) => kit.draw(of), vary: ({ of }, value) => kit.vary(of, value) };
}
