import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { RequestLabel } from '../../core/ports.ts';
import { formatLabel } from '../label.ts';
import type { FaultKind } from './draw.ts';

/** One line of the log: a request that named a recording, as it was going to be answered. */
export interface LoggedRequest {
  readonly at: string;
  readonly label: RequestLabel;
  readonly status: number;
  /** The injected fault; a stalled, truncated or garbled answer has status 200. */
  readonly fault?: FaultKind;
  /** Whether the same request had a whole answer before: its reply was lost on the other side. */
  readonly repeated: boolean;
}

/** What a server knows of the requests before. */
export interface RequestLog {
  add(entry: Omit<LoggedRequest, 'at' | 'repeated'>): void;
}

/**
 * Counts in memory, and appends to a JSONL file where one is given: synchronously and before the answer goes out, so that
 * a kill on either side leaves no request unlogged. A file from an earlier server is continued.
 */
export function openRequestLog(file: string | undefined): RequestLog {
  const answered = new Set(
    file === undefined
      ? []
      : readLog(file)
          .filter(isAnswered)
          .map(({ label }) => formatLabel(label)),
  );
  return {
    add(entry) {
      const name = formatLabel(entry.label);
      const line: LoggedRequest = { at: new Date().toISOString(), ...entry, repeated: answered.has(name) };
      if (isAnswered(line)) answered.add(name);
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
    },
  };
}

/** Reads a log; a last line that a kill cut short is left out. */
export function readLog(file: string): LoggedRequest[] {
  if (!existsSync(file)) return [];
  const whole = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return whole.map((line) => JSON.parse(line) as LoggedRequest);
}

function isAnswered({ status, fault }: Pick<LoggedRequest, 'status' | 'fault'>): boolean {
  return status === 200 && fault === undefined;
}
