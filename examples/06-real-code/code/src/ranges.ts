interface Range {
  readonly from: number;
  readonly to: number;
}

/** Whether two ranges have at least one point in common. */
export function overlaps(a: Range, b: Range): boolean {
  const later = Math.max(a.from, b.from);
  const earlier = Math.min(a.to, b.to);
  return later <= earlier;
}

/** Joins ranges that overlap, and puts what comes of it in order. */
export function joinRanges(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  return sorted.reduce<Range[]>((joined, range) => {
    const last = joined.at(-1);
    if (!last || !overlaps(last, range)) return [...joined, range];
    return [...joined.slice(0, -1), { from: last.from, to: Math.max(last.to, range.to) }];
  }, []);
}

export function undocumented(range: Range): number {
  const size = range.to - range.from;
  return size < 0 ? 0 : size;
}
