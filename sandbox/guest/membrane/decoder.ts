/** Turns text back into values: new objects get twins, known ones are brought up to date. */
import type { Entries, Entry } from './entries.ts';
import { applyState } from './apply-state.ts';
import { intrinsic, isHarmless } from './intrinsics.ts';
import { RealTypeError, symbolFor, toBigInt } from './natives.ts';
import { readState, type State, stateOf } from './state.ts';
import type { Symbols } from './symbols.ts';
import { wellKnownSymbol } from './symbols.ts';
import { hole, type Wire, type WireNode } from './wire.ts';

export interface DecoderOptions {
  readonly entries: Entries;
  readonly symbols: Symbols;
  /** Makes the empty twin of an object of the other realm. */
  readonly twin: (node: WireNode, decoder: Decoder) => object;
  /** Whether intrinsics are taken as values; otherwise only those that can do no harm. */
  readonly takesIntrinsics: boolean;
  /** Called with the state of each object that is new here or has changed. */
  readonly onNode: (state: State) => void;
  /** Called with each object that crossed. */
  readonly onCrossing: (entry: Entry) => void;
  /** Whether the other side may change this object of ours. */
  readonly mayChange: (entry: Entry) => boolean;
}

const numbers: Readonly<Record<string, number>> = {
  __proto__: null,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
} as never;

/** Whether a twin has no state of its own that could ever be sent back. */
function isFixed([, kind, , , , properties]: WireNode): boolean {
  return kind === 'proxy' || kind === 'iterator' || (kind === 'function' && properties.length === 0);
}

/** Whether a twin of this kind is exactly what was sent, so that it need not be read to know its state. */
function isExact(kind: WireNode[1]): boolean {
  return kind === 'array' || kind === 'object' || kind === 'map' || kind === 'set' || kind === 'date';
}

export class Decoder {
  readonly #options: DecoderOptions;

  constructor(options: DecoderOptions) {
    this.#options = options;
  }

  /** Takes in the objects of a message, before any value that names them is read. */
  nodes(nodes: readonly WireNode[]): void {
    const { entries } = this.#options;
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] as WireNode;
      // Views come last: they are made over buffers.
      if (node[1] !== 'view' && entries.at(-node[0]) === undefined) this.#adopt(node);
    }
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] as WireNode;
      if (node[1] === 'view' && entries.at(-node[0]) === undefined) this.#adopt(node);
    }
    for (let at = 0; at < nodes.length; at++) this.#apply(nodes[at] as WireNode);
    for (let at = 0; at < nodes.length; at++) this.#note(nodes[at] as WireNode);
  }

  value(wire: Wire | undefined): unknown {
    if (typeof wire !== 'object' || wire === null) return wire;
    const name = wire[1] as string;
    switch (wire[0]) {
      case 'u':
        return undefined;
      case 'n':
        return numbers[name];
      case 'b':
        return toBigInt(name);
      case 'o':
        return this.#crossed(wire[1] as number).object;
      case 'x':
        return this.#intrinsic(name);
      case 'h':
        return hole;
      case 'r':
        return symbolFor(name);
      case 'w':
        return wellKnownSymbol(name);
      case 's':
        return this.#options.symbols.read(wire[1] as unknown as number, wire[2] as string);
      default:
        throw new RealTypeError('what came across is no value');
    }
  }

  values(wires: readonly Wire[]): unknown[] {
    const values: unknown[] = [];
    for (let at = 0; at < wires.length; at++) values[at] = this.value(wires[at]);
    return values;
  }

  #intrinsic(name: string): unknown {
    const found = intrinsic(name);
    if (found === undefined || this.#options.takesIntrinsics || isHarmless(found)) return found;
    throw new RealTypeError(`${name} itself cannot cross`);
  }

  /** What a twin inherits from. */
  #prototype(node: WireNode): object | null {
    const wire = node[2];
    if (typeof wire !== 'object' || wire === null || wire[0] !== 'x') return this.value(wire) as object | null;
    return intrinsic(wire[1] as string) ?? null;
  }

  #crossed(id: number): Entry {
    const entry = this.#known(id);
    this.#options.onCrossing(entry);
    return entry;
  }

  #known(id: number): Entry {
    const entry = this.#options.entries.at(-id);
    if (entry === undefined) throw new RealTypeError('what came across names an object that nobody knows');
    return entry;
  }

  #adopt(node: WireNode): void {
    // It would be an object of ours that we never gave away.
    if (node[0] < 0) throw new RealTypeError('what came across names an object that nobody knows');
    const { entries, twin } = this.#options;
    entries.adopt(-node[0], twin(node, this));
  }

  #apply(node: WireNode): void {
    const entry = this.#known(node[0]);
    if (entry.id > 0 && !this.#options.mayChange(entry)) return;
    const change = {
      kind: node[1],
      isNew: entry.state === undefined && entry.id < 0,
      prototype: this.#prototype(node),
      integrity: node[3],
      payload: this.values(node[4]),
      properties: this.values(node[5]),
    };
    applyState(entry.object, change);
    const state = stateOf(change);
    this.#options.onNode(state);
    if (isExact(change.kind)) entry.state = state;
  }

  #note(node: WireNode): void {
    const entry = this.#known(node[0]);
    if (entry.id > 0 && !this.#options.mayChange(entry)) return;
    this.#options.onCrossing(entry);
    if (isExact(node[1])) return;
    if (entry.id < 0 && isFixed(node)) entry.isStable = true;
    else entry.state = readState(entry.object);
  }
}
