/** One side of the membrane: what a realm is to the other. */
import { Decoder } from './decoder.ts';
import { Encoder } from './encoder.ts';
import { Entries, type Entry } from './entries.ts';
import { intrinsicName } from './intrinsics.ts';
import {
  getOwnPropertyDescriptor,
  ownKeys,
  parse,
  promiseThen,
  RealRangeError,
  RealTypeError,
  startsWith,
} from './natives.ts';
import { isNamespace, isObject } from './objects.ts';
import type { PeerOptions } from './peer-options.ts';
import { perform } from './requests.ts';
import { Symbols } from './symbols.ts';
import { Throws } from './throws.ts';
import { makeTwin } from './twins.ts';
import type { Envelope, Wire } from './wire.ts';

/** Something to be told with the next message; objects in it are told as they are by then. */
type Event = readonly [name: string, ...values: unknown[]];

/** Serves what the other side asks for by name. */
type Asked = (name: string, args: readonly unknown[]) => unknown;

interface Settlers {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** Calls under way at once: each takes a piece of the native stack, whose end is not to be met half-way through one. */
const maxDepth = 120;
const nothingNew = '[["e"],[],[],';
const broken = '[["t","broken"],[],[],[]]';

export class Peer {
  readonly #options: PeerOptions;
  readonly #entries = new Entries();
  readonly #encoder: Encoder;
  readonly #decoder: Decoder;
  readonly #settlers: Record<number, Settlers> = { __proto__: null } as never;
  #events: Event[] = [];
  #depth = 0;
  #isEncoding = false;
  readonly #throws: Throws;

