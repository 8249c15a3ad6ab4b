import { describe, expect, test } from 'vitest';
import type { Behaviour, Call } from '../../../../src/verify/behaviour/behaviour.ts';
import { sharingUnlikePeers, statementForbidsSharing } from '../../../../src/verify/behaviour/class-aliasing.ts';

function behaviour(...aliased: readonly Call['aliased'][]): Behaviour {
  const calls = aliased.map((one, at): Call => ({
    input: String(at),
    outcome: { kind: 'returned', text: '' },
    changed: false,
    unsteady: false,
    ...(one !== undefined && { aliased: one }),
  }));
  return { kind: 'observed', calls };
}

const shares = behaviour(undefined, 'results');
const free = behaviour(undefined, undefined);
const keeps = behaviour(undefined, 'arguments');
const failed: Behaviour = { kind: 'failed', verdict: { kind: 'stopped', side: 'solution', limit: 'cpu' } };

describe('sharing unlike peers', () => {
  test('is found where most do not', () => {
    expect(sharingUnlikePeers([free, shares, free], 1)?.input).toBe('1');
    expect(sharingUnlikePeers([free, shares, free, shares, free], 1)?.input).toBe('1');
  });

  test.each([
    ['where only one does not', [shares, free]],
    ['where half do', [shares, shares, free, free]],
    ['of what was handed in', [keeps, free, free, free]],
    ['of those that do not', [free, shares, shares]],
    ['of those that were not observed', [failed, free, free]],
    ['where nobody else was observed', [shares, undefined, failed]],
  ])('is not found %s', (_, behaviours) => {
    expect(sharingUnlikePeers(behaviours, 0)).toBeUndefined();
  });
});

test.each([
  ['What they return is the caller’s to change.', true],
  ['`values()` returns a new record with the current values.', true],
  ['Lists handed out earlier never change afterwards, and changing them does not affect the ledger.', true],
  ['`items()` returns a copy of the list.', true],
  ['The result is a copy of the list.', true],
  ['It returns the list of users. Close never changes anything.', false],
  ['A new step begins, which is then open.', false],
])('%s', (statement, forbids) => {
  expect(statementForbidsSharing(statement)).toBe(forbids);
});
