/** The real fast-check, seeded by the job, with failures that keep their counterexample; and `test.prop` over it. */
import * as fc from 'fast-check';
import { bail } from './bail.ts';
import { messageOf } from './messages.ts';
import { rememberCounterexample } from './counterexample.ts';
import { type RepeatedHooks, repeatedHooks } from './attempt.ts';
import { runningTest } from './context.ts';
import { test, type TestApi, wrappedTest } from './test-api.ts';
import type { TestBody } from './tree.ts';

const maxValues = 2000;

/** Throws what fast-check itself would, and remembers the counterexample. */
function report(details: fc.RunDetails<unknown>): void {
  if (!details.failed) return;
  if (bail.isOn) throw new Error('Property failed');
  const text = fc.defaultReportMessage(details) ?? 'Property failed';
  const reason = details.errorInstance;
  const error = new Error(reason === null ? text : `${text}\n${messageOf(reason)}`, { cause: reason });
  if (details.counterexample !== null) {
    rememberCounterexample(error, {
      values: fc.stringify(details.counterexample).slice(0, maxValues),
      seed: details.seed,
      path: details.counterexamplePath ?? '',
      shrinks: details.numShrinks,
    });
  }
  throw error;
}

async function reportAsync(details: fc.RunDetails<unknown>): Promise<void> {
  const values = details.counterexample;
  if (values !== null && !bail.isOn) await fc.asyncStringify(values);
  report(details);
}

export function seedProperties(seed: number): void {
  fc.configureGlobal({ seed });
}

/** From now on a property ends with the first run that breaks it. */
export function endPropertiesEarly(): void {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
}

/** Runs one property while a snapshot is made, so that fresh isolates find fast-check's functions compiled. */
export function warmUpProperties(): void {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), fc.nat(), () => true),
    { seed: 1, numRuns: 20 },
  );
}

type AnyProperty = fc.IProperty<unknown> | fc.IAsyncProperty<unknown>;

/** `fc.assert` that reports through us, unless the suite brings its own reporter. */
function assert(property: AnyProperty, parameters: fc.Parameters<unknown> = {}): unknown {
  const isOwn = parameters.reporter !== undefined || parameters.asyncReporter !== undefined;
  if (isOwn) return fc.assert(property as fc.IProperty<unknown>, parameters);
  const reporter = property.isAsync() ? { asyncReporter: reportAsync } : { reporter: report };
  return fc.assert(property as fc.IProperty<unknown>, { ...parameters, ...reporter });
}

type Arbitraries = readonly fc.Arbitrary<unknown>[] | Record<string, fc.Arbitrary<unknown>>;
type Predicate = (...args: unknown[]) => unknown;

/** `test.prop([…])(name, fn)` and `test.prop({…})(name, fn)` on any variant of `test`; rows of `.each` are vitest's. */
function withProp(api: TestApi, vitest: TestApi): TestApi {
  const extended = ((...args: Parameters<TestApi>) => api(...args)) as TestApi;
  for (const key of ['skip', 'only', 'todo', 'fails', 'concurrent'] as const) {
    Object.defineProperty(extended, key, { get: () => withProp(api[key] as TestApi, vitest[key] as TestApi) });
  }
  for (const key of ['for', 'skipIf', 'runIf'] as const) extended[key] = api[key];
  extended['each'] = vitest['each'];
  extended['prop'] = (arbitraries: Arbitraries, parameters?: fc.Parameters<unknown>) => {
    return (label: string, predicate: Predicate, timeout?: number) => {
      const seed = parameters?.seed ?? fc.readConfigureGlobal().seed;
      const title = `${label} (with seed=${seed})`;
      const run = async (): Promise<void> => {
        const test = runningTest();
        const hooks = test && repeatedHooks(test);
        const property = propertyOf(arbitraries, predicate, hooks);
        try {
          await assert(property, parametersOf(arbitraries, parameters));
        } finally {
          await hooks?.end();
        }
      };
      api(title, run, timeout);
    };
  };
  return extended;
}

function propertyOf(
  arbitraries: Arbitraries,
  predicate: Predicate,
  hooks: RepeatedHooks | undefined,
): fc.IAsyncProperty<unknown> {
  const all = Array.isArray(arbitraries)
    ? arbitraries
    : [fc.record(arbitraries as Record<string, fc.Arbitrary<unknown>>)];
  const property = fc.asyncProperty(...(all as [fc.Arbitrary<unknown>]), (...args: unknown[]) =>
    predicated(predicate(...args)),
  );
  if (hooks === undefined) return property;
  let isFirst = true;
  property.beforeEach(async () => {
    if (isFirst) isFirst = false;
    else await hooks.rerun();
  });
  return property;
}

function parametersOf(arbitraries: Arbitraries, given: fc.Parameters<unknown> = {}): fc.Parameters<unknown> {
  if (Array.isArray(arbitraries) || given.examples === undefined) return given;
  return { ...given, examples: given.examples.map((example) => [example]) };
}

/** What a predicate gave, in a promise as fast-check wants it: all but nothing and true is a failure. */
async function predicated(held: unknown): Promise<boolean | void> {
  return (await held) as boolean | void;
}

/** Runs a test of `@fast-check/vitest` as a property of one run, so that it may draw values with `g`. */
function withGenerator(body: TestBody): TestBody {
  return async (context) => {
    let isDrawing = false;
    const property = fc.asyncProperty(fc.gen(), (gen) => {
      const draw = (...args: Parameters<typeof gen>): unknown => {
        isDrawing = true;
        return gen(...args);
      };
      const g = Object.assign(draw, { values: () => gen.values() });
      return predicated(body({ ...context, g }));
    });
    try {
      await assert(property, { numRuns: fc.readConfigureGlobal().numRuns ?? 1, endOnFailure: true });
    } catch (thrown) {
      // What a test drew is worth telling; where it drew nothing, it is no property.
      throw isDrawing || !(thrown instanceof Error) ? thrown : thrown.cause;
    }
  };
}

const propTest = withProp(wrappedTest(withGenerator), test);

const offered = { ...fc, assert };

export const propertyModules: Record<string, Record<string, unknown>> = {
  'fast-check': { ...offered, default: offered },
  '@fast-check/vitest': { test: propTest, it: propTest, fc: offered },
};

/** Whether an object is what ends one run of a property without an outcome. */
export function isPrecondition(object: object): boolean {
  return object instanceof fc.PreconditionFailure;
}
