import { describe, expect, test } from 'vitest';
import { type AuditEvidence, findingOf } from '../../../../src/bench/audit/finding.ts';
import type { MutationEvidence } from '../../../../src/core/evidence.ts';

type Scored = Extract<MutationEvidence, { kind: 'scored' }>;

const mutant = { line: 1, mutator: 'Arithmetic', original: 'a + b', replacement: 'a - b' };
const strong: Scored = {
  kind: 'scored',
  total: 10,
  killed: 8,
  stopped: 0,
  survived: [mutant, mutant],
  uncovered: [],
  equivalent: 0,
  untried: 0,
  score: 0.8,
  acceptedStubs: [],
};
const accepted = { verdict: { kind: 'accepted' } } as const;
const refuted = {
  verdict: { kind: 'refuted', by: { name: 'a', message: 'expected 1 to be 2\nmore' } },
} as const;

describe('findingOf', () => {
  test.each<[string, AuditEvidence, ReturnType<typeof findingOf>]>([
    [
      'sound tests',
      { hasTests: true, canonical: accepted, buggy: refuted, mutation: strong },
      { finding: 'sound', because: [] },
    ],
    ['no canonical solution', { hasTests: true }, { finding: 'unchecked', because: ['it has no canonical solution'] }],
    [
      'a fault',
      { hasTests: true, canonical: { fault: { boundary: 'sandbox', code: 'child-killed', message: 'killed' } } },
      { finding: 'unchecked', because: ['it was not judged: killed'] },
    ],
    [
      'a canonical solution that fails',
      { hasTests: true, canonical: refuted },
      { finding: 'wrong', because: ['the canonical solution is refuted: expected 1 to be 2'] },
    ],
    [
      'one that fails now and then',
      { hasTests: true, canonical: { verdict: { kind: 'flaky' } } },
      { finding: 'flaky', because: ['the canonical solution passes in one run and fails in another'] },
    ],
    [
      'a known mistake that passes',
      { hasTests: true, canonical: accepted, buggy: accepted, mutation: strong },
      { finding: 'weak', because: ['a solution that is known to be wrong passes'] },
    ],
    [
      'a stub that passes, and mutants',
      { hasTests: true, canonical: accepted, mutation: { ...strong, acceptedStubs: ['empty'], score: 0.79 } },
      {
        finding: 'weak',
        because: [
          'a solution that does nothing passes: empty',
          '2 changes of the canonical solution go unnoticed: mutation score 0.79',
        ],
      },
    ],
    ['no tests', { hasTests: false }, { finding: 'unchecked', because: ['it has no tests of this kind'] }],
    [
      'mutants that cannot be tried',
      { hasTests: true, canonical: accepted, mutation: { kind: 'unscored', because: 'it does not parse' } },
      { finding: 'unchecked', because: ['no mutants were tried: it does not parse'] },
    ],
  ])('%s', (_name, evidence, found) => {
    expect(findingOf(evidence)).toEqual(found);
  });
});
