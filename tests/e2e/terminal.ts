import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './helpers.ts';

/** Whether a terminal can be had here: `script` of util-linux makes one. */
export const hasTerminal: boolean = existsSync('/usr/bin/script');

/** What is typed when a text is seen. */
export type Answer = readonly [seen: string, typed: string];

export interface Shown {
  readonly code: number | null;
  /** All that the terminal was sent, escape codes included. */
  readonly text: string;
}

/** Runs the command line on a terminal of so many columns, and types each answer when its question is there. */
export async function winnowOnTerminal(
  args: readonly string[],
  {
    cwd,
    answers = [],
    columns = 80,
    env = {},
  }: { cwd: string; answers?: readonly Answer[]; columns?: number; env?: Readonly<Record<string, string>> },
): Promise<Shown> {
  const command = [process.execPath, join(root, 'src', 'cli', 'main.ts'), ...args].map((part) => `'${part}'`).join(' ');
  const child = spawn('/usr/bin/script', ['-qec', `stty cols ${columns}; ${command}`, '/dev/null'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', SHELL: '/bin/sh', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const left = [...answers];
  let text = '';
  let from = 0;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    const [next] = left;
    const place = next ? text.indexOf(next[0], from) : -1;
    if (!next || place < 0) return;
    left.shift();
    from = place + next[0].length;
    child.stdin.write(next[1]);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, text };
}
