import { type ChildProcess, fork } from 'node:child_process';
import { entryPath } from '../entry-path.ts';
import type { FromChild, ToChild } from '../host/protocol.ts';

/** How a child came to its end. */
export interface Death {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  /** The end of what V8 wrote when it gave up. */
  readonly lastWords: string;
}

export interface ChildEvents {
  readonly onMessage: (message: FromChild) => void;
  readonly onDeath: (death: Death) => void;
}

/** One process that judges. It sees no environment of ours and no descriptor but its channel. */
export interface Child {
  readonly pid: number;
  readonly send: (jobs: readonly ToChild[]) => void;
  readonly kill: () => void;
}

const maxLastWords = 4000;
const environment = { TZ: 'UTC', LC_ALL: 'en_US.UTF-8' };

/** Starts a child; undefined when the machine refuses to. */
export function startChild(events: ChildEvents): Child | undefined {
  const child = fork(entryPath('host/child'), [], {
    env: environment,
    execArgv: ['--no-node-snapshot', '--no-warnings'],
    cwd: '/',
    // A Ctrl-C in a terminal reaches its whole process group: what is under way here is to be finished first.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const { pid } = child;
  if (pid === undefined) {
    child.on('error', () => undefined);
    return undefined;
  }
  watch(child, events);
  return {
    pid,
    send: (jobs) => void child.send([...jobs], () => undefined),
    kill: () => void child.kill('SIGKILL'),
  };
}

function watch(child: ChildProcess, { onMessage, onDeath }: ChildEvents): void {
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-maxLastWords);
  });
  child.on('message', (message) => onMessage(message as FromChild));
  child.on('error', () => undefined);
  // `close` comes after the last message and the last words have been read.
  child.on('close', (code, signal) => onDeath({ code, signal, lastWords }));
}
