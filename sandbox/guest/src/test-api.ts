/** `describe` and `test` with vitest's modifiers: `.skip`, `.only`, `.todo`, `.fails`, `.each`, `.for`, `.skipIf`, `.runIf`. */
import { formatTitle, nameOf, tableRows } from './titles.ts';
import { addSuite, addTest, type Options, type TestBody } from './tree.ts';

type Body = (...args: unknown[]) => unknown;
type Register = (name: string, options: Options, body: Body | undefined) => void;

/** `test(name, fn, timeout | options)` and `test(name, options, fn)`. */
export interface TestApi {
  (name: unknown, second?: unknown, third?: unknown): void;
  [modifier: string]: unknown;
}

const flags: Record<string, Options> = {
  skip: { mode: 'skip' },
  only: { mode: 'only' },
  todo: { mode: 'todo' },
  fails: { fails: true },
  concurrent: {},
  sequential: {},
  shuffle: {},
};

interface UserOptions {
  readonly timeout?: number;
  readonly retry?: number;
  readonly repeats?: number;
  readonly skip?: boolean;
  readonly only?: boolean;
  readonly todo?: boolean;
  readonly fails?: boolean;
}

function readOptions(given: unknown): Options {
  if (typeof given === 'number') return { timeoutMs: given };
  if (typeof given !== 'object' || given === null) return {};
  const user = given as UserOptions;
  const mode = user.skip ? 'skip' : user.only ? 'only' : user.todo ? 'todo' : undefined;
  return {
    ...(mode && { mode }),
    ...(user.timeout !== undefined && { timeoutMs: user.timeout }),
    ...(typeof user.retry === 'number' && { retry: user.retry }),
    ...(user.repeats !== undefined && { repeats: user.repeats }),
    ...(user.fails !== undefined && { fails: user.fails }),
  };
}

function parse(second: unknown, third: unknown): { readonly options: Options; readonly body: Body | undefined } {
  if (typeof second === 'function') return { options: readOptions(third), body: second as Body };
  return { options: readOptions(second), body: typeof third === 'function' ? (third as Body) : undefined };
}

function build(register: Register, preset: Options): TestApi {
  const api = ((name, second, third) => {
    const { options, body } = parse(second, third);
    register(nameOf(name), { ...options, ...preset }, body);
  }) as TestApi;
  for (const [name, flag] of Object.entries(flags)) {
    Object.defineProperty(api, name, { get: () => build(register, { ...preset, ...flag }) });
  }
  api['each'] = cases(api, (body, item, spread) => (spread ? () => body(...(item as unknown[])) : () => body(item)));
  api['for'] = cases(api, (body, item) => (context) => body(item, context));
  api['skipIf'] = (condition: unknown) => (condition ? api['skip'] : api);
  api['runIf'] = (condition: unknown) => (condition ? api : api['skip']);
  return api;
}

type Bind = (body: Body, item: unknown, spread: boolean) => Body;

function cases(api: TestApi, bind: Bind) {
  return (table: readonly unknown[], ...values: unknown[]) => {
    const rows = values.length > 0 ? tableRows(table as readonly string[], values) : table;
    return (name: unknown, second?: unknown, third?: unknown) => {
      const { body } = parse(second, third);
      const options = typeof second === 'function' ? third : second;
      const spread = rows.every(Array.isArray);
      rows.forEach((item, index) => {
        const title = formatTitle(nameOf(name), Array.isArray(item) ? item : [item], index);
        api(title, options, body && bind(body, item, spread));
      });
    };
  };
}

export const describe: TestApi = build(addSuite, {});
export const test: TestApi = build(addTest, {});

/** A `test` whose bodies are wrapped, for adapters such as `@fast-check/vitest`. */
export function wrappedTest(wrap: (body: TestBody) => TestBody): TestApi {
  return build((name, options, body) => addTest(name, options, body && wrap(body)), {});
}
