import type { Key } from '../key.ts';

/** All lists of up to `longest` numbers out of `numbers`. */
function* lists(numbers: readonly number[], longest: number): Generator<number[]> {
  yield [];
  if (longest === 0) return;
  for (const rest of lists(numbers, longest - 1)) {
    for (const number of numbers) yield [...rest, number];
  }
}

export const key: Key<[number[], number]> = {
  seed: 'text-formatting/line-groups',
  *cases() {
    for (const lines of lists([1, 2, 3, 5], 4)) yield [lines, 1 + (lines.length % 3)];
    for (const lines of lists([9, 10, 11, 100], 3)) for (const maxGroups of [1, 2, 5]) yield [lines, maxGroups];
    for (const maxGroups of [1, 2, 3, 4, 100]) {
      yield [[1, 2, 5, 10, 11, 12], maxGroups];
      yield [[9, 3, 8, 3, 7], maxGroups];
      yield [[1, 3, 3], maxGroups];
    }
    for (const maxGroups of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      yield [[1, 2], maxGroups];
      yield [[], maxGroups];
    }
  },
  oracle(lines, maxGroups) {
    if (!(maxGroups > 0 && maxGroups % 1 === 0)) throw new RangeError('maxGroups');
    if (lines.length === 0) return 'none';
    // Every line number of the file in turn: in the list or not.
    const texts: string[] = [];
    let more = 0;
    let first = 0;
    for (let line = 1; line <= Math.max(...lines) + 1; line += 1) {
      if (lines.includes(line)) {
        if (first === 0) first = line;
        if (texts.length === maxGroups) more += 1;
      } else if (first !== 0) {
        if (texts.length < maxGroups) texts.push(first === line - 1 ? `${first}` : `${first}-${line - 1}`);
        first = 0;
      }
    }
    if (more === 0) return texts.join(', ');
    return `${texts.join(', ')} and ${more} more line${more > 1 ? 's' : ''}`;
  },
  reference: `
export function describeLines(lines: readonly number[], maxGroups: number): string {
  if (!Number.isInteger(maxGroups) || maxGroups < 1) throw new RangeError('maxGroups must be a positive integer');
  const groups: number[][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group?.at(-1) === line - 1) group?.push(line);
    else groups.push([line]);
  }
  if (groups.length === 0) return 'none';
  const texts = groups.slice(0, maxGroups).map((group) => [...new Set([group[0], group.at(-1)])].join('-'));
  const more = groups.slice(maxGroups).flat().length;
  if (more === 0) return texts.join(', ');
  return texts.join(', ') + ' and ' + more + (more === 1 ? ' more line' : ' more lines');
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'extends the last group while going through the sorted lines' },
    'solve-1': { truth: 'right', note: 'finds where groups start with a set' },
    'solve-2': { truth: 'wrong', defect: 'unstable-sort', note: 'sorts numbers in the default order, as strings' },
    'solve-3': { truth: 'wrong', defect: 'duplicates', note: 'a repeated line closes the group and opens another' },
    'solve-4': { truth: 'wrong', defect: 'wrong-language', note: 'Python' },
    'roundtrip-0': {
      truth: 'wrong',
      defect: 'empty-input',
      note: 'an empty text for no lines; the description does not mention them',
    },
    'roundtrip-1': { truth: 'right', note: 'guesses `none` for no lines' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-2'], note: 'all its lines have one digit' },
    'tests-1': {
      truth: 'right',
      letsThrough: ['solve-3'],
      note: 'no repeated lines; its property holds for any sort that ignores the given order',
    },
  },
};
