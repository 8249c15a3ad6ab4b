import { existsSync, statSync } from 'node:fs';
import { WinnowError } from '../../core/error.ts';
import { inspectStore } from '../../store/inspect.ts';
import { takeLock } from '../../store/lock.ts';
import { fine, note, problem, type Line } from './check.ts';

/** Whether a store can be used, and is whole. */
export function checkStore(path: string): readonly Line[] {
  if (!existsSync(path)) return [fine('store', `${path} is made by the first run`)];
  try {
    const { runs, journal, damage } = inspectStore(path);
    const size = `${(statSync(path).size / 1024 ** 2).toFixed(1)} MB`;
    if (damage !== undefined)
      return [problem('store', `${path} is damaged: ${damage}`, 'Restore it from a copy, or choose another --store.')];
    return [
      fine('store', `${path}: whole, ${size}, ${runs} run${runs === 1 ? '' : 's'}`),
      fine('durability', journal === 'wal' ? 'write-ahead log, made durable at every commit' : `journal: ${journal}`),
      lockLine(path),
    ];
  } catch (error) {
    if (!(error instanceof WinnowError)) throw error;
    return [problem('store', error.message, 'Choose another place with --store, or repair this one.')];
  }
}

function lockLine(path: string): Line {
  try {
    takeLock(path).release();
    return fine('lock', 'free');
  } catch (error) {
    if (!(error instanceof WinnowError) || error.code !== 'locked') throw error;
    return note(
      'lock',
      'another process is working on it',
      'A run may go on there: wait for its end before you start another.',
    );
  }
}
