import type { NumberShape, Shape } from '../shape.ts';
import { anyElement, anyNumber } from './plain-shapes.ts';
import { type Range, rangeIn } from './ranges.ts';

const sizes: ReadonlySet<string> = new Set(
  (
    'n k count size length len index idx limit days minutes hours seconds weeks months years width height depth level ' +
    'levels offset position capacity quantity times steps step page retries attempts digits places precision rows ' +
    'columns cols total amount age'
  ).split(' '),
);

/** Words for numbers of which everybody knows the bounds. */
const bounds: { readonly [word: string]: readonly [min: number, max: number, decimals: number] } = {
  year: [1900, 2100, 0],
  month: [1, 12, 0],
  hour: [0, 23, 0],
  minute: [0, 59, 0],
  second: [0, 59, 0],
  percent: [0, 100, 0],
  percentage: [0, 100, 0],
  probability: [0, 1, 2],
  ratio: [0, 1, 2],
  fraction: [0, 1, 2],
};

/** A number of which no example is known, by what its name and its comment say. */
export function numberNamed(name: string | undefined, note: string | undefined, isElement: boolean): Shape {
  const words = (name ?? '').split(/_|(?<=[a-z\d])(?=[A-Z])/).map((word) => word.toLowerCase());
  const last = words.at(-1) ?? '';
  const range = note === undefined ? undefined : rangeIn(note);
  const known = bounds[last];
  if (range?.min !== undefined && range.max !== undefined) return between(range.min, range.max, 0);
  if (known !== undefined && range === undefined) return between(...known);
  if (isSize(words)) return within({ ...size, known: [0, 1, 2, 3] }, range ?? {});
  if (range === undefined) return isElement ? anyElement : anyNumber;
  const most = 1000;
  return between(range.min ?? Math.min(-most, range.max ?? 0), range.max ?? Math.max(most, range.min ?? 0), 0);
}

/** The shape within the bounds that a comment states, unless the shape's own values break them. */
export function statedNumber(shape: Shape, samples: readonly number[], note: string | undefined): Shape {
  const range = note === undefined ? undefined : rangeIn(note);
  if (range === undefined || shape.kind !== 'number') return shape;
  const breaks = samples.some((value) => value < (range.min ?? value) || value > (range.max ?? value));
  return breaks ? shape : within(shape, range);
}

/** Small, and of no more steps than any solution takes. */
const size: NumberShape = { kind: 'number', min: 0, max: 10, far: 40, decimals: 0, known: [] };

function isSize(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  const [first = ''] = words;
  if (words.length > 1 && (first === 'max' || first === 'min' || first === 'num')) return true;
  return sizes.has(last) || (last.endsWith('s') && sizes.has(last.slice(0, -1)));
}

/** A range of one is one of fractions. */
function between(min: number, max: number, given: number): NumberShape {
  const isBroken = !Number.isInteger(min) || !Number.isInteger(max) || (min === 0 && max === 1);
  const decimals = isBroken ? 2 : given;
  const middle = Number(((min + max) / 2).toFixed(decimals));
  const years = [1900, 2000, 2100, 2024].filter((year) => year >= min && year <= max && min >= 1000);
  const known = [...new Set([min, max, middle, ...[0, 1].filter((one) => one >= min && one <= max), ...years])];
  return { kind: 'number', min, max, far: max, decimals, known };
}

function within(shape: NumberShape, range: Range): NumberShape {
  const min = range.min === undefined ? shape.min : Math.max(range.min, Math.min(shape.min, range.max ?? shape.min));
  const far = range.max === undefined ? Math.max(shape.far, min) : Math.max(min, range.max);
  const max = Math.max(min, Math.min(shape.max, far));
  return { ...shape, min, max, far, known: [...shape.known, min] };
}
