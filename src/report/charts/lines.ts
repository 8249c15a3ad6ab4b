import type { Markup } from '../page/markup.ts';
import { grid, legend, valueAxis } from './axes.ts';
import { draw } from './draw.ts';

export interface Lines {
  readonly series: readonly {
    readonly name: string;
    readonly colour: string;
    readonly points: readonly (readonly [x: number, y: number])[];
  }[];
  readonly xName: string;
  readonly yFormat?: (value: number) => string;
}

/** Many points of a line show no more than these. */
const mostPoints = 300;

/** Lines over a common axis. */
export function lines({ series, xName, yFormat }: Lines): Markup {
  const hasLegend = series.length > 1;
  return draw(
    {
      grid: grid({ left: 4, right: 14, top: 10, bottom: hasLegend ? 48 : 22 }),
      ...(hasLegend && { legend }),
      xAxis: valueAxis({
        name: xName,
        nameLocation: 'middle',
        nameGap: 26,
        splitNumber: 5,
        min: 0,
        max: 'dataMax',
      }),
      yAxis: valueAxis({ splitNumber: 4, ...(yFormat && { axisLabel: { formatter: yFormat } }) }),
      series: series.map(({ name, colour, points }) => ({
        name,
        type: 'line',
        symbol: 'circle',
        showSymbol: points.length < 12,
        symbolSize: 5,
        lineStyle: { color: colour, width: 2 },
        itemStyle: { color: colour },
        data: thinned(points),
      })),
    },
    210,
  );
}

function thinned<T>(points: readonly T[]): readonly T[] {
  const step = Math.ceil(points.length / mostPoints);
  return points.filter((_, place) => place % step === 0 || place === points.length - 1);
}
