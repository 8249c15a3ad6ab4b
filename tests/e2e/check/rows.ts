import { writeFileSync } from 'node:fs';

/** An output row, as these tests look at it. */
export interface Row {
  readonly id: string;
  readonly verdict?: { readonly kind: string; readonly [field: string]: unknown };
  readonly tests?: readonly { readonly name: string; readonly outcome: string }[];
  readonly fault?: object;
  readonly extra?: object;
}

const tests = `import { expect, test } from 'vitest';
import { add } from './solution';
test('adds', () => { expect(add(1, 2)).toBe(3); });
`;

/** A row whose solution is right, or is changed. */
export function addingRow(id: string, changes: object = {}): object {
  const solution = 'export const add = (a: number, b: number): number => a + b;\n';
  return { id, solution, tests, language: 'ts', ...changes };
}

/** Rows that each take some time of a processor; every third is wrong. */
export function slowRows(count: number, loops = 2e7): object[] {
  return Array.from({ length: count }, (_, index) =>
    addingRow(`row-${index}`, {
      language: 'js',
      solution: `let sum = 0; for (let i = 0; i < ${loops}; i++) sum += i % 7;
export const add = (a, b) => (sum > 0 ? a + b + ${index % 3 === 2 ? 1 : 0} : 0);`,
    }),
  );
}

export function writeRows(path: string, rows: readonly object[]): string {
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return path;
}

export function readRows(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}
