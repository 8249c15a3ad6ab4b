import { condition, mapping } from '../expressions.ts';
import type { Step, StepMaker } from '../step.ts';

const words = (parts: Omit<Step, 'to'>): Step => ({ ...parts, to: 'words' });
const text = (parts: Omit<Step, 'to'>): Step => ({ ...parts, to: 'text' });

/** From a text of small letters and other characters to another, by what is drawn anew for each task. */
export const textRules: readonly [StepMaker, ...StepMaker[]] = [
  (draws) => {
    const { code, says, off } = mapping(draws, { code: 'n', says: 'its place' });
    const shift = (expression: string): string =>
      `String.fromCharCode(((((letter.charCodeAt(0) - 97 + (${expression})) % 26) + 26) % 26) + 97)`;
    return text({
      name: 'shiftByPlace',
      says: `Replace each of the letters a to z by one further on in the alphabet, after z going on at a. How far is worked out from its place in the text, counted from 0: ${says}; a negative number goes backwards. All else stays.`,
      functional: `return input.replace(/[a-z]/g, (letter, n: number) => ${shift(code)});`,
      imperative: `const alphabet = 'abcdefghijklmnopqrstuvwxyz';\nlet shifted = '';\nlet n = -1;\nfor (const letter of input) {\n  n += 1;\n  const from = alphabet.indexOf(letter);\n  shifted += from === -1 ? letter : alphabet.charAt((((from + (${code})) % 26) + 26) % 26);\n}\nreturn shifted;`,
      mistakes: { arithmetic: `return input.replace(/[a-z]/g, (letter, n: number) => ${shift(off)});` },
    });
  },
  (draws) => {
    const { code, says, off } = condition(draws, { code: 'n', says: 'its place' });
    return text({
      name: 'dropByPlace',
      says: `Leave out every character for which, with places counted from 0, ${says}.`,
      functional: `return [...input].filter((_, n) => !(${code})).join('');`,
      imperative: `let left = '';\nfor (let n = 0; n < input.length; n += 1) {\n  if (${code}) continue;\n  left += input.charAt(n);\n}\nreturn left;`,
      mistakes: { boundary: `return [...input].filter((_, n) => !(${off})).join('');` },
    });
  },
];

/** From a text to another. */
export const textSteps: readonly [StepMaker, ...StepMaker[]] = [
  (draws) => {
    const by = draws.between(1, 25);
    return text({
      name: 'shiftLetters',
      says: `Replace each of the letters a to z by the letter ${by} place${by === 1 ? '' : 's'} further in the alphabet, after z going on at a; all else stays.`,
      functional: `return input.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + ${by}) % 26) + 97));`,
      imperative: `const alphabet = 'abcdefghijklmnopqrstuvwxyz';\nlet shifted = '';\nfor (const letter of input) {\n  const place = alphabet.indexOf(letter);\n  shifted += place === -1 ? letter : alphabet.charAt((place + ${by}) % 26);\n}\nreturn shifted;`,
      mistakes: {
        'end of the alphabet': `return input.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + ${by}));`,
      },
    });
  },
  (draws) => {
    const most = draws.between(1, 3);
    return text({
      name: 'shortenRuns',
      says: `Where a character stands more than ${most} time${most === 1 ? '' : 's'} in a row, keep ${most} of them.`,
      functional: `return [...input].filter((letter, index, all) => all.slice(Math.max(0, index - ${most}), index).filter((near) => near === letter).length < ${most}).join('');`,
      imperative: `let short = '';\nlet before = '';\nlet run = 0;\nfor (const letter of input) {\n  run = letter === before ? run + 1 : 1;\n  before = letter;\n  if (run <= ${most}) short += letter;\n}\nreturn short;`,
      mistakes: {
        'off by one': `let short = '';\nlet before = '';\nlet run = 0;\nfor (const letter of input) {\n  run = letter === before ? run + 1 : 0;\n  before = letter;\n  if (run <= ${most}) short += letter;\n}\nreturn short;`,
      },
    });
  },
  () =>
    text({
      name: 'countRuns',
      says: 'Write each stretch of equal characters as the character and how many there are, so that "aab" becomes "a2b1".',
      functional: "return (input.match(/(.)\\1*/gsu) ?? []).map((run) => `${[...run][0]}${[...run].length}`).join('');",
      imperative:
        "let counted = '';\nlet before = '';\nlet run = 0;\nfor (const letter of input) {\n  if (run > 0 && letter !== before) {\n    counted += `${before}${run}`;\n    run = 0;\n  }\n  before = letter;\n  run += 1;\n}\nreturn run > 0 ? `${counted}${before}${run}` : counted;",
      mistakes: {
        'single ones':
          "return (input.match(/(.)\\1*/gsu) ?? []).map((run) => (run.length > 1 ? `${run[0]}${run.length}` : run)).join('');",
      },
    }),
  () =>
    text({
      name: 'mirrorWords',
      says: 'Turn each stretch of letters a to z round, so that its last letter comes first; all other characters stay where they are.',
      functional: "return input.replace(/[a-z]+/g, (word) => [...word].toReversed().join(''));",
      imperative:
        "let mirrored = '';\nlet word = '';\nfor (const letter of input) {\n  if (letter >= 'a' && letter <= 'z') {\n    word = letter + word;\n  } else {\n    mirrored += word + letter;\n    word = '';\n  }\n}\nreturn mirrored + word;",
      mistakes: { 'whole text': "return [...input].toReversed().join('');" },
    }),
];

