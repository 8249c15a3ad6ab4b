import type { Markup } from '../page/markup.ts';
import { grid, valueAxis } from './axes.ts';
import { draw } from './draw.ts';

export interface Bubbles {
  /** Both from 0 to 1. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly count: number }[];
  readonly xName: string;
  readonly yName: string;
}

/** Counts at places of a square, as discs of as much area as there are. */
export function bubbles({ points, xName, yName }: Bubbles): Markup {
  const most = Math.max(1, ...points.map(({ count }) => count));
  const axis = (name: string, gap: number): Readonly<Record<string, unknown>> =>
    valueAxis({
      min: 0,
      max: 1.02,
      interval: 0.25,
      name,
      nameLocation: 'middle',
      nameGap: gap,
      axisLabel: { showMaxLabel: false },
    });
  return draw(
    {
      grid: grid({ left: 24, right: 14, top: 10, bottom: 24 }),
      xAxis: axis(xName, 26),
      yAxis: axis(yName, 36),
      series: [
        {
          type: 'scatter',
          itemStyle: { color: 'var(--c1)', opacity: 0.6 },
          data: points.map(({ x, y, count }) => ({ value: [x, y], symbolSize: 5 + 25 * Math.sqrt(count / most) })),
        },
      ],
    },
    300,
  );
}
