import { resolve } from 'node:path';
import { exitCode } from '../../core/error.ts';
import { backUp, checkWhole, compact, pruneReplies, type StoreCheck } from '../../store/care.ts';
import { takeLock } from '../../store/lock.ts';
import type { StoreFlags } from '../commands/store.ts';
import { renderPairs } from '../render/pairs.ts';

/** `winnow store check`: exits with 100 where the store is damaged. */
export async function checkAction(path: string, { json = false }: StoreFlags): Promise<void> {
  const check = checkWhole(resolve(path));
  process.stdout.write(json ? `${JSON.stringify(check)}\n` : rendered(check));
  if (check.damage.length > 0) process.exitCode = exitCode.notAccepted;
}

/** `winnow store backup`: a copy of one moment. */
export async function backupAction(path: string, copy: string): Promise<void> {
  await backUp(resolve(path), resolve(copy));
  process.stdout.write(`${copy}\n`);
}

/** `winnow store prune`: while nobody works on the store. */
export async function pruneAction(path: string, { json = false }: StoreFlags): Promise<void> {
  const forgotten = alone(path, pruneReplies);
  const words = `${forgotten.toLocaleString('en-US')} replies forgotten; winnow store compact gives the space back\n`;
  process.stdout.write(json ? `${JSON.stringify({ forgotten })}\n` : words);
}

/** `winnow store compact`: while nobody works on the store. */
export async function compactAction(path: string, { json = false }: StoreFlags): Promise<void> {
  const bytes = alone(path, compact);
  process.stdout.write(json ? `${JSON.stringify({ bytes })}\n` : `${megabytes(bytes)} given back\n`);
}

/** Throws a `WinnowError` with exit code 75 when another process holds the store. */
function alone<T>(path: string, work: (path: string) => T): T {
  const lock = takeLock(resolve(path));
  try {
    return work(resolve(path));
  } finally {
    lock.release();
  }
}

function rendered({ bytes, freeBytes, runs, replies, verdicts, items, accepted, damage }: StoreCheck): string {
  const count = (value: number): string => value.toLocaleString('en-US');
  return renderPairs([
    ['state', damage.length === 0 ? 'whole' : `DAMAGED: ${damage.join('; ')}`],
    ['size', `${megabytes(bytes)}, ${megabytes(freeBytes)} of it free`],
    ['runs', `${runs.finished} finished, ${runs.open} open`],
    ['replies', count(replies)],
    ['verdicts', count(verdicts)],
    [
      'rows',
      `${count(items)}, ${count(accepted)} of them accepted${accepted > 0 ? ` (${Math.round(bytes / accepted / 1024)} KB of store each)` : ''}`,
    ],
  ]);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
