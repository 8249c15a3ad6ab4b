import type { NumberShape } from '../shape.ts';

export interface NumberHints {
  /** Whether one of the values is written with a decimal point. */
  readonly pointed: boolean;
  /** Whether the values are elements of something: a function's running time does not grow with them, mostly. */
  readonly within: boolean;
  /** Numbers in solutions' texts: bounds of cases, mostly. */
  readonly dictionary: readonly number[];
}

const mostDecimals = 3;
/** A number that a function gets alone is often the number of its steps. */
const steps = 50;

/** The domain that finite numbers show: whole stays whole, positive stays positive, and sizes grow with care. */
export function numbersLike(values: readonly number[], { pointed, within, dictionary }: NumberHints): NumberShape {
  const finite = values.filter(Number.isFinite);
  if (within && finite.length >= 8 && finite.every((value) => [-1, 0, 1].includes(value))) {
    return { kind: 'number', min: Math.min(...finite), max: 1, far: 1, decimals: 0, known: [] };
  }
  const decimals = Math.max(pointed ? 1 : 0, ...finite.map(decimalsOf));
  const largest = Math.max(1, ...finite.map(Math.abs));
  const least = Math.min(...finite, Number.MAX_SAFE_INTEGER);
  const usual = Math.max(12, Math.ceil(largest * (largest > 1e6 ? 1 : 2)));
  const far = Math.min(Number.MAX_SAFE_INTEGER, largest <= steps && !within ? Math.max(12, 3 * largest) : 20 * usual);
  const min = least < 0 ? -usual : least > 0 ? 10 ** -decimals : 0;
  const bounds = dictionary.filter((one) => Number.isInteger(one) && one >= min && one <= Math.max(10 * largest, 12));
  const known = [...new Set([...finite, ...bounds])];
  return {
    kind: 'number',
    min: least < 0 ? -far : min,
    max: usual,
    far: Math.ceil(Math.max(usual, far)),
    decimals,
    known,
  };
}

function decimalsOf(value: number): number {
  return Math.min(mostDecimals, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0);
}
