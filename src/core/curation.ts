/** What a row has in common with a problem of a public benchmark. */
export interface ContaminationMatch {
  readonly benchmark: string;
  readonly problem: string;
  readonly match: 'statement' | 'solution' | 'tests';
  /** Share of the problem's own pieces that the row has, from 0 to 1. */
  readonly share: number;
  /** Of the row's text, what matched. */
  readonly excerpt: string;
}

/** A benchmark that rows are held against. */
export interface KnownBenchmark {
  readonly name: string;
  readonly problems: number;
}

/** Finds what a row has in common with public benchmarks. */
export interface Decontamination {
  readonly benchmarks: readonly KnownBenchmark[];
  match(texts: {
    readonly statement?: string;
    readonly solution?: string;
    readonly tests?: string;
  }): ContaminationMatch | undefined;
}

/** A way in which the statement, signature, examples, entry point, solution and tests of a row do not fit together. */
export interface Incoherence {
  readonly kind: string;
  readonly message: string;
}
