/**
 * A suite may replace what the platform offers (`vi.spyOn(Math, 'random')`, `vi.stubGlobal('fetch', …)`), and means the
 * solution to see it: what has changed is told with the next message. The other way round nothing is told.
 */
import { type Path, resolvePath } from '../platform/paths.ts';

type Tell = (event: readonly [name: string, ...values: unknown[]]) => void;
type Owner = Record<string, unknown>;

const slots: readonly (readonly [path: Path, keys: readonly string[]])[] = [
  ['Math', ['random']],
  ['Date', ['now']],
  ['console', ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table', 'assert']],
  ['performance', ['now']],
  [
    'globalThis',
    [
      'Date',
      'setTimeout',
      'setInterval',
      'setImmediate',
      'clearTimeout',
      'clearInterval',
      'queueMicrotask',
      'structuredClone',
    ],
  ],
];

interface Watched {
  readonly path: Path;
  readonly owner: Owner;
  readonly key: string;
  readonly original: unknown;
  last: unknown;
}

const watched: Watched[] = [];
let known = new Set<PropertyKey>();

function watch(path: Path, key: string, original: unknown): Watched {
  const one: Watched = { path, owner: resolvePath(path) as Owner, key, original, last: original };
  watched.push(one);
  return one;
}

/** Takes what there is now as what the solution has too. */
export function beginWatching(): void {
  known = new Set(Reflect.ownKeys(globalThis));
  for (const [path, keys] of slots) for (const key of keys) watch(path, key, (resolvePath(path) as Owner)[key]);
}

/** Tells what has changed since it was told last. */
export function tellGlobals(tell: Tell): void {
  if (watched.length === 0) return;
  const keys = Reflect.ownKeys(globalThis);
  if (keys.length !== known.size) watchNew(keys);
  for (let at = 0; at < watched.length; at++) {
    const one = watched[at] as Watched;
    const value = one.owner[one.key];
    if (Object.is(value, one.last)) continue;
    one.last = value;
    tell(['global', one.path, one.key, value === one.original, value]);
  }
}

function watchNew(keys: readonly PropertyKey[]): void {
  for (const key of keys) {
    if (known.has(key) || typeof key !== 'string') continue;
    known.add(key);
    watch('globalThis', key, undefined);
  }
}
