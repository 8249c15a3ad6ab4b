import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { FrameReader, frameOf } from '../host/frames.ts';
import { answersFd, type FromChild, type ToChild } from '../host/protocol.ts';
import { readAnswer } from './answer.ts';
import { pidFd, pidFrom } from './bwrap.ts';
import { EmptyFolder } from './empty-folder.ts';
import type { Launch } from './launch.ts';

/** How a child came to its end. */
export interface Death {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  /** The end of what V8 wrote when it gave up. */
  readonly lastWords: string;
}

export interface ChildEvents {
  /** The id of the process that judges, once it is known. */
  readonly onPid: (pid: number) => void;
  readonly onMessage: (message: FromChild) => void;
  /** The child said what it never says unless somebody else speaks for it. Nothing more is read from it. */
  readonly onNonsense: () => void;
  readonly onDeath: (death: Death) => void;
}

/** One process that judges. It sees no environment of ours, no descriptor but its own, and no folder. */
export interface Child {
  readonly send: (message: ToChild) => void;
  /** Takes answers up to so many bytes from now on. */
  readonly allow: (answerBytes: number) => void;
  readonly kill: () => void;
}

const readyBytes = 1024;
const maxLastWords = 4000;
const maxStderrBytes = 1024 * 1024;
/** What a wrapper adds to the number of the signal that ended what it ran. */
const signalBase = 128;
const wrapperLimitMs = 1000;
const descendantsLimitMs = 1000;

/** Starts a child; undefined when the machine refuses to. */
export function startChild(launch: Launch, events: ChildEvents): Child | undefined {
  const folder = new EmptyFolder();
  const child = spawnChild(launch, folder.path);
  if (child?.pid === undefined) {
    folder.remove();
    return undefined;
  }
  const answers = new FrameReader(readyBytes);
  let judgePid: number | undefined;
  const tellPid = (pid: number): void => events.onPid((judgePid = pid));
  if (launch.isWrapped) readPid(child, tellPid);
  else tellPid(child.pid);
  const lastWords = readLastWords(child, events.onNonsense);
  readAnswers(child, answers, {
    ...events,
    onMessage: (message) => {
      // It is needed until the threads of the child are up.
      folder.remove();
      events.onMessage(message);
    },
  });
  child.on('exit', () => endDescendants(child));
  // `close` comes after the last answer and the last words have been read.
  child.on('close', (code, signal) => {
    folder.remove();
    events.onDeath({ ...endOf(code, signal), lastWords: lastWords() });
  });
  return {
    send: (message) => void child.stdin?.write(frameOf(JSON.stringify(message))),
    allow: (answerBytes) => (answers.maxBytes = Math.max(answers.maxBytes, answerBytes)),
    kill: () => {
      if (!launch.isWrapped || judgePid === undefined) return void child.kill('SIGKILL');
      // The wrapper clears up after what it started, and ends by itself; it is not waited for in vain.
      killQuietly(judgePid);
      setTimeout(() => child.kill('SIGKILL'), wrapperLimitMs).unref();
    },
  };
}

function spawnChild({ file, args, env, isWrapped }: Launch, cwd: string): ChildProcess | undefined {
  try {
    const child = spawn(file, [...args], {
      env,
      cwd,
      // A Ctrl-C in a terminal reaches its whole process group: what is under way here is to be finished first.
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe', 'pipe', ...(isWrapped ? ['pipe' as const] : [])],
    });
    child.on('error', () => undefined);
    for (const stream of child.stdio) stream?.on('error', () => undefined);
    return child;
  } catch {
    return undefined;
  }
}

/** Whoever broke out may have started processes that hold the descriptors of the dead one open, or fled from its group. */
function endDescendants(child: ChildProcess): void {
  if (child.pid !== undefined) killQuietly(-child.pid);
  const closeAll = (): void => child.stdio.forEach((stream) => stream?.destroy());
  setTimeout(closeAll, descendantsLimitMs).unref();
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

function readAnswers(child: ChildProcess, answers: FrameReader, { onMessage, onNonsense }: ChildEvents): void {
  const stream = child.stdio[answersFd] as Readable;
  stream.on('data', (chunk: Buffer) => {
    const read = answersIn(answers, chunk);
    for (const answer of read) {
      if (answer !== undefined) onMessage(answer);
    }
    if (!read.includes(undefined)) return;
    stream.destroy();
    onNonsense();
  });
}

/** The answers that are complete with a chunk; the last is undefined when it is none. */
function answersIn(frames: FrameReader, chunk: Buffer): (FromChild | undefined)[] {
  const read: (FromChild | undefined)[] = [];
  try {
    for (const text of frames.push(chunk)) {
      const answer = readAnswer(text);
      read.push(answer);
      if (answer === undefined) break;
    }
  } catch {
    read.push(undefined);
  }
  return read;
}

function readLastWords(child: ChildProcess, onNonsense: () => void): () => string {
  let lastWords = '';
  let bytes = 0;
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-maxLastWords);
    bytes += chunk.length;
    if (bytes <= maxStderrBytes) return;
    child.stderr?.destroy();
    onNonsense();
  });
  return () => lastWords;
}

function readPid(child: ChildProcess, onPid: (pid: number) => void): void {
  let info = '';
  const stream = child.stdio[pidFd] as Readable | undefined;
  stream?.on('data', (chunk: Buffer) => {
    info += chunk.toString();
    const pid = pidFrom(info);
    if (pid !== undefined) onPid(pid);
  });
}

/** A wrapper that runs the child reports a signal as an exit code. */
function endOf(code: number | null, signal: NodeJS.Signals | null): Pick<Death, 'code' | 'signal'> {
  if (code === null || code <= signalBase) return { code, signal };
  const names = Object.entries(constants.signals) as [NodeJS.Signals, number][];
  const [name] = names.find(([, number]) => number === code - signalBase) ?? [];
  return name === undefined ? { code, signal } : { code: null, signal: name };
}
