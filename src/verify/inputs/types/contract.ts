import type { NumberShape, Shape } from '../shape.ts';
import { type Range, rangeIn } from './ranges.ts';

/** What a task's statement says of the values that it is about. */
export interface Contract {
  /** The bounds that are stated of a parameter or field; `{}` where any number will do. */
  readonly rangeOf: (name: string) => Range | undefined;
  /** Fields by which the elements of a list are told apart. */
  readonly keys: readonly string[];
  /** Whether it speaks of characters that take two code units. */
  readonly isAboutCodePoints: boolean;
}

/** Sentences about what is given back, or about what happens in some cases, state no bounds of what is given. */
const isAside = /\b(?:if|when|unless|otherwise|else|until|throws?|returns?|results?|outputs?|gives?)\b/i;
const leastWordLength = 4;

/** Reads the bounds that a statement gives in plain sentences, such as "`mask` is an integer from 0 to 255". */
export function contractIn(statement: string): Contract {
  const ranges = new Map<string, Range | undefined>();
  for (const sentence of sentencesOf(statement)) {
    const range = statedIn(sentence);
    if (range === undefined) continue;
    for (const name of namesIn(sentence)) ranges.set(name, isSame(ranges.get(name), range) ? range : undefined);
  }
  return {
    rangeOf: (name) => [name, `${name}s`].map((one) => ranges.get(one.toLowerCase())).find((range) => range),
    keys: keysIn(statement),
    isAboutCodePoints: /\bcode ?points?\b|\bemojis?\b|\bsurrogate/i.test(statement),
  };
}

/** "a unique numeric `id`", "`name` is unique". */
function keysIn(statement: string): readonly string[] {
  const found = [
    ...statement.matchAll(/\bunique\s+(?:(?!of\b|in\b|for\b|from\b)[a-z]+\s+){0,2}`(\w+)`/gi),
    ...statement.matchAll(/`(\w+)`\s+(?:is|are|must be)\s+unique\b/gi),
  ];
  return [...new Set(found.map(([, name = '']) => name))];
}

/** Of two sentences that say different things of one name, neither is gone by. */
function isSame(one: Range | undefined, other: Range): boolean {
  return one === undefined || (one.min === other.min && one.max === other.max);
}

function sentencesOf(statement: string): readonly string[] {
  return statement.split(/(?<=[.;!?])\s+|\n+/).filter((sentence) => !isAside.test(sentence));
}

/** The names in code quotes; where there are none, the words that could be names. */
function namesIn(sentence: string): readonly string[] {
  const quoted = [...sentence.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.match(/[A-Za-z_$][\w$]*/g) ?? []);
  const words = quoted.length > 0 ? quoted : (sentence.match(/[A-Za-z_$][\w$]*/g) ?? []);
  const isName = (word: string): boolean => quoted.length > 0 || word.length >= leastWordLength;
  return [...new Set(words.filter(isName).map((word) => word.toLowerCase()))];
}

function statedIn(sentence: string): Range | undefined {
  const magnitude = /absolute values?\s+(?:is|are|of)?\s*(at most|below|less than)\s+([^,;]+)/i.exec(sentence);
  if (magnitude) {
    const max = rangeIn(`at most ${magnitude[2] ?? ''}`)?.max;
    const most = max === undefined || magnitude[1] === 'at most' ? max : max - 1;
    return most === undefined ? undefined : { min: -most, max: most };
  }
  if (/\bunsigned 32-bit\b/i.test(sentence)) return { min: 0, max: 2 ** 32 - 1 };
  const least = /\b(?:integers?|numbers?)\s+of\s+(?:at least\s+)?(\d+)(?:\s+or more)?/i.exec(sentence)?.[1];
  const compared = /`[\w.$]+\s*(?:>=|≥)\s*(-?\d+)`/.exec(sentence)?.[1];
  const stated = rangeIn(sentence) ?? minimum(least ?? compared);
  return stated ?? (/\bany (?:finite )?(?:number|integer)s?\b/i.test(sentence) ? {} : undefined);
}

function minimum(text: string | undefined): Range | undefined {
  return text === undefined ? undefined : { min: Number(text) };
}

/** Where types of numbers in other languages end. */
const borders = [2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32];

/** The shape with the values at the ends of what is stated among those of interest, unless its own values break that. */
export function withinContract(shape: Shape, samples: readonly number[], range: Range | undefined): Shape {
  if (range === undefined || shape.kind !== 'number') return shape;
  const { min = -Infinity, max = Infinity } = range;
  if (samples.some((value) => value < min || value > max)) return shape;
  return widened(shape, { min, max });
}

function widened(shape: NumberShape, { min, max }: Required<Range>): NumberShape {
  const least = min === -Infinity && max === Infinity ? Math.min(shape.min, -shape.max) : Math.max(min, shape.min);
  const lowest = Number.isFinite(min) ? min : least;
  const far = Number.isFinite(max) ? Math.max(max, lowest) : Math.max(shape.far, lowest);
  const ends = [lowest, far, -1, 0, 1, ...(Number.isFinite(max) ? borders : [])];
  const known = [...shape.known, ...ends.filter((end) => end >= lowest && end <= far)];
  return { ...shape, min: lowest, max: Math.min(Math.max(shape.max, lowest), far), far, known: [...new Set(known)] };
}
