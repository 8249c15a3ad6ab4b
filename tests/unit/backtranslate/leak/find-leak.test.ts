import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { findLeak } from '../../../../src/backtranslate/leak/find-leak.ts';
import { codeWords } from '../../../../src/backtranslate/leak/inner-words.ts';
import { screenDescription } from '../../../../src/backtranslate/screen.ts';
import { bundled } from '../../../../src/config/bundled.ts';
import { listRecordings, readRecording } from '../../../../src/llm/recordings.ts';
import { extractCode, extractText } from '../../../../src/replies/index.ts';

const code = `/** Splits a list into runs of neighbours that have the same key. */
export function chunkBy<T>(list: readonly T[], keyOf: (item: T) => string): T[][] {
  const chunks: T[][] = [];
  let last: string | undefined;
  for (const item of list) {
    const key = keyOf(item);
    if (key !== last || chunks.length === 0) chunks.push([]);
    chunks[chunks.length - 1]?.push(item);
    last = key;
  }
  if (chunks.length > 1000) throw new RangeError('there are more than a thousand runs in this list, which nobody can look at in one go, so give fewer items');
  return chunks;
}
`;
const words = codeWords(code);
const innerPlaces = words.flatMap(({ isInner }, place) => (isInner ? [place] : []));

const prose = fc
  .array(fc.constantFrom('it', 'takes', 'the', 'items', 'in', 'order', 'and', 'starts', 'anew.'), { maxLength: 20 })
  .map((some) => some.join(' '));

describe('findLeak', () => {
  property.prop([fc.nat({ max: innerPlaces.length - 16 }), fc.integer({ min: 16, max: 60 }), prose, prose])(
    'finds every slice of 16 inner words, wherever it is in prose',
    (first, length, before, after) => {
      const [from, to] = [innerPlaces[first], innerPlaces[Math.min(first + length, innerPlaces.length) - 1]];
      const slice = code.slice(words[from ?? 0]?.start, words[to ?? 0]?.end);
      const spaced = slice.replaceAll(/\s+/gu, ' ');
      for (const text of [slice, spaced, `\`\`\`ts\n${slice}\n\`\`\``]) {
        expect(findLeak(`${before} ${text} ${after}`, code)).toMatchObject({ excerpt: expect.any(String) as string });
      }
    },
  );

  property.prop([prose])('says nothing of prose', (text) => {
    expect(findLeak(text, code)).toBeUndefined();
  });

  test('lets the signature, the doc comment and messages be told', () => {
    const told = `Splits a list into runs of neighbours that have the same key.

\`\`\`ts
export function chunkBy<T>(list: readonly T[], keyOf: (item: T) => string): T[][];
\`\`\`

Throws a RangeError with the message 'there are more than a thousand runs in this list, which nobody can look at in one go, so give fewer items'.`;
    expect(findLeak(told, code)).toBeUndefined();
  });

  test('lets an example call be shown, with what comes out', () => {
    const told = "```ts\nconst runs = chunkBy(['a', 'b'], (text) => text);\n// [['a'], ['b']]\n```";
    expect(findLeak(told, code)).toBeUndefined();
  });

  test('finds the code under other names, in a block', () => {
    const distance = `export function distance(a: Point, b: Point): number {
  const across = Math.abs(a.x - b.x);
  const along = Math.abs(a.y - b.y);
  return Math.hypot(across, along);
}
`;
    const renamed = 'const p = Math.abs(s.u - t.u);\nconst q = Math.abs(s.v - t.v);\nresult = p';
    expect(findLeak(`Like this:\n\n\`\`\`ts\n${renamed}\n\`\`\``, distance)).toMatchObject({
      excerpt: expect.stringMatching(/^const p = /u) as string,
    });
    expect(findLeak(renamed, distance)).toBeUndefined();
  });

  test('takes any other program in a block for a leak too', () => {
    const other = '```js\nfunction chunkBy(a, f) { return a.reduce((r, x) => r, []); }\n```';
    expect(findLeak(`An idea: ${other}`, code)).toMatchObject({ share: 0 });
  });

  test('tells the share and shows a part', () => {
    const body = code.slice(code.indexOf('const chunks'), code.lastIndexOf('}'));
    const leak = findLeak(`It does: ${body}`, code);
    expect(leak?.share).toBeGreaterThan(0.9);
    expect(leak?.excerpt).toMatch(/^const chunks: T\[\]\[\] = \[\];/u);
    expect(leak?.excerpt.length).toBeLessThanOrEqual(200);
  });

  test('finds the whole of short code, but no formula', () => {
    const short = 'export const middle = (lo: number, hi: number): number => Math.floor((lo + hi) / 2);';
    expect(findLeak('It is Math.floor((lo + hi) / 2).', short)).toBeDefined();
    expect(findLeak('The sum lo + hi, halved and rounded down.', short)).toBeUndefined();
  });

  test('takes code that does not parse as a whole', () => {
    const broken = 'const a = one two three four five six seven eight nine ten eleven twelve';
    expect(findLeak(broken, broken)).toMatchObject({ share: 1 });
  });
});

describe('the recorded descriptions', () => {
  const replies = bundled.replies;
  const seeds = [...new Set(listRecordings(replies).map(({ seed }) => seed))];
  const described = seeds.flatMap((seed) => {
    const reply = readRecording(replies, { stage: 'describe', seed, sample: 0 });
    const text = reply && extractText(reply.content);
    const solutions = [0, 1, 2, 3, 4].flatMap((sample) => {
      const solution = readRecording(replies, { stage: 'solve', seed, sample });
      const found = solution && extractCode(solution.content, { language: 'ts' });
      return found?.ok ? [found.code] : [];
    });
    return text?.ok ? [{ seed, text: text.text, solutions }] : [];
  });

  const programs = described
    .flatMap(({ solutions }) => solutions.slice(0, 1))
    .map((text) => ({ text, words: codeWords(text) }));

  property.prop([fc.constantFrom(...programs), fc.nat(), prose, prose])(
    'are told from those that hold any 16 inner words of the program',
    ({ text, words }, at, before, after) => {
      const inner = words.filter(({ isInner }) => isInner);
      const first = at % (inner.length - 15);
      const slice = text.slice(inner[first]?.start, inner[first + 15]?.end);
      expect(findLeak(`${before} ${slice} ${after}`, text)).toBeDefined();
    },
  );

  test(`are ${described.length}, and none is taken for a leak or for empty`, () => {
    expect(described.length).toBeGreaterThan(40);
    const flagged = described.flatMap(({ seed, text, solutions }) =>
      solutions.flatMap((solution) => {
        const reason = screenDescription(text, { code: solution, entryPoint: join(seed), signature: '' });
        return reason ? [{ seed, reason }] : [];
      }),
    );
    expect(flagged).toEqual([]);
  });
});
