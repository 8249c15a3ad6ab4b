import { inputError } from '../../core/error.ts';
import { choiceNames } from '../../report/live/rows-page.ts';
import type { RowFilter } from './index/query.ts';

/** What the browser of rows was asked for. */
export interface RowsQuery {
  readonly filter: RowFilter;
  /** As it was written, without what says nothing. */
  readonly asked: Readonly<Record<string, string>>;
}

const names = ['q', ...choiceNames, 'least', 'most', 'before'] as const;

/** Reads a page's address. Throws an input error for a number that is none. */
export function readRowsQuery(query: URLSearchParams): RowsQuery {
  const asked = Object.fromEntries(
    names.flatMap((name) => {
      const value = query.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name, value.slice(0, 400)]];
    }),
  );
  const { q, least, most, before, ...choices } = asked;
  const filter: RowFilter = {
    ...choices,
    ...(q !== undefined && { search: q }),
    ...(least !== undefined && { leastConfidence: numberOf('least', least) }),
    ...(most !== undefined && { mostConfidence: numberOf('most', most) }),
    ...(before !== undefined && { before: wholeNumberOf('before', before) }),
  };
  return { filter, asked };
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw inputError('bad-query', `${name} must be a number, not ${text}.`);
}

function wholeNumberOf(name: string, text: string): number {
  const value = numberOf(name, text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw inputError('bad-query', `${name} must be a whole number of at least 1, not ${text}.`);
}
