const lineBreak = /\r\n|[\n\r\u2028\u2029]/g;

/** Answers for offsets (UTF-16 units, from 0) of a text which line (from 1) they are in, by JavaScript's line breaks. */
export function lineFinder(text: string): (offset: number) => number {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    return upperBound(starts, offset);
  };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...text.matchAll(lineBreak).map(({ index, 0: { length } }) => index + length)];
}

/** How many of the sorted numbers are at most `limit`. */
function upperBound(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
