import { z } from 'zod';

/** All that is needed to judge a row again, as files have it. */
export interface Verification {
  readonly solution: string;
  readonly tests: string;
  readonly language: 'ts' | 'js';
  readonly limits: { readonly cpu_ms: number; readonly memory_mb: number; readonly output_kb: number };
  readonly seeds: readonly number[];
  readonly seed?: number | undefined;
  readonly types: 'strict' | 'off';
  readonly versions: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
  readonly sha256?: string | undefined;
}

/** A row of `verification.jsonl`. */
export interface SidecarRow {
  readonly id: string;
  readonly split: string;
  readonly row: number;
  readonly sha256: string;
  readonly verification: Verification;
  readonly accepts: readonly string[];
  readonly refutes: readonly string[];
}

/** A row of `samples.jsonl`, or of any file with a column `verification`. */
export interface ProvenRow {
  readonly id: string;
  readonly solution?: string | undefined;
  readonly tests?: string | undefined;
  readonly minimal_tests?: { readonly tests: string } | undefined;
  readonly verification: Verification;
}

/** A row that is to be proven again. */
export interface Proof {
  readonly file: string;
  /** Line or row in the file, from 1. */
  readonly line: number;
  readonly id: string;
  /** What shows without running anything that the row is not as it was; then there is nothing to run. */
  readonly altered?: string;
  readonly claims?: Claims;
}

/** What a row says about its tests. */
export interface Claims {
  readonly verification: Verification;
  /** Further solutions that the tests accept. */
  readonly accepts: readonly string[];
  /** Solutions that the tests do not accept. */
  readonly refutes: readonly string[];
  /** Further tests that accept the solution. */
  readonly alsoBy: readonly string[];
}

const texts = z.array(z.string());

const verification: z.ZodType<Verification> = z.object({
  solution: z.string(),
  tests: z.string(),
  language: z.enum(['ts', 'js']).default('ts'),
  limits: z.object({
    cpu_ms: z.number().positive(),
    memory_mb: z.number().positive(),
    output_kb: z.number().positive().default(256),
  }),
  seeds: z.array(z.int().min(0)).min(1),
  seed: z.int().min(0).optional(),
  types: z.enum(['strict', 'off']).default('strict'),
  versions: z.record(z.string(), z.string()).default({}),
  packages: texts.default([]),
  sha256: z.string().optional(),
});

export const sidecarRow: z.ZodType<SidecarRow> = z.object({
  id: z.string(),
  split: z.string(),
  row: z.int().min(0),
  sha256: z.string(),
  verification,
  accepts: texts.default([]),
  refutes: texts.default([]),
});

export const provenRow: z.ZodType<ProvenRow> = z.object({
  id: z.union([z.string(), z.number()]).transform(String).default(''),
  solution: z.string().optional(),
  tests: z.string().optional(),
  minimal_tests: z.object({ tests: z.string() }).optional(),
  verification,
});
