/** A share with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly ci95: readonly [low: number, high: number];
}

export type PassAt = Readonly<Record<string, Estimate>>;

export interface PartFacts {
  readonly problems: number;
  readonly samples: number;
  readonly pass_at: PassAt;
}

export interface ProblemFacts {
  readonly task_id: string;
  readonly samples: number;
  readonly passed: number;
  readonly unjudged: number;
  readonly by_verdict: Readonly<Record<string, number>>;
}

/** What the page about a benchmark shows: its `summary.json`. */
export interface BenchFacts extends PartFacts {
  readonly title: string;
  readonly unjudged: number;
  readonly unsampled: readonly string[];
  readonly by_verdict: Readonly<Record<string, number>>;
  readonly by_topic: Readonly<Record<string, PartFacts>>;
  readonly by_difficulty: Readonly<Record<string, PartFacts>>;
  readonly ill_typed: number;
  readonly tokens: { readonly prompt: number; readonly completion: number };
  readonly cost_usd: number;
  readonly strengthened?: PartFacts & { readonly left_out: readonly string[] };
  readonly by_problem: readonly ProblemFacts[];
  readonly stopped?: string;
}

export interface DifferenceFacts {
  readonly a: string;
  readonly b: string;
  readonly k: number;
  readonly problems: number;
  readonly difference: number;
  readonly ci95: readonly [low: number, high: number];
  readonly better: 'a' | 'b' | 'undecided';
}

export interface RivalFacts {
  readonly a: string;
  readonly b: string;
  readonly only_a: readonly string[];
  readonly only_b: readonly string[];
  readonly neither: readonly string[];
  readonly largest_changes: readonly { readonly task_id: string; readonly a: number; readonly b: number }[];
  readonly left_out: readonly string[];
}

/** What the page about a comparison shows. */
export interface ComparisonFacts {
  readonly results: readonly { readonly name: string; readonly pass_at: PassAt }[];
  readonly differences: readonly DifferenceFacts[];
  readonly pairs: readonly RivalFacts[];
}
