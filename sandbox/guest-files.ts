import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const guest = fileURLToPath(new URL('./guest/', import.meta.url));
const isCheckout = import.meta.url.endsWith('.ts');
const bundles = ['solution.js', 'plain.js', 'core.js', 'properties.js', 'node/manifest.json'];
const rooms = ['membrane', 'node', 'node/patches', 'node/src', 'platform', 'solution', 'suite'];

/** Makes sure that the guest is bundled: in a checkout it is bundled here when it is missing or older than its source. */
export async function ensureGuest(): Promise<void> {
  const built = Math.min(...bundles.map((name) => changedAt(join(guest, 'dist', name))));
  if (!isCheckout) {
    if (built === 0) throw new Error(`${join(guest, 'dist')}: the bundled guest is missing; install the package again`);
    return;
  }
  const sources = rooms.flatMap((room) => readdirSync(join(guest, room)).map((name) => join(guest, room, name)));
  const newest = Math.max(...[...sources, join(guest, 'build.ts')].map(changedAt));
  if (built > newest) return;
  const { buildGuest } = await import('./guest/build.ts');
  await buildGuest();
}

function changedAt(path: string): number {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}
