import type { Problem } from '../problem.ts';
import { bundledProblem } from './bundled-problem.ts';

export const numberProblems: readonly Problem[] = [
  bundledProblem('isPrime', {
    solution: `function isPrime(n) {
  if (n < 2) return false;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}`,
    examples: [
      ['2', 'true'],
      ['1', 'false'],
      ['91', 'false'],
      ['97', 'true'],
      ['0', 'false'],
      ['-7', 'false'],
    ],
    property: `fc.property(fc.integer({ min: 2, max: 100 }), fc.integer({ min: 2, max: 100 }), (a, b) => !isPrime(a * b))`,
  }),
  bundledProblem('gcd', {
    solution: `const gcd = (a, b) => {
  while (b !== 0) [a, b] = [b, a % b];
  return Math.abs(a);
};`,
    examples: [
      ['12, 18', '6'],
      ['7, 13', '1'],
      ['0, 5', '5'],
      ['5, 0', '5'],
      ['100, 75', '25'],
    ],
    property: `fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
  const d = gcd(a, b);
  return d > 0 && a % d === 0 && b % d === 0;
})`,
  }),
  bundledProblem('factorial', {
    solution: `function factorial(n) {
  let product = 1n;
  for (let i = 2n; i <= BigInt(n); i++) product *= i;
  return product;
}`,
    examples: [
      ['0', '1n'],
      ['1', '1n'],
      ['5', '120n'],
      ['20', '2432902008176640000n'],
      ['25', '15511210043330985984000000n'],
    ],
    property: `fc.property(fc.integer({ min: 1, max: 40 }), (n) => factorial(n) % BigInt(n) === 0n)`,
  }),
  bundledProblem('digitSum', {
    solution: `const digitSum = (n) => [...String(Math.abs(n))].reduce((sum, digit) => sum + Number(digit), 0);`,
    examples: [
      ['0', '0'],
      ['7', '7'],
      ['123', '6'],
      ['-99', '18'],
      ['1000001', '2'],
    ],
    property: `fc.property(fc.nat(), (n) => digitSum(n) % 9 === n % 9)`,
  }),
  bundledProblem('toRoman', {
    solution: `function toRoman(n) {
  const numerals = [
    [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
    [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
  ];
  let text = '';
  for (const [value, numeral] of numerals) {
    while (n >= value) {
      text += numeral;
      n -= value;
    }
  }
  return text;
}`,
    examples: [
      ['1', `'I'`],
      ['4', `'IV'`],
      ['1994', `'MCMXCIV'`],
      ['3999', `'MMMCMXCIX'`],
      ['58', `'LVIII'`],
    ],
    property: `fc.property(fc.integer({ min: 1, max: 3999 }), (n) => /^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(toRoman(n)))`,
  }),
  bundledProblem('fibonacci', {
    solution: `function fibonacci(n) {
  let [a, b] = [0, 1];
  for (let i = 0; i < n; i++) [a, b] = [b, a + b];
  return a;
}`,
    examples: [
      ['0', '0'],
      ['1', '1'],
      ['2', '1'],
      ['10', '55'],
      ['30', '832040'],
    ],
    property: `fc.property(fc.integer({ min: 0, max: 60 }), (n) => fibonacci(n) % 2 === (n % 3 === 0 ? 0 : 1))`,
  }),
  bundledProblem('collatzSteps', {
    solution: `const collatzSteps = (n) => {
  let steps = 0;
  for (; n !== 1; steps++) n = n % 2 === 0 ? n / 2 : 3 * n + 1;
  return steps;
};`,
    examples: [
      ['1', '0'],
      ['2', '1'],
      ['6', '8'],
      ['27', '111'],
      ['1024', '10'],
    ],
    property: `fc.property(fc.integer({ min: 0, max: 40 }), (n) => collatzSteps(2 ** n) === n)`,
  }),
  bundledProblem('clamp', {
    solution: `const clamp = (value, low, high) => Math.min(Math.max(value, low), high);`,
    examples: [
      ['5, 0, 10', '5'],
      ['-5, 0, 10', '0'],
      ['15, 0, 10', '10'],
      ['0.5, 0, 1', '0.5'],
      ['3, 3, 3', '3'],
    ],
    property: `fc.property(fc.integer(), fc.integer({ max: 0 }), fc.integer({ min: 0 }), (value, low, high) => {
  const clamped = clamp(value, low, high);
  return clamped >= low && clamped <= high;
})`,
  }),
  bundledProblem('toBase', {
    solution: `function toBase(n, base) {
  if (n === 0) return '0';
  let text = '';
  for (let rest = n; rest > 0; rest = Math.floor(rest / base)) text = (rest % base).toString(36) + text;
  return text;
}`,
    examples: [
      ['8, 3', `'22'`],
      ['8, 2', `'1000'`],
      ['0, 7', `'0'`],
      ['255, 16', `'ff'`],
      ['35, 36', `'z'`],
    ],
    property: `fc.property(fc.nat(), fc.integer({ min: 2, max: 36 }), (n, base) => parseInt(toBase(n, base), base) === n)`,
  }),
  bundledProblem('primeFactors', {
    solution: `function primeFactors(n) {
  const factors = [];
  for (let d = 2; d * d <= n; d++) {
    while (n % d === 0) {
      factors.push(d);
      n /= d;
    }
  }
  if (n > 1) factors.push(n);
  return factors;
}`,
    examples: [
      ['8', '[2, 2, 2]'],
      ['25', '[5, 5]'],
      ['70', '[2, 5, 7]'],
      ['1', '[]'],
      ['97', '[97]'],
    ],
    property: `fc.property(fc.integer({ min: 1, max: 1e6 }), (n) => primeFactors(n).reduce((a, b) => a * b, 1) === n)`,
  }),
];
