import { describe, expect, test } from 'vitest';
import { drawFault, drawLatencyMs, faultKinds } from '../../../../src/llm/offline/draw.ts';
import { label } from '../helpers.ts';

const attempts = Array.from({ length: 4000 }, (_, index) => ({ seed: 7, label, attempt: index + 1 }));

describe('draws', () => {
  test('meet each fault as often as they were told to', () => {
    const rates = { '429': 0.1, '500': 0.05, stall: 0.02, truncate: 0.2, garbage: 0.03 };
    const drawn = attempts.map((attempt) => drawFault(rates, attempt));
    for (const kind of faultKinds) {
      expect(drawn.filter((fault) => fault === kind).length / attempts.length).toBeCloseTo(rates[kind], 1);
    }
    expect(drawn.filter((fault) => fault === undefined).length / attempts.length).toBeCloseTo(0.6, 1);
  });

  test('are the same for the same attempt, and differ by seed', () => {
    const draw = (seed: number) =>
      attempts.slice(0, 50).map((attempt) => drawFault({ '429': 0.5 }, { ...attempt, seed }));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test('have the mean latency that was asked for', () => {
    const total = attempts.reduce((sum, attempt) => sum + drawLatencyMs(100, attempt), 0);
    expect(total / attempts.length).toBeGreaterThan(90);
    expect(total / attempts.length).toBeLessThan(110);
  });
});
