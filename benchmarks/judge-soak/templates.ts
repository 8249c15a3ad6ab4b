/** A small task in which numbers are drawn, so that no two sources need be the same. */
export interface Template {
  readonly name: string;
  /** Names are offered as globals: the texts are plain scripts. */
  readonly right: (drawn: Drawn) => string;
  /** Wrong for at least one of the examples, whatever was drawn. */
  readonly wrong: (drawn: Drawn) => string;
  /** Arguments of `solve` as source, and what it gives for them as source. */
  readonly examples: (drawn: Drawn) => readonly (readonly [args: string, expected: string])[];
  /** An expression `fc.property(…)` that holds for the right one and fails for the wrong one within 100 runs. */
  readonly property: (drawn: Drawn) => string;
}

/** Whole numbers from 2 to 97. */
export interface Drawn {
  readonly a: number;
  readonly b: number;
}

export const templates: readonly Template[] = [
  {
    name: 'linear',
    right: ({ a, b }) => `function solve(x) { return ${a} * x + ${b}; }`,
    wrong: ({ a, b }) => `function solve(x) { return ${a} * x + ${b + 1}; }`,
    examples: ({ a, b }) => [
      ['0', `${b}`],
      ['1', `${a + b}`],
      ['-3', `${b - 3 * a}`],
    ],
    property: ({ a, b }) => `fc.property(fc.integer({ min: -1e6, max: 1e6 }), (x) => solve(x) === ${a} * x + ${b})`,
  },
  {
    name: 'sum of multiples',
    right: ({ a, b }) => `function solve(xs) {
  let sum = ${b};
  for (const x of xs) if (x % ${a} === 0) sum += x;
  return sum;
}`,
    wrong: ({ b }) => `function solve(xs) { return xs.reduce((sum, x) => sum + x, ${b}); }`,
    examples: ({ a, b }) => [
      ['[]', `${b}`],
      [`[${a}, ${a + 1}, ${2 * a}]`, `${3 * a + b}`],
    ],
    property: ({ a }) =>
      `fc.property(fc.array(fc.nat(99), { minLength: 1 }), (xs) => solve([...xs.map((x) => x * ${a}), 1]) === solve([...xs.map((x) => x * ${a})]))`,
  },
  {
    name: 'joined words',
    right: ({ a, b }) => `const solve = (words) => words.map((word) => word.toUpperCase() + '${a}').join('-${b}-');`,
    wrong: ({ a, b }) => `const solve = (words) => words.map((word) => word + '${a}').join('-${b}-');`,
    examples: ({ a, b }) => [
      [`['x', 'Yz']`, `'X${a}-${b}-YZ${a}'`],
      ['[]', `''`],
    ],
    property: ({ a }) =>
      `fc.property(fc.constantFrom('abc', 'de', 'f'), (word) => solve([word]) === word.toUpperCase() + '${a}')`,
  },
  {
    name: 'records above a threshold',
    right: ({ a }) => `function solve(records) {
  return records.filter(({ size }) => size >= ${a}).map(({ name, size }) => ({ name, over: size - ${a} }));
}`,
    wrong: ({ a }) => `function solve(records) {
  return records.filter(({ size }) => size > ${a}).map(({ name, size }) => ({ name, over: size - ${a} }));
}`,
    examples: ({ a }) => [
      [`[{ name: 'p', size: ${a + 4} }, { name: 'q', size: 0 }]`, `[{ name: 'p', over: 4 }]`],
      [`[{ name: 'r', size: ${a} }]`, `[{ name: 'r', over: 0 }]`],
    ],
    property: ({ a }) =>
      `fc.property(fc.nat(9), (x) => solve([{ name: 'n', size: ${a} + x }, { name: 'm', size: ${a} }]).length === 2)`,
  },
  {
    name: 'counts by remainder',
    right: ({ a }) => `function solve(xs) {
  const counts = new Map();
  for (const x of xs) counts.set(x % ${a}, (counts.get(x % ${a}) ?? 0) + 1);
  return [...counts].sort(([p], [q]) => p - q);
}`,
    wrong: ({ a }) => `function solve(xs) {
  const counts = new Map();
  for (const x of xs) counts.set(x % ${a}, 1);
  return [...counts].sort(([p], [q]) => p - q);
}`,
    examples: ({ a }) => [
      [`[1, ${a + 1}, 0]`, '[[0, 1], [1, 2]]'],
      ['[]', '[]'],
    ],
    property: () =>
      'fc.property(fc.array(fc.nat(999), { minLength: 100, maxLength: 120 }), (xs) => solve(xs).reduce((sum, [, count]) => sum + count, 0) === xs.length)',
  },
];
