/** What a solution's isolate holds before the solution comes: its end of the membrane, and a platform without a machine. */
import { defineProperty, describe, getOwnPropertyDescriptor, ownKeys, parse } from '../membrane/natives.ts';
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

interface Start {
  readonly seed: number;
  readonly consoleCharacters: number;
}

/** What the suite can have of each module: what it exports, and for suites that import nothing what it declares as well. */
interface Offered {
  readonly exports: unknown;
  readonly declared: Readonly<Record<string, unknown>>;
}

let peer: Peer | undefined;
const offered = { __proto__: null } as unknown as Record<string, Offered>;
let isLoaded = false;
const tell = (event: readonly [string, ...unknown[]]): void => peer?.tell(event);

installPlatform({
  now: clock.now,
  performanceNow: clock.performanceNow,
  setTimer: (run, ms, repeat) => clock.set(tell, run, ms, repeat),
  clearTimer: (id) => clock.clear(tell, id),
  random,
  console: consoleOf(printer(() => peer)),
});
installProxy();
warmUpMembrane();

/** What the suite may ask for by name. */
function asked(name: string, args: readonly unknown[]): unknown {
  if (name === 'fire') return clock.fire(args[0] as number);
  const found = offered[args[0] as string];
  return name === 'exports' ? found?.exports : everything(found);
}

/** What a module exports and declares, as a suite sees it that takes both for globals. */
function everything(found: Offered | undefined): object {
  const exports = found?.exports;
  const all = { __proto__: null, default: exports } as object;
  if (found !== undefined) copyMembers(found.declared, all);
  if (isObject(exports)) copyMembers(exports, all);
  peer?.pinExports(all);
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
  if (isObject(exports)) peer?.pinExports(exports);
}

/** Evaluates a CommonJS unit and gives the suite what it exports; or, if that is nothing, what it declares. */
function offerUnit(path: string, exportsNothing: boolean): void {
  const exports = modules.load(path);
  const declared = readDeclared(modules.declaredIn(path));
  const isEmpty = isObject(exports) && typeof exports === 'object' && ownKeys(exports).length === 0;
  if (exportsNothing && isEmpty) offer(path, declared);
  else offer(path, exports, declared);
}

function boot(
  start: string,
  send: (text: string) => string,
  hold: () => void,
): (command: string, text: string) => string {
  removeUncounted();
  const { seed, consoleCharacters } = JSON.parse(start) as Start;
  seedRandom(seed);
  limitPrinting(consoleCharacters);
  peer = new Peer({ side: 'solution', send, clock, onEvent: heard });
  const ours = peer;
  const commands: Record<string, (text: string) => string> = {
    answer: (text) => ours.answer(text, asked),
    hear: (text) => (ours.hear(text), ''),
    news: () => ours.news(),
    hold: () => (hold(), ''),
    offer(text) {
      const request = parse(text) as [string, boolean];
      offerUnit(request[0], request[1]);
      return '';
    },
    loaded: () => (isLoaded ? 'yes' : ''),
  };
  const run = Object.assign(Object.create(null) as object, commands) as typeof commands;
  return (command, text) => run[command]?.(text) ?? '';
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
