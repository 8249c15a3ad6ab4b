import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export interface Child {
  readonly process: ChildProcess;
  /** Lines of its standard output; ends when the child does. */
  readonly lines: AsyncIterableIterator<string>;
  /** Kills it as nothing can defend against, and resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts a script of the tests in a Node process of its own, which does not outlive the test. */
export function startChild(script: URL, args: readonly string[]): Child {
  const child = spawn(process.execPath, [script.pathname, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  return { process: child, lines: createInterface(child.stdout)[Symbol.asyncIterator](), kill };
}
