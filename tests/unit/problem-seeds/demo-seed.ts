import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The parts of a seed that a test may want to falsify. */
export interface DemoSeed {
  readonly signature: string;
  readonly solutions: Readonly<Record<string, unknown>>;
  readonly suites: Readonly<Record<string, unknown>>;
  /** The body of `oracle(list, low)`. */
  readonly oracle: string;
  /** Replies by name; undefined leaves one out. */
  readonly replies: Readonly<Record<string, string | undefined>>;
}

const reference = `export function atLeast(list: number[], low: number): number[] {
  return list.filter((n) => n >= low).sort((a, b) => a - b);
}
`;
const imports = "import { expect, test } from 'vitest';\nimport { atLeast } from './solution';\n";

/** A seed whose key tells the truth about right, wrong, ill-typed and foreign solutions, a strong suite and a weak one. */
export const demoSeed: DemoSeed = {
  signature: 'export function atLeast(list: number[], low: number): number[]',
  oracle: 'return list.toSorted((a, b) => a - b).filter((n) => !(n < low));',
  solutions: {
    'solve-0': { truth: 'right', note: '' },
    'solve-1': { truth: 'wrong', defect: 'boundary', note: '' },
    'solve-2': { truth: 'wrong', defect: 'mutated-input', note: '' },
    'solve-3': { truth: 'wrong', defect: 'ill-typed', note: '' },
    'solve-4': { truth: 'wrong', defect: 'wrong-language', note: '' },
    'roundtrip-0': { truth: 'right', note: '' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: '' },
    'tests-1': { truth: 'right', letsThrough: ['solve-1', 'solve-2'], note: '' },
  },
  replies: {
    'solve-0': fenced(reference),
    'solve-1': fenced(reference.replace('>=', '>')),
    'solve-2': fenced(
      'export function atLeast(list: number[], low: number): number[] {\n  return list.sort((a, b) => a - b).filter((n) => n >= low);\n}',
    ),
    'solve-3': fenced(
      reference.replace('n >= low', 'n >= (low as string)').replace('low as string', 'low as any as string'),
    ),
    'solve-4': '```python\ndef at_least(list, low):\n    return sorted(n for n in list if n >= low)\n```',
    'roundtrip-0': `No fence.\n\n${reference.replace('list.filter', '[...list].filter')}`,
    'tests-0': fenced(
      `${imports}test('keeps the bound, and the argument', () => {\n  const list = [3, 1, 2];\n  expect(atLeast(list, 2)).toEqual([2, 3]);\n  expect(list).toEqual([3, 1, 2]);\n});`,
    ),
    'tests-1': fenced(`${imports}test('filters', () => {\n  expect(atLeast([1, 3], 2)).toEqual([3]);\n});`),
    'describe-0': 'It filters and sorts.',
  },
};

/** Writes a seed's key and replies below `root`. */
export function writeSeed(root: string, seed: string, demo: DemoSeed): void {
  const { signature, solutions, suites, oracle } = demo;
  const task = {
    title: 'At least',
    statement: 'Those at least low, sorted.',
    signature,
    entry_point: 'atLeast',
    difficulty: 'easy',
    topics: ['arrays'],
    kind: 'function',
  };
  for (const [name, reply] of Object.entries({ 'task-0': JSON.stringify(task), ...demo.replies })) {
    if (reply !== undefined)
      write(join(root, 'replies', seed, `${name}.md`), `---\nmodel: weak\nfinish_reason: stop\n---\n${reply}\n`);
  }
  write(
    join(root, 'key', `${seed}.ts`),
    `const numbers = [-1, 0, 1, 2, 10];
export const key = {
  seed: ${JSON.stringify(seed)},
  *cases() {
    yield [[], 0];
    for (const a of numbers) for (const b of numbers) for (const low of numbers) yield [[a, b], low];
  },
  oracle: (list, low) => { ${oracle} },
  reference: ${JSON.stringify(reference)},
  solutions: ${JSON.stringify(solutions)},
  suites: ${JSON.stringify(suites)},
};
`,
  );
}

function fenced(code: string): string {
  return `\`\`\`ts\n${code.trimEnd()}\n\`\`\``;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
