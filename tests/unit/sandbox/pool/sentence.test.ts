import { expect, test } from 'vitest';
import { type Cause, causeOf, sentence } from '../../../../sandbox/pool/sentence.ts';

const quiet = { code: null, lastWords: '' };

test.each<[string, Parameters<typeof causeOf>[0], Cause]>([
  ['a SIGKILL that is not ours', { ...quiet, signal: 'SIGKILL' }, 'stranger'],
  ['a SIGTERM', { ...quiet, signal: 'SIGTERM' }, 'stranger'],
  ['an abort', { ...quiet, signal: 'SIGABRT' }, 'crash'],
  ['an exit', { ...quiet, signal: null, code: 1 }, 'crash'],
  [
    'an abort for want of memory',
    { signal: 'SIGABRT', code: null, lastWords: 'FATAL ERROR: invalid table size Allocation failed' },
    'out-of-memory',
  ],
  [
    'an abort of an isolate that could not grow',
    { signal: 'SIGABRT', code: null, lastWords: '<--- Last few GCs --->\nCALL_AND_RETRY_LAST\nis_heap_oom = 1\n' },
    'out-of-memory',
  ],
])('%s', (_name, death, expected) => {
  expect(causeOf(death)).toBe(expected);
});

/** What comes of a cause that strikes again and again, and after how many times. */
function endOf(cause: Cause): [string, number] {
  for (let deaths = 1; ; deaths++) {
    const decision = sentence(cause, deaths);
    if (decision === 'again') continue;
    if (!decision.ok) return [decision.fault.code, deaths];
    return [decision.report.kind === 'stopped' ? decision.report.limit : decision.report.kind, deaths];
  }
}

test.each<[Cause, string, number]>([
  ['cpu', 'cpu', 1],
  ['memory', 'memory', 1],
  ['crowded', 'memory', 2],
  ['out-of-memory', 'memory', 2],
  ['crash', 'crash', 2],
  ['wall', 'wall', 2],
  ['stranger', 'child-killed', 5],
  ['frozen', 'child-killed', 5],
  ['starved', 'machine-stalled', 2],
])('%s ends as %s after %i', (cause, outcome, deaths) => {
  expect(endOf(cause)).toEqual([outcome, deaths]);
});
