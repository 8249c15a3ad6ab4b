import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { bars } from '../../../../src/report/charts/bars.ts';
import { bubbles } from '../../../../src/report/charts/bubbles.ts';
import { intervals } from '../../../../src/report/charts/intervals.ts';
import { lines } from '../../../../src/report/charts/lines.ts';
import type { Markup } from '../../../../src/report/page/markup.ts';

const charts: Readonly<Record<string, () => Markup>> = {
  bars: () =>
    bars({
      names: ['<b>bold</b>', 'plain'],
      series: [
        { name: 'kept', colour: 'var(--kept)', values: [1, 2] },
        { name: 'dropped', colour: 'var(--dropped)', values: [3, 0] },
      ],
      labels: ['1/4', '2/2'],
    }),
  lines: () =>
    lines({
      xName: 'draws',
      series: [
        {
          name: 'kept',
          colour: 'var(--kept)',
          points: [
            [0, 0],
            [5, 3],
            [9, 4],
          ],
        },
      ],
    }),
  bubbles: () => bubbles({ points: [{ x: 1, y: 0.9, count: 4 }], xName: 'score', yName: 'confidence' }),
  intervals: () => intervals({ rows: [{ name: '<i>one</i>', value: 0.5, low: 0.4, high: 0.6 }], min: 0, max: 1 }),
};

describe.each(Object.entries(charts))('%s', (_, make) => {
  const svg = make().toString();

  test('are an SVG that takes the width and the colours of its page', () => {
    expect(svg).toMatch(/^<svg aria-hidden="true"[^>]* viewBox="0 0 420 \d+"/u);
    expect(svg).toContain('var(--');
    expect(svg).not.toMatch(/<style|class=|NaN|undefined|<[bi]>/u);
  });

  test('are the same each time', () => {
    expect(make().toString()).toBe(svg);
  });
});

test('keep no process from ending', () => {
  const bars = new URL('../../../../src/report/charts/bars.ts', import.meta.url).href;
  const script = `const { bars } = await import('${bars}'); bars({ names: ['a'], series: [{ name: 's', colour: 'red', values: [1] }] });`;
  expect(() =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 20_000 }),
  ).not.toThrow();
});

test('bars say what stands at their ends, and shorten long names', () => {
  const name = 'a-name-that-is-much-too-long-for-the-side';
  const svg = bars({
    names: [name],
    series: [{ name: 'x', colour: 'var(--c1)', values: [2] }],
    labels: ['two'],
  }).toString();
  expect(svg).toContain('>two<');
  expect(svg).toContain('a-name-that-is-much-t…');
});

test('lines of many points keep the first and the last, and stay small', () => {
  const points = Array.from({ length: 100_000 }, (_, x): [number, number] => [x, Math.sqrt(x)]);
  const svg = lines({ xName: 'draws', series: [{ name: 'kept', colour: 'var(--kept)', points }] }).toString();
  expect(svg.length).toBeLessThan(30_000);
});

test('nothing to show draws too', () => {
  expect(bubbles({ points: [], xName: 'a', yName: 'b' }).toString()).toContain('<svg');
  expect(lines({ xName: 'a', series: [{ name: 'x', colour: 'red', points: [] }] }).toString()).toContain('<svg');
});
