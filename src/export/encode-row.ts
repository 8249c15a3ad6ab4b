import type { EncodedRow } from './containers/container.ts';
import type { DataRow } from './formats/format.ts';

/**
 * A row with its JSON. Halves of surrogate pairs, which UTF-8 cannot hold and Parquet therefore would change, become
 * U+FFFD, so that a row is the same in every container.
 */
export function encodeRow(row: DataRow): EncodedRow {
  const json = JSON.stringify(row);
  if (!json.includes(escapedHalf)) return { row, json };
  const wellFormed = withoutHalves(row) as DataRow;
  return { row: wellFormed, json: JSON.stringify(wellFormed) };
}

/** How `JSON.stringify` writes a half; code may hold the same characters and lose nothing by a closer look. */
const escapedHalf = String.raw`\ud`;

function withoutHalves(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(withoutHalves);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutHalves(member)]));
}
