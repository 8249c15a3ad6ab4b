import type * as t from '@babel/types';
import { Code } from '../examples/literal.ts';
import { numbersLike } from '../infer/numbers.ts';
import { textsLike } from '../infer/texts.ts';
import type { MappedShape, NumberShape, Shape } from '../shape.ts';
import { anyBigint, anyDate, anyRegExp, anyWord, constants, edgeDates, smallNumber } from './plain-shapes.ts';
import { type Scope, Unreadable } from './scope.ts';
import { arrayOf } from './structures.ts';

/** Lowest and highest elements. */
const typedArrays: { readonly [name: string]: readonly [min: number, max: number] } = {
  Uint8Array: [0, 255],
  Uint8ClampedArray: [0, 255],
  Int8Array: [-128, 127],
  Uint16Array: [0, 65_535],
  Int16Array: [-32_768, 32_767],
  Uint32Array: [0, 2 ** 32 - 1],
  Int32Array: [-(2 ** 31), 2 ** 31 - 1],
  Float32Array: [-1000, 1000],
  Float64Array: [-1000, 1000],
};

/** The shape of a type of the language that needs no type arguments; nothing for any other. */
export function shapeOfBuiltIn(name: string, samples: readonly unknown[], scope: Scope): Shape | undefined {
  const range = typedArrays[name];
  if (range !== undefined) return typedArray(name, range);
  if (name === 'Date') return dates(samples, scope);
  if (name === 'RegExp') return likeSources(samples) ?? anyRegExp;
  return name === 'PropertyKey' ? anyWord : undefined;
}

function typedArray(name: string, [min, max]: readonly [number, number]): MappedShape {
  const isFloat = name.startsWith('Float');
  const of: NumberShape = {
    kind: 'number',
    min,
    max: Math.min(max, 300),
    far: max,
    decimals: 0,
    known: [min, max, 0, 1, 127, 128].filter((one) => one >= min && one <= max),
  };
  // Fractions of a power of two are the same in either width.
  const element: Shape = isFloat ? { kind: 'oneOf', of: [of, constants('0.5', '-0.25', '1.75')] } : of;
  const list = { kind: 'array', of: element, min: 0, max: 15, order: 'any', distinct: false } as const;
  return {
    kind: 'mapped',
    of: { ...list, grid: 'none', permutation: false },
    make: `(list) => ${name}.from(list)`,
    back: `(value) => (value instanceof ${name} ? [...value] : undefined)`,
  };
}

/** Whole numbers, and those that the samples are. */
export function bigints(samples: readonly unknown[], scope: Scope): Shape {
  const numbers = sourcesOf(samples)
    .filter((source) => /^-?\d{1,15}n$/.test(source))
    .map((source) => Number(source.slice(0, -1)));
  const hints = { pointed: false, within: scope.hints.within, dictionary: [] };
  const whole = numbers.length > 0 ? numbersLike(numbers, hints) : { ...smallNumber, min: -20 };
  const drawn: MappedShape = {
    kind: 'mapped',
    of: whole,
    make: '(number) => BigInt(number)',
    back: "(value) => (typeof value === 'bigint' && value < 2n ** 53n && value > -(2n ** 53n) ? Number(value) : undefined)",
  };
  return { kind: 'oneOf', of: [drawn, likeSources(samples) ?? anyBigint] };
}

function dates(samples: readonly unknown[], { hints }: Scope): Shape {
  const texts = sourcesOf(samples).flatMap(
    (source) => /^new Date\("(\d{4}-\d\d-\d\d[^"]*)"\)$/.exec(source)?.[1] ?? [],
  );
  const seen = likeSources(samples);
  if (seen !== undefined && texts.length === 0) return seen;
  const shape = textsLike(texts.length > 0 ? texts : edgeDates, hints.vocabularies);
  const drawn: MappedShape = {
    kind: 'mapped',
    of: shape,
    make: '(text) => new Date(text)',
    back: '(value) => (value instanceof Date && value.getTime() === value.getTime() ? value.toISOString() : undefined)',
  };
  return { kind: 'oneOf', of: [drawn, seen ?? anyDate] };
}

function sourcesOf(samples: readonly unknown[]): readonly string[] {
  return samples.flatMap((sample) => (sample instanceof Code ? sample.source : []));
}

function likeSources(samples: readonly unknown[]): Shape | undefined {
  const sources = new Set(sourcesOf(samples));
  return sources.size > 0 ? constants(...sources) : undefined;
}

/** An object that gives the elements of a list to each that asks: two loops over it see the same. */
export function asyncIterable(of: t.Node, scope: Scope): MappedShape {
  return {
    kind: 'mapped',
    of: arrayOf(of, [], scope),
    make: '(items) => ({ items, async *[Symbol.asyncIterator]() { yield* items; } })',
  };
}

/** A template's texts and types in turn. */
export function templates({ quasis, types }: t.TSTemplateLiteralType, scope: Scope): MappedShape {
  const items = types.map((type): Shape => {
    if (type.type === 'TSStringKeyword') return anyWord;
    return type.type === 'TSNumberKeyword' ? smallNumber : scope.read(type, [], scope);
  });
  const texts = quasis.map(({ value }) => value.cooked ?? value.raw);
  return {
    kind: 'mapped',
    of: { kind: 'tuple', items, needed: items.length, relations: [] },
    make: `(parts) => ${JSON.stringify(texts)}.map((text, at) => text + (at < parts.length ? String(parts[at]) : '')).join('')`,
  };
}

/** `[...A[], B]`: what follows a rest of any length stands at the end. */
export function restWithin(elements: readonly t.Node[], scope: Scope): MappedShape {
  const place = elements.findIndex(({ type }) => type === 'TSRestType');
  const items = elements.map((element) => {
    if (element.type === 'TSOptionalType') throw new Unreadable(element.type);
    return scope.read(element.type === 'TSRestType' ? element.typeAnnotation : element, [], scope);
  });
  return {
    kind: 'mapped',
    of: { kind: 'tuple', items, needed: items.length, relations: [] },
    make: `(list) => [...list.slice(0, ${place}), ...list[${place}], ...list.slice(${place + 1})]`,
  };
}
