import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ivm from 'isolated-vm';

/** The realm of a solution, and those of suites: scripts, tests, and tests with properties. */
export type GuestKind = 'solution' | 'plain' | 'core' | 'properties';

/** A guest as isolates start from it, and the names that each of its modules exports. */
export interface Guest {
  readonly kind: GuestKind;
  readonly snapshot: ivm.ExternalCopy<ArrayBuffer>;
  readonly exports: ReadonlyMap<string, readonly string[]>;
}

const guests = new Map<GuestKind, Guest>();

/** A guest by its kind; made once a process. */
export function guestOf(kind: GuestKind): Guest {
  let guest = guests.get(kind);
  if (guest === undefined) guests.set(kind, (guest = createGuest(kind)));
  return guest;
}

function createGuest(kind: GuestKind): Guest {
  const file = fileURLToPath(new URL(`../guest/dist/${kind}.js`, import.meta.url));
  const snapshot = ivm.Isolate.createSnapshot([{ code: readFileSync(file, 'utf8'), filename: 'file:///guest.js' }]);
  return { kind, snapshot, exports: readExports(snapshot) };
}

function readExports(snapshot: ivm.ExternalCopy<ArrayBuffer>): Map<string, readonly string[]> {
  const isolate = new ivm.Isolate({ snapshot });
  try {
    const script = 'JSON.stringify(Object.entries(__guest.builtins ?? {}).map(([name, m]) => [name, Object.keys(m)]))';
    return new Map(JSON.parse(String(isolate.createContextSync().evalSync(script))) as [string, string[]][]);
  } finally {
    isolate.dispose();
  }
}
