import type { Behaviour, Call } from './behaviour.ts';

/** What stands out in how a solution behaves. */
export interface BehaviourSummary {
  /** How many calls were observed. */
  readonly calls: number;
  /** The first call that changed its arguments. */
  readonly changed?: Call;
  /** The first call that answered differently when it was repeated. */
  readonly unsteady?: Call;
  /** Share of the observed calls that threw or did not end, from 0 to 1. */
  readonly throws: number;
}

/** Sums up a behaviour; nothing stands out in one that could not be observed. */
export function summarize(behaviour: Behaviour): BehaviourSummary {
  const calls =
    behaviour.kind === 'observed' ? behaviour.calls.filter(({ outcome }) => outcome.kind !== 'unobserved') : [];
  const changed = calls.find((call) => call.changed);
  const unsteady = calls.find((call) => call.unsteady);
  const thrown = calls.filter(({ outcome }) => outcome.kind === 'threw').length;
  return {
    calls: calls.length,
    ...(changed && { changed }),
    ...(unsteady && { unsteady }),
    throws: calls.length === 0 ? 0 : thrown / calls.length,
  };
}
