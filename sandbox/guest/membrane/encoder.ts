/** Turns values into text, together with all that the other side has to know about the objects in them. */
import type { Entries, Entry } from './entries.ts';
import { intrinsicName, isHarmless } from './intrinsics.ts';
import { getOwnPropertyDescriptor, promiseThen, RealRangeError, stringify, symbolKeyFor, toText } from './natives.ts';
import { isSame, isUnchangedArray, readState, type State } from './state.ts';
import { hole, maxMessage } from './wire.ts';
import type { Symbols } from './symbols.ts';

export interface EncoderOptions {
  readonly entries: Entries;
  readonly symbols: Symbols;
  /** Whether a function of this realm is worth describing in full: only name and length are sent otherwise. */
  readonly describesFunctions: boolean;
  /** Whether intrinsics cross by name as values too; otherwise only those that can do no harm. */
  readonly sendsIntrinsics: boolean;
  /** Objects that the other side must not get hold of: nothing is sent in their place. */
  readonly isSecret: (object: object) => boolean;
  /** Called with each promise that crosses for the first time. */
  readonly onPromise: (entry: Entry) => void;
}

/** How much is looked at again and again: so many objects at most, with so many members between them. */
const windowObjects = 24;
const windowMembers = 64;
/** Once so many messages have passed with nothing but data in them, and nothing found that way, less is looked at. */
const warmMessages = 16;
const calmMembers = 8;

/** Encodes one message after another; a message is opened by `begin` and read by `nodes`. */
export class Encoder {
  readonly #options: EncoderOptions;
  #message = 0;
  #queue: Entry[] = [];
  #length = 0;
  /** Whether anything has crossed that can act on its own: a function, an instance, an iterator, a promise. */
  #isLive = false;
  /** Whether an object has changed that no value of its message named. */
  #hasFoundLate = false;
  /** Objects that crossed lately: they may have been kept, and changed since. */
  #recent: Entry[] = [];
  /** Objects that are looked at in every message. */
  readonly #pinned: Entry[] = [];
  readonly #settled: object[] = [];

  constructor(options: EncoderOptions) {
    this.#options = options;
  }

  begin(): void {
    this.#message++;
    this.#queue = [];
    this.#length = 0;
  }

  pin(object: object): void {
    this.#pinned[this.#pinned.length] = this.#entryOf(object);
  }

  /** Never looks at an object again once the other side knows it. */
  settle(object: object): void {
    const entry = this.#options.entries.of(object);
    if (entry?.state === undefined) this.#settled[this.#settled.length] = object;
    else entry.isStable = true;
  }

  /** Takes note of an object that crossed, either way. */
  note(state: State): void {
    if (!isData(state)) this.#isLive = true;
  }

  /** What has crossed so far is what a module exports, and no reason to look more closely. */
  calm(): void {
    this.#isLive = false;
  }

  /** The wire form of one value; its objects are told by `nodes`. */
  value(value: unknown): string {
    switch (typeof value) {
      case 'number':
        return numberText(value);
      case 'string':
        return this.#count(stringify(value));
      case 'boolean':
        return value ? 'true' : 'false';
      case 'undefined':
        return '["u"]';
      case 'bigint':
        return this.#count(`["b","${value}"]`);
      case 'symbol':
        return this.#symbol(value);
      default:
        return value === null ? 'null' : this.#object(value as object);
    }
  }

  /** The wire form of several values. */
  values(values: readonly unknown[]): string {
    let text = '[';
    for (let at = 0; at < values.length; at++) {
      const member = values[at];
      text += (at === 0 ? '' : ',') + (member === hole ? '["h"]' : this.value(member));
    }
    return this.#count(`${text}]`, 1);
  }

