import { condition, mapping } from '../expressions.ts';
import type { Step, StepMaker } from '../step.ts';

const step = (parts: Omit<Step, 'to'>): Step => ({ ...parts, to: 'numbers' });

/** From whole numbers to whole numbers, by what is drawn anew for each task. */
export const numberRules: readonly [StepMaker, ...StepMaker[]] = [
  (draws) => {
    const { code, says, off } = condition(draws);
    return step({
      name: 'keepSome',
      says: `Keep each number for which ${says}, in the order given.`,
      functional: `return input.filter((n) => ${code});`,
      imperative: `const kept = [];\nfor (const n of input) {\n  if (${code}) kept.push(n);\n}\nreturn kept;`,
      mistakes: { boundary: `return input.filter((n) => ${off});` },
    });
  },
  (draws) => {
    const { code, says, off } = mapping(draws);
    return step({
      name: 'changeEach',
      says: `Replace each number by ${says}.`,
      functional: `return input.map((n) => ${code});`,
      imperative: `const changed = [];\nfor (const n of input) changed.push(${code});\nreturn changed;`,
      mistakes: { arithmetic: `return input.map((n) => ${off});` },
    });
  },
];

/** From whole numbers to whole numbers. */
export const numberSteps: readonly [StepMaker, ...StepMaker[]] = [
  () =>
    step({
      name: 'runningTotals',
      says: 'Replace each number by the sum of all numbers up to and including it.',
      functional: 'let total = 0;\nreturn input.map((n) => (total += n));',
      imperative:
        'const totals = [];\nlet total = 0;\nfor (const n of input) {\n  total += n;\n  totals.push(total);\n}\nreturn totals;',
      mistakes: { 'off by one': 'let total = 0;\nreturn input.map((n) => (total += n) - n);' },
    }),
  () =>
    step({
      name: 'steps',
      says: 'Replace the list by the differences between neighbours, each number less the one before it; a list of fewer than two numbers gives an empty one.',
      functional: 'return input.slice(1).map((n, index) => n - (input[index] ?? 0));',
      imperative:
        'const found = [];\nlet before;\nfor (const n of input) {\n  if (before !== undefined) found.push(n - before);\n  before = n;\n}\nreturn found;',
      mistakes: { 'empty case': 'return input.map((n, index) => n - (input[index - 1] ?? 0));' },
    }),
  () =>
    step({
      name: 'inOrder',
      says: 'Put the numbers into ascending order.',
      functional: 'return input.toSorted((a, b) => a - b);',
      imperative: 'const sorted = [...input];\nsorted.sort((left, right) => left - right);\nreturn sorted;',
      mistakes: {
        'default sort': 'return input.toSorted();',
        'mutated argument': 'return input.sort((a, b) => a - b);',
      },
    }),
  () =>
    step({
      name: 'onceEach',
      says: 'Of equal numbers keep the first only.',
      functional: 'return [...new Set(input)];',
      imperative:
        'const seen = new Set();\nconst once = [];\nfor (const n of input) {\n  if (seen.has(n)) continue;\n  seen.add(n);\n  once.push(n);\n}\nreturn once;',
      mistakes: { neighbours: 'return input.filter((n, index) => n !== input[index - 1]);' },
    }),
  (draws) => {
    const size = draws.between(2, 5);
    return step({
      name: 'sumsOfBlocks',
      says: `Cut the list into blocks of ${size} numbers, the last of which may be shorter, and replace each block by its sum.`,
      functional: `return Array.from({ length: Math.ceil(input.length / ${size}) }, (_, block) =>\n  input.slice(block * ${size}, (block + 1) * ${size}).reduce((sum, n) => sum + n, 0),\n);`,
      imperative: `const sums = [];\nlet sum = 0;\nlet count = 0;\nfor (const n of input) {\n  sum += n;\n  count += 1;\n  if (count === ${size}) {\n    sums.push(sum);\n    sum = 0;\n    count = 0;\n  }\n}\nif (count > 0) sums.push(sum);\nreturn sums;`,
      mistakes: {
        'last block': `return Array.from({ length: Math.floor(input.length / ${size}) }, (_, block) =>\n  input.slice(block * ${size}, (block + 1) * ${size}).reduce((sum, n) => sum + n, 0),\n);`,
      },
    });
  },
  (draws) => {
    const size = draws.between(2, 4);
    return step({
      name: 'peaksOfWindows',
      says: `Replace the list by the largest of every ${size} numbers in a row, from each place where there are ${size}; a shorter list gives an empty one.`,
      functional: `return input.slice(${size - 1}).map((_, start) => Math.max(...input.slice(start, start + ${size})));`,
      imperative: `const peaks = [];\nfor (let start = 0; start + ${size} <= input.length; start += 1) {\n  let peak = -Infinity;\n  for (const n of input.slice(start, start + ${size})) {\n    if (n > peak) peak = n;\n  }\n  peaks.push(peak);\n}\nreturn peaks;`,
      mistakes: { 'window end': `return input.map((_, start) => Math.max(...input.slice(start, start + ${size})));` },
    });
  },
  (draws) => {
    const by = draws.between(1, 4);
    return step({
      name: 'turned',
      says: `Move the first ${by} number${by === 1 ? '' : 's'} to the end, in their order; a list no longer than that stays as it is.`,
      functional: `return input.length <= ${by} ? [...input] : [...input.slice(${by}), ...input.slice(0, ${by})];`,
      imperative: `const front = [];\nconst back = [];\nfor (const [index, n] of input.entries()) {\n  if (index < ${by}) back.push(n);\n  else front.push(n);\n}\nreturn front.concat(back);`,
      mistakes: { direction: `return [...input.slice(-${by}), ...input.slice(0, -${by})];` },
    });
  },
  () =>
    step({
      name: 'recordsOnly',
      says: 'Keep each number that is larger than all numbers before it; the first always is.',
      functional: 'return input.filter((n, index) => input.slice(0, index).every((earlier) => earlier < n));',
      imperative:
        'const records = [];\nlet best = -Infinity;\nfor (const n of input) {\n  if (n > best) {\n    records.push(n);\n    best = n;\n  }\n}\nreturn records;',
      mistakes: { ties: 'return input.filter((n, index) => input.slice(0, index).every((earlier) => earlier <= n));' },
    }),
];

