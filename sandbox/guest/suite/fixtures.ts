/** `test.extend`: values that are made for the tests that ask for them, and torn down after. */
import type { SuiteNode } from './tree.ts';
import { standsFor, usedNames } from './used-names.ts';

class FixtureDependencyError extends Error {
  override name = 'FixtureDependencyError';
}

const scopes = ['test', 'file', 'worker'] as const;
type Scope = (typeof scopes)[number];

interface FixtureOptions {
  readonly auto?: boolean;
  readonly scope?: Scope;
  readonly injected?: boolean;
}

type Use = (value: unknown) => Promise<void>;
export type FixtureFunction = (context: object, use: Use) => unknown;

export interface Fixture {
  readonly name: string;
  readonly value: unknown;
  readonly auto: boolean;
  readonly scope: Scope;
  /** Names of others that it is made from. */
  readonly uses: ReadonlySet<string>;
  /** What it replaces, and may be made from. */
  readonly parent: Fixture | undefined;
}

type Registered = ReadonlyMap<string, Fixture>;
type Definitions = Readonly<Record<string, unknown>>;

const builtIn: ReadonlySet<string> = new Set([
  'task',
  'signal',
  'onTestFailed',
  'onTestFinished',
  'skip',
  'annotate',
  'expect',
  'bench',
]);

/** The fixtures of one `test` function; suites may override some for what is inside them. */
export class Fixtures {
  #registered: Registered;
  readonly #overrides = new Map<SuiteNode, Registered>();

  constructor(registered: Registered = new Map()) {
    this.#registered = registered;
  }

  extend(definitions: Definitions): Fixtures {
    return new Fixtures(register(definitions, this.#registered));
  }

  override(suite: SuiteNode, definitions: Definitions): void {
    const registered = register(definitions, this.in(suite));
    if (suite.parent === undefined) this.#registered = registered;
    else this.#overrides.set(suite, registered);
  }

  /** What holds inside a suite. */
  in(suite: SuiteNode): Registered {
    for (let at: SuiteNode | undefined = suite; at !== undefined; at = at.parent) {
      const overrides = this.#overrides.get(at);
      if (overrides !== undefined) return overrides;
    }
    return this.#registered;
  }
}

function isOptions(value: unknown): value is FixtureOptions {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return keys.some((key) => ['auto', 'injected', 'scope'].includes(key));
}

function register(definitions: Definitions, before: Registered): Registered {
  const all = new Map(before);
  for (const [name, definition] of Object.entries(definitions)) {
    const parent = all.get(name);
    const [value, given] =
      Array.isArray(definition) && isOptions(definition[1]) ? [definition[0] as unknown, definition[1]] : [definition];
    all.set(name, {
      name,
      value,
      auto: given?.auto ?? (given ? false : (parent?.auto ?? false)),
      scope: given?.scope ?? (given ? 'test' : (parent?.scope ?? 'test')),
      uses: typeof value === 'function' ? usedNames(value as FixtureFunction) : new Set(),
      parent,
    });
  }
  for (const fixture of all.values()) checkUses(fixture, all);
  return all;
}

function checkUses({ name, uses, scope, parent }: Fixture, all: Registered): void {
  for (const used of uses) {
    if (builtIn.has(used)) continue;
    const other = used === name ? parent : all.get(used);
    if (other === undefined) {
      const reason = used === name ? 'itself, but does not have a base implementation' : `unknown fixture "${used}"`;
      throw new FixtureDependencyError(`The "${name}" fixture depends on ${reason}.`);
    }
    if (scopes.indexOf(scope) > scopes.indexOf(other.scope)) {
      throw new FixtureDependencyError(
        `The ${scope} "${name}" fixture cannot depend on a ${other.scope} fixture "${used}".`,
      );
    }
  }
}

type Built = (context: object, tools: { readonly onCleanup: (cleanup: () => unknown) => void }) => unknown;

/** Reads `extend(definitions)` and `extend(name, options?, value)`. */
export function readDefinitions(first: unknown, second?: unknown, third?: unknown): Definitions {
  if (typeof first !== 'string') return first as Definitions;
  const options = third !== undefined || isOptions(second) ? second : undefined;
  const given = third ?? (options === undefined ? second : {});
  const value = typeof given === 'function' ? usingOf(given as Built) : given;
  return { [first]: options === undefined ? value : [value, options] };
}

/** A fixture that returns its value, in the form of one that hands it to `use`. */
function usingOf(build: Built): FixtureFunction {
  const using: FixtureFunction = async (context, use) => {
    let tearDown: (() => unknown) | undefined;
    const onCleanup = (cleanup: () => unknown): void => {
      if (tearDown !== undefined)
        throw new Error(
          'onCleanup can only be called once per fixture. Define separate fixtures if you need multiple cleanup functions.',
        );
      tearDown = cleanup;
    };
    await use(await build(context, { onCleanup }));
    await tearDown?.();
  };
  return standsFor(using, build);
}
