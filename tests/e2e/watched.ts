import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, type SpawnOptions } from './helpers.ts';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A command that is watched while it runs. */
export interface Watched extends AsyncDisposable {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** Resolves with the match as soon as what it has said on either stream matches; rejects when it ends before. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Everything it has said so far, both streams in the order of arrival. */
  words(): string;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the command line; disposing kills it where it still runs. */
export function watchWinnow(args: readonly string[], { env = {}, cwd = root }: SpawnOptions = {}): Watched {
  const child = spawn(process.execPath, [join(root, 'src', 'cli', 'main.ts'), ...args], { env, cwd });
  let words = '';
  const listeners = new Set<() => void>();
  const hear = (text: string): void => {
    words += text;
    for (const listen of listeners) listen();
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const ended = new Promise<Ended>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));

  const said = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const listen = (): void => {
        const match = pattern.exec(words);
        if (match) resolve(match);
        if (match) listeners.delete(listen);
      };
      listeners.add(listen);
      listen();
      void ended.then(() => reject(new Error(`it ended without saying ${String(pattern)}:\n${words}`)));
    });

  const dispose = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return {
    pid: child.pid ?? 0,
    ended,
    said,
    words: () => words,
    kill: (signal) => void child.kill(signal),
    [Symbol.asyncDispose]: dispose,
  };
}
