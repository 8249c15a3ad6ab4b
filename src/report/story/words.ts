import type { ReasonRow } from '../../core/rows.ts';
import type { TracedVerdict } from '../../core/trace.ts';
import type { Cell } from './chapter.ts';

/** A verdict in a few words for a table. */
export function verdictCell(verdict: TracedVerdict | undefined): Cell {
  if (!verdict) return { text: '–' };
  switch (verdict.kind) {
    case 'accepted':
      return { text: `accepts, ${verdict.tests} tests`, tone: 'good' };
    case 'refuted':
      return { text: `refutes, ${verdict.failed} of ${verdict.total}`, tone: 'bad' };
    case 'stopped':
      return { text: `stopped: ${verdict.limit}`, tone: 'bad' };
    case 'unjudged':
      return { text: `unjudged: ${verdict.fault.code}` };
    case 'malformed':
    case 'ill-typed':
    case 'tampered':
    case 'flaky':
      return { text: verdict.kind, tone: 'bad' };
  }
}

/** What a verdict says beyond its kind; nothing for one that accepts. */
export function verdictDetail(verdict: TracedVerdict): string | undefined {
  switch (verdict.kind) {
    case 'accepted':
      return undefined;
    case 'refuted':
      return [verdict.by.name, verdict.by.message].filter((part) => part !== undefined).join('\n');
    case 'malformed':
      return `${verdict.side}, ${verdict.stage}: ${verdict.message}`;
    case 'ill-typed':
      return verdict.diagnostics
        .map(({ file, line, code, message }) => `${file}:${line} TS${code}: ${message}`)
        .join('\n');
    case 'stopped':
      return `${verdict.side} reached the limit of ${verdict.limit}`;
    case 'tampered':
      return verdict.what;
    case 'unjudged':
      return verdict.fault.message;
    case 'flaky':
      return 'two executions with other seeds did not come to the same';
  }
}

/** A reason in one line: its word, and whatever it says in short values. */
export function reasonLine(reason: ReasonRow): string {
  const { kind, ...rest } = reason;
  const parts = Object.entries(rest).flatMap(([name, value]) => shortValue(name, value));
  return parts.length === 0 ? kind : `${kind} (${parts.join(', ')})`;
}

const mostLetters = 120;

function shortValue(name: string, value: unknown): string[] {
  if (typeof value === 'number' || typeof value === 'boolean') return [`${name}: ${value}`];
  if (typeof value !== 'string') return [];
  const line = value.slice(0, 4 * mostLetters).replaceAll(/\s+/gu, ' ');
  const shown = line.length > mostLetters ? `${line.slice(0, mostLetters)}…` : line;
  return [name === 'because' ? shown : `${name}: ${shown}`];
}

/** All that a reason says, for a listing; nothing where its line has said it. */
export function reasonDetail(reason: ReasonRow): string | undefined {
  const { kind: _kind, side: _side, ...rest } = reason;
  const isLong = Object.values(rest).some(
    (value) => typeof value === 'object' || (typeof value === 'string' && value.length > mostLetters),
  );
  if (!isLong) return undefined;
  return Object.entries(rest)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)}`)
    .join('\n');
}

export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
