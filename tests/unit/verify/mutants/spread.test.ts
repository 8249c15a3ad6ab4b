import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../../../src/verify/mutants/spread.ts';

test('takes as many as there may be, in order and evenly', () => {
  expect(spread([0, 1, 2, 3, 4, 5], 3)).toEqual([0, 2, 4]);
  fc.assert(
    fc.property(fc.nat(200), fc.nat(100), (length, most) => {
      const all = Array.from({ length }, (_, at) => at);
      const chosen = spread(all, most);
      expect(chosen).toHaveLength(Math.min(length, most));
      const gaps = chosen.slice(1).map((at, index) => at - (chosen[index] ?? 0));
      if (gaps.length > 0) expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
    }),
  );
});
