import type { Markup } from '../page/markup.ts';
import { grid, legend, nameAxis, valueAxis } from './axes.ts';
import { draw } from './draw.ts';

export interface Bars {
  readonly names: readonly string[];
  /** Parts of each bar, beside each other, in the order of the names. */
  readonly series: readonly { readonly name: string; readonly colour: string; readonly values: readonly number[] }[];
  /** Greatest value of the axis: of the values, unless they are shares of one whole. */
  readonly most?: 1;
  /** What is written at the end of each bar. */
  readonly labels?: readonly string[];
  readonly isPercent?: boolean;
}

const barHeight = 22;

/** Bars that lie under each other, each with its name at the left. */
export function bars({ names, series, most, labels, isPercent = false }: Bars): Markup {
  const hasLegend = series.length > 1;
  const last = series.length - 1;
  return draw(
    {
      grid: grid({ left: 16, right: labels ? 62 : 18, top: 4, bottom: hasLegend ? 30 : 4 }),
      ...(hasLegend && { legend }),
      xAxis: valueAxis({
        splitNumber: 4,
        ...(most === 1 && { max: 1, interval: 0.25 }),
        ...(isPercent && { axisLabel: { formatter: (share: number) => `${Math.round(share * 100)} %` } }),
      }),
      yAxis: nameAxis(names, { inverse: true }),
      series: series.map(({ name, colour, values }, place) => ({
        name,
        type: 'bar',
        stack: 'all',
        barWidth: '62%',
        itemStyle: { color: colour },
        data: values.map((value, row) => ({
          value,
          ...(labels &&
            place === last && {
              label: { show: true, position: 'right', color: 'var(--ink)', formatter: () => labels[row] ?? '' },
            }),
        })),
      })),
    },
    names.length * barHeight + (hasLegend ? 60 : 32),
  );
}
