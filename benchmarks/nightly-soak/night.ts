import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { NightRow } from '../../src/core/night.ts';
import { startWinnow, type Finished, type TempFolder } from '../../tests/e2e/helpers.ts';
import { readRows } from '../../tests/e2e/run-files.ts';
import { treeUsage } from '../tree-usage.ts';

export interface SoakOptions {
  readonly folder: TempFolder;
  readonly config: string;
  readonly target: number;
  /** When it is killed, as a share of how long the night before took. */
  readonly killAt: number;
}

export interface SoakNight extends Pick<NightRow, 'night' | 'kept' | 'rows' | 'requests' | 'faults'> {
  readonly killedAfterMs: number;
  /** Of the second start, which came to the end. */
  readonly wallMs: number;
  readonly storeMb: number;
  /** Of all processes together. */
  readonly mostResidentMb: number;
}

/** The first night has none before it. */
const firstGuessMs = 8000;
const mb = 1024 ** 2;

/** A night that is killed on its way, and begun again by the same command. */
export async function oneNight(
  { folder, config, target, killAt }: SoakOptions,
  before: readonly SoakNight[],
): Promise<SoakNight> {
  const args = ['nightly', '--config', config, '--out', folder.file('nights'), '--target', String(target)];
  const killedAfterMs = killAt * (before.at(-1)?.wallMs ?? firstGuessMs);
  const killed = startWinnow(args);
  await new Promise((resolve) => setTimeout(resolve, killedAfterMs));
  killed.kill('SIGKILL');
  await killed.finished;
  const { finished, mostResidentMb } = await watched(args);
  // A gate may fail for so few rows; what counts here is that it came to its end.
  if (finished.code !== 0 && finished.code !== 100)
    throw new Error(`the night ended with ${finished.code}\n${finished.stderr}`);
  const nights = readRows<NightRow>(folder.file('nights', 'nights.jsonl'));
  const last = nights.at(-1);
  if (!last) throw new Error('the night left no row');
  const { night, kept, rows, requests, faults } = last;
  return {
    night,
    kept,
    rows,
    requests,
    faults,
    killedAfterMs,
    wallMs: finished.wallMs,
    storeMb: storeMb(folder),
    mostResidentMb,
  };
}

async function watched(
  args: readonly string[],
): Promise<{ readonly finished: Finished; readonly mostResidentMb: number }> {
  const running = startWinnow(args);
  let mostResidentMb = 0;
  const timer = setInterval(() => {
    mostResidentMb = Math.max(mostResidentMb, treeUsage(running.pid).residentMb || 0);
  }, 250);
  try {
    return { finished: await running.finished, mostResidentMb };
  } finally {
    clearInterval(timer);
  }
}

function storeMb(folder: TempFolder): number {
  const dir = folder.file('nights');
  const files = readdirSync(dir).filter((name) => name.startsWith('nights.db'));
  return files.reduce((sum, name) => sum + statSync(join(dir, name)).size, 0) / mb;
}
