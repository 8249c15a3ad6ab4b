/** `describe` and `test` with their modifiers: `.skip`, `.only`, `.todo`, `.fails`, `.each`, `.for`, `.extend` and so on. */
import { runningTest } from './context.ts';
import { Fixtures, readDefinitions } from './fixtures.ts';
import { type Body, readArguments } from './test-options.ts';
import { formatTitle, nameOf, tableRows } from './titles.ts';
import {
  addHook,
  addSuite,
  addTest,
  currentSuite,
  type Hook,
  type HookKind,
  type Options,
  type TestBody,
} from './tree.ts';
import { standsFor } from './used-names.ts';

/** `test(name, fn, timeout)` and `test(name, options, fn)`. */
export interface TestApi {
  (name: unknown, second?: unknown, third?: unknown): void;
  [modifier: string]: unknown;
}

/** What makes one kind of `test` or `describe` different from the others. */
export interface Kind {
  readonly register: (name: string, options: Options, body: Body | undefined) => void;
  /** The body of one row of `.each`. */
  readonly bind: (body: Body, values: readonly unknown[]) => Body;
  /** The pattern of a title, before it is filled in. */
  readonly title?: (pattern: string) => string;
}

const flags: Record<string, Options> = {
  skip: { mode: 'skip' },
  only: { mode: 'only' },
  todo: { mode: 'todo' },
  fails: { fails: true },
  failing: { fails: true },
  concurrent: {},
  sequential: {},
  shuffle: {},
};

/** `test` or `describe` of a kind, with its modifiers. */
export function build(kind: Kind, preset: Options): TestApi {
  const api = ((name, second, third) => {
    const { options, body } = readArguments(second, third);
    kind.register(nameOf(name), { ...preset, ...options }, body);
  }) as TestApi;
  for (const [name, flag] of Object.entries(flags)) {
    Object.defineProperty(api, name, { get: () => build(kind, { ...preset, ...flag }) });
  }
  api['each'] = rowsOf(api, kind, (body, item, isSpread) => kind.bind(body, isSpread ? (item as unknown[]) : [item]));
  api['for'] = rowsOf(api, kind, (body, item) => standsFor((context: unknown) => body(item, context), body, 1));
  api['skipIf'] = (condition: unknown) => (condition ? api['skip'] : api);
  api['runIf'] = (condition: unknown) => (condition ? api : api['skip']);
  if (preset.fixtures !== undefined)
    Object.assign(api, extensions(api, kind, { ...preset, fixtures: preset.fixtures }));
  return api;
}

type BindRow = (body: Body, item: unknown, isSpread: boolean) => Body;

function rowsOf(api: TestApi, { title = (pattern) => pattern }: Kind, bind: BindRow) {
  return (table: readonly unknown[], ...values: unknown[]) => {
    const rows = values.length > 0 ? tableRows(table as readonly string[], values) : table;
    return (name: unknown, second?: unknown, third?: unknown) => {
      const { body } = readArguments(second, third);
      const options = typeof second === 'function' ? third : second;
      const isSpread = rows.every(Array.isArray);
      rows.forEach((item, index) => {
        const text = formatTitle(title(nameOf(name)), Array.isArray(item) ? item : [item], index);
        const bound = body && bind(body, item, isSpread);
        if (typeof options === 'number') api(text, bound, options);
        else api(text, options, bound);
      });
    };
  };
}

type Definition = [first: unknown, second?: unknown, third?: unknown];

/** `extend` and what goes with it, for `test` only. */
function extensions(
  api: TestApi,
  kind: Kind,
  preset: Options & { readonly fixtures: Fixtures },
): Record<string, unknown> {
  const { fixtures } = preset;
  const override = (...definition: Definition): TestApi => {
    fixtures.override(currentSuite(), readDefinitions(...definition));
    return api;
  };
  return {
    ...hooksWith(fixtures),
    describe,
    suite: describe,
    extend: (...definition: Definition) =>
      build(kind, { ...preset, fixtures: fixtures.extend(readDefinitions(...definition)) }),
    override,
    scoped: override,
  };
}

const hookKinds: readonly HookKind[] = ['beforeAll', 'afterAll', 'beforeEach', 'afterEach', 'aroundAll', 'aroundEach'];

/** The functions that register hooks, which hand them fixtures. */
export function hooksWith(fixtures?: Fixtures): Record<HookKind, (run: Hook, timeoutMs?: number) => void> {
  const register = (kind: HookKind) => (run: Hook, timeoutMs?: number) => {
    if (typeof run !== 'function') throw new TypeError(`"${kind}" callback value is ${typeof run}, not a function`);
    addHook(kind, { run, timeoutMs, fixtures });
  };
  return Object.fromEntries(hookKinds.map((kind) => [kind, register(kind)])) as ReturnType<typeof hooksWith>;
}

/** Bodies of rows take the row's values and nothing else. */
export const withoutContext: Kind['bind'] = (body, values) => () => body(...values);

export function registerSuite(name: string, options: Options, factory: (() => unknown) | undefined): void {
  if (runningTest() !== undefined) {
    throw new Error(
      'Calling the suite function inside test function is not allowed. It can be only called at the top level or inside another suite function.',
    );
  }
  addSuite(name, options, factory);
}

export const describe: TestApi = build({ register: registerSuite, bind: withoutContext }, {});
export const test: TestApi = build({ register: addTest, bind: withoutContext }, { fixtures: new Fixtures() });

/** A `test` whose bodies are wrapped, for adapters such as `@fast-check/vitest`. */
export function wrappedTest(wrap: (body: TestBody) => TestBody): TestApi {
  const register: Kind['register'] = (name, options, body) => addTest(name, options, body && wrap(body));
  return build({ register, bind: withoutContext }, {});
}
