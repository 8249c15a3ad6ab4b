import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { IndexedText, NeighbourIndex } from '../../../src/core/ports.ts';
import { similarity } from '../../../src/core/signature.ts';
import { minhash } from '../../../src/curate/minhash.ts';
import { openNeighbours } from '../../../src/neighbours/open-neighbours.ts';
import { tempDir } from '../support/temp-dir.ts';

/** A text of sixty words, some of them its own: texts of the same family with few own words are near to each other. */
function text(family: number, own: readonly number[] = []): IndexedText {
  const tokens = Array.from({ length: 60 }, (_, place) => `w${family}-${place}${own.includes(place) ? '!' : ''}`);
  return { id: `${family}:${own.join(',')}`, note: `of ${family}`, signature: minhash(tokens) };
}

function opened(path = ':memory:'): NeighbourIndex {
  const index = openNeighbours(path);
  onTestFinished(() => {
    try {
      index.close();
    } catch {}
  });
  return index;
}

const idsOf = (found: readonly (readonly { readonly id: string }[])[]): string[][] =>
  found.map((neighbours) => neighbours.map(({ id }) => id));

describe('an index of near-duplicates', () => {
  test('finds what is near, nearest first, with its place and its note', () => {
    const index = opened();
    index.add([text(1), text(2), text(1, [3])]);
    const [found = []] = index.near([text(1).signature], 0.6);
    expect(found.map(({ row, id, note }) => ({ row, id, note }))).toEqual([
      { row: 0, id: '1:', note: 'of 1' },
      { row: 2, id: '1:3', note: 'of 1' },
    ]);
    expect(found[0]?.similarity).toBe(1);
  });

  test('links each text with the earlier ones of the same call and of all calls before', () => {
    const index = opened();
    expect(idsOf(index.link([text(1), text(2), text(2, [9])], 0.7))).toEqual([[], [], ['2:']]);
    expect(idsOf(index.link([text(2, [50]), text(1, [1])], 0.7))).toEqual([['2:'], ['1:']]);
    expect(index.size).toBe(5);
  });

  test('answers the same after it is closed and opened again', () => {
    const path = join(tempDir(), 'index.db');
    const index = opened(path);
    const texts = Array.from({ length: 300 }, (_, family) => text(family));
    index.add(texts.slice(0, 200));
    index.add(texts.slice(200));
    index.close();
    const again = opened(path);
    expect(again.size).toBe(300);
    const probes = texts.map((_, family) => text(family, [7]).signature);
    expect(idsOf(again.near(probes, 0.7))).toEqual(texts.map(({ id }) => [id]));
    expect(again.text(299)).toEqual(texts[299]);
    expect(again.text(300)).toBeUndefined();
  });

  test('merges its segments and still finds everything', () => {
    const path = join(tempDir(), 'index.db');
    const index = opened(path);
    for (let family = 0; family < 100; family += 1) index.add([text(family)]);
    const segments = new DatabaseSync(path, { readOnly: true }).prepare('select count(*) as n from segment').get();
    expect(segments?.['n']).toBeLessThan(8);
    const probes = Array.from({ length: 100 }, (_, family) => text(family, [30]).signature);
    expect(idsOf(index.near(probes, 0.7))).toEqual(probes.map((_, family) => [`${family}:`]));
  });

  test('a crowd of equal texts does not hide another', () => {
    const index = opened();
    const crowd = Array.from({ length: 5000 }, () => text(1));
    const linked = index.link([...crowd, text(2), ...crowd], 0.7);
    expect(linked.filter(({ length }) => length === 0)).toHaveLength(2);
    expect(idsOf(index.near([text(2).signature], 0.7))).toEqual([['2:']]);
  });

  property.prop(
    [fc.array(fc.tuple(fc.nat(5), fc.uniqueArray(fc.nat(59), { maxLength: 12 })), { maxLength: 25 }), fc.nat(25)],
    { numRuns: 50 },
  )('finds what comparing everything with everything finds', (drawn, cut) => {
    const texts = drawn.map(([family, own]) => text(family, own));
    const index = openNeighbours(':memory:');
    const linked = [...index.link(texts.slice(0, cut), 0.75), ...index.link(texts.slice(cut), 0.75)];
    const expected = texts.map(({ signature }, row) =>
      texts.slice(0, row).flatMap((earlier, place) => (similarity(earlier.signature, signature) >= 0.75 ? place : [])),
    );
    expect(linked.map((found) => found.map(({ row }) => row).toSorted((a, b) => a - b))).toEqual(expected);
    index.close();
  });

  test.each([
    ['a text', 'hello, this is no database'],
    ['nothing that can be read', Buffer.alloc(9000, 7)],
  ])('refuses a file that is %s', (_, content) => {
    const path = join(tempDir(), 'index.db');
    writeFileSync(path, content);
    expect(() => openNeighbours(path)).toThrow(`Cannot open ${path} as an index of near-duplicates`);
  });

  test('refuses an index of another version', () => {
    const path = join(tempDir(), 'index.db');
    openNeighbours(path).close();
    const database = new DatabaseSync(path);
    database.exec('update meta set version = 99');
    database.close();
    expect(() => openNeighbours(path)).toThrow('it is of version 99');
  });
});
