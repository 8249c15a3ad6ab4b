import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One suite and the solution that it imports as `./solution`. */
export interface Module {
  /** `topic/name`. */
  readonly id: string;
  readonly suite: string;
  readonly solution: string;
}

/** How one test ended, in the terms that both runners share. */
export interface TestOutcome {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** First line of the failure. */
  readonly reason?: string;
  /** The shrunk input of a failed property, as fast-check prints it. */
  readonly counterexample?: string;
}

/** What became of one module: its tests in order, or why none ran. */
export type ModuleOutcome =
  | { readonly kind: 'ran'; readonly tests: readonly TestOutcome[] }
  | { readonly kind: 'did-not-run'; readonly because: string };

/** Seeds fast-check on both sides, so that it draws the same inputs. */
export const seed = 12345;

const suffix = '.suite.ts';
const root = fileURLToPath(new URL('../../fixtures/differential/', import.meta.url));

/**
 * The modules under `tests/fixtures/differential`, in order of their ids. A suite `name.suite.ts` is paired with
 * `name.solution.ts` beside it, or else with `solution.ts` of its folder. A filter, as in
 * `DIFFERENTIAL=classes,promises/order`, keeps the modules whose ids contain one of its parts.
 */
export function readModules(filter = ''): Module[] {
  const parts = filter.split(',').filter(Boolean);
  return globSync(`*/*${suffix}`, { cwd: root })
    .map((path) => path.slice(0, -suffix.length))
    .filter((id) => parts.length === 0 || parts.some((part) => id.includes(part)))
    .toSorted()
    .map(readModule);
}

function readModule(id: string): Module {
  const own = join(root, dirname(id), `${basename(id)}.solution.ts`);
  const solution = existsSync(own) ? own : join(root, dirname(id), 'solution.ts');
  const suite = join(root, id + suffix);
  return { id, suite: readFileSync(suite, 'utf8'), solution: readFileSync(solution, 'utf8') };
}
