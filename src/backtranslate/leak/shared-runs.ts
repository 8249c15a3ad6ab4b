/** Words in the same order in two texts, as far as they go; `inner` of them are inner words of the code. */
export interface Run {
  /** Place of the first word in the prose, and in the code. */
  readonly inProse: number;
  readonly inCode: number;
  readonly length: number;
  readonly inner: number;
}

export interface RunsRequest {
  readonly prose: readonly string[];
  readonly code: readonly string[];
  /** Whether the code's word at a place is an inner one. */
  readonly isInner: (place: number) => boolean;
  /** Inner words that make a run worth telling. */
  readonly least: number;
}

/** All runs of words that stand in both texts, each as long as it can be. */
export function sharedRuns({ prose, code, isInner, least }: RunsRequest): Run[] {
  const places = Map.groupBy(code.keys(), (place) => code[place] ?? '');
  const found: Run[] = [];
  let open = new Map<number, Run>();
  const close = (run: Run): void => void (run.inner >= least && found.push(run));
  for (const [at, word] of prose.entries()) {
    const next = new Map<number, Run>();
    for (const place of places.get(word) ?? []) {
      const before = open.get(place - 1);
      open.delete(place - 1);
      const { inProse, inCode, length, inner } = before ?? { inProse: at, inCode: place, length: 0, inner: 0 };
      next.set(place, { inProse, inCode, length: length + 1, inner: inner + (isInner(place) ? 1 : 0) });
    }
    for (const run of open.values()) close(run);
    open = next;
  }
  for (const run of open.values()) close(run);
  return found;
}
