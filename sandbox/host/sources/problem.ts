import type { Malformed } from './unit.ts';

/** Why a text cannot be compiled. */
export interface Problem {
  readonly message: string;
  /** Line of the submitted text, from 1. */
  readonly line?: number;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

const longestMessage = 300;

export function failure(message: string, line?: number): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: line === undefined ? { message } : { message, line } };
}

/** The report of a candidate with such a text; names in messages may be as long as the text, so they are cut. */
export function malformed(side: Malformed['side'], path: string, { line, message }: Problem): Malformed {
  const where = line === undefined ? path : `${path}:${line}`;
  const what = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
  return { kind: 'malformed', side, stage: 'parse', message: `${where}: ${what}` };
}
