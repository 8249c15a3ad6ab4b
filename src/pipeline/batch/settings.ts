import { availableParallelism } from 'node:os';
import { loadJudging } from '../../config/load.ts';
import type { JudgeLimits } from '../../verify/candidate.ts';
import { type GuestPackages, guestPackages, noPackages } from '../guest-packages.ts';
import { versions } from '../versions.ts';

type Types = 'strict' | 'off';

/** What a user may say about the judging of rows; what is left out has a default. */
export interface JudgeFlags {
  readonly config?: string;
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  readonly concurrency?: number;
  readonly types?: Types;
  readonly repeat?: number;
  readonly seed?: number;
}

export interface JudgeSettings {
  readonly limits: Omit<JudgeLimits, 'types'>;
  /** For each language a row can have. */
  readonly types: { readonly ts: Types; readonly js: Types };
  readonly seed: number;
  readonly concurrency: number;
  /** What candidates may import beside what is always offered. */
  readonly packages: GuestPackages;
}

const defaults = {
  timeoutMs: 3000,
  memoryMb: 128,
  repeat: 1,
  seed: 1,
  types: 'strict',
  packages: noPackages,
} as const;
const outputKb = 256;

/** Lays the flags over the configuration file, and both over the defaults. Throws an input error. */
export function judgeSettings(flags: JudgeFlags): JudgeSettings {
  const base = { ...defaults, ...fromFile(flags.config), ...flags };
  return {
    limits: { cpuMs: base.timeoutMs, memoryMb: base.memoryMb, outputKb, repeat: base.repeat },
    // A file says what holds for TypeScript; JavaScript is checked for types only where a flag asks for it.
    types: { ts: base.types, js: flags.types ?? 'off' },
    seed: base.seed,
    concurrency: base.concurrency ?? availableParallelism(),
    packages: base.packages,
  };
}

/** The settings on which a verdict depends, by the name a user knows them under. */
export function decisiveSettings(settings: JudgeSettings): Readonly<Record<string, string | number>> {
  const { limits, types, seed, packages } = settings;
  return {
    '--timeout-ms': limits.cpuMs,
    '--memory-mb': limits.memoryMb,
    '--repeat': limits.repeat,
    '--seed': seed,
    '--types (ts)': types.ts,
    '--types (js)': types.js,
    'guest.packages': packages.labels.join(', ') || 'none',
    ...Object.fromEntries(Object.entries(versions).map(([name, version]) => [`version of ${name}`, version])),
  };
}

function fromFile(path: string | undefined): JudgeFlags & Partial<Pick<JudgeSettings, 'packages'>> {
  if (path === undefined) return {};
  const { verify, seed, guest } = loadJudging(path);
  return {
    timeoutMs: verify.timeout_ms,
    memoryMb: verify.memory_mb,
    repeat: verify.repeat,
    types: verify.types,
    seed,
    packages: guestPackages(guest),
    ...(verify.concurrency !== null && { concurrency: verify.concurrency }),
  };
}
