/** How to make a value, as data: the sandbox draws by it. */
export type ValueSpec =
  /** One of a pool's values; few of them in one scenario, so that they come again. */
  | { readonly kind: 'pool'; readonly pool: number }
  /** A number that never gets less in the course of a scenario. */
  | { readonly kind: 'time' }
  | { readonly kind: 'array'; readonly of: ValueSpec }
  | { readonly kind: 'tuple'; readonly items: readonly ValueSpec[] }
  | { readonly kind: 'object'; readonly fields: readonly FieldSpec[] }
  | { readonly kind: 'record' | 'map'; readonly key: ValueSpec; readonly of: ValueSpec }
  | { readonly kind: 'set'; readonly of: ValueSpec }
  | { readonly kind: 'oneOf'; readonly of: readonly ValueSpec[] };

export interface FieldSpec {
  readonly name: string;
  readonly of: ValueSpec;
  readonly optional: boolean;
}

/** An argument list: those after `needed` may be left out. */
export interface ListSpec {
  readonly items: readonly ValueSpec[];
  readonly needed: number;
  readonly rest?: ValueSpec;
}

/** Values that stand for each other. */
export interface Pool {
  /** JavaScript sources. */
  readonly sources: readonly string[];
  /** Whole numbers that may be drawn beside them; both ends are included. */
  readonly range?: readonly [number, number];
}

/** Thrown where nothing is known of a type's values. */
export class Unknown extends Error {}
