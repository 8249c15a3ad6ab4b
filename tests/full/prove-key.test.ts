import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readSeeds } from '../../src/seeds/read.ts';

const root = join(import.meta.dirname, '..', '..');

test('every key is proven: by brute force, by the compiler and by the real vitest', async () => {
  const prover = join(root, 'problem-seeds', 'key', 'prove.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [prover], { maxBuffer: 1e8 });
  const proven = stdout.split('\n').flatMap((line) => (line.startsWith('ok ') ? [line.slice('ok '.length)] : []));
  const recorded = readSeeds(join(root, 'problem-seeds', 'seeds')).filter(({ tags }) => tags.includes('offline'));
  expect(proven.toSorted()).toEqual(recorded.map(({ id }) => id).toSorted());
}, 600_000);
