import { Dice } from './dice.ts';

/** A made-up row: a program of a few functions, and words that say what it is for. */
export interface MadeRow {
  readonly id: string;
  readonly prompt: string;
  readonly completion: string;
}

const nouns = 'order ticket parcel sensor meter seat trip crate badge signal harvest ferry ledger window packet'.split(
  ' ',
);
const verbs = 'sort merge split count rank group filter trim scan match pair shift weigh label total'.split(' ');
const qualities = 'heavy early late short long rare common broken fresh empty nested stable noisy remote local'.split(
  ' ',
);
const methods = 'map filter slice concat flatMap toSorted findLast some every indexOf'.split(' ');
const operators = ['+', '-', '*', '%', '&', '|', '>>', '<<'];
const comparisons = ['<', '>', '<=', '>=', '===', '!=='];

/** The row of a number: the same on every machine, and like no other. */
export function madeRow(number: number): MadeRow {
  const dice = new Dice(number);
  return { id: `row-${number}`, prompt: statement(dice), completion: program(dice) };
}

function statement(dice: Dice): string {
  const sentences = times(dice.between(4, 7), () => {
    const [verb, noun, other] = [dice.pick(verbs), dice.pick(nouns), dice.pick(nouns)];
    const amount = dice.between(2, 999);
    return dice.pick([
      `First ${verb} every ${dice.pick(qualities)} ${noun} whose ${other} is above ${amount}.`,
      `Then ${verb} the ${noun}s by ${other}, and leave out the ${dice.pick(qualities)} ones past ${amount}.`,
      `A ${noun} counts ${amount} times where its ${other} is ${dice.pick(qualities)}.`,
      `Whatever ${noun} is left is ${dice.pick(qualities)}: ${verb} it with the ${other} of number ${amount}.`,
    ]);
  });
  return `Write a function that works on a list of ${dice.pick(nouns)}s. ${sentences.join(' ')}`;
}

function program(dice: Dice): string {
  const names = times(3, (index) => `${dice.pick(verbs)}${capital(dice.pick(nouns))}${index}`);
  const parts = names.map((name) => functionOf(name, dice));
  return [`const limits = [${times(6, () => dice.between(1, 9999)).join(', ')}];`, ...parts].join('\n\n');
}

function functionOf(name: string, dice: Dice): string {
  const list = `${dice.pick(nouns)}s`;
  const lines = times(dice.between(3, 6), (index) => `  ${line(`${dice.pick(qualities)}${index}`, list, dice)}`);
  return `// ${capital(dice.pick(verbs))} the ${list}, ${dice.pick(qualities)} ones first.
export function ${name}(${list}) {
  let total = ${dice.between(0, 500)};
${lines.join('\n')}
  return total ${dice.pick(operators)} ${dice.between(1, 99)};
}`;
}

function line(name: string, list: string, dice: Dice): string {
  const [a, b] = [dice.between(1, 999), dice.between(1, 99)];
  const [operator, comparison] = [dice.pick(operators), dice.pick(comparisons)];
  return dice.pick([
    `const ${name} = ${list}.${dice.pick(methods)}((one, at) => (one ${operator} ${a}) ${comparison} at + ${b});`,
    `for (const one of ${list}) if (one % ${a} ${comparison} ${b}) total += one ${operator} ${b};`,
    `if (${list}.length ${comparison} ${a}) throw new RangeError("the ${dice.pick(qualities)} ${dice.pick(nouns)} ${a}");`,
    `const ${name} = new Map([[${a}, "${dice.pick(nouns)}"], [${b}, "${dice.pick(verbs)}"]]);\n  total ${operator === '-' ? '-=' : '+='} ${name}.size * ${a};`,
    `while (total ${comparison === '<' ? '>' : '<'} -${a} && total % ${b + 1} > ${b}) total -= Math.min(${a}, total >> ${(b % 5) + 1});`,
    `total += [${a}, ${b}, ${a + b}].${dice.pick(['indexOf', 'lastIndexOf', 'at', 'push'])}(${b}) ${operator} ${list}.length;`,
  ]);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
