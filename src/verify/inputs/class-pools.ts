import { Code } from './examples/literal.ts';
import { sourceOf } from './examples/write.ts';
import type { Pool, ValueSpec } from './class-values.ts';

interface Draft {
  readonly base: 'number' | 'string' | 'constant';
  readonly sources: Set<string>;
  /** Of values that no suite expects to be refused. */
  readonly numbers: number[];
  /** The draft that it has become part of. */
  into?: Draft;
}

/** Samples that a suite expects to be refused say nothing about the range of the others. */
export interface Sample {
  readonly value: unknown;
  readonly refused: boolean;
}

/**
 * Collects the values of parameters. Those of one name and type share a pool, and so do those of one type that have a
 * sample in common: then a name that is given in one place is asked for in another.
 */
export class Pools {
  readonly #drafts = new Map<string, Draft>();

  /** The spec of a number or string parameter of that name. */
  of(base: 'number' | 'string', name: string, samples: readonly Sample[]): ValueSpec {
    const fitting = samples.filter(({ value }) => typeof value === base);
    const draft = this.#draft(base, `${base} ${name}`);
    for (const { value, refused } of fitting) {
      draft.sources.add(sourceOf(value));
      if (typeof value === 'number' && Number.isFinite(value) && !refused) draft.numbers.push(value);
    }
    return { kind: 'pool', pool: this.#place(draft) };
  }

  /** The spec of a value that is one of some sources. */
  constants(sources: readonly string[]): ValueSpec {
    const draft = this.#draft('constant', `constant ${[...new Set(sources)].join(' | ')}`);
    for (const source of sources) draft.sources.add(source);
    return { kind: 'pool', pool: this.#place(draft) };
  }

  /** All pools, in the order of their numbers; call it once all values are in. */
  all(): readonly Pool[] {
    const drafts = [...this.#drafts.values()];
    for (const [at, draft] of drafts.entries()) {
      if (draft.base === 'constant') continue;
      const earlier = drafts.slice(0, at).filter(({ base }) => base === draft.base);
      const twin = earlier.map(finalOf).find((one) => one !== finalOf(draft) && sharesString(one, draft));
      if (twin) merge(finalOf(draft), twin);
    }
    return drafts.map((draft) => poolOf(finalOf(draft)));
  }

  #draft(base: Draft['base'], key: string): Draft {
    const known = this.#drafts.get(key);
    if (known) return known;
    const draft: Draft = { base, sources: new Set(), numbers: [] };
    this.#drafts.set(key, draft);
    return draft;
  }

  #place(draft: Draft): number {
    return [...this.#drafts.values()].indexOf(draft);
  }
}

/** Numbers that two parameters have in common are chance. */
function sharesString(a: Draft, b: Draft): boolean {
  return a.base === 'string' && [...b.sources].some((source) => source !== '""' && a.sources.has(source));
}

function merge(from: Draft, into: Draft): void {
  for (const source of from.sources) into.sources.add(source);
  into.numbers.push(...from.numbers);
  from.into = into;
}

function finalOf(draft: Draft): Draft {
  return draft.into ? finalOf(draft.into) : draft;
}

function poolOf({ base, sources, numbers }: Draft): Pool {
  const own = [...sources];
  if (base === 'constant') return { sources: own };
  if (base === 'string') return { sources: own.length > 1 ? own : [...new Set([...own, '"a"', '"b"', '"c"'])] };
  const whole = numbers.every((value) => Number.isSafeInteger(value));
  if (numbers.length === 0) return { sources: own, range: [0, 5] };
  return whole ? { sources: own, range: [Math.min(...numbers), Math.max(...numbers)] } : { sources: own };
}

/** Sources of samples that have no other form. */
export function sourcesOf(samples: readonly Sample[]): readonly string[] {
  return samples.map(({ value }) => (value instanceof Code ? value.source : sourceOf(value)));
}
