import type { Seed } from '../../core/seed.ts';

/** A piece of code that is to be described, and what is known of it. */
export interface Piece {
  /** Holds the code, its language and where it came from. */
  readonly seed: Seed & { readonly code: string; readonly language: 'ts' | 'js' };
  readonly entryPoint: string;
  /** TypeScript declarations of what it exports. */
  readonly signature: string;
  readonly kind: 'function' | 'class';
  /** A test suite of its own; absent where one is to be written. */
  readonly tests?: string;
  /** Fields of its row that mean nothing here. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** Pieces in the order of their source, and what was left out. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  /** One line for each thing that is to be told. */
  readonly notices: readonly string[];
  /** Lines of the input that are no rows, where they are skipped. */
  readonly badLines: number;
}
