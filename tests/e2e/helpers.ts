import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The checkout's folder. */
export const root: string = join(import.meta.dirname, '..', '..');

const main = join(root, 'src', 'cli', 'main.ts');

export interface SpawnOptions {
  /** The whole environment of the process: nothing is inherited. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface Finished {
  /** Null where a signal ended the process. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly wallMs: number;
}

export interface RunningWinnow {
  readonly pid: number;
  readonly finished: Promise<Finished>;
  /** Signals the command's own process, and none of those that it started. */
  kill(signal: NodeJS.Signals): void;
}

/** Starts the command line with a clean environment. */
export function startWinnow(args: readonly string[], { env = {}, cwd = root }: SpawnOptions = {}): RunningWinnow {
  const begun = performance.now();
  const child = spawn(process.execPath, [main, ...args], {
    env,
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    // Not `close`: what the process started may hold its streams a little longer.
    child.once('exit', (code, signal) => {
      const end = () => resolve({ code, signal, stdout, stderr, wallMs: performance.now() - begun });
      if (signal === null) child.once('close', end);
      else end();
    });
  });
  return { pid: child.pid ?? 0, finished, kill: (signal) => void child.kill(signal) };
}

/** Runs the command line to its end. */
export async function winnow(args: readonly string[], options?: SpawnOptions): Promise<Finished> {
  return await startWinnow(args, options).finished;
}

/** As `winnow`, and throws with what the command said when it did not exit with 0. */
export async function winnowDone(args: readonly string[], options?: SpawnOptions): Promise<Finished> {
  const finished = await winnow(args, options);
  if (finished.code === 0) return finished;
  const end = finished.signal ?? `exit code ${finished.code}`;
  throw new Error(`winnow ${args.join(' ')} ended with ${end}\n${finished.stderr}${finished.stdout}`);
}

export interface TempFolder extends Disposable {
  readonly path: string;
  file(...parts: string[]): string;
}

/** A folder that disposing removes. */
export function tempFolder(): TempFolder {
  const path = mkdtempSync(join(tmpdir(), 'winnow-e2e-'));
  return {
    path,
    file: (...parts) => join(path, ...parts),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
