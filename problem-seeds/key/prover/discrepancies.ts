import type { Key } from '../key.ts';
import type { Observed } from './observed.ts';
import { aboutRight, aboutSolution } from './solution-claims.ts';
import { aboutSuite } from './suite-claims.ts';

/** Where a key and what was observed part; empty when the key is proven. */
export function discrepancies(key: Key, observed: Observed): string[] {
  return [
    ...aboutRight('reference', observed.reference),
    ...Object.entries(key.solutions).flatMap(([name, truth]) => aboutSolution(name, truth, observed.solutions[name])),
    ...Object.entries(key.suites).flatMap(([name, truth]) => aboutSuite(name, truth, { key, observed })),
  ];
}
