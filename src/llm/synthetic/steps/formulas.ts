import type { StepMaker } from '../step.ts';

/** From a text in a small language to numbers or records. */
export const parseSteps: readonly [StepMaker, ...StepMaker[]] = [
  (draws) => {
    const mark = draws.pick([';', ',', '|']);
    return {
      name: 'readNumbers',
      to: 'numbers',
      says: `The text holds entries between "${mark}". An entry of digits, with or without a "-" in front, is a whole number; all other entries are passed over. Take the numbers in their order, with 0 for "-0".`,
      functional: `return input\n  .split('${mark}')\n  .filter((entry) => /^-?[0-9]+$/.test(entry))\n  .map((entry) => Number(entry) + 0);`,
      imperative: `const numbers = [];\nfor (const entry of input.split('${mark}')) {\n  const digits = entry.startsWith('-') ? entry.slice(1) : entry;\n  if (digits === '') continue;\n  let value = 0;\n  let isNumber = true;\n  for (const digit of digits) {\n    const place = '0123456789'.indexOf(digit);\n    if (place === -1) isNumber = false;\n    value = value * 10 + place;\n  }\n  if (isNumber) numbers.push(entry.startsWith('-') ? 0 - value : value);\n}\nreturn numbers;`,
      mistakes: {
        'empty entries': `return input\n  .split('${mark}')\n  .map((entry) => Number(entry) + 0)\n  .filter((entry) => !Number.isNaN(entry));`,
      },
    };
  },
  (draws) => {
    const [open, close] = draws.pick([
      ['(', ')'],
      ['[', ']'],
      ['<', '>'],
    ]);
    return {
      name: 'depths',
      to: 'numbers',
      says: `Read the text from the left: "${open}" goes one level deeper and "${close}" one level back, but never above level 0. Take, for each letter a to z, the level that it stands on.`,
      functional: `let level = 0;\nreturn [...input].flatMap((letter) => {\n  if (letter === '${open}') level += 1;\n  if (letter === '${close}') level = Math.max(0, level - 1);\n  return /[a-z]/.test(letter) ? [level] : [];\n});`,
      imperative: `const levels = [];\nlet level = 0;\nfor (const letter of input) {\n  if (letter === '${open}') {\n    level += 1;\n  } else if (letter === '${close}') {\n    if (level > 0) level -= 1;\n  } else if (letter >= 'a' && letter <= 'z') {\n    levels.push(level);\n  }\n}\nreturn levels;`,
      mistakes: {
        'below zero': `let level = 0;\nreturn [...input].flatMap((letter) => {\n  if (letter === '${open}') level += 1;\n  if (letter === '${close}') level -= 1;\n  return /[a-z]/.test(letter) ? [level] : [];\n});`,
      },
    };
  },
  () => ({
    name: 'readSum',
    to: 'numbers',
    says: 'The text is a formula of whole numbers without sign, "+" and "*", where "*" binds more closely; characters that are none of these are passed over, a missing number counts as 0, and an empty formula is one sum of 0. Take the value of each term between the plus signs, in their order.',
    functional:
      "return input\n  .replace(/[^0-9+*]/g, '')\n  .split('+')\n  .map((term) => term.split('*').reduce((product, factor) => product * Number(factor), 1));",
    imperative:
      "const terms = [];\nlet product = 1;\nlet value = 0;\nfor (const sign of `${input}+`) {\n  const digit = '0123456789'.indexOf(sign);\n  if (digit >= 0) value = value * 10 + digit;\n  if (sign !== '*' && sign !== '+') continue;\n  product *= value;\n  value = 0;\n  if (sign === '*') continue;\n  terms.push(product);\n  product = 1;\n}\nreturn terms;",
    mistakes: {
      'missing numbers':
        "return input\n  .replace(/[^0-9+*]/g, '')\n  .split('+')\n  .map((term) => term.split('*').reduce((product, factor) => product * Number(factor || 1), 1));",
    },
  }),
];
