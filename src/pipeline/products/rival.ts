import type { Judgement } from '../../core/verdict.ts';

/** A solution of a task beside a kept sample of it. */
export interface Rival {
  readonly code: string;
  /** By the sample's own suite. */
  readonly judgement: Judgement | undefined;
}

/** Equal ones once, in their order. */
export function distinctRivals(rivals: readonly Rival[]): readonly Rival[] {
  return rivals.filter((rival, index) => rivals.findIndex(({ code }) => code === rival.code) === index);
}
