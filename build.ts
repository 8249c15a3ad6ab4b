/** Builds what is published: the guest's bundles, and the rest as JavaScript with declarations under `dist/`. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildGuest } from './sandbox/guest/build.ts';

const root = import.meta.dirname;
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
await buildGuest();
compile();
cpSync(join(root, 'sandbox/guest/dist'), join(dist, 'sandbox/guest/dist'), { recursive: true });
removeBuildTools();
chmodSync(join(dist, 'src/cli/main.js'), 0o755);

function compile(): void {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
}

/** The guest is bundled by now, and a package must not need the bundler. */
function removeBuildTools(): void {
  for (const file of globSync('sandbox/guest/{,node/}build.*', { cwd: dist })) rmSync(join(dist, file));
  rmSync(join(dist, 'sandbox/guest/node/patches'), { recursive: true, force: true });
}
