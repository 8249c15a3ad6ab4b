/** What a solution's isolate holds before the solution comes: its end of the membrane, and a platform without a machine. */
import { defineProperty, describe, getOwnPropertyDescriptor, ownKeys } from '../membrane/natives.ts';
import { Peer } from '../membrane/peer.ts';
import { installProxy } from '../membrane/proxies.ts';
import { warmUpMembrane } from '../membrane/warm-up.ts';
import { modules, readDeclared } from '../platform/modules.ts';
import { consoleOf } from '../platform/console.ts';
import { type Path, resolvePath } from '../platform/paths.ts';
import { installPlatform, removeUncounted } from '../platform/platform.ts';
import { random, seedRandom } from '../platform/random.ts';
import { clock } from './clock.ts';
import { limitPrinting, printer } from './console.ts';
import { switches } from './switches.ts';

/** What the suite can have of each module: what it exports, and for suites that import nothing what it declares as well. */
interface Offered {
  readonly exports: unknown;
  readonly declared: Readonly<Record<string, unknown>>;
}

const offered = { __proto__: null } as unknown as Record<string, Offered>;
let isLoaded = false;
/** The host's functions, once it has given them. */
let send: (text: string) => string = () => '';
let hold: () => void = () => undefined;

installPlatform({
  now: clock.now,
  performanceNow: clock.performanceNow,
  setTimer: (run, ms, repeat) => clock.set((event) => peer.tell(event), run, ms, repeat),
  clearTimer: (id) => clock.clear((event) => peer.tell(event), id),
  random,
  console: consoleOf(printer((event) => peer.tell(event))),
});
installProxy();
warmUpMembrane();

// Made with the snapshot: a candidate finds it ready.
const peer: Peer = new Peer({ side: 'solution', send: (text) => send(text), clock, onEvent: heard });

/** What the suite may ask for by name. */
function asked(name: string, args: readonly unknown[]): unknown {
  if (name === 'fire') return clock.fire(args[0] as number);
  const found = offered[args[0] as string];
  const given = name === 'exports' ? found?.exports : everything(found);
  if (isObject(given)) peer.pinExports(given);
  return given;
}

/** What a module exports and declares, as a suite sees it that takes both for globals. */
function everything(found: Offered | undefined): unknown {
  const exports = found?.exports;
  if (found === undefined || exports === found.declared) return exports;
  const all = { __proto__: null, default: exports } as object;
  copyMembers(found.declared, all);
  if (isObject(exports)) copyMembers(exports, all);
  return all;
}

function copyMembers(from: object, to: object): void {
  const keys = ownKeys(from);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as PropertyKey;
    const found =
      typeof key === 'string' && !isFunctionKey(from, key) ? getOwnPropertyDescriptor(from, key) : undefined;
    if (found === undefined) continue;
    found.enumerable = true;
    found.configurable = true;
    describe(to, key, found);
  }
}

/** Members that every function has. */
function isFunctionKey(owner: object, key: string): boolean {
  if (typeof owner !== 'function') return false;
  return key === 'length' || key === 'name' || key === 'prototype' || key === 'arguments' || key === 'caller';
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Gives what a module exports to the suite. */
function offer(path: string, exports: unknown, declared: Readonly<Record<string, unknown>> = {}): void {
  offered[path] = { exports, declared };
}

/** Evaluates a CommonJS unit and gives the suite what it exports; or, if that is nothing, what it declares. */
function offerUnit(path: string, exportsNothing: boolean): void {
  const exports = modules.load(path);
  const declared = readDeclared(modules.declaredIn(path));
  const isEmpty = isObject(exports) && typeof exports === 'object' && ownKeys(exports).length === 0;
  if (exportsNothing && isEmpty) offer(path, declared, declared);
  else offer(path, exports, declared);
}

const commands: Readonly<Record<string, (text: string) => string>> = {
  __proto__: null,
  answer: (text: string) => peer.answer(text, asked),
  hear: (text: string) => (peer.hear(text), ''),
  news: () => peer.news(),
  hold: () => (hold(), ''),
  offer: (path: string) => (offerUnit(path, false), ''),
  offerAll: (path: string) => (offerUnit(path, true), ''),
  loaded: () => (isLoaded ? 'yes' : ''),
  arm: switches.arm,
  limit: switches.limit,
  mark: switches.mark,
  turn: switches.turn,
  reached: switches.reached,
} as never;

function drive(command: string, text: string): string {
  return commands[command]?.(text) ?? '';
}

/** Makes a fresh realm one candidate's, and gives the host the function through which it drives it. */
function boot(
  seed: number,
  consoleCharacters: number,
  _mode: string,
  sendLine: typeof send,
  holdLine: typeof hold,
): typeof drive {
  removeUncounted();
  seedRandom(seed);
  limitPrinting(consoleCharacters);
  send = sendLine;
  hold = holdLine;
  return drive;
}

const originals = { __proto__: null } as unknown as Record<string, unknown>;

/** A suite replaced something of the platform, or put it back. */
function heard(event: readonly unknown[]): void {
  if (event[0] !== 'global') return;
  const path = event[1] as Path;
  const key = event[2] as string;
  const owner = resolvePath(path) as Record<string, unknown>;
  const name = `${path}.${key}`;
  if (!(name in originals)) originals[name] = owner[key];
  const next = event[3] === true ? originals[name] : event[4];
  describe(owner, key, { value: next, writable: true, enumerable: false, configurable: true });
}

/** Called by the entry module once all modules have been evaluated to their end. */
function markLoaded(): void {
  isLoaded = true;
}

defineProperty(globalThis, '__guest', {
  value: { boot, offer, markLoaded, modules },
  configurable: true,
  enumerable: false,
  writable: false,
});
