import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

const task = {
  title: 'Leap years',
  statement:
    'Whether `year`, a whole number from 1 to 9999, is a leap year of the Gregorian calendar: years that 4 divides are, unless 100 divides them; but those that 400 divides are.',
  signature: 'export function isLeapYear(year: number): boolean;',
  entry_point: 'isLeapYear',
};

const declared = 'export function isLeapYear(year: number): boolean';

/** Two that are right in ways of their own, and one that knows a rule of three. */
export const solutions: readonly [string, string, string] = [
  `${declared} {\n  if (year % 400 === 0) return true;\n  if (year % 100 === 0) return false;\n  return year % 4 === 0;\n}\n`,
  `${declared} {\n  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);\n}\n`,
  `${declared} {\n  return year % 4 === 0;\n}\n`,
];

function suiteOf(years: Readonly<Record<number, boolean>>): string {
  const tests = Object.entries(years).map(
    ([year, isLeap]) => `test('${year}', () => expect(isLeapYear(${year})).toBe(${isLeap}));\n`,
  );
  const imports = "import { expect, test } from 'vitest';\nimport { isLeapYear } from './solution';\n";
  return `${imports}\n${tests.join('')}`;
}

/** It asks for no year that 100 divides. */
export const weakSuite: string = suiteOf({ 2023: false, 2024: true });
export const strongSuite: string = suiteOf({ 1900: false, 2000: true, 2023: false, 2024: true });
/** It asks for what only the wrong solution does. */
export const wrongSuite: string = suiteOf({ 1900: true, 2000: true, 2023: false, 2024: true });

/** Writes a seed, and replies to all that a run asks about it; `repairs` are the suites written again. */
export function writeLeapYears(
  folder: string,
  repairs: readonly string[],
): { readonly seeds: string; readonly replies: string } {
  const [seeds, replies] = [join(folder, 'seeds'), join(folder, 'replies')];
  const own = join(replies, 'dates', 'leap');
  for (const dir of [seeds, own]) mkdirSync(dir, { recursive: true });
  const seed = {
    id: 'dates/leap',
    kind: 'concept',
    title: 'Leap years',
    difficulty: 'easy',
    text: 'Which years have a day more.',
  };
  writeFileSync(join(seeds, 'dates.yaml'), stringify({ topic: 'dates', seeds: [{ ...seed, tags: [] }] }));
  const reply = (name: string, language: string, text: string): void => {
    const head = '---\nmodel: strong\nfinish_reason: stop\n---\n';
    writeFileSync(join(own, `${name}.md`), `${head}\`\`\`${language}\n${text}\`\`\`\n`);
  };
  reply('task-0', 'json', `${JSON.stringify(task)}\n`);
  for (const [sample, code] of solutions.entries()) reply(`solve-${sample}`, 'ts', code);
  for (const [sample, code] of [weakSuite, ...repairs].entries()) reply(`tests-${sample}`, 'ts', code);
  return { seeds, replies };
}
