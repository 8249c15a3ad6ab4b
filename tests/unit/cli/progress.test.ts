import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { showProgress } from '../../../src/cli/render/progress.ts';
import type { RunEvent } from '../../../src/pipeline/events.ts';

function lines(events: readonly RunEvent[]): string[] {
  const stream = new PassThrough();
  const progress = showProgress(stream as unknown as NodeJS.WriteStream);
  for (const event of events) progress.onEvent(event);
  progress.end();
  return String(stream.read() ?? '')
    .trim()
    .split('\n');
}

const started = (target: number | null) => ({ kind: 'run-started', seeds: 40, target, dir: 'out' }) as const;
const round = { kind: 'round-started', round: 0, seeds: 10 } as const;
const admitted = (kept: number, costUsd: number) => ({ kind: 'samples-admitted', kept, costUsd }) as const;

describe('the lines of a run', () => {
  test('say what was spent, for each row, and what it comes to', () => {
    expect(lines([started(null), round, admitted(20, 0.5)])).toEqual([
      'seeds 10/40, kept 20 | $0.50, $0.0250 a row, about $2.00 in all',
    ]);
    expect(lines([started(100), round, admitted(20, 0.5)])).toEqual([
      'seeds 10/40, kept 20/100 | $0.50, $0.0250 a row, about $2.50 in all',
    ]);
  });

  test('say nothing of money where none is spent, and divide by nothing', () => {
    expect(lines([started(null), round, admitted(3, 0)])).toEqual(['seeds 10/40, kept 3']);
    expect(lines([started(5), round, admitted(0, 0.1)])).toEqual(['seeds 10/40, kept 0/5 | $0.10']);
  });

  test('name an endpoint that is left alone', () => {
    const event = { kind: 'endpoint-rests', endpoint: 'teacher', why: 'it answered 500.' } as const;
    expect(lines([started(null), event])).toEqual([
      'the endpoint teacher is left alone for a while, others go on: it answered 500.',
    ]);
  });
});
