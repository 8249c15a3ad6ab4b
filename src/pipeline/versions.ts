import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundled } from '../config/bundled.ts';

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(bundled.root, 'package.json'), 'utf8')) as Manifest;
const named = ['isolated-vm', 'typescript', 'fast-check', '@vitest/expect'];

/** The versions that a verdict depends on; dependencies are pinned exactly, so the manifest names what is installed. */
export const versions: Readonly<Record<string, string>> = {
  winnow: manifest.version,
  node: process.versions.node,
  ...Object.fromEntries(named.map((name) => [name, manifest.dependencies[name] ?? 'unknown'])),
};
