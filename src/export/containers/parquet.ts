import { rm } from 'node:fs/promises';
import type { SchemaElement } from 'hyparquet';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { Column, ColumnType } from '../columns.ts';
import type { DataRow } from '../formats/format.ts';
import type { EncodedRow, RowFile } from './container.ts';

/** A row group is what is held in memory: so many rows at most, and so many bytes as JSON. */
const groupRows = 10_000;
const groupBytes = 16 * 1024 * 1024;

/** Opens a Parquet file (Snappy) whose nested columns are lists and structures, not texts of JSON. */
export function openParquet(path: string, columns: readonly Column[]): RowFile {
  const writer = new ParquetWriter({ writer: fileWriter(path), schema: schemaOf(columns), createdBy: 'winnow' });
  let rows: DataRow[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await writer.write({ columnData: columnDataOf(columns, rows), rowGroupSize: rows.length });
    rows = [];
    bytes = 0;
  };
  return {
    async write({ row, json }: EncodedRow) {
      rows.push(row);
      bytes += json.length;
      if (rows.length >= groupRows || bytes >= groupBytes) await flush();
    },
    async finish() {
      await flush();
      await writer.finish();
    },
    discard: () => rm(path, { force: true }),
  };
}

function columnDataOf(columns: readonly Column[], rows: readonly DataRow[]): { name: string; data: unknown[] }[] {
  return columns.map(({ name, type }) => ({ name, data: rows.map((row) => valueOf(type, row[name])) }));
}

/** The value as the library takes it: 64-bit integers are big ones. */
function valueOf(type: ColumnType, value: unknown): unknown {
  if (type === 'int64') return BigInt(value as number);
  if (typeof type === 'string') return value;
  if ('list' in type) return (value as readonly unknown[]).map((element) => valueOf(type.list, element));
  return Object.fromEntries(type.struct.map(({ name, type }) => [name, valueOf(type, (value as DataRow)[name])]));
}

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

/** An element with those in it, in depth-first order; lists have the three levels of the Parquet specification. */
function elementsOf({ name, type }: Column): SchemaElement[] {
  if (typeof type === 'string') return [{ name, repetition_type: 'OPTIONAL', ...primitives[type] }];
  if ('struct' in type) {
    return [
      { name, repetition_type: 'OPTIONAL', num_children: type.struct.length },
      ...type.struct.flatMap(elementsOf),
    ];
  }
  return [
    { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...elementsOf({ name: 'element', type: type.list }),
  ];
}

const primitives = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  int64: { type: 'INT64' },
  float64: { type: 'DOUBLE' },
  bool: { type: 'BOOLEAN' },
} as const;
