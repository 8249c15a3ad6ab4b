import { describe, expect, test } from 'vitest';
import { reasonKey, type DropReason } from '../../../src/core/decision.ts';
import { exitCode, inputError, WinnowError } from '../../../src/core/error.ts';
import { failed, ok } from '../../../src/core/fault.ts';
import { reasonRow } from '../../../src/core/rows.ts';
import { taskPrompt } from '../../../src/core/task-prompt.ts';
import { blamedSide, type RejectedVerdict } from '../../../src/core/verdict.ts';
import { exampleTaskRow, passingFault } from '../support/examples.ts';

const refuted: RejectedVerdict = { kind: 'refuted', by: { name: 't', outcome: 'failed' }, failed: 1, total: 2 };
const stopped: RejectedVerdict = { kind: 'stopped', side: 'unknown', limit: 'cpu' };

describe('a drop reason', () => {
  test.each<[DropReason, string]>([
    [{ kind: 'failed', verdict: refuted }, 'refuted'],
    [{ kind: 'unproven', because: 'no-agreement' }, 'no-agreement'],
    [{ kind: 'duplicate', of: 'sample_1' }, 'duplicate'],
    [{ kind: 'no-suite' }, 'no-suite'],
    [{ kind: 'round-trip-failed', attempts: 2, verdict: stopped }, 'round-trip-failed'],
  ])('%j is counted as %s', (reason, key) => {
    expect(reasonKey(reason)).toBe(key);
  });

  test('stands in a row with the verdict at the top level', () => {
    expect(reasonRow({ kind: 'failed', verdict: stopped })).toEqual({ kind: 'stopped', side: 'unknown', limit: 'cpu' });
    expect(reasonRow({ kind: 'duplicate', of: 'x' })).toEqual({ kind: 'duplicate', of: 'x' });
    const trip = { kind: 'round-trip-failed', attempts: 2, verdict: refuted } as const;
    expect(reasonRow(trip)).toEqual(trip);
  });
});

describe('blamedSide', () => {
  test.each<[RejectedVerdict, string]>([
    [refuted, 'solution'],
    [{ kind: 'tampered', what: 'expect' }, 'solution'],
    [{ kind: 'malformed', side: 'suite', stage: 'parse', message: '' }, 'suite'],
    [stopped, 'unknown'],
    [{ kind: 'flaky', first: [], second: [] }, 'unknown'],
  ])('%j blames the %s', (verdict, side) => {
    expect(blamedSide(verdict)).toBe(side);
  });
});

describe('errors and outcomes', () => {
  test('an error for people keeps its code, exit code and cause', () => {
    const cause = new Error('inner');
    const error = inputError('seed-invalid', 'what, where, why', cause);
    expect(error).toBeInstanceOf(WinnowError);
    expect(error).toMatchObject({ name: 'WinnowError', code: 'seed-invalid', exit: exitCode.badInput, cause });
    expect('cause' in inputError('x', 'y')).toBe(false);
  });

  test('exit codes are those of the contract', () => {
    expect(Object.values(exitCode)).toEqual([0, 1, 2, 3, 75, 100, 130]);
  });

  test('an outcome is a value or a fault', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(failed(passingFault)).toEqual({ ok: false, fault: passingFault });
  });
});

describe('taskPrompt', () => {
  test('asks with the statement and the signature', () => {
    expect(taskPrompt(exampleTaskRow)).toBe(
      'Double a number.\n\nThe module exports:\n\n```ts\nexport function double(n: number): number;\n```',
    );
  });
});
