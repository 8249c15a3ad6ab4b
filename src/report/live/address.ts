/** The path of a row's page. */
export function rowAddress(id: string): string {
  // What is no text at all would be an error.
  return `/rows/${encodeURIComponent(id.toWellFormed())}`;
}

/** The path of the rows that a query asks for. */
export function rowsAddress(query: Readonly<Record<string, string>>): string {
  return `/rows?${new URLSearchParams(query).toString()}`;
}
