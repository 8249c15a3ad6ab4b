import { visible } from '../page/visible.ts';

const label = { color: 'var(--soft)', fontSize: 12 };
const line = { lineStyle: { color: 'var(--rule)' } };

type Axis = Readonly<Record<string, unknown>>;

/** An axis of numbers with faint lines across. */
export function valueAxis(more: Axis = {}): Axis {
  const { axisLabel, ...rest } = more;
  return {
    type: 'value',
    axisLabel: { ...label, hideOverlap: true, ...(axisLabel as object | undefined) },
    axisLine: line,
    splitLine: line,
    nameTextStyle: label,
    ...rest,
  };
}

/** An axis of names, the first on top where it stands upright. */
export function nameAxis(names: readonly string[], more: Axis = {}): Axis {
  return {
    type: 'category',
    data: names.map((name) => shortened(visible(name))),
    axisLabel: { ...label, interval: 0 },
    axisLine: line,
    axisTick: { show: false },
    nameTextStyle: label,
    ...more,
  };
}

/** Where the picture is, its axes' labels included. */
export function grid(sides: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>): Axis {
  return { ...sides, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' };
}

export const legend: Readonly<Record<string, unknown>> = {
  bottom: 0,
  icon: 'circle',
  itemWidth: 10,
  itemHeight: 10,
  itemGap: 22,
  textStyle: { ...label, color: 'var(--soft)' },
};

/** Wide names would leave no room for what they name. */
const mostLetters = 22;

function shortened(name: string): string {
  return name.length > mostLetters ? `${name.slice(0, mostLetters - 1)}…` : name;
}