  /** Looks at objects that are part of the conversation although no value of this message names them. */
  visit(value: unknown): void {
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') {
      const entry = this.#options.entries.of(value);
      if (entry !== undefined) this.#touch(entry);
    }
  }

  /** All objects of the message that are new to the other side or not as it knows them. */
  nodes(): string {
    this.#trim();
    const recent = this.#recent;
    for (let at = 0; at < this.#pinned.length; at++) this.#enqueue(this.#pinned[at] as Entry);
    let text = '[';
    const late = this.#queue.length;
    for (let at = 0; at < recent.length; at++) this.#enqueue(recent[at] as Entry);
    for (let at = 0; at < this.#queue.length; at++) {
      const entry = this.#queue[at] as Entry;
      const wasKnown = entry.state !== undefined;
      const node = this.#node(entry);
      if (at >= late && wasKnown && node !== '') this.#hasFoundLate = true;
      if (node !== '') text += text === '[' ? node : `,${node}`;
    }
    return `${text}]`;
  }

  /** Has an object looked at in the next messages, because it has just crossed. */
  remember(entry: Entry): void {
    if (entry.isStable || entry.rememberedIn === this.#message) return;
    entry.rememberedIn = this.#message;
    this.#recent[this.#recent.length] = entry;
  }

  /** Forgets those that crossed longest ago. */
  #trim(): void {
    const recent = this.#recent;
    let members = 0;
    let first = recent.length;
    const isCalm = !this.#isLive && !this.#hasFoundLate && this.#message > warmMessages;
    const most = isCalm ? calmMembers : windowMembers;
    while (first > 0 && recent.length - first < windowObjects && members < most) {
      const { state } = recent[--first] as Entry;
      members += state === undefined ? 1 : 1 + state.payload.length + state.properties.length / 3;
    }
    if (first > 0) this.#recent = tail(recent, first);
  }

  #count(text: string, own: number = text.length): string {
    this.#length += own;
    if (this.#length > maxMessage) throw new RealRangeError('a value is too large to pass between solution and tests');
    return text;
  }

  #symbol(symbol: symbol): string {
    const key = symbolKeyFor(symbol);
    if (key !== undefined) return `["r",${stringify(key)}]`;
    return this.#options.symbols.wire(symbol);
  }

  #object(object: object): string {
    const known = this.#options.entries.of(object);
    if (known === undefined) {
      const instead = this.#standIn(object);
      if (instead !== undefined) return instead;
    }
    const entry = known ?? this.#options.entries.add(object);
    this.#touch(entry);
    if (entry.id < 0 && entry.state?.kind === 'promise') this.#returnPromise(entry);
    return `["o",${entry.id}]`;
  }

  /** What is sent in place of an object that does not cross as itself. */
  #standIn(object: object): string | undefined {
    if (this.#options.isSecret(object)) return '["u"]';
    const name = intrinsicName(object);
    if (name !== undefined && (this.#options.sendsIntrinsics || isHarmless(object))) return `["x",${stringify(name)}]`;
    return object === globalThis ? '["u"]' : undefined;
  }

  /** Whoever gets a promise of its own back looks after it: here nobody has to. */
  #returnPromise(entry: Entry): void {
    if (entry.isReturned) return;
    entry.isReturned = true;
    promiseThen(entry.object, ignore, ignore);
  }

  #entryOf(object: object): Entry {
    return this.#options.entries.of(object) ?? this.#options.entries.add(object);
  }

  /** An object that the message speaks of. */
  #touch(entry: Entry): void {
    this.#enqueue(entry);
    this.remember(entry);
  }

  #enqueue(entry: Entry): void {
    if (entry.isStable || entry.seenIn === this.#message) return;
    entry.seenIn = this.#message;
    this.#queue[this.#queue.length] = entry;
  }

  /** The wire form of an object's state; empty when the other side knows it, though not what it refers to. */
  #node(entry: Entry): string {
    const { state: known, object, id } = entry;
    if (known?.kind === 'array' && known.properties.length === 0 && isUnchangedArray(object as unknown[], known)) {
      if (!known.isFlat) this.#visitAll(known.payload);
      return '';
    }
    const state = this.#describe(entry);
    if (known !== undefined && isSame(known, state)) {
      if (!state.isFlat) this.#visitAll(state.payload);
      if (!state.isFlat) this.#visitAll(state.properties);
      return '';
    }
    entry.state = state;
    this.note(state);
    if (known === undefined && state.kind === 'promise') this.#options.onPromise(entry);
    entry.isStable = id > 0 && (isStable(object, state) || this.#isSettled(object));
    const payload = this.values(state.payload);
    const prototype = this.#prototype(state.prototype);
    return `[${id},"${state.kind}",${prototype},${state.integrity},${payload},${this.values(state.properties)}]`;
  }

  #isSettled(object: object): boolean {
    for (let at = 0; at < this.#settled.length; at++) if (this.#settled[at] === object) return true;
    return false;
  }

  #describe(entry: Entry): State {
    const state = readState(entry.object);
    if (state.kind === 'function' && intrinsicName(entry.object) !== undefined) return nativeState(state);
    if (state.kind !== 'function' || this.#options.describesFunctions || entry.id < 0) return state;
    const { kind, integrity, payload } = state;
    const name = payload[0];
    const length = payload[1];
    const isConstructor = payload[2];
    const prototype = payload[3];
    return {
      kind,
      integrity,
      isFlat: false,
      prototype: functionPrototype,
      payload: [name, length, isConstructor, prototype],
      properties: [],
    };
  }

  /** What an object inherits from; intrinsics are always told as such here. */
  #prototype(prototype: object | null): string {
    if (prototype === null) return 'null';
    const name = intrinsicName(prototype);
    return name === undefined ? this.#object(prototype) : `["x",${stringify(name)}]`;
  }

  #visitAll(values: readonly unknown[]): void {
    for (let at = 0; at < values.length; at++) this.visit(values[at]);
  }
}

/** A constructor of the language as a function like any other: what hangs on it stays at home. */
function nativeState({ kind, integrity, payload }: State): State {
  const plain = [payload[0], payload[1], payload[2], undefined];
  return { kind, integrity, payload: plain, properties: [], prototype: functionPrototype, isFlat: false };
}

const functionPrototype = Function.prototype;

function tail(entries: readonly Entry[], first: number): Entry[] {
  const rest: Entry[] = [];
  for (let at = first; at < entries.length; at++) rest[rest.length] = entries[at] as Entry;
  return rest;
}

function ignore(): void {}

/** Whether an object can only be changed by those who hold it. */
function isData({ kind, prototype }: State): boolean {
  if (kind === 'function' || kind === 'iterator' || kind === 'promise' || kind === 'proxy') return false;
  return kind !== 'object' || prototype === null || intrinsicName(prototype) !== undefined;
}

function numberText(value: number): string {
  if (value === 0) return 1 / value < 0 ? '["n","-0"]' : '0';
  return value - value === 0 ? toText(value) : `["n","${value}"]`;
}

function isStable(object: object, state: State): boolean {
  if (state.kind === 'function') return state.properties.length === 0;
  if (state.kind === 'proxy' || state.kind === 'iterator') return true;
  const owner: unknown = getOwnPropertyDescriptor(object, 'constructor')?.value;
  return typeof owner === 'function' && getOwnPropertyDescriptor(owner, 'prototype')?.value === object;
}