/** From a text to its words. */
export const splitSteps: readonly [StepMaker, ...StepMaker[]] = [
  () =>
    words({
      name: 'wordsOf',
      says: 'Take the words of the text, in their order: stretches of letters a to z, as long as they go.',
      functional: 'return input.match(/[a-z]+/g) ?? [];',
      imperative:
        "const found = [];\nlet word = '';\nfor (const letter of `${input} `) {\n  if (letter >= 'a' && letter <= 'z') {\n    word += letter;\n  } else if (word !== '') {\n    found.push(word);\n    word = '';\n  }\n}\nreturn found;",
      mistakes: { separators: "return input.split(' ');" },
    }),
  (draws) => {
    const size = draws.between(2, 4);
    return words({
      name: 'piecesOf',
      says: `Cut the text into pieces of ${size} characters, the last of which may be shorter.`,
      functional: `return Array.from({ length: Math.ceil(input.length / ${size}) }, (_, piece) => input.slice(piece * ${size}, (piece + 1) * ${size}));`,
      imperative: `const pieces = [];\nfor (let start = 0; start < input.length; start += ${size}) {\n  pieces.push(input.slice(start, start + ${size}));\n}\nreturn pieces;`,
      mistakes: { 'last piece': `return input.match(/.{${size}}/gs) ?? [];` },
    });
  },
];

/** From words to words, by what is drawn anew for each task. */
export const wordRules: readonly [StepMaker, ...StepMaker[]] = [
  (draws) => {
    const { code, says, off } = condition(draws, { code: 'n', says: 'its length plus its place' });
    return words({
      name: 'keepSome',
      says: `Keep each word for which, with places counted from 1, ${says}.`,
      functional: `return input.filter((word, index) => {\n  const n = word.length + index + 1;\n  return ${code};\n});`,
      imperative: `const kept = [];\nlet place = 0;\nfor (const word of input) {\n  place += 1;\n  const n = place + word.length;\n  if (${code}) kept.push(word);\n}\nreturn kept;`,
      mistakes: {
        boundary: `return input.filter((word, index) => {\n  const n = word.length + index + 1;\n  return ${off};\n});`,
      },
    });
  },
  (draws) => {
    const { code, says, off } = mapping(draws, { code: 'n', says: 'the length of the word' });
    return words({
      name: 'numbered',
      says: `Write behind each word, without a space, ${says}.`,
      functional: `return input.map((word) => {\n  const n = word.length;\n  return \`\${word}\${${code}}\`;\n});`,
      imperative: `const numbered = [];\nfor (const word of input) {\n  const n = word.length;\n  const behind = ${code};\n  numbered.push(word + String(behind));\n}\nreturn numbered;`,
      mistakes: {
        arithmetic: `return input.map((word) => {\n  const n = word.length;\n  return \`\${word}\${${off}}\`;\n});`,
      },
    });
  },
];

