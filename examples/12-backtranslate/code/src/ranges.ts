export function parseRange(text: string): [number, number] | undefined {
  const parts = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/u.exec(text);
  if (!parts) return undefined;
  const [first, last] = [Number(parts[1]), Number(parts[2] ?? parts[1])];
  return first <= last ? [first, last] : [last, first];
}

/** The numbers from one to another by steps of a size, up or down, both ends among them. */
export function steps(from: number, to: number, size: number): number[] {
  if (!(size > 0)) throw new RangeError('the size of a step must be above 0');
  const numbers: number[] = [];
  const count = Math.ceil(Math.abs(to - from) / size);
  for (let place = 0; place < count; place += 1) {
    numbers.push(to > from ? from + place * size : from - place * size);
  }
  return [...numbers, to];
}

export function clamp(value: number, low: number, high: number): number {
  if (value < low) return low;
  if (value > high) return high;
  return value;
}
