import type { Verdict } from '../../core/verdict.ts';

/** A candidate of which the verdict is known. */
export interface Known {
  readonly name: string;
  readonly solution: string;
  readonly verdict: Verdict['kind'];
}

/** What all of them are judged by: an example, and a property of any input. */
export const knownSuite = `import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clamp } from './solution';
test('keeps to its limits', () => { expect(clamp(7, 0, 5)).toBe(5); });
test('is between its limits', () => {
  fc.assert(fc.property(fc.integer(), fc.nat(), (value, high) => {
    const found = clamp(value, 0, high);
    return found >= 0 && found <= high;
  }));
});
`;

export const knownSet: readonly Known[] = [
  {
    name: 'right',
    solution:
      'export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));',
    verdict: 'accepted',
  },
  {
    name: 'wrong on one side',
    solution:
      'export const clamp = (value: number, low: number, high: number): number => (low > value ? value : Math.min(high, value));',
    verdict: 'refuted',
  },
  {
    name: 'ill-typed',
    solution:
      'export const clamp = (value: number, low: number, high: string): number => Math.min(high, Math.max(low, value));',
    verdict: 'ill-typed',
  },
  {
    name: 'without an end',
    solution:
      'export const clamp = (value: number, low: number, high: number): number => { while (low <= high) low = 0; return value; };',
    verdict: 'stopped',
  },
  { name: 'no program', solution: 'export const clamp = (value: number =>', verdict: 'malformed' },
];
