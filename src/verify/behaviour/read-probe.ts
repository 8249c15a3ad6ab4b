import type { Call } from './behaviour.ts';
import type { ProbeLine } from './probe.ts';

/** What one run of a probe said. */
export interface ProbeAnswer {
  /** How many inputs there are; absent when the probe did not get so far. */
  readonly total?: number;
  /** All inputs, where only they were asked for. */
  readonly inputs: readonly string[];
  /** Calls by their place, as far as they were printed. */
  readonly calls: ReadonlyMap<number, Call>;
  readonly givesPromises: boolean;
  readonly unfit?: { readonly side: 'solution' | 'suite'; readonly message: string };
}

/** Reads what a probe printed; what the solution printed between lacks the mark. */
export function readProbe(console: string, mark: string): ProbeAnswer {
  const lines = console.split('\n').flatMap((line) => probeLine(line, mark) ?? []);
  const header = lines.find((line) => line[0] === 'inputs');
  const unfit = lines.find((line) => line[0] === 'unfit');
  return {
    ...(header !== undefined && { total: header[1] }),
    inputs: header?.[2] ?? [],
    calls: new Map(lines.flatMap((line) => (line[0] === 'call' ? [[line[1], callOf(line)] as const] : []))),
    givesPromises: lines.some((line) => line[0] === 'promises'),
    ...(unfit !== undefined && { unfit: { side: unfit[1], message: unfit[2] } }),
  };
}

/** A solution may print without ending its line, so the mark may stand anywhere in one; a line cut off is none. */
function probeLine(line: string, mark: string): [ProbeLine] | undefined {
  const at = line.indexOf(mark);
  if (at === -1) return undefined;
  try {
    return [JSON.parse(line.slice(at + mark.length)) as ProbeLine];
  } catch {
    return undefined;
  }
}

function callOf([, , input, kind, text, changed, unsteady, aliased]: Extract<
  ProbeLine,
  readonly ['call', ...unknown[]]
>): Call {
  return { input, outcome: { kind, text }, changed, unsteady, ...(aliased !== undefined && { aliased }) };
}
