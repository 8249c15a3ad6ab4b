/**
 * How values look between realms: JSON text. Finite numbers, texts, booleans and null stand for themselves; all else is
 * an array whose first member says what it is. Objects are named by numbers: positive for the sender's, negative for
 * the receiver's own.
 */
export type Wire = number | string | boolean | null | WireList;

export interface WireList extends ReadonlyArray<Wire> {}

export type Kind =
  | 'array'
  | 'object'
  | 'function'
  | 'map'
  | 'set'
  | 'date'
  | 'regexp'
  | 'error'
  | 'buffer'
  | 'view'
  | 'promise'
  | 'iterator'
  | 'proxy'
  | 'boxed'
  | 'weak';

/** The state of one object: `[id, kind, prototype, integrity, payload, properties]`. */
export type WireNode = readonly [
  id: number,
  kind: Kind,
  prototype: Wire,
  integrity: number,
  payload: readonly Wire[],
  properties: readonly Wire[],
];

/** One message: what it is about, the objects it speaks of that are new or have changed, and what happened meanwhile. */
export type Envelope = readonly [
  body: readonly Wire[],
  nodes: readonly WireNode[],
  events: readonly (readonly Wire[])[],
  clock: readonly Wire[],
];

/** Most characters of one message. */
export const maxMessage = 16_000_000;

export const flag = { enumerable: 1, writable: 2, configurable: 4, accessor: 8 } as const;
export const plainFlags = 7;

/** Stands for a missing element of an array. */
export const hole: unique symbol = Symbol('hole');
