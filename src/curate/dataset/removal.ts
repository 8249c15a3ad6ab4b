import type { RowFacts } from './facts.ts';

/** What is to be taken out of a dataset with everything that was made from it. */
export interface Removal {
  /** Names or paths; `*` stands for anything. */
  readonly sources: readonly string[];
  /** Licences as the rows name them, whatever their case; `*` stands for anything. */
  readonly licences: readonly string[];
}

export type RemovedFor =
  | { readonly kind: 'source'; readonly name: string }
  | { readonly kind: 'licence'; readonly name: string };

/** Which of a row's sources or licences, its lineage's included, is to be removed; undefined where none is. */
export function removedFor({ sources, licences }: RowFacts, removal: Removal): RemovedFor | undefined {
  const source = sources.find((name) => removal.sources.some((pattern) => matches(name, pattern)));
  if (source !== undefined) return { kind: 'source', name: source };
  const licence = licences.find((name) => removal.licences.some((pattern) => matches(name, pattern)));
  return licence === undefined ? undefined : { kind: 'licence', name: licence };
}

/** A source also matches by the folder that it is in. */
function matches(name: string, pattern: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${source}(?:/.*)?$`, 'iu').test(name);
}
