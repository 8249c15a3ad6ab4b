import type { Markup } from '../page/markup.ts';
import { grid, nameAxis, valueAxis } from './axes.ts';
import { draw } from './draw.ts';

export interface Intervals {
  readonly rows: readonly {
    readonly name: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly colour?: string;
  readonly min: number;
  readonly max: number;
}

type Place = (point: readonly [number, number]) => readonly [number, number];
interface RenderApi {
  readonly value: (dimension: number) => number;
  readonly coord: Place;
}

/** Values as dots, each on the line of its interval. */
export function intervals({ rows, colour = 'var(--c1)', min, max }: Intervals): Markup {
  const renderItem = (_: unknown, api: RenderApi): unknown => {
    const at = (dimension: number): readonly [number, number] => api.coord([api.value(dimension), api.value(0)]);
    const [[x, y], [x1], [x2]] = [at(1), at(2), at(3)];
    return {
      type: 'group',
      children: [
        { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke: colour, lineWidth: 3, opacity: 0.5 } },
        { type: 'circle', shape: { cx: x, cy: y, r: 5 }, style: { fill: colour } },
      ],
    };
  };
  return draw(
    {
      grid: grid({ left: 16, right: 20, top: 6, bottom: 4 }),
      xAxis: valueAxis({
        min,
        max,
        ...(min === 0 ? { interval: 0.25 } : { splitNumber: 4 }),
        axisLabel: { formatter: (share: number) => `${Math.round(share * 100)} %` },
      }),
      yAxis: nameAxis(
        rows.map(({ name }) => name),
        { inverse: true },
      ),
      series: [{ type: 'custom', renderItem, data: rows.map(({ value, low, high }, row) => [row, value, low, high]) }],
    },
    rows.length * 30 + 36,
  );
}