/** From words to words. */
export const wordSteps: readonly [StepMaker, ...StepMaker[]] = [
  (draws) => {
    const least = draws.between(2, 5);
    return words({
      name: 'longOnes',
      says: `Keep the words of at least ${least} characters.`,
      functional: `return input.filter((word) => word.length >= ${least});`,
      imperative: `const kept = [];\nfor (const word of input) {\n  if (word.length < ${least}) continue;\n  kept.push(word);\n}\nreturn kept;`,
      mistakes: { boundary: `return input.filter((word) => word.length > ${least});` },
    });
  },
  () =>
    words({
      name: 'byLength',
      says: 'Put the words in order of their length, shortest first, and words of equal length in order of their UTF-16 code units.',
      functional: 'return input.toSorted((a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0));',
      imperative:
        'const sorted = [...input];\nsorted.sort((left, right) => {\n  if (left.length !== right.length) return left.length - right.length;\n  if (left === right) return 0;\n  return left < right ? -1 : 1;\n});\nreturn sorted;',
      mistakes: { ties: 'return input.toSorted((a, b) => a.length - b.length);' },
    }),
  (draws) => {
    const every = draws.between(2, 4);
    return words({
      name: 'raiseSome',
      says: `Write every word whose place, counted from 1, is a multiple of ${every} in capital letters.`,
      functional: `return input.map((word, index) => ((index + 1) % ${every} === 0 ? word.toUpperCase() : word));`,
      imperative: `const raised = [];\nlet place = 0;\nfor (const word of input) {\n  place += 1;\n  raised.push(place % ${every} === 0 ? word.toUpperCase() : word);\n}\nreturn raised;`,
      mistakes: {
        'off by one': `return input.map((word, index) => (index % ${every} === 0 ? word.toUpperCase() : word));`,
      },
    });
  },
  () =>
    words({
      name: 'firstOfEach',
      says: 'Of words that begin with the same character keep the first only; empty words are left out.',
      functional:
        "return input.filter((word, index) => word !== '' && input.findIndex((other) => other.charAt(0) === word.charAt(0)) === index);",
      imperative:
        "const heads = new Set();\nconst chosen = [];\nfor (const word of input) {\n  const head = word.charAt(0);\n  if (head === '' || heads.has(head)) continue;\n  heads.add(head);\n  chosen.push(word);\n}\nreturn chosen;",
      mistakes: {
        last: "return input.filter((word, index) => word !== '' && input.findLastIndex((other) => other.charAt(0) === word.charAt(0)) === index);",
      },
    }),
];

/** From words to what is told of them. */
export const wordEnds: readonly [StepMaker, ...StepMaker[]] = [
  () => ({
    name: 'countWords',
    to: 'counts',
    says: 'The result is a list of pairs [word, how often it occurs], one for each different word, the most frequent first, and equally frequent ones in the order in which they first occur.',
    functional:
      'return [...Map.groupBy(input, (word) => word)]\n  .map(([word, all]): [string, number] => [word, all.length])\n  .toSorted((a, b) => b[1] - a[1]);',
    imperative:
      'const counts = new Map<string, number>();\nfor (const word of input) counts.set(word, (counts.get(word) ?? 0) + 1);\nconst pairs = [...counts];\npairs.sort((left, right) => right[1] - left[1]);\nreturn pairs;',
    mistakes: {
      order:
        'return [...Map.groupBy(input, (word) => word)].map(([word, all]): [string, number] => [word, all.length]);',
    },
  }),
  () => ({
    name: 'sharedStart',
    to: 'text',
    says: 'The result is the longest text that all words begin with; empty where there are no words.',
    functional:
      "const [first = '', ...others] = input;\nconst length = [...first].findIndex((_, index) => others.some((word) => word.charAt(index) !== first.charAt(index)));\nreturn length === -1 ? first : first.slice(0, length);",
    imperative:
      "let shared = input[0] ?? '';\nfor (const word of input) {\n  while (!word.startsWith(shared)) shared = shared.slice(0, -1);\n}\nreturn shared;",
    mistakes: {
      'first two':
        "const [first = '', second = first] = input;\nlet shared = first;\nwhile (!second.startsWith(shared)) shared = shared.slice(0, -1);\nreturn shared;",
    },
  }),
  (draws) => {
    const glue = draws.pick(['-', '/', '+', '|']);
    return {
      name: 'joined',
      to: 'text',
      says: `The result is all words in one text with "${glue}" between two, followed by "${glue}" and the number of words; just "0" where there are none.`,
      functional: `return [...input, input.length].join('${glue}');`,
      imperative: `let all = '';\nfor (const word of input) all += \`\${word}${glue}\`;\nreturn all + String(input.length);`,
      mistakes: { 'empty case': `return input.length === 0 ? '' : [...input, input.length].join('${glue}');` },
    };
  },
];
