import type { Key } from '../key.ts';

/** All lists of words of the given lengths, with up to `most` words. */
function* wordLists(lengths: readonly number[], most: number): Generator<string[]> {
  yield [];
  if (most === 0) return;
  for (const rest of wordLists(lengths, most - 1)) for (const length of lengths) yield [...rest, 'x'.repeat(length)];
}

export const key: Key<[string[], number, string?]> = {
  seed: 'text-formatting/hanging-bullets',
  *cases() {
    for (const words of wordLists([1, 2, 4], 4)) {
      for (const width of [3, 5, 6, 9]) yield [[words.join(' ')], width];
    }
    for (const width of [0, 1, 2, 3, 4, 2.5, -3, Number.NaN, Number.POSITIVE_INFINITY]) {
      yield [[], width];
      yield [['ab c'], width];
      yield [['ab c', '', 'd'], width, '*'];
    }
    for (const bullet of ['', '-', '10. ', '(*)  ', ' \t']) {
      for (const width of [6, 7, 8, 20])
        yield [['one two three', ' \n', 'incomprehensible a b', '  a\tb\n\nc '], width, bullet];
    }
    yield [['fix the parser', ''], 10];
  },
  oracle(items, width, bullet = '- ') {
    if (width % 1 !== 0 || width < bullet.length + 1) throw new RangeError('width');
    const lines: string[] = [];
    for (const item of items) {
      const words = item.split(/\s/).filter((word) => word !== '');
      let left = bullet;
      if (words.length === 0) lines.push(left.replace(/\s+$/, ''));
      while (words.length > 0) {
        // The longest start of the words that fits, but one word at least.
        let count = words.length;
        while (count > 1 && (left + words.slice(0, count).join(' ')).length > width) count -= 1;
        lines.push(left + words.splice(0, count).join(' '));
        left = left.replace(/[^]/g, ' ');
      }
    }
    return lines.join('\n');
  },
  reference: String.raw`
export function formatBullets(items: readonly string[], width: number, bullet: string = '- '): string {
  if (!Number.isInteger(width) || width <= bullet.length) throw new RangeError('no room for text');
  const indent = ' '.repeat(bullet.length);
  const lines: string[] = [];
  for (const item of items) {
    let line = bullet.trimEnd();
    let words = 0;
    for (const word of item.match(/\S+/g) ?? []) {
      if (words === 0) line = bullet + word;
      else if (line.length + 1 + word.length <= width) line += ' ' + word;
      else {
        lines.push(line);
        line = indent + word;
      }
      words += 1;
    }
    lines.push(line);
  }
  return lines.join('\n');
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'one loop with a line in hand' },
    'solve-1': { truth: 'right', note: 'fills rows first, and indents them afterwards' },
    'solve-2': { truth: 'wrong', defect: 'off-by-one', note: 'breaks a line that is exactly as long as the width' },
    'solve-3': { truth: 'wrong', defect: 'ill-typed', note: 'behaves rightly, but words[i] may be undefined' },
    'solve-4': { truth: 'wrong', defect: 'never-ends', note: 'loops for ever on a word that fits on no line' },
    'roundtrip-0': { truth: 'right', note: 'takes words off a queue' },
  },
  suites: {
    'tests-0': {
      truth: 'wrong',
      defect: 'wrong-expectation',
      note: 'a property uses widths of 0 to 2, for which a right solution throws',
    },
    'tests-1': {
      truth: 'right',
      letsThrough: [],
      note: 'a line of exactly the width among the examples; no word is too long, so solve-4 would end here and pass',
    },
  },
};
