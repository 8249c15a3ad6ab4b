import { describe, expect, test } from 'vitest';
import { backtranslateSchema } from '../../../src/config/backtranslate-schema.ts';

describe('backtranslateSchema', () => {
  test('asks for what it always did where nothing is said', () => {
    expect(backtranslateSchema.parse({})).toEqual({
      per_task: 1,
      levels: ['statement'],
      candidates: 1,
      attempts: 2,
      baseline: null,
      min_lift: 0,
    });
  });

  test.each([
    { levels: [] },
    { levels: ['poem' as 'statement'] },
    { candidates: 0 },
    { attempts: 100 },
    { min_lift: -0.1 },
    { min_lift: 1.1 },
  ])('refuses %j', (given) => {
    expect(backtranslateSchema.safeParse(given).success).toBe(false);
  });
});
