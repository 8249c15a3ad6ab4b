import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { Groups } from '../../../../src/curate/dataset/groups.ts';

const shares = { train: 0.5, test: 0.5 };
const rows = fc.array(
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 1, maxLength: 3 }),
  {
    maxLength: 30,
  },
);

const placed = (all: readonly (readonly string[])[]) => {
  const groups = new Groups(shares);
  return all.map((ties, row) => groups.place({ ties: [...ties, `row:${row}`] }));
};

describe('groups', () => {
  property.prop([rows])('rows that share a tie are in one split, or left out', (all) => {
    const splits = new Map<string, string>();
    for (const [row, place] of placed(all).entries()) {
      if (place.kind !== 'placed') continue;
      for (const tie of all[row]!) {
        expect(splits.get(tie) ?? place.split).toBe(place.split);
        splits.set(tie, place.split);
      }
    }
  });

  property.prop([rows, rows])('more rows move none of the old ones', (old, more) => {
    expect(placed([...old, ...more]).slice(0, old.length)).toEqual(placed(old));
  });

  test('a row between two splits says so, and ties nothing together', () => {
    const groups = new Groups(shares);
    const bySplit = new Map<string, string>();
    for (let n = 0; bySplit.size < 2; n += 1) {
      const place = groups.place({ ties: [`t${n}`] });
      if (place.kind === 'placed') bySplit.set(place.split, `t${n}`);
    }
    const [one = '', other = ''] = bySplit.values();
    expect(groups.place({ ties: [one, other, 'new'] }).kind).toBe('straddles');
    expect(groups.place({ ties: ['new', other] })).toMatchObject({ kind: 'placed', group: other });
  });

  test('a row that is tied to nothing is a group of its own name', () => {
    expect(new Groups(shares).place({ ties: [], name: 'row:1' })).toMatchObject({ kind: 'placed', group: 'row:1' });
  });

  test('what is near belongs together as well', () => {
    const groups = new Groups(shares);
    expect(groups.place({ ties: ['x'], near: ['y'] })).toMatchObject({ kind: 'placed', group: 'y' });
    expect(groups.place({ ties: ['x'] })).toMatchObject({ kind: 'placed', group: 'y' });
  });
});
