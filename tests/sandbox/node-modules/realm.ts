// oxlint-disable-next-line no-restricted-imports -- these modules are tested where they run, without the sandbox around.
import ivm from 'isolated-vm';
import { createRequire } from 'node:module';
import type { Catalogue } from '../../../sandbox/guest/node/catalogue.ts';
import { prelude } from './prelude.ts';

/** A bare realm that has the catalogue's modules and nothing of Node. */
export interface Realm {
  /** Evaluates code, with all that it waits for, and shows what came of it. */
  run(code: string): string;
  close(): void;
}

const limits = { timeout: 5000 };
const MAX_TURNS = 1000;

/** Opens a realm of its own isolate. */
export function openRealm(catalogue: Catalogue): Realm {
  const isolate = new ivm.Isolate({ memoryLimit: 128 });
  const context = isolate.createContextSync();
  // What the sandbox takes away must not be needed.
  context.evalSync(
    'delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Atomics; delete globalThis.console;',
  );
  const sources = Object.fromEntries(
    catalogue.closureOf(names(catalogue)).map((name) => [name, catalogue.sourceOf(name)]),
  );
  context.global.setSync('sources', new ivm.ExternalCopy(sources).copyInto());
  context.evalSync(`${prelude}\n${loader}`);
  return {
    run(code) {
      context.evalClosureSync('start($0)', [code], limits);
      for (let turn = 0; turn < MAX_TURNS; turn += 1) {
        const shown: unknown = context.evalSync('turn()', limits);
        if (typeof shown === 'string') return shown;
      }
      throw new Error(`${code} did not end`);
    },
    close: () => isolate.dispose(),
  };
}

/** The real Node, as `openRealm` shows it. */
export async function runInNode(code: string): Promise<string> {
  const require = createRequire(import.meta.url);
  // oxlint-disable-next-line typescript/no-implied-eval -- the code under test is text, as it is for the realm.
  const evaluate = new Function('require', 'code', `${prelude}; return outcome(require, code);`) as Evaluate;
  return evaluate(require, code);
}

type Evaluate = (require: NodeJS.Require, code: string) => Promise<string>;

function names(catalogue: Catalogue): string[] {
  const offered = [
    'assert',
    'assert/strict',
    'buffer',
    'crypto',
    'events',
    'path',
    'path/posix',
    'perf_hooks',
    'process',
  ];
  const more = ['querystring', 'string_decoder', 'timers', 'timers/promises', 'url', 'util', 'util/types'];
  return [...offered, ...more, ...catalogue.globalsUsed(globalNames).map(({ module }) => module)];
}

const globalNames = `AbortController AbortSignal Buffer CustomEvent DOMException Event EventTarget TextDecoder TextEncoder
  URL URLSearchParams atob btoa crypto process`;

/** What the sandbox's guest does, in short: modules on demand, globals as getters, timers of a virtual clock. */
const loader = `
const loaded = new Map();
function load(specifier) {
  const name = specifier.replace(/^node:/, '');
  if (!loaded.has(name)) {
    if (sources[name] === undefined) throw new Error('no module ' + name);
    loaded.set(name, (0, eval)(sources[name])(load));
  }
  return loaded.get(name);
}
const homes = ${JSON.stringify({
  Buffer: 'buffer',
  process: 'process',
  crypto: 'internal/crypto',
})};
for (const name of ${JSON.stringify(globalNames.split(/\s+/))}) {
  const home = homes[name] ?? (/^URL/.test(name) ? 'internal/url' : /^(Text|atob|btoa)/.test(name) ? 'internal/encoding' : 'internal/event-target');
  Object.defineProperty(globalThis, name, { get: () => load(home)[name], configurable: true });
}
let now = 0;
let timers = [];
let ids = 0;
const set = (repeat) => (callback, ms, ...args) => {
  const timer = { id: ++ids, at: now + Math.max(1, ms || 0), ms: Math.max(1, ms || 0), repeat, run: () => callback(...args) };
  timers.push(timer);
  return timer.id;
};
const clear = (id) => { timers = timers.filter((timer) => timer.id !== id); };
const quiet = () => {};
Object.assign(globalThis, {
  setTimeout: set(false), setInterval: set(true), setImmediate: (callback, ...args) => set(false)(callback, 0, ...args),
  clearTimeout: clear, clearInterval: clear, clearImmediate: clear,
  queueMicrotask: (task) => void Promise.resolve().then(task),
  performance: { now: () => now, timeOrigin: 0 }, console: { log: quiet, error: quiet, warn: quiet },
});
let shown;
function start(code) { shown = undefined; outcome(load, code).then((text) => { shown = text; }); }
function turn() {
  if (shown !== undefined) return shown;
  const [next] = timers.sort((a, b) => a.at - b.at || a.id - b.id);
  if (next === undefined) return undefined;
  now = Math.max(now, next.at);
  if (next.repeat) next.at += next.ms; else clear(next.id);
  next.run();
}
`;
