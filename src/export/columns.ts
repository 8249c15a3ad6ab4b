/** The type of a column or of a member in it, as loaders of datasets and Parquet know it. */
export type ColumnType =
  | 'string'
  | 'int64'
  | 'float64'
  | 'bool'
  | { readonly list: ColumnType }
  | { readonly struct: readonly Column[] };

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** A column for each name, all of text. */
export function texts(...names: readonly string[]): Column[] {
  return names.map((name) => ({ name, type: 'string' }));
}

/** A list of structures whose members are texts, such as the messages of a chat. */
export function listOfTexts(...members: readonly string[]): ColumnType {
  return { list: { struct: texts(...members) } };
}

/** The columns in the words of `dataset_info.features` of a dataset card. */
export function featuresOf(columns: readonly Column[]): readonly unknown[] {
  return columns.map(({ name, type }) => ({ name, ...featureOf(type) }));
}

function featureOf(type: ColumnType): object {
  if (typeof type === 'string') return { dtype: type };
  if ('struct' in type) return { struct: featuresOf(type.struct) };
  if (typeof type.list === 'object' && 'struct' in type.list) return { list: featuresOf(type.list.struct) };
  return { sequence: typeof type.list === 'string' ? type.list : featureOf(type.list) };
}
