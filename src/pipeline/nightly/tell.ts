import { spawn } from 'node:child_process';
import type { NightRow } from '../../core/night.ts';

export interface Told {
  readonly night: NightRow;
  /** For a chat or a mail. */
  readonly markdown: string;
  readonly report: string;
  readonly dataset: string;
}

const attempts = 3;
const timeoutMs = 10_000;

/** Tells an address of a night, by POST; returns what went wrong, with the address's host alone, as the rest may be secret. */
export async function tellWebhook(url: string, { night, markdown }: Told, waitMs = 1000): Promise<string | undefined> {
  const failed = night.gates.filter(({ passed }) => !passed).map(({ gate, why }) => ({ gate, why }));
  const body = JSON.stringify({ text: markdown, night, failed });
  let why = '';
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'winnow' },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.ok) return undefined;
      why = `it answered ${response.status}`;
      if (response.status < 500 && response.status !== 429) break;
    } catch (error) {
      why = error instanceof Error ? error.name : 'unknown';
    }
    if (attempt < attempts) await new Promise((resolve) => setTimeout(resolve, waitMs * attempt));
  }
  return `The webhook at ${hostOf(url)} was not told of the night: ${why}.`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an address that is none';
}

const commandMs = 60_000;

/** Runs a program at the end of a night; returns what went wrong. Its output goes where ours does. */
export async function tellCommand(
  [program, ...args]: readonly string[],
  { night, report, dataset }: Told,
): Promise<string | undefined> {
  if (program === undefined) return undefined;
  const env = {
    ...process.env,
    WINNOW_NIGHT: night.night,
    WINNOW_STATE: night.gates.every(({ passed }) => passed) ? night.state : 'gate-failed',
    WINNOW_KEPT: String(night.kept),
    WINNOW_REPORT: report,
    WINNOW_DATASET: dataset,
  };
  const child = spawn(program, args, { env, stdio: ['ignore', 2, 2], timeout: commandMs });
  const ended = await new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code === 0 ? undefined : `it ended with ${signal ?? code}`));
  });
  return ended === undefined ? undefined : `The command ${program} failed: ${ended}.`;
}
