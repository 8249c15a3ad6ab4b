/** A row of an output: a verdict, or the fault that kept it from one. */
export interface JudgedRow {
  readonly verdict?: { readonly kind: string };
  readonly fault?: { readonly code: string };
}

export type Read<Item> = { readonly ok: true; readonly item: Item } | { readonly ok: false; readonly problem: string };

/** What a kind of batch makes of the lines of its input. */
export interface Work<Item> extends AsyncDisposable {
  /** Reads the value of a line. It is called once for each line, in their order. */
  readonly read: (value: unknown) => Read<Item>;
  /** Gives the rows that come of a line. What has not begun when the signal aborts is rejected with its reason. */
  readonly judge: (item: Item, signal: AbortSignal) => Promise<readonly JudgedRow[]>;
}