  constructor(options: PeerOptions) {
    this.#options = options;
    const { isSecret, isUncatchable } = options;
    this.#throws = new Throws({ entries: this.#entries, isSecret, isUncatchable });
    const symbols = new Symbols(options.side === 'solution' ? 1 : 2);
    const isSolution = options.side === 'solution';
    this.#encoder = new Encoder({
      entries: this.#entries,
      symbols,
      describesFunctions: isSolution,
      sendsIntrinsics: !isSolution,
      isSecret: isSecret ?? (() => false),
      onPromise: (entry) => this.#follow(entry),
    });
    this.#decoder = new Decoder({
      entries: this.#entries,
      symbols,
      twin: (node, decoder) => makeTwin(node, { peer: this, decoder }),
      takesIntrinsics: isSolution,
      onNode: (state) => this.#encoder.note(state),
      onCrossing: (entry) => this.#encoder.remember(entry),
      mayChange: (entry) => isSolution || (!entry.isStable && typeof entry.object !== 'function'),
    });
  }

  /** Calls a function of the other side. */
  call(id: number, self: unknown, args: readonly unknown[]): unknown {
    return this.#request(`"c",${id},0`, isNamespace(self) ? undefined : self, args);
  }

  /** Makes an instance of a class of the other side; `prototype` is that of a subclass on this side. */
  construct(id: number, args: readonly unknown[], prototype: object | undefined): unknown {
    return this.#request(`"n",${id},0`, prototype, args);
  }

  /** Calls a method of an object of the other side by its name. */
  invoke(id: number, method: string, args: readonly unknown[]): unknown {
    return this.#request(`"m",${id},"${method}"`, undefined, args);
  }

  /** What one of the reflective functions says about an object of the other side. */
  reflect(id: number, operation: string, args: readonly unknown[]): unknown {
    return this.#request(`"x",${id},"${operation}"`, undefined, args);
  }

  /** Asks the other side for something by name. */
  ask(name: string, args: readonly unknown[]): unknown {
    return this.#request(`"a",0,"${name}"`, undefined, args);
  }

  /** Tells the other side something with the next message. */
  tell(event: Event): void {
    this.#events[this.#events.length] = event;
    this.#options.onNews?.();
  }

  /** All that has happened and changed here, as a message of its own; empty when that is nothing. */
  news(): string {
    const text = this.#seal('["e"]', []);
    return startsWith(text, nothingNew) ? '' : text;
  }

  /** Takes in a message of news. */
  hear(text: string): void {
    if (text !== '') this.#open(text);
  }

  /**
   * Looks at what a module exports in every message from now on: functions may change exported data unseen, and a suite
   * the classes that it tests.
   */
  pinExports(exports: object): void {
    const keys = ownKeys(exports);
    let hasData = false;
    for (let at = 0; at < keys.length; at++) {
      const value: unknown = getOwnPropertyDescriptor(exports, keys[at] as PropertyKey)?.value;
      if (isObject(value)) this.#pin(value);
      else hasData = true;
    }
    if (hasData) this.#encoder.pin(exports);
    else this.#encoder.settle(exports);
    this.#encoder.calm();
  }

  #pin(value: object): void {
    if (intrinsicName(value) !== undefined) return;
    this.#encoder.pin(value);
    if (this.#options.side === 'solution') return;
    const prototype: unknown = getOwnPropertyDescriptor(value, 'prototype')?.value;
    if (isObject(prototype) && ownKeys(prototype).length > 1) this.#encoder.pin(prototype);
  }

  /** What was thrown through the other side. */
  get throws(): Throws {
    return this.#throws;
  }

  /** Answers a request of the other side; `asked` serves those by name. Never throws. */
  answer(text: string, asked: Asked): string {
    let roots: readonly unknown[] = [];
    try {
      const body = this.#open(text);
      const self = this.#decoder.value(body[3]);
      const args = this.#decoder.values(body[4] as readonly Wire[]);
      roots = [self, args];
      const result = this.#perform(body, self, args, asked);
      const reply = this.#reply('r', result, self, args);
      if (body[0] === 'a' && isObject(result)) this.#encoder.calm();
      return reply;
    } catch (thrown) {
      const told = this.#throws.thrown(thrown);
      try {
        return this.#reply('t', told, roots[0], (roots[1] ?? []) as readonly unknown[]);
      } catch {
        return broken;
      }
    }
  }

  /** Remembers how to settle the twin of a promise. */
  expect(id: number, settlers: Settlers): void {
    this.#settlers[id] = settlers;
  }

  #perform(body: readonly Wire[], self: unknown, args: readonly unknown[], asked: Asked): unknown {
    const kind = body[0];
    const id = body[1] as number;
    const method = body[2] as string;
    if (kind === 'a') return asked(method, args);
    const entry = this.#entries.at(-id);
    if (entry === undefined) throw new RealTypeError('a call names an object that nobody knows');
    return perform(entry.object, { kind, method, self, args });
  }

  #request(head: string, self: unknown, args: readonly unknown[]): unknown {
    if (this.#isEncoding) throw new RealTypeError('a value calls the other side while it is being read');
    if (this.#depth >= maxDepth) throw new RealRangeError('Maximum call stack size exceeded');
    this.#options.beforeSend?.();
    this.#encoder.begin();
    const body = `[${head},${this.#encoder.value(self)},${this.#encoder.values(args)}]`;
    const reply = this.#open(this.#deeper(this.#sealed(body)));
    const kind = reply[0];
    const answer = reply[1];
    if (kind === 't' && answer === 'broken') {
      this.#options.onBroken?.();
      throw new RealRangeError('the other side could not answer');
    }
    const escaping = this.#throws.takeEscaping();
    if (escaping !== undefined) throw escaping.thrown;
    const value = this.#decoder.value(answer);
    if (kind === 't') throw this.#throws.raised(value);
    return value;
  }

  #deeper(text: string): string {
    this.#depth++;
    try {
      return this.#options.send(text);
    } finally {
      this.#depth--;
    }
  }

  #reply(kind: 'r' | 't', value: unknown, self: unknown, args: readonly unknown[]): string {
    return this.#seal(`["${kind}",`, [value], [self, args]);
  }

  /** Encodes a message whose body is a head and values; `seen` are objects that it also has to tell of. */
  #seal(head: string, values: readonly unknown[], seen: readonly [unknown, readonly unknown[]] | [] = []): string {
    this.#encoder.begin();
    let body = head;
    for (let at = 0; at < values.length; at++) body += `${this.#encoder.value(values[at])}]`;
    this.#encoder.visit(seen[0]);
    const args = seen[1] ?? [];
    for (let at = 0; at < args.length; at++) this.#encoder.visit(args[at]);
    return this.#sealed(body);
  }

  #sealed(body: string): string {
    this.#isEncoding = true;
    try {
      return this.#envelope(body);
    } finally {
      this.#isEncoding = false;
    }
  }

  #envelope(body: string): string {
    const events = this.#events;
    this.#events = [];
    let told = '';
    for (let at = 0; at < events.length; at++)
      told += (at === 0 ? '' : ',') + this.#encoder.values(events[at] as Event);
    const nodes = this.#encoder.nodes();
    return `[${body},${nodes},[${told}],[${this.#options.clock.read()}]]`;
  }

  /** Reads a message, takes in its objects and events, and gives its body. */
  #open(text: string): readonly Wire[] {
    const envelope = parse(text) as Envelope;
    const nodes = envelope[1];
    const events = envelope[2];
    this.#options.clock.write(envelope[3]);
    if (nodes.length > 0) this.#decoder.nodes(nodes);
    if (nodes.length > 0) this.#options.onChange?.();
    for (let at = 0; at < events.length; at++) this.#hearEvent(this.#decoder.values(events[at] as readonly Wire[]));
    return envelope[0];
  }

  #hearEvent(event: readonly unknown[]): void {
    if (event[0] !== 'settled') return this.#options.onEvent(event);
    const id = event[1] as number;
    const settlers = this.#settlers[id];
    delete this.#settlers[id];
    if (event[2] === true) settlers?.resolve(event[3]);
    else settlers?.reject(this.#throws.raised(event[3]));
  }

  /** Tells the other side how a promise of ours ends. */
  #follow({ id, object }: Entry): void {
    try {
      promiseThen(
        object,
        (value) => this.tell(['settled', id, true, value]),
        (reason) => this.tell(['settled', id, false, this.#throws.rejected(reason)]),
      );
    } catch {
      // Its class refuses to be waited for: on the other side it never settles.
    }
  }
}
