import type { Shape } from '../shape.ts';

/** Draws new values of a shape, and varies old ones. */
export interface Maker<S> {
  readonly draw: (shape: S) => unknown;
  /** A value like the given one, which belongs to the shape. */
  readonly vary: (shape: S, value: unknown) => unknown;
}

export interface Random {
  /** From 0 to 1, which it never is. */
  readonly next: () => number;
  /** A whole number; both ends are included. */
  readonly int: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
}

/** In the sandbox a constant's sources are functions that make it afresh. */
export interface MadeConstant {
  readonly kind: 'constant';
  readonly make: readonly (() => unknown)[];
}

/** In the sandbox a mapped shape's sources are functions. */
export interface MadeMapped {
  readonly kind: 'mapped';
  readonly of: Shape;
  readonly make: (value: unknown) => unknown;
  readonly back?: (value: unknown) => unknown;
}

/**
 * What the makers need of each other. Their sources run in the sandbox, each on its own: they find nothing but what
 * is handed to them.
 */
export interface Kit {
  random: Random;
  /** How many named shapes the value now drawn is within. */
  depth: number;
  /** How many named shapes the argument list has entered. */
  entered: number;
  readonly named: { readonly [name: string]: Shape };
  readonly makers: { readonly [kind: string]: Maker<never> };
  readonly draw: (shape: Shape) => unknown;
  /** A value that does not belong to the shape is replaced by a new one. */
  readonly vary: (shape: Shape, value: unknown) => unknown;
  readonly accepts: (shape: Shape, value: unknown) => boolean;
  /** How many elements something gets. */
  readonly size: (min: number, max: number) => number;
  /** Whether a part that need not be there should be, if the likelihood is the usual one. */
  readonly shows: (shape: Shape, usual: number) => boolean;
  /** Texts in the argument list so far: what is drawn later may contain them. */
  readonly recent: string[];
  /** A few of the characters, the same for all texts of an argument list. */
  readonly few: (alphabet: readonly string[]) => readonly string[];
  /** Begins another argument list. */
  readonly restart: (random: Random) => void;
  readonly isDeep: () => boolean;
}
