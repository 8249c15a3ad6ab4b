import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Judgement } from '../../../src/core/verdict.ts';
import { decideTask, type TaskMatrix } from '../../../src/verify/decide.ts';
import { judgementOf, markNames, matrixOf } from './matrix.ts';

/** Matrices of up to six solutions and four suites. */
const matrix = fc.tuple(fc.nat(6), fc.nat(4)).chain(([solutions, suites]) =>
  fc
    .array(fc.array(fc.constantFrom(...markNames), { minLength: suites, maxLength: suites }), {
      minLength: solutions,
      maxLength: solutions,
    })
    .map((rows) =>
      matrixOf(
        rows.map((row) => row.join('')),
        suites,
      ),
    ),
);

const accepts = (judgement: Judgement | undefined): boolean =>
  judgement?.kind === 'judged' && judgement.verdict.kind === 'accepted';

const pick = <T>(list: readonly T[], order: readonly number[]): T[] =>
  order.flatMap((index) => list.slice(index, index + 1));

describe('whatever the verdicts, a decision about a task', () => {
  test('has one fate for each solution and each suite', () => {
    fc.assert(
      fc.property(matrix, (given) => {
        const { solutions, suites } = decideTask(given);
        expect([solutions.length, suites.length]).toEqual([given.judgements.length, given.suites.length]);
      }),
    );
  });

  test('keeps exactly what is judged throughout and accepted by every supported suite, of which there is one', () => {
    fc.assert(
      fc.property(matrix, (given) => {
        const { solutions, suites } = decideTask(given);
        const supported = suites.flatMap(({ kind }, index) => (kind === 'supported' ? [index] : []));
        for (const [index, row] of given.judgements.entries()) {
          const whole = row.every(({ kind }) => kind === 'judged');
          const agrees = supported.length > 0 && supported.every((column) => accepts(row[column]));
          expect(solutions[index]?.kind === 'keep').toBe(whole && agrees);
          expect(solutions[index]?.kind === 'unjudged').toBe(!whole);
        }
      }),
    );
  });

  test('supports exactly the suites that accept something', () => {
    fc.assert(
      fc.property(matrix, (given) => {
        for (const [column, { kind }] of decideTask(given).suites.entries()) {
          expect(kind === 'supported').toBe(given.judgements.some((row) => accepts(row[column])));
        }
      }),
    );
  });

  test('lets a kept solution stand with a supported suite that accepts it, and counts itself as agreeing', () => {
    fc.assert(
      fc.property(matrix, (given) => {
        const { solutions, suites } = decideTask(given);
        for (const [index, decision] of solutions.entries()) {
          if (decision.kind !== 'keep') continue;
          const column = given.suites.findIndex(({ id }) => id === decision.suite);
          expect(suites[column]?.kind).toBe('supported');
          expect(accepts(given.judgements[index]?.[column])).toBe(true);
          const { agreeing, judged } = decision.evidence;
          expect(agreeing).toBe(solutions.filter(({ kind }) => kind === 'keep').length);
          expect(agreeing <= judged && judged <= solutions.length).toBe(true);
          expect(decision.confidence > 0 && decision.confidence <= 1).toBe(true);
        }
      }),
    );
  });

  test('rests each failure on a verdict that the named suite gave this solution', () => {
    fc.assert(
      fc.property(matrix, (given) => {
        for (const [index, decision] of decideTask(given).solutions.entries()) {
          if (decision.kind !== 'drop' || decision.reason.kind !== 'failed') continue;
          const column = given.suites.findIndex(({ id }) => id === decision.suite);
          expect(given.judgements[index]?.[column]).toEqual({ kind: 'judged', verdict: decision.reason.verdict });
        }
      }),
    );
  });

  test('does not depend on the order of the solutions', () => {
    const shuffled = matrix.chain((given) => {
      const order = given.judgements.map((_, index) => index);
      return fc.tuple(fc.constant(given), fc.shuffledSubarray(order, { minLength: order.length }));
    });
    fc.assert(
      fc.property(shuffled, ([given, order]) => {
        const straight = decideTask(given);
        const permuted = decideTask({ ...given, judgements: pick(given.judgements, order) });
        expect(permuted.solutions).toEqual(pick(straight.solutions, order));
        expect(permuted.suites.map(({ kind }) => kind)).toEqual(straight.suites.map(({ kind }) => kind));
      }),
    );
  });

  test('keeps the same solutions in whatever order the suites stand', () => {
    fc.assert(
      fc.property(matrix, (given) => {
        const order = given.suites.map((_, index) => index).toReversed();
        const suites = pick(given.suites, order);
        const mirrored: TaskMatrix = { suites, judgements: given.judgements.map((row) => pick(row, order)) };
        const kinds = (of: TaskMatrix): string[] => decideTask(of).solutions.map(({ kind }) => kind);
        expect(kinds(mirrored)).toEqual(kinds(given));
      }),
    );
  });

  test('keeps no more when one more suite is supported', () => {
    fc.assert(
      fc.property(matrix, fc.infiniteStream(fc.constantFrom('+', '-')), (given, column) => {
        const wider: TaskMatrix = {
          suites: [...given.suites, { id: 'more', blind: true }],
          judgements: given.judgements.map((row) => [...row, judgementOf(column.next().value)]),
        };
        const { solutions, suites } = decideTask(wider);
        const before = decideTask(given);
        const hadSupport = before.suites.some(({ kind }) => kind === 'supported');
        if (!hadSupport || suites.at(-1)?.kind !== 'supported') return;
        for (const [index, { kind }] of solutions.entries()) {
          if (kind === 'keep') expect(before.solutions[index]?.kind).toBe('keep');
        }
      }),
    );
  });
});
