import { describe, expect, test } from 'vitest';
import { renderRejudged, type RejudgeSummary } from '../../../src/cli/render/rejudge.ts';
import { Tally } from '../../../src/core/accounting.ts';
import { accountingFile } from '../../../src/pipeline/write-files.ts';

const none = { sent: 0, stored: 0, repeated: 0, promptTokens: 0, completionTokens: 0, costUsd: 0 };

function summaryOf(more: Partial<RejudgeSummary> = {}): RejudgeSummary {
  return {
    run: 'run_1',
    samples: 5,
    pairs: 9,
    target: null,
    accounting: accountingFile(new Tally().table(), none, 0),
    dir: 'run/again',
    of: 'run',
    finished: true,
    profile: 'strict',
    seeds: 4,
    changed_settings: { 'verify.profile': { before: 'balanced', after: 'strict' } },
    not_stored: 0,
    comparison: {
      kept_before: 8,
      kept_now: 6,
      kept_both: 5,
      kept_now_only: 1,
      kept_before_only: { 'low-confidence': 2, refuted: 1 },
      confidence: { higher: 2, lower: 0 },
      dropped_both: 4,
      other_reason: 1,
    },
    ...more,
  };
}

describe('renderRejudged', () => {
  test('says what changed, what is kept before and now, and why the rest is not', () => {
    expect(renderRejudged(summaryOf()).split('\n')).toEqual([
      '',
      'settings       verify.profile balanced → strict',
      'kept           6 solutions, before 8',
      'both times     5: 2 now with a higher confidence, 0 with a lower one',
      'now only       1',
      'before only    3, now 2 low-confidence, 1 refuted',
      'dropped both   4, 1 of them now for another reason',
      "files          run/again/: as a run's, and changes.jsonl",
      '',
    ]);
  });

  test('says what could not be judged, and that a run is not finished', () => {
    const words = renderRejudged(summaryOf({ not_stored: 3, finished: false, changed_settings: {} }));
    expect(words).toContain('settings       as before\n');
    expect(words).toContain('not stored     3 requests');
    expect(words).toContain('`winnow run` with these settings');
    expect(words).toContain('unfinished     run: only what it has so far is compared\n');
  });

  test('shortens what is long, and shows what was not set', () => {
    const hash = 'a'.repeat(64);
    const changes = { seeds: { before: hash, after: hash }, 'verify.inputs': { before: null, after: 5 } };
    const words = renderRejudged(summaryOf({ changed_settings: changes }));
    expect(words).toContain('seeds aaaaaaaaaaaa… → aaaaaaaaaaaa…\n               verify.inputs null → 5\n');
  });
});
