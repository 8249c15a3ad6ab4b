/** Says that a sample is of no problem of the set, and which one may be meant. */
export function unknownTask(id: string, known: readonly string[]): string {
  const [nearest] = known
    .map((other) => ({ other, likeness: likeness(id, other) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest.other}? Ids must be the same.`;
  return `${id} is no problem of the set.${hint}`;
}

const weight = { end: 2 };

/** Characters that two ids have in common at their beginning and, as numbers stand there, more so at their end. */
function likeness(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let begin = 0;
  while (begin < most && a[begin] === b[begin]) begin += 1;
  let end = 0;
  while (end < most - begin && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return begin + weight.end * end - Math.abs(a.length - b.length) / 100;
}
