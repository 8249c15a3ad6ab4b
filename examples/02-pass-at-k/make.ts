/** Writes the example's problems and samples: two problems, and for each three replies as a chat model writes them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dir = process.argv[2] ?? 'winnow-out/example-02';

const problems = [
  {
    task_id: 'own/clamp',
    language: 'ts',
    entry_point: 'clamp',
    prompt: `/** Brings a number between two bounds. */
export function clamp(value: number, low: number, high: number): number {
`,
    canonical_solution: '  return Math.min(Math.max(value, low), high);\n}\n',
    test: `import { expect, test } from 'vitest';
import { clamp } from './solution';
test('above', () => { expect(clamp(5, 0, 3)).toBe(3); });
test('below', () => { expect(clamp(-1, 0, 3)).toBe(0); });
test('between', () => { expect(clamp(2, 0, 3)).toBe(2); });`,
  },
  {
    task_id: 'own/initials',
    language: 'js',
    entry_point: 'initials',
    prompt: '// The first letters of the words of a name, in upper case.\nfunction initials(name) {\n',
    canonical_solution: "  return name.split(' ').map((word) => word[0].toUpperCase()).join('');\n}\n",
    test: "console.assert(initials('ada king lovelace') === 'AKL');\nconsole.assert(initials('grace hopper') === 'GH');",
  },
];

const fence = '```';
const samples = [
  { task_id: 'own/clamp', completion: problems[0]?.canonical_solution },
  {
    task_id: 'own/clamp',
    completion: `Sure!\n\n${fence}ts\nexport const clamp = (v, lo, hi) => Math.max(lo, v);\n${fence}`,
  },
  { task_id: 'own/clamp', completion: `${fence}ts\nexport function Clamp(v, lo, hi) { return v; }\n${fence}` },
  { task_id: 'own/initials', completion: problems[1]?.canonical_solution },
  {
    task_id: 'own/initials',
    completion: `${fence}\nconst initials = (n) => n.split(' ').map(([c]) => c.toUpperCase()).join('');\n${fence}`,
  },
  { task_id: 'own/initials', completion: 'I would split the name at its spaces.' },
];

mkdirSync(dir, { recursive: true });
for (const [name, rows] of Object.entries({ problems, samples })) {
  writeFileSync(join(dir, `${name}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
