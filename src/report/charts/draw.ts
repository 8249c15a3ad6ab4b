import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { trusted, type Markup } from '../page/markup.ts';

use([BarChart, LineChart, ScatterChart, CustomChart, GridComponent, LegendComponent, SVGRenderer]);

/** Wide enough for a column of a page, and still readable when it shrinks to a phone's. */
const chartWidth = 420;

const base: EChartsCoreOption = { animation: false, silent: true, textStyle: { color: 'var(--soft)', fontSize: 12 } };

/** Draws a chart as SVG that takes the width it is given, and its colours from the page. */
export function draw(option: EChartsCoreOption, height: number): Markup {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: chartWidth, height });
  try {
    chart.setOption({ ...base, ...option });
    return trusted(cleaned(chart.renderToSVGString()));
  } finally {
    // It keeps a timer, and with it the process.
    chart.dispose();
  }
}

/** Without what is only for pointing at things, what would clip nothing (under a name that is never the same), and without a size of its own: the view box tells its shape. */
function cleaned(svg: string): string {
  return svg
    .replace(/^<svg width="\d+" height="\d+"/u, '<svg aria-hidden="true"')
    .replaceAll(/<(style|defs)\s*>.*?<\/\1>/gsu, '')
    .replaceAll(/ (?:class|clip-path|ecmeta_\w+|pointer-events)="[^"]*"/gu, '');
}