/** From whole numbers to one. */
export const numberEnds: readonly [StepMaker, ...StepMaker[]] = [
  (draws) => {
    const { code, says, off } = mapping(draws);
    return {
      name: 'weighedSum',
      to: 'number',
      says: `The result is the sum, over all numbers that are left, of ${says}; 0 for none.`,
      functional: `return input.reduce((sum, n) => sum + (${code}), 0);`,
      imperative: `let sum = 0;\nfor (const n of input) sum += ${code};\nreturn sum;`,
      mistakes: { arithmetic: `return input.reduce((sum, n) => sum + (${off}), 0);` },
    };
  },
  () => ({
    name: 'longestRise',
    to: 'number',
    says: 'The result is the length of the longest stretch of neighbours in which each is larger than the one before; 0 for no numbers.',
    functional:
      'let run = 0;\nreturn Math.max(\n  0,\n  ...input.map((n, index) => (run = index > 0 && n > (input[index - 1] ?? n) ? run + 1 : 1)),\n);',
    imperative:
      'let longest = 0;\nlet run = 0;\nlet before = Infinity;\nfor (const n of input) {\n  run = n > before ? run + 1 : 1;\n  if (run > longest) longest = run;\n  before = n;\n}\nreturn longest;',
    mistakes: {
      ties: 'let run = 0;\nreturn Math.max(\n  0,\n  ...input.map((n, index) => (run = index > 0 && n >= (input[index - 1] ?? n) ? run + 1 : 1)),\n);',
    },
  }),
  () => ({
    name: 'outOfOrder',
    to: 'number',
    says: 'The result is how many pairs of places there are of which the earlier holds the larger number.',
    functional: 'return input.flatMap((n, index) => input.slice(index + 1).filter((later) => later < n)).length;',
    imperative:
      'let pairs = 0;\nfor (const [index, n] of input.entries()) {\n  for (const later of input.slice(index + 1)) {\n    if (n > later) pairs += 1;\n  }\n}\nreturn pairs;',
    mistakes: {
      ties: 'return input.flatMap((n, index) => input.slice(index + 1).filter((later) => later <= n)).length;',
    },
  }),
];
