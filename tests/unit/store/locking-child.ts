import { writeSync } from 'node:fs';
import { takeLock } from '../../../src/store/lock.ts';

/** Takes the lock of a store and holds it until it is killed. */
takeLock(process.argv[2] ?? '');
writeSync(1, 'held\n');
process.stdin.resume();
