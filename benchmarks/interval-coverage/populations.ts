import type { Draw } from './draw.ts';

/** From where problems are drawn: how their chances of being solved are spread. */
export interface Population {
  readonly name: string;
  readonly chance: (draw: Draw) => number;
}

export const populations: readonly Population[] = [
  { name: 'mostly all or nothing', chance: ({ beta }) => beta(0.3, 0.3) },
  { name: 'uniform', chance: ({ uniform }) => uniform() },
  { name: 'hard', chance: ({ beta }) => beta(0.3, 3) },
  { name: 'easy', chance: ({ beta }) => beta(3, 0.3) },
  { name: 'nearly solved', chance: ({ beta }) => beta(20, 1) },
  { name: 'all alike', chance: ({ beta }) => beta(20, 20) },
];

/** How the chances of a second model are related to those of the first. */
export interface Relation {
  readonly name: string;
  readonly chance: (first: number, draw: Draw) => number;
}

export const relations: readonly Relation[] = [
  { name: 'the same', chance: (first) => first },
  { name: 'better', chance: (first) => first + 0.2 * (1 - first) },
  { name: 'other strengths', chance: (first, { uniform }) => (uniform() < 0.1 ? 1 - first : first) },
];
