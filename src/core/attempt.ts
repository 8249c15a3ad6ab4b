/** What came of asking a model for one thing: the thing, or a reply that holds none. */
export type Attempt<T> =
  | { readonly kind: 'made'; readonly value: T }
  | { readonly kind: 'malformed'; readonly message: string; readonly reply: string; readonly model: string };
