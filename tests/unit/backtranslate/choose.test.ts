import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { chooseDescription, passRateOf, type Tried } from '../../../src/backtranslate/choose.ts';
import type { RejectedVerdict } from '../../../src/core/verdict.ts';

const failure: RejectedVerdict = { kind: 'tampered', what: 'it' };
const tried = (id: string, passed: number, attempts = 4): Tried => ({ id, trip: { passed, attempts, failure } });
const free = { baseline: undefined, minLift: 0 };

const anyTried = fc
  .array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 6 })
  .map((passes) => passes.map((passed, place) => tried(`d${place}`, passed)));

describe('chooseDescription', () => {
  test('drops what lets nothing pass, with the last verdict', () => {
    expect(chooseDescription([tried('a', 0)], free)).toEqual([
      { kind: 'drop', reason: { kind: 'round-trip-failed', attempts: 4, verdict: failure } },
    ]);
  });

  test('keeps what passes once, where nothing is compared', () => {
    expect(chooseDescription([tried('a', 1)], free)).toEqual([{ kind: 'keep', worth: { pass_rate: 0.25 } }]);
  });

  test('drops what is no better than the name alone', () => {
    const worth = { pass_rate: 1, baseline_pass_rate: 1, lift: 0 };
    expect(chooseDescription([tried('a', 4)], { baseline: 1, minLift: 0 })).toEqual([
      { kind: 'drop', reason: { kind: 'uninformative', ...worth } },
    ]);
  });

  test.each([
    [0.24, 'keep'],
    [0.25, 'drop'],
  ])('asks for more lift than %d', (minLift, kind) => {
    expect(chooseDescription([tried('a', 3)], { baseline: 0.5, minLift })).toMatchObject([{ kind }]);
  });

  test('keeps the best and says what outdid the others', () => {
    expect(chooseDescription([tried('a', 1), tried('b', 3), tried('c', 3), tried('d', 0)], free)).toMatchObject([
      { kind: 'drop', reason: { kind: 'outdone', by: 'b' } },
      { kind: 'keep' },
      { kind: 'drop', reason: { kind: 'outdone', by: 'b' } },
      { kind: 'drop', reason: { kind: 'round-trip-failed' } },
    ]);
  });

  test('refuses a trip without an attempt', () => {
    expect(() => chooseDescription([{ id: 'a', trip: { passed: 0, attempts: 0 } }], free)).toThrow(/at least one/u);
  });

  property.prop([anyTried, fc.option(fc.constantFrom(0, 0.25, 0.5, 1), { nil: undefined })])(
    'keeps one at most, and none that another beats',
    (all, baseline) => {
      const choices = chooseDescription(all, { baseline, minLift: 0 });
      const kept = choices.flatMap((choice, place) => (choice.kind === 'keep' ? [place] : []));
      const best = Math.max(...all.map(({ trip }) => passRateOf(trip)));
      expect(kept).toHaveLength(best > (baseline ?? 0) ? 1 : 0);
      for (const place of kept) {
        const trip = all[place]?.trip;
        expect(trip && passRateOf(trip)).toBe(best);
      }
    },
  );
});
