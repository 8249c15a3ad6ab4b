import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface BwrapOptions {
  /** Files and folders that the command reads beside the system's libraries. */
  readonly readable: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly command: readonly [string, ...string[]];
}

/** The descriptor on which bubblewrap says which process it started. */
export const pidFd = 4;

const libraries = ['/usr', '/lib', '/lib64', '/bin', '/etc/ld.so.cache', '/etc/ld.so.conf', '/etc/alpine-release'];
const namespaces = ['--unshare-all', '--die-with-parent', '--new-session', '--as-pid-1', '--cap-drop', 'ALL'];
const systemFolders = ['--proc', '/proc', '--dev', '/dev'];
const emptyFolder = ['--dir', '/empty', '--remount-ro', '/', '--chdir', '/empty'];

/**
 * The arguments of bubblewrap (its manual page, 0.8) that run a command in namespaces of its own: no network, no other
 * process in sight, no file but what it reads, nothing to write to, and an end with its parent.
 */
export function bwrapArguments({ readable, env, command }: BwrapOptions): string[] {
  const variables = Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]);
  const system = libraries.flatMap((path) => ['--ro-bind-try', path, path]);
  const own = [command[0], ...readable].flatMap((path) => ['--ro-bind', path, path]);
  const head = [...namespaces, '--info-fd', String(pidFd), '--clearenv', ...variables];
  return [...head, ...system, ...systemFolders, ...own, ...emptyFolder, '--', ...command];
}

/** Where bubblewrap is, among the folders of a PATH. Throws when it is in none. */
export function findBwrap(path: string = process.env['PATH'] ?? ''): string {
  const found = path.split(delimiter).find((folder) => folder !== '' && isExecutable(join(folder, 'bwrap')));
  if (found !== undefined) return join(found, 'bwrap');
  throw new Error(
    "bwrap is not on the PATH, but the sandbox was asked to start its processes in it (outer: 'bwrap'); install bubblewrap, or ask for outer: 'none'",
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The process id in what bubblewrap says about what it started; undefined until all of it has come. */
export function pidFrom(info: string): number | undefined {
  const found = /"child-pid":\s*(\d+)\b[^}]*\}/.exec(info)?.[1];
  return found === undefined ? undefined : Number(found);
}
