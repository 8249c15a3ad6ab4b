import { describe, expect, test } from 'vitest';
import { renderBacktranslation } from '../../../src/cli/render/backtranslate.ts';
import { Tally } from '../../../src/core/accounting.ts';
import type { RunResult } from '../../../src/pipeline/run.ts';

function resultOf(count: (tally: Tally) => void): RunResult {
  const tally = new Tally();
  count(tally);
  return {
    run: 'run_1',
    samples: 1,
    pairs: 4,
    target: null,
    accounting: {
      stages: tally.table(),
      requests: { sent: 20, stored: 1, repeated: 0 },
      tokens: { prompt: 12_345, completion: 678 },
      cost_usd: 0.5,
      elapsed_ms: 1500,
    },
  };
}

const result = resultOf((tally) => {
  tally.count('draw', { kind: 'kept' }, 3);
  tally.count('decide', { kind: 'dropped', reason: 'refuted' }, 2);
  tally.count('deduplicate', { kind: 'kept' });
  tally.count('describe', { kind: 'dropped', reason: 'leaks-code' });
  tally.count('roundtrip', { kind: 'kept' }, 2);
  tally.count('roundtrip', { kind: 'dropped', reason: 'uninformative' }, 3);
});

describe('renderBacktranslation', () => {
  test('says what was proven, what was described, and what was dropped for what', () => {
    const text = renderBacktranslation(result, 0, 'out');
    expect(text).toContain('1 of 3 pieces of code by their tests');
    expect(text).toContain('1 of them, by 2 descriptions: 4 pairs');
    expect(text).toContain('3 uninformative, 1 leaks-code');
    expect(text).toContain('12,345 in, 678 out, $0.50');
    expect(text).not.toMatch(/bad lines|unjudged/u);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('names bad lines and what was not judged, where there are any', () => {
    const faulted = resultOf((tally) => tally.count('describe', { kind: 'faulted', code: 'llm/unreachable' }));
    const text = renderBacktranslation(faulted, 2, 'out');
    expect(text).toMatch(/bad lines +2 skipped\n/u);
    expect(text).toMatch(/unjudged +1 llm\/unreachable/u);
  });
});
