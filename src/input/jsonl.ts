import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import type { ByteSource } from './byte-source.ts';
import { LineSplitter, type Line } from './line-splitter.ts';

/** Longer lines are refused, so that memory stays bounded whatever the input is. */
export const maxLineMb = 32;

/** A line's value, or what is wrong with it. */
export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };

/** The lines of a source, without those that are empty. The `.number` of each is its place in the file. */
export async function* readLines(source: ByteSource, signal: AbortSignal): AsyncGenerator<Line> {
  const splitter = new LineSplitter(maxLineMb * 1024 * 1024);
  for await (const chunk of source.bytes(signal)) {
    for (const line of splitter.push(chunk)) if (!isEmpty(line)) yield line;
  }
  for (const line of splitter.end()) if (!isEmpty(line)) yield line;
}

/** Reads a line as JSON. */
export function parseLine({ number, bytes }: Line): Parsed {
  if (bytes === undefined) return { ok: false, problem: `the line is longer than ${maxLineMb} MB` };
  if (!isUtf8(bytes)) return { ok: false, problem: 'it is not UTF-8' };
  const text = bytes.toString('utf8');
  try {
    return { ok: true, value: JSON.parse(number === 1 ? text.replace(/^\uFEFF/u, '') : text) as unknown };
  } catch (error) {
    return { ok: false, problem: `not valid JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** A hash of what a line says; lines that are too long have one in common. */
export function digestOf({ bytes }: Line): string {
  return bytes === undefined ? 'too long' : hash('sha256', bytes, 'hex');
}

function isEmpty({ bytes }: Line): boolean {
  return bytes !== undefined && bytes.every((byte) => byte === 0x20 || byte === 0x09);
}
