import type { Key } from '../key.ts';

const DAY_MS = 86_400_000;
const iso = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The day's number, or a RangeError: a real day is one that some number has. */
function numberOf(text: string): number {
  const time = /^(?:19|2\d)\d{2}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time) || iso(time / DAY_MS) !== text) throw new RangeError('not a day');
  return time / DAY_MS;
}

/** Asks of every single day whether it is a billing day. */
function oracle(start: string, everyMonths: number, until: string): string[] {
  const [first, last] = [numberOf(start), numberOf(until)];
  if (!(everyMonths >= 1 && everyMonths <= 120 && everyMonths % 1 === 0))
    throw new RangeError('not a number of months');
  const due: string[] = [];
  let months = 0;
  for (let day = first; day <= last; day++) {
    const date = iso(day);
    if (day > first && date.endsWith('-01')) months++;
    const isLastOfMonth = iso(day + 1).endsWith('-01');
    const isItsDay = date.slice(8) === start.slice(8) || (isLastOfMonth && date.slice(8) < start.slice(8));
    if (isItsDay && months % everyMonths === 0) due.push(date);
  }
  return due;
}

export const key: Key<[string, number, string]> = {
  seed: 'dates/billing-dates',
  *cases() {
    const starts = ['2023-01-31', '2024-01-30', '2023-12-29', '2024-02-29', '2023-02-28', '2099-11-30', '1899-12-31'];
    for (const start of [
      ...starts,
      '1900-01-31',
      '2000-01-30',
      '2023-05-15',
      '2023-12-31',
      '2024-12-01',
      '2999-10-31',
    ]) {
      for (const everyMonths of [1, 2, 3, 6, 7, 12, 13, 24, 120]) {
        const base =
          Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)) - 1, Number(start.slice(8))) / DAY_MS;
        for (const span of start.startsWith('2999') ? [-1, 0, 29, 61] : [-1, 0, 1, 28, 29, 60, 89, 365, 800]) {
          yield [start, everyMonths, iso(base + span)];
        }
      }
    }
    for (const month of ['01', '02', '04', '07', '12', '00', '13']) {
      for (const day of ['01', '28', '29', '30', '31', '32', '00']) {
        for (const year of ['2023', '2024', '2100', '1900', '2000', '3000']) {
          yield [`${year}-${month}-${day}`, 1, `${year === '3000' ? '2999' : year}-12-31`];
          yield ['2024-01-31', 1, `${year === '2100' || year === '3000' ? '2025' : year}-${month}-${day}`];
        }
      }
    }
    for (const bad of [
      '',
      '2024-1-01',
      '2024-01-1',
      '20240101',
      ' 2024-01-01',
      '2024-01-01T00:00:00Z',
      '2024-01-01x',
    ]) {
      yield [bad, 1, '2024-03-31'];
      yield ['2023-12-31', 1, bad];
    }
    for (const months of [0, -1, 1.5, 121, NaN, Infinity, 119]) yield ['2024-01-31', months, '2024-01-30'];
  },
  oracle,
  reference: `
function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

function read(text: string): [number, number, number] {
  const parts = text.split('-').map(Number);
  const [year = NaN, month = NaN, day = NaN] = parts;
  if (!/^\\d{4}-\\d\\d-\\d\\d$/.test(text) || year < 1900 || year > 2999 || iso(year, month - 1, day) !== text) {
    throw new RangeError('not a day: ' + text);
  }
  return [year, month - 1, day];
}

export function billingDates(start: string, everyMonths: number, until: string): string[] {
  const [year, month, day] = read(start);
  read(until);
  if (!Number.isInteger(everyMonths) || everyMonths < 1 || everyMonths > 120) throw new RangeError('everyMonths');
  const dates: string[] = [];
  for (let offset = 0; ; offset += everyMonths) {
    const lastDay = Number(iso(year, month + offset + 1, 0).slice(8));
    const date = iso(year, month + offset, Math.min(day, lastDay));
    if (date > until) return dates;
    dates.push(date);
  }
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'every day from the start, by Date.UTC' },
    'solve-1': { truth: 'wrong', defect: 'boundary', note: 'takes 1900 and 2100 for leap years' },
    'solve-2': {
      truth: 'wrong',
      defect: 'boundary',
      note: 'steps from the previous day, so a short month shortens all later ones',
    },
    'solve-3': { truth: 'right', note: 'goes down from the day of start until the day exists' },
    'solve-4': { truth: 'wrong', defect: 'wrong-language', note: 'Python' },
    'roundtrip-0': { truth: 'right', note: 'a generator over pure arithmetic' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-1'], note: 'strong, but its years are 2011 to 2038' },
    'tests-1': { truth: 'right', letsThrough: ['solve-1', 'solve-2'], note: 'never goes on after a short month' },
  },
};
