import type { DropReason } from '../core/decision.ts';
import { findLeak } from './leak/find-leak.ts';
import { saysNothing } from './says-nothing.ts';

export interface Described {
  readonly code: string;
  readonly entryPoint: string;
  /** TypeScript declarations of what the code exports. */
  readonly signature: string;
}

/** What can be told to be wrong with a description by its text alone, before a round trip is paid for. */
export function screenDescription(description: string, described: Described): DropReason | undefined {
  const leak = findLeak(description, described.code);
  if (leak) return { kind: 'leaks-code', ...leak };
  const words = saysNothing(description, described);
  return words && { kind: 'says-nothing', words };
}
