import type { Level } from '../core/level.ts';
import type { Operator } from '../core/operator.ts';
import type { RequestStage } from '../core/ports.ts';
import type { Critiqued, Focus, Style } from '../core/writing.ts';

/** Everything a run can be told, as the configuration file spells it; what each key means stands in the schema. */
export interface Config {
  readonly seed: number;
  readonly target: number | null;
  readonly endpoint: EndpointConfig;
  readonly endpoints: readonly EndpointConfig[];
  /** Stage → endpoint's name → weight. */
  readonly routes: Readonly<Partial<Record<RequestStage, Readonly<Record<string, number>>>>>;
  readonly seeds: SeedsConfig;
  readonly generate: GenerateConfig;
  readonly verify: VerifyConfig;
  readonly guest: GuestConfig;
  readonly curate: CurateConfig;
  readonly backtranslate: BacktranslateConfig;
  readonly export: ExportConfig;
  readonly budget: BudgetConfig;
  readonly nightly: NightlyConfig;
  readonly prompts: string | null;
}

/** What `winnow nightly` does beside a run. */
export interface NightlyConfig {
  readonly gates: {
    readonly min_kept: number;
    readonly min_pass_rate: number;
    /** Greatest share by which a figure may fall below the median of earlier nights. */
    readonly yield_drop: number;
    readonly pass_rate_drop: number;
    readonly diversity_drop: number;
    /** Times the median that a figure may reach. */
    readonly cost_rise: number;
    readonly latency_rise: number;
  };
  readonly webhook_env: string | null;
  readonly command: readonly string[];
  readonly prometheus: string | null;
}

export interface EndpointConfig {
  readonly kind: 'openai' | 'offline' | 'synthetic';
  readonly name: string;
  readonly base_url: string;
  readonly model: string;
  readonly api_key_env: string | null;
  readonly api_key_file: string | null;
  /** A value, or the environment variable that holds it. */
  readonly headers: Readonly<Record<string, string | { readonly env: string }>>;
  readonly proxy: string | null;
  readonly reply_format: 'auto' | 'json_schema' | 'json_object' | 'off';
  readonly token_limit_name: 'max_tokens' | 'max_completion_tokens';
  readonly extra: Readonly<Record<string, unknown>>;
  readonly replies: string | null;
  readonly max_concurrency: number;
  readonly timeout_ms: number;
  readonly attempts: number;
  readonly transport: 'chat' | 'batch';
  readonly batch: BatchConfig;
  readonly price: { readonly input_per_million: number; readonly output_per_million: number } | null;
}

export interface BatchConfig {
  readonly size: number;
  readonly linger_ms: number;
  readonly poll_ms: number;
}

export interface SeedsConfig {
  readonly path: string | null;
  readonly tags: readonly string[];
  readonly topics: readonly string[];
  readonly round_size: number;
  readonly takes: number;
  readonly first_take: number;
  readonly steer: boolean;
  readonly once: 'run' | 'store';
  readonly code: readonly string[];
  readonly textbooks: readonly string[];
  readonly instructions: readonly string[];
  readonly screen: boolean;
}

export interface GenerateConfig {
  readonly solutions: number;
  readonly blind_suites: number;
  readonly sighted_suites: number;
  readonly suite_repairs: number;
  readonly solution_repairs: number;
  readonly temperature: number;
  readonly solution_temperatures: readonly number[];
  readonly max_tokens: number;
  readonly algorithms: number;
  readonly extra_solutions: number;
  readonly styles: readonly Style[];
  readonly suite_focus: readonly Focus[];
  readonly evolve: EvolveConfig;
  readonly critique: readonly Critiqued[];
  readonly principles: string | null;
}

export interface EvolveConfig {
  readonly operators: readonly Operator[];
  readonly variants: number;
  readonly depth: number;
  readonly eliminate: boolean;
}

export interface VerifyConfig {
  readonly types: 'strict' | 'off';
  readonly repeat: number;
  readonly timeout_ms: number;
  readonly memory_mb: number;
  readonly concurrency: number | null;
  readonly profile: 'strict' | 'balanced' | 'lenient';
  readonly confidence: number | null;
  readonly mutation_score: number | null;
  readonly mutants: number;
  readonly inputs: number;
  readonly minimal_suites: boolean;
}

export interface GuestConfig {
  readonly packages: readonly string[];
  readonly folders: readonly string[];
}

export interface CurateConfig {
  readonly near_duplicate: number;
  readonly against: readonly string[];
  readonly seen: string | null;
  readonly decontaminate: boolean;
  readonly benchmarks: readonly string[];
}

export interface BacktranslateConfig {
  readonly per_task: number;
  readonly levels: readonly Level[];
  readonly candidates: number;
  readonly attempts: number;
  /** Null: as the command has it, which is false for `run` and true for `backtranslate`. */
  readonly baseline: boolean | null;
  readonly min_lift: number;
}

export interface ExportConfig {
  readonly formats: readonly ExportFormat[];
  readonly container: ExportContainer;
  readonly reasoning: boolean;
  readonly shard_mb: number;
  readonly licence: string;
  readonly splits: { readonly train: number; readonly validation: number; readonly test: number };
}

export const exportFormats = [
  'openai',
  'openai-preference',
  'trl',
  'dpo',
  'kto',
  'alpaca',
  'sharegpt',
  'llama-factory',
  'verl',
  'open-instruct',
  'grpo',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportContainers = ['jsonl', 'jsonl.zst', 'parquet'] as const;
export type ExportContainer = (typeof exportContainers)[number];

export interface BudgetConfig {
  readonly usd: number | null;
  readonly tokens: number | null;
}
