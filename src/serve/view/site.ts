/** Something to look at: as a page for people, and as a value for programs. */
export interface Sight {
  readonly value: unknown;
  page(): string;
}

/** Parts of pages that change while a run goes on, as markup by the id of the element that holds each. */
export type LiveParts = Readonly<Record<string, string>>;

/** What the server shows of a run. */
export interface ViewSite {
  overview(): Sight;
  /** Throws an input error for a query that cannot be meant. */
  rows(query: URLSearchParams): Sight;
  /** By a whole id, or the id that a beginning stands for; undefined where no row has it. */
  row(id: string): Sight | { readonly moved: string } | undefined;
  /** A text of a row's page as a whole, by its place there. */
  text(id: string, place: string): string | undefined;
  /** The path of the run's report, where there is one. */
  report(): string | undefined;
  live(): LiveParts;
  /** A page that says what is not there, or what went wrong. */
  problem(title: string, text: string): string;
  readonly style: string;
  readonly script: string;
}
