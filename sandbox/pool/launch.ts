import { realpathSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { entryPath } from '../entry-path.ts';
import { bwrapArguments, findBwrap } from './bwrap.ts';

/** What surrounds each child beside being a process: nothing, or namespaces of its own. */
export type Outer = 'none' | 'bwrap';

export interface LaunchOptions {
  readonly outer: Outer;
  /** Whether Node's permission model is to hold in the child. */
  readonly isRestricted: boolean;
}

/** How a child is started. */
export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The process started is not the one that judges: that one's id comes on a descriptor of its own. */
  readonly isWrapped: boolean;
}

/** Nothing of our own environment: what a child says may depend on the job alone. */
const env = { TZ: 'UTC', LC_ALL: 'en_US.UTF-8' };
const nativePackages = ['isolated-vm', 'oxc-transform'];
/** Native packages look there for which C library they run on. */
const libcFiles = ['/etc/alpine-release', '/usr/bin/ldd'];

/** The command line of a child. Throws when what is to surround it is not installed. */
export function launchOf({ outer, isRestricted }: LaunchOptions): Launch {
  const paths = readablePaths();
  const node = [...nodeFlags, ...(isRestricted ? permissionFlags(paths) : []), entryPath('host/child')];
  if (outer === 'none') return { file: process.execPath, args: node, env, isWrapped: false };
  const args = bwrapArguments({ readable: paths, env, command: [process.execPath, ...node] });
  return { file: findBwrap(), args, env, isWrapped: true };
}

/**
 * The stack has room for calls that go to and fro between two isolates. Bytecode is kept, because some was compiled
 * with syntax that is off again. Every context starts cold, and optimising what its few milliseconds call often costs
 * more than it saves: the optimisers wait, except for loops.
 */
const nodeFlags = [
  '--no-node-snapshot',
  '--no-warnings',
  '--stack-size=1900',
  '--no-flush-bytecode',
  '--invocation-count-for-maglev=10000',
  '--invocation-count-for-turbofan=30000',
];

function permissionFlags(paths: readonly string[]): string[] {
  const read = [...paths, ...libcFiles].map((path) => `--allow-fs-read=${path}`);
  return ['--permission', '--allow-addons', '--allow-worker', ...read];
}

/** What a child reads: this subsystem, what says that it is made of ES modules, and the packages that it imports. */
function readablePaths(): string[] {
  const here = dirname(entryPath('sandbox'));
  const ours = findPackageJSON('..', import.meta.url) ?? here;
  const packages = nativePackages.map((name) => findPackageJSON(name, import.meta.url) ?? here);
  const folders = [...packages, ...packages.map((path) => realpathSync(path))].map(modulesFolderOf);
  return [...new Set([here, ours, ...folders])];
}

/** The outermost `node_modules` in a path, as packages find each other there. */
function modulesFolderOf(path: string): string {
  const parts = path.split(sep);
  const at = parts.indexOf('node_modules');
  return at === -1 ? dirname(path) : join(sep, ...parts.slice(0, at + 1));
}
