import type { Problem } from '../problem.ts';
import { bundledProblem } from './bundled-problem.ts';

export const textProblems: readonly Problem[] = [
  bundledProblem('isPalindrome', {
    solution: `function isPalindrome(text) {
  const letters = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return letters === [...letters].reverse().join('');
}`,
    examples: [
      [`''`, 'true'],
      [`'Never odd or even'`, 'true'],
      [`'ab'`, 'false'],
      [`'x'`, 'true'],
      [`'12 21'`, 'true'],
    ],
    property: `fc.property(fc.string(), (s) => isPalindrome(s + [...s].reverse().join('')))`,
  }),
  bundledProblem('countVowels', {
    solution: `const countVowels = (text) => [...text.toLowerCase()].filter((letter) => 'aeiou'.includes(letter)).length;`,
    examples: [
      [`''`, '0'],
      [`'sky'`, '0'],
      [`'Education'`, '5'],
      [`'AEIOU'`, '5'],
      [`'two words'`, '2'],
    ],
    property: `fc.property(fc.string(), fc.string(), (a, b) => countVowels(a + b) >= countVowels(a))`,
  }),
  bundledProblem('wordCounts', {
    solution: `function wordCounts(text) {
  const counts = {};
  for (const word of text.split(' ').filter((word) => word !== '')) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}`,
    examples: [
      [`'a b a'`, '{ a: 2, b: 1 }'],
      [`''`, '{}'],
      [`'  x  '`, '{ x: 1 }'],
      [`'one two'`, '{ one: 1, two: 1 }'],
    ],
    property: `fc.property(fc.array(fc.constantFrom('red', 'green', 'blue')), (words) => {
  return Object.values(wordCounts(words.join(' '))).reduce((a, b) => a + b, 0) === words.length;
})`,
  }),
  bundledProblem('caesar', {
    solution: `function caesar(text, shift) {
  return text.replace(/[a-z]/g, (letter) => {
    const at = (((letter.charCodeAt(0) - 97 + shift) % 26) + 26) % 26;
    return String.fromCharCode(97 + at);
  });
}`,
    examples: [
      [`'abc', 1`, `'bcd'`],
      [`'xyz', 3`, `'abc'`],
      [`'hi!', 26`, `'hi!'`],
      [`'bcd', -1`, `'abc'`],
      [`'', 5`, `''`],
    ],
    property: `fc.property(fc.string(), fc.integer({ min: -99, max: 99 }), (s, n) => caesar(caesar(s, n), -n) === s)`,
  }),
  bundledProblem('runLength', {
    solution: `const runLength = (text) => text.replace(/(.)\\1*/gs, (run, letter) => letter + run.length);`,
    examples: [
      [`'aaab'`, `'a3b1'`],
      [`''`, `''`],
      [`'abc'`, `'a1b1c1'`],
      [`'zzzz'`, `'z4'`],
      [`'aabaa'`, `'a2b1a2'`],
    ],
    property: `fc.property(fc.constantFrom('x', 'y'), fc.integer({ min: 1, max: 40 }), (c, n) => runLength(c.repeat(n)) === c + n)`,
  }),
  bundledProblem('isBalanced', {
    solution: `function isBalanced(text) {
  const open = { ')': '(', ']': '[', '}': '{' };
  const stack = [];
  for (const letter of text) {
    if ('([{'.includes(letter)) stack.push(letter);
    else if (letter in open && stack.pop() !== open[letter]) return false;
  }
  return stack.length === 0;
}`,
    examples: [
      [`'()[]{}'`, 'true'],
      [`'(]'`, 'false'],
      [`'([)]'`, 'false'],
      [`''`, 'true'],
      [`'((('`, 'false'],
      [`'{a(b)}'`, 'true'],
    ],
    property: `fc.property(fc.nat(30), (n) => isBalanced('('.repeat(n) + ')'.repeat(n)) && !isBalanced('('.repeat(n + 1)))`,
  }),
  bundledProblem('capitalize', {
    solution: `const capitalize = (text) => text.split(' ').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');`,
    examples: [
      [`'hello world'`, `'Hello World'`],
      [`''`, `''`],
      [`'a'`, `'A'`],
      [`'Already Fine'`, `'Already Fine'`],
    ],
    property: `fc.property(fc.string({ unit: 'grapheme-ascii' }), (s) => capitalize(s).toLowerCase() === s.toLowerCase())`,
  }),
  bundledProblem('areAnagrams', {
    solution: `function areAnagrams(first, second) {
  const sorted = (text) => [...text].sort().join('');
  return sorted(first) === sorted(second);
}`,
    examples: [
      [`'listen', 'silent'`, 'true'],
      [`'a', 'b'`, 'false'],
      [`'', ''`, 'true'],
      [`'aab', 'abb'`, 'false'],
    ],
    property: `fc.property(fc.string(), (s) => areAnagrams(s, [...s].reverse().join('')))`,
  }),
  bundledProblem('editDistance', {
    solution: `function editDistance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}`,
    examples: [
      [`'kitten', 'sitting'`, '3'],
      [`'', 'abc'`, '3'],
      [`'same', 'same'`, '0'],
      [`'flaw', 'lawn'`, '2'],
    ],
    property: `fc.property(fc.string(), fc.string(), (a, b) => editDistance(a, b) <= Math.max(a.length, b.length))`,
  }),
  bundledProblem('parseQuery', {
    solution: `function parseQuery(query) {
  const values = {};
  for (const part of query.split('&').filter((part) => part !== '')) {
    const at = part.indexOf('=');
    const [key, value] = at === -1 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    values[key] = value;
  }
  return values;
}`,
    examples: [
      [`'a=1&b=2'`, `{ a: '1', b: '2' }`],
      [`''`, '{}'],
      [`'flag'`, `{ flag: '' }`],
      [`'x=1=2'`, `{ x: '1=2' }`],
    ],
    property: `fc.property(fc.constantFrom('a', 'b', 'key'), fc.nat(), (key, n) => parseQuery(key + '=' + n)[key] === String(n))`,
  }),
];
