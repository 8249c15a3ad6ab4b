import type { Problem } from '../problem.ts';
import { bundledProblem } from './bundled-problem.ts';

const integers = 'fc.array(fc.integer())';

export const listProblems: readonly Problem[] = [
  bundledProblem('sum', {
    solution: `const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);`,
    examples: [
      ['[]', '0'],
      ['[1, 2, 3]', '6'],
      ['[-1, 1]', '0'],
      ['[0.5, 0.25]', '0.75'],
      ['[1e9, 1e9]', '2e9'],
    ],
    property: `fc.property(${integers}, fc.integer(), (xs, x) => sum([...xs, x]) === xs.reduce((a, b) => a + b, 0) + x)`,
  }),
  bundledProblem('unique', {
    solution: `const unique = (values) => values.filter((value, index) => values.indexOf(value) === index);`,
    examples: [
      ['[]', '[]'],
      ['[1, 1, 2]', '[1, 2]'],
      ['[3, 2, 3]', '[3, 2]'],
      [`['a', 'A', 'a']`, `['a', 'A']`],
    ],
    property: `fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (xs) => unique(xs).length === new Set(xs).size)`,
  }),
  bundledProblem('chunk', {
    solution: `function chunk(values, size) {
  const chunks = [];
  for (let at = 0; at < values.length; at += size) chunks.push(values.slice(at, at + size));
  return chunks;
}`,
    examples: [
      ['[1, 2, 3], 2', '[[1, 2], [3]]'],
      ['[], 3', '[]'],
      ['[1], 5', '[[1]]'],
      ['[1, 2, 3, 4], 2', '[[1, 2], [3, 4]]'],
    ],
    property: `fc.property(${integers}, fc.integer({ min: 1, max: 5 }), (xs, n) => chunk(xs, n).flat().length === xs.length)`,
  }),
  bundledProblem('rotate', {
    solution: `function rotate(values, by) {
  if (values.length === 0) return [];
  const at = ((by % values.length) + values.length) % values.length;
  return [...values.slice(at), ...values.slice(0, at)];
}`,
    examples: [
      ['[1, 2, 3], 1', '[2, 3, 1]'],
      ['[1, 2, 3], -1', '[3, 1, 2]'],
      ['[], 4', '[]'],
      ['[1, 2], 4', '[1, 2]'],
    ],
    property: `fc.property(${integers}, fc.integer(), (xs, n) => rotate(xs, n).length === xs.length)`,
  }),
  bundledProblem('runningMax', {
    solution: `function runningMax(numbers) {
  let max = -Infinity;
  return numbers.map((number) => (max = Math.max(max, number)));
}`,
    examples: [
      ['[1, 3, 2, 5]', '[1, 3, 3, 5]'],
      ['[]', '[]'],
      ['[-3, -5]', '[-3, -3]'],
      ['[2, 2]', '[2, 2]'],
    ],
    property: `fc.property(fc.array(fc.integer(), { minLength: 1 }), (xs) => runningMax(xs).at(-1) === Math.max(...xs))`,
  }),
  bundledProblem('mergeIntervals', {
    solution: `function mergeIntervals(intervals) {
  const merged = [];
  for (const [start, end] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}`,
    examples: [
      ['[[1, 3], [2, 6], [8, 10]]', '[[1, 6], [8, 10]]'],
      ['[[1, 4], [4, 5]]', '[[1, 5]]'],
      ['[]', '[]'],
      ['[[5, 6], [1, 2]]', '[[1, 2], [5, 6]]'],
    ],
    property: `fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(9)).map(([start, length]) => [start, start + length])), (xs) => {
  const merged = mergeIntervals(xs);
  return merged.every(([start], i) => i === 0 || merged[i - 1][1] < start);
})`,
  }),
  bundledProblem('binarySearch', {
    solution: `function binarySearch(sorted, wanted) {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] === wanted) return middle;
    if (sorted[middle] < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}`,
    examples: [
      ['[1, 3, 5], 3', '1'],
      ['[1, 3, 5], 4', '-1'],
      ['[], 1', '-1'],
      ['[2, 4, 6, 8], 8', '3'],
    ],
    property: `fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), (xs) => {
  const sorted = [...xs].sort((a, b) => a - b);
  return binarySearch(sorted, xs[0]) === sorted.indexOf(xs[0]);
})`,
  }),
  bundledProblem('groupByParity', {
    solution: `function groupByParity(numbers) {
  const groups = { even: [], odd: [] };
  for (const number of numbers) groups[number % 2 === 0 ? 'even' : 'odd'].push(number);
  return groups;
}`,
    examples: [
      ['[1, 2, 3]', '{ even: [2], odd: [1, 3] }'],
      ['[]', '{ even: [], odd: [] }'],
      ['[-2, -1]', '{ even: [-2], odd: [-1] }'],
    ],
    property: `fc.property(${integers}, (xs) => {
  const { even, odd } = groupByParity(xs);
  return even.length + odd.length === xs.length;
})`,
  }),
  bundledProblem('longestRun', {
    solution: `function longestRun(values) {
  let [longest, run] = [0, 0];
  values.forEach((value, index) => {
    run = index > 0 && values[index - 1] === value ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}`,
    examples: [
      ['[]', '0'],
      ['[1]', '1'],
      ['[1, 1, 2, 2, 2, 1]', '3'],
      [`['a', 'a']`, '2'],
    ],
    property: `fc.property(fc.integer(), fc.integer({ min: 1, max: 20 }), (x, n) => longestRun(Array(n).fill(x)) === n)`,
  }),
  bundledProblem('transpose', {
    solution: `const transpose = (rows) => (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));`,
    examples: [
      ['[[1, 2], [3, 4]]', '[[1, 3], [2, 4]]'],
      ['[[1, 2, 3]]', '[[1], [2], [3]]'],
      ['[]', '[]'],
      ['[[7]]', '[[7]]'],
    ],
    property: `fc.property(fc.array(fc.tuple(fc.integer(), fc.integer(), fc.integer()), { minLength: 1 }), (rows) => {
  return JSON.stringify(transpose(transpose(rows))) === JSON.stringify(rows);
})`,
  }),
];
