import type { Key } from '../key.ts';

interface MaskOptions {
  keepStart?: number;
  keepEnd?: number;
  mask?: string;
}

const SECRETS = [
  '',
  'a',
  'ab',
  'abc',
  'abcd',
  'abcde',
  'abcdefg',
  '😀',
  '😀😀',
  'a😀b😀c',
  '😀😀😀😀😀😀',
  'key-😀😀',
  '\u00e9e\u0301x',
];

export const key: Key<[string, MaskOptions?]> = {
  seed: 'strings/mask-middle',
  *cases() {
    for (const secret of SECRETS) {
      yield [secret];
      yield [secret, {}];
      for (let keepStart = 0; keepStart <= 4; keepStart += 1) {
        yield [secret, { keepStart }];
        for (let keepEnd = 0; keepEnd <= 4; keepEnd += 1) {
          yield [secret, { keepStart, keepEnd }];
          for (const mask of ['', '<>', '•', '😀']) yield [secret, { keepStart, keepEnd, mask }];
        }
      }
    }
    for (const bad of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      yield ['abcdef', { keepStart: bad }];
      yield ['', { keepEnd: bad }];
    }
  },
  oracle(secret, options) {
    const start = options?.keepStart ?? 2;
    const end = options?.keepEnd ?? 2;
    for (const count of [start, end]) if (count < 0 || count % 1 !== 0) throw new RangeError('count');
    let total = 0;
    for (let at = 0; at < secret.length; total += 1) at += (secret.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    let shown = '';
    let index = 0;
    for (const character of secret) {
      const inside = index >= start && total - index > end;
      shown += inside || total <= start + end ? (options?.mask ?? '*') : character;
      index += 1;
    }
    return shown;
  },
  reference: `
export interface MaskOptions {
  keepStart?: number;
  keepEnd?: number;
  mask?: string;
}
export function maskMiddle(secret: string, options: MaskOptions = {}): string {
  const { keepStart = 2, keepEnd = 2, mask = '*' } = options;
  for (const count of [keepStart, keepEnd]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError('keep a whole number of characters');
  }
  const characters = [...secret];
  const end = characters.length - keepEnd;
  if (end <= keepStart) return mask.repeat(characters.length);
  return characters.map((character, i) => (i >= keepStart && i < end ? mask : character)).join('');
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'a test for each index' },
    'solve-1': { truth: 'right', note: 'head, masks and tail' },
    'solve-2': { truth: 'wrong', defect: 'unicode', note: 'counts UTF-16 units' },
    'solve-3': { truth: 'wrong', defect: 'boundary', note: 'slice(-0) keeps everything when keepEnd is 0' },
    'solve-4': { truth: 'right', note: 'verbose, without a fence' },
    'roundtrip-0': { truth: 'right', note: 'fills a range of the code points' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-2'], note: 'its strings have no character beyond U+FFFF' },
    'tests-1': { truth: 'right', letsThrough: ['solve-2', 'solve-3'], note: 'examples only; keepEnd is never 0' },
  },
};
