import type { ConstantShape, NumberShape, OneOfShape, Shape, TextShape } from '../shape.ts';

const powers = [2, 8, 10, 16, 64, 100, 255, 256, 1000, 1024, 65_536, 1e6];
const borders = [2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER];

const whole: NumberShape = {
  kind: 'number',
  min: -100,
  max: 100,
  far: 1e6,
  decimals: 0,
  known: [0, -1, 1, ...powers],
};

const edged: NumberShape = { ...whole, far: Number.MAX_SAFE_INTEGER, known: [...whole.known, ...borders] };

/** Numbers of which nothing is known: whole ones, fractions, and edges of other number types. */
export const anyNumber: OneOfShape = {
  kind: 'oneOf',
  of: [edged, { ...edged, min: 0 }, { ...whole, decimals: 2, far: 1000, known: [0, 0.5, 0.1, 1] }],
};

/** Numbers of which several are added or multiplied, so that large ones would say more of rounding than of a task. */
export const anyElement: OneOfShape = { ...anyNumber, of: [whole, ...anyNumber.of.slice(2), { ...whole, min: 0 }] };

export const smallNumber: NumberShape = { kind: 'number', min: 0, max: 20, far: 100, decimals: 0, known: [] };

/** Keys of number type: places, mostly. */
export const wholeKey: NumberShape = { ...smallNumber, known: [0, 1] };

/** Strings of which nothing is known: letters, digits, spaces, marks, one that combines, and one beyond 16 bits. */
export const anyText: TextShape = {
  kind: 'text',
  samples: [],
  alphabet: [...'abcabcABCxyz019  _-.,éß😀\u0301'],
  words: [],
  closed: false,
  formatted: false,
  listed: false,
  dated: false,
  loose: false,
  balanced: false,
  min: 0,
  max: 14,
};

/** A string that stands among others. */
export const anyWord: TextShape = { ...anyText, alphabet: [...'abcdeXYZ019'], min: 1, max: 6 };

export function constants(...sources: readonly string[]): ConstantShape {
  return { kind: 'constant', sources };
}

export const anyBigint: ConstantShape = constants('0n', '1n', '2n', '-1n', '10n', '255n', '-7n', '9007199254740993n');

/** Leap days, ends of years, the clock's changes, and centuries with and without a leap day. */
export const edgeDates: readonly string[] = [
  '2024-02-29T00:00:00Z',
  '2023-12-31T23:59:59Z',
  '2024-01-01T00:00:00Z',
  '2025-03-30T01:30:00Z',
  '1970-01-01T00:00:00Z',
  '1900-02-28T12:00:00Z',
  '2000-02-29T12:00:00Z',
  '2100-03-01T00:00:00Z',
];

export const anyDate: ConstantShape = constants(...edgeDates.map((date) => `new Date(${JSON.stringify(date)})`));

export const anyRegExp: ConstantShape = constants('/a/', '/\\d+/g', '/[a-c]/i', '/^\\w+$/', '/b|c/g', '/\\s+/');

export const anyObject: ConstantShape = constants('({})', '({ a: 1 })', '({ b: [], c: null })', '[1, 2]');

export const anything: Shape = {
  kind: 'oneOf',
  of: [smallNumber, anyText, constants('null', 'undefined', 'true', 'false', '[]', '{}', '[1, 2]', '({ a: 1 })')],
};

/** Pure functions, by what they give. */
export const functionsGiving: { readonly [type: string]: ConstantShape } = {
  number: constants(
    '(...xs) => xs.reduce((sum, x) => sum + (typeof x === "number" ? x : String(x).length), 0)',
    '(x) => (typeof x === "number" ? -x : String(x).length % 3)',
    '() => 1',
  ),
  boolean: constants(
    '(x) => (typeof x === "number" ? x % 2 === 0 : String(x).length % 2 === 0)',
    '() => true',
    '() => false',
    '(x, y) => y === undefined ? Boolean(x) : x === y',
  ),
  string: constants('(x) => String(x)', '(x) => `<${String(x)}>`', '(x) => String(x).slice(0, 1)'),
  nothing: constants('() => undefined'),
  other: constants('(x) => x'),
};
