import type { Draws } from './draws.ts';
import type { Kind } from './step.ts';

/** What a task can start from. */
export type Start = 'numbers' | 'text' | 'formula' | 'words' | 'items' | 'spans' | 'links';

/** A kind of input: how it is typed, described, drawn, and drawn by fast-check. */
export interface Input {
  readonly kind: Kind;
  readonly says: string;
  readonly arbitrary: string;
  readonly empty: unknown;
  readonly draw: (draws: Draws) => unknown;
}

/** `Record` stands for the task's own name of a record. */
export const typeOf: Readonly<Record<Kind, string>> = {
  numbers: 'number[]',
  number: 'number',
  text: 'string',
  words: 'string[]',
  items: 'Record[]',
  spans: '[number, number][]',
  links: '[string, string][]',
  counts: '[string, number][]',
  groups: 'string[][]',
};

const letters = ['a', 'b', 'c', 'y', 'z', ' ', '-', '.'] as const;
const signs = ['0', '1', '2', '7', '-', ',', ';', '|', '+', '*', 'a', 'x', '(', ')', '[', ']', '<', '>'] as const;
const places = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const names = ['ada', 'bo', 'cy', 'dee', 'eli'] as const;
const groups = ['red', 'blue', 'green'] as const;

const textOf = (unit: readonly [string, ...string[]], most: number) => (draws: Draws) =>
  draws.list(draws.between(Math.ceil(most / 2), most), () => draws.pick(unit)).join('');

const stringArbitrary = (unit: readonly string[], most: number): string =>
  `fc.string({ unit: fc.constantFrom(${unit.map((one) => JSON.stringify(one)).join(', ')}), maxLength: ${most} })`;

export const inputs: Readonly<Record<Start, Input>> = {
  numbers: {
    kind: 'numbers',
    says: 'a list of whole numbers, which may be negative, repeated or missing altogether',
    arbitrary: 'fc.array(fc.integer({ min: -40, max: 60 }), { maxLength: 9 })',
    empty: [],
    draw: (draws) => draws.list(draws.between(2, 8), () => draws.between(-20, 45)),
  },
  text: {
    kind: 'text',
    says: 'a text of small letters a to z, spaces, dashes and dots, which may be empty',
    arbitrary: stringArbitrary(letters, 14),
    empty: '',
    draw: textOf(letters, 14),
  },
  formula: {
    kind: 'text',
    says: 'a text of ASCII characters, which may be empty',
    arbitrary: stringArbitrary(signs, 14),
    empty: '',
    draw: textOf(signs, 14),
  },
  words: {
    kind: 'words',
    says: 'a list of words of small letters a to z, of which some may be empty or equal',
    arbitrary: `fc.array(${stringArbitrary(['a', 'b', 'c', 'ab', 'abc'], 4)}, { maxLength: 7 })`,
    empty: [],
    draw: (draws) => draws.list(draws.between(2, 6), () => textOf(['a', 'b', 'c', 'ab', 'abc'], 3)(draws)),
  },
  items: {
    kind: 'items',
    says: 'a list of records, each with a name, a group and a whole number as its amount, in any order',
    arbitrary: `fc.array(fc.record({ name: fc.constantFrom(${names.map((name) => `'${name}'`).join(', ')}), group: fc.constantFrom('red', 'blue', 'green'), amount: fc.integer({ min: -30, max: 50 }) }), { maxLength: 7 })`,
    empty: [],
    draw: (draws) =>
      draws.list(draws.between(2, 6), () => ({
        name: draws.pick(names),
        group: draws.pick(groups),
        amount: draws.between(-15, 40),
      })),
  },
  spans: {
    kind: 'spans',
    says: 'a list of spans, each a pair [start, end] of whole numbers with start below end, in any order; spans may overlap',
    arbitrary:
      'fc.array(fc.tuple(fc.integer({ min: -12, max: 30 }), fc.integer({ min: 1, max: 15 })).map(([start, length]): [number, number] => [start, start + length]), { maxLength: 6 })',
    empty: [],
    draw: (draws) =>
      draws.list(draws.between(2, 6), () => {
        const start = draws.between(-10, 28);
        return [start, start + draws.between(1, 14)];
      }),
  },
  links: {
    kind: 'links',
    says: 'a list of links, each a pair [from, to] of the names of two places; links may repeat, and lead from a place to itself',
    arbitrary: `fc.array(fc.tuple(fc.constantFrom(${places.map((place) => `'${place}'`).join(', ')}), fc.constantFrom(${places.map((place) => `'${place}'`).join(', ')})).map(([from, to]): [string, string] => [from, to]), { maxLength: 8 })`,
    empty: [],
    draw: (draws) => draws.list(draws.between(2, 8), () => [draws.pick(places), draws.pick(places)]),
  },
};
