import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ivm from 'isolated-vm';

export type GuestKind = 'core' | 'properties';

/** A guest as fresh isolates start from it, and the names that each of its modules exports. */
export interface Guest {
  readonly snapshot: ivm.ExternalCopy<ArrayBuffer>;
  readonly exports: ReadonlyMap<string, readonly string[]>;
}

const files: Record<GuestKind, string> = { core: 'guest.js', properties: 'guest-properties.js' };
const guests = new Map<GuestKind, Guest>();

/** The guest with or without fast-check; made once a process. */
export function guestOf(kind: GuestKind): Guest {
  let guest = guests.get(kind);
  if (guest === undefined) guests.set(kind, (guest = createGuest(kind)));
  return guest;
}

function createGuest(kind: GuestKind): Guest {
  const file = fileURLToPath(new URL(`../guest/dist/${files[kind]}`, import.meta.url));
  const snapshot = ivm.Isolate.createSnapshot([{ code: readFileSync(file, 'utf8'), filename: 'file:///guest.js' }]);
  return { snapshot, exports: readExports(snapshot) };
}

function readExports(snapshot: ivm.ExternalCopy<ArrayBuffer>): Map<string, readonly string[]> {
  const isolate = new ivm.Isolate({ snapshot });
  try {
    const script = 'JSON.stringify(Object.entries(__guest.modules).map(([name, m]) => [name, Object.keys(m)]))';
    return new Map(JSON.parse(String(isolate.createContextSync().evalSync(script))) as [string, string[]][]);
  } finally {
    isolate.dispose();
  }
}
