import type { Key } from '../key.ts';

interface Entry {
  date: string;
  minutes: number;
}

const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** Walks day by day from a week before the earliest entry, opening a week at each day with the right weekday. */
function oracle(entries: readonly Entry[], firstWeekday = 1): unknown {
  if (!(firstWeekday >= 0 && firstWeekday <= 6 && firstWeekday % 1 === 0)) throw new RangeError('not a weekday');
  const dates = entries.map(({ date }) => date).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weeks: [string, number][] = [];
  for (
    let day = new Date(Date.parse(first) - 6 * 86_400_000).toISOString().slice(0, 10);
    day <= last;
    day = dayAfter(day)
  ) {
    if (new Date(day).getUTCDay() === firstWeekday) weeks.push([day, 0]);
    const week = weeks.at(-1);
    for (const { date, minutes } of entries) if (date === day && week !== undefined) week[1] += minutes;
  }
  return weeks;
}

export const key: Key<[entries: readonly Entry[], firstWeekday?: number]> = {
  seed: 'dates/weekly-totals',
  *cases() {
    for (const weekday of [-1, 7, 0.5, NaN, 0, 3, 6]) yield [[], weekday];
    yield [[]];
    yield [[{ date: '2024-05-06', minutes: 5 }], 8];
    const days = Array.from({ length: 9 }, (_, day) =>
      new Date(Date.UTC(2024, 1, 25 + day)).toISOString().slice(0, 10),
    );
    const all = [...days, '2023-12-31', '2024-01-01', '1969-12-31', '1970-01-01', '1900-03-01'];
    for (const date of all) {
      yield [[{ date, minutes: 7 }]];
      for (let weekday = 0; weekday <= 6; weekday++) yield [[{ date, minutes: -7 }], weekday];
    }
    for (const first of days) {
      for (const second of [...days, '2024-04-10', '2023-12-31']) {
        const entries = [first, second, days[3] ?? ''].map((date, index) => ({ date, minutes: 10 ** index }));
        yield [entries];
        for (const weekday of [0, 3, 6]) yield [entries, weekday];
      }
    }
  },
  oracle,
  // The order of the weeks counts, which deep equality of Maps does not look at.
  run: (module, args) => {
    const totals: unknown = module['weeklyTotals'](...args);
    return totals instanceof Map ? [...totals] : totals;
  },
  reference: `
export interface Entry {
  date: string;
  minutes: number;
}

const DAY_MS = 86_400_000;

export function weeklyTotals(entries: readonly Entry[], firstWeekday = 1): Map<string, number> {
  if (!Number.isInteger(firstWeekday) || firstWeekday < 0 || firstWeekday > 6) throw new RangeError('firstWeekday');
  const startOf = (date: string): number => {
    const time = Date.parse(date);
    return time - ((new Date(time).getUTCDay() - firstWeekday + 7) % 7) * DAY_MS;
  };
  const starts = entries.map(({ date }) => startOf(date));
  const totals = new Map<string, number>();
  for (let week = Math.min(...starts); week <= Math.max(...starts); week += 7 * DAY_MS) {
    const sum = entries.reduce((total, entry, index) => total + (starts[index] === week ? entry.minutes : 0), 0);
    totals.set(new Date(week).toISOString().slice(0, 10), sum);
  }
  return totals;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'day numbers and a true modulo' },
    'solve-1': { truth: 'right', note: 'one pass over entries sorted by date' },
    'solve-2': { truth: 'wrong', defect: 'empty-input', note: 'throws where there are no entries' },
    'solve-3': {
      truth: 'wrong',
      defect: 'negative',
      note: 'a weekday before the first one goes forward instead of back',
    },
    'solve-4': { truth: 'right', note: 'steps back day by day, sums every week anew: quadratic' },
    'roundtrip-0': { truth: 'right', note: 'numbers the weeks and groups by number' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'examples, and the defining properties of weeks and sums' },
    'tests-1': { truth: 'wrong', defect: 'vacuous', note: 'asserts about its own values only' },
  },
};
