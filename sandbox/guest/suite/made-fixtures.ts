/** Makes the fixtures that a function asks for, in the order in which they depend on each other. */
import type { Fixture, FixtureFunction, Fixtures } from './fixtures.ts';
import type { Hook, SuiteNode } from './tree.ts';
import { usedNames } from './used-names.ts';

type Asking = (context: never) => unknown;
type Context = Record<string, unknown>;

interface Made {
  readonly fixtures: Set<Fixture>;
  readonly cleanups: Hook[];
}

const madeFor = new WeakMap<object, Made>();
/** Those that are made once for all tests of one `test` function. */
const sharedBy = new Map<Fixtures, { readonly values: Context; readonly pending: Map<string, Promise<unknown>> }>();
const sharedCleanups: Hook[] = [];

function madeIn(context: object): Made {
  const made = madeFor.get(context) ?? { fixtures: new Set(), cleanups: [] };
  madeFor.set(context, made);
  return made;
}

export interface Where {
  readonly fixtures: Fixtures | undefined;
  readonly suite: SuiteNode;
  /** Hooks of whole suites get no fixtures of single tests. */
  readonly suiteHook?: string;
}

/** Puts what the function asks for, and what is made unasked, into the context. */
export async function makeFixtures(asking: Asking, context: object, where: Where): Promise<void> {
  const { fixtures, suite, suiteHook } = where;
  const registered = fixtures?.in(suite);
  if (fixtures === undefined || registered === undefined || registered.size === 0) return;
  const names = usedNames(asking);
  const wanted = [...registered.values()].filter(
    (one) => names.has(one.name) || (one.auto && (suiteHook === undefined || one.scope !== 'test')),
  );
  for (const fixture of inOrder(wanted, registered)) {
    if (fixture.scope !== 'test') (context as Context)[fixture.name] = await sharedValue(fixture, fixtures);
    else if (suiteHook === undefined) await place(fixture, context as Context);
    else throw new Error(outOfScope(fixture, suiteHook));
  }
}

function outOfScope({ name }: Fixture, hook: string): string {
  return `Test-scoped fixtures cannot be used inside ${hook} hook. The following fixtures are test-scoped: "${name}".`;
}

async function place(fixture: Fixture, context: Context): Promise<void> {
  const { fixtures, cleanups } = madeIn(context);
  if (fixtures.has(fixture)) return;
  context[fixture.name] = await make(fixture, context, cleanups);
  fixtures.add(fixture);
  cleanups.push(() => fixtures.delete(fixture));
}

/** Shared ones know of each other alone. */
async function sharedValue(fixture: Fixture, fixtures: Fixtures): Promise<unknown> {
  const shared = sharedBy.get(fixtures) ?? { values: {}, pending: new Map<string, Promise<unknown>>() };
  sharedBy.set(fixtures, shared);
  const value = shared.pending.get(fixture.name) ?? make(fixture, shared.values, sharedCleanups);
  shared.pending.set(fixture.name, value);
  shared.values[fixture.name] = await value;
  return value;
}

function inOrder(wanted: readonly Fixture[], registered: ReadonlyMap<string, Fixture>): readonly Fixture[] {
  const found = new Set<Fixture>();
  const visit = (fixture: Fixture, path: readonly Fixture[]): void => {
    if (found.has(fixture)) return;
    if (path.includes(fixture)) {
      const names = [...path, fixture].map(({ name }) => name).toReversed();
      throw new Error(`Circular fixture dependency detected: ${names.join(' <- ')}`);
    }
    for (const name of fixture.uses) {
      const used = name === fixture.name ? fixture.parent : registered.get(name);
      if (used !== undefined) visit(used, [...path, fixture]);
    }
    found.add(fixture);
  };
  for (const fixture of wanted) visit(fixture, []);
  return [...found];
}

/** Runs a fixture up to where it hands its value over; the rest of it is its tearing down. */
function make(fixture: Fixture, context: object, cleanups: Hook[]): Promise<unknown> {
  if (typeof fixture.value !== 'function') return Promise.resolve(fixture.value);
  const run = fixture.value as FixtureFunction;
  return new Promise((resolve, reject) => {
    const use = (value: unknown): Promise<void> => {
      resolve({ value });
      return new Promise((tearDown) => {
        cleanups.push(async () => {
          tearDown();
          await finished;
        });
      });
    };
    const finished = (async () => run(context, use))();
    const unused = new Error(
      `Fixture "${fixture.name}" returned without calling "use". Make sure to call "use" in every code path of the fixture function.`,
    );
    finished.then(() => reject(unused), reject);
  }).then((made) => (made as { readonly value: unknown }).value);
}

/** How many there are to tear down; more may come. */
export const countMade = (context: object): number => madeFor.get(context)?.cleanups.length ?? 0;

/** Tears down what was made for a test, the last first, but for the first so many. */
export function tearDownMade(context: object, from = 0): Promise<void> {
  return tearDown(madeFor.get(context)?.cleanups.splice(from) ?? []);
}

/** Tears down what was made for all tests. */
export function tearDownShared(): Promise<void> {
  sharedBy.clear();
  return tearDown(sharedCleanups.splice(0));
}

async function tearDown(cleanups: readonly Hook[]): Promise<void> {
  const errors: unknown[] = [];
  for (const cleanup of cleanups.toReversed()) {
    try {
      await cleanup();
    } catch (thrown) {
      errors.push(thrown);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, 'Multiple fixture teardowns failed.');
}
