// expects: timeout — a suite that never gets to its tests
import { sum } from './solution';
for (;;) sum([1]);
