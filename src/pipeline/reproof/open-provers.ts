import { WinnowError } from '../../core/error.ts';
import { openJudge, type Judge } from '../batch/open-judge.ts';
import { guestPackages } from '../guest-packages.ts';
import type { Claims } from './proof.ts';
import { proveClaims, type Proven } from './prove-claims.ts';

export type Prove = (claims: Claims, signal: AbortSignal) => Promise<Proven>;

export interface Provers extends AsyncDisposable {
  readonly prove: Prove;
}

export interface ProversOptions {
  readonly concurrency: number;
  readonly folders: readonly string[];
  readonly onNotice: (notice: string) => void;
}

/** What proves rows: a sandbox for each set of packages that rows name, opened when the first such row comes. */
export function openProvers(options: ProversOptions): Provers {
  const judges = new Map<string, Promise<Judge | WinnowError>>();
  const judgeFor = (packages: readonly string[]): Promise<Judge | WinnowError> => {
    const key = JSON.stringify(packages.toSorted());
    const known = judges.get(key) ?? openFor(packages, options);
    judges.set(key, known);
    return known;
  };
  return {
    async prove(claims, signal) {
      const judge = await judgeFor(claims.verification.packages);
      if (!(judge instanceof WinnowError)) return await proveClaims(claims, judge.examine, signal);
      const { code, message } = judge;
      return { result: 'unjudged', fault: { boundary: 'sandbox', code, message } };
    },
    async [Symbol.asyncDispose]() {
      for (const judge of await Promise.all(judges.values())) {
        if (!(judge instanceof WinnowError)) await judge[Symbol.asyncDispose]();
      }
    },
  };
}

/** A package that is missing here says nothing about a row. */
async function openFor(labels: readonly string[], options: ProversOptions): Promise<Judge | WinnowError> {
  const { concurrency, folders, onNotice } = options;
  try {
    const packages = guestPackages({ packages: labels.map(nameOf), folders });
    const others = labels.filter((label) => !packages.labels.includes(label));
    if (others.length > 0) onNotice(`recorded packages ${others.join(', ')}, here ${packages.labels.join(', ')}`);
    return await openJudge({ concurrency, packages });
  } catch (error) {
    if (error instanceof WinnowError) return error;
    throw error;
  }
}

/** `lodash@4.18.1` → `lodash`; `@scope/name@1` → `@scope/name`. */
function nameOf(label: string): string {
  const at = label.lastIndexOf('@');
  return at > 0 ? label.slice(0, at) : label;
}
