/** The tree of suites and tests that a test module registers; its nodes are what a suite sees as tasks. */
import type { Fixtures } from './fixtures.ts';
import { settings } from './settings.ts';

export type Mode = 'run' | 'skip' | 'only' | 'todo';
export type Hook = (...args: unknown[]) => unknown;
export type TestBody = (context: TestContext) => unknown;

export interface RetryOptions {
  readonly count?: number;
  readonly delay?: number;
  readonly condition?: RegExp | ((error: unknown) => boolean);
}

export interface Options {
  readonly mode?: Mode;
  readonly fails?: boolean;
  readonly timeoutMs?: number;
  readonly retry?: number | RetryOptions;
  readonly repeats?: number;
  readonly meta?: object;
  readonly tags?: readonly string[];
  readonly fixtures?: Fixtures;
}

export interface TimedHook {
  readonly run: Hook;
  /** The suite's setting unless given. */
  readonly timeoutMs: number | undefined;
  /** What `test.extend` gave the `test` through which it was registered. */
  readonly fixtures: Fixtures | undefined;
}

const kinds = ['beforeAll', 'afterAll', 'beforeEach', 'afterEach', 'aroundAll', 'aroundEach'] as const;
export type HookKind = (typeof kinds)[number];
export type Hooks = Readonly<Record<HookKind, TimedHook[]>>;

interface Task {
  readonly id: string;
  readonly name: string;
  /** Names from the outside in, joined by ` > `. */
  readonly fullName: string;
  readonly fullTestName: string;
  readonly options: Options;
  readonly meta: object;
  readonly tags: readonly string[];
  /** The suite round it, as suites see it: none at the top. */
  readonly suite: SuiteNode | undefined;
  readonly file: SuiteNode | undefined;
  mode: Mode;
}

export interface SuiteNode extends Task {
  readonly type: 'suite';
  readonly parent: SuiteNode | undefined;
  readonly tasks: (SuiteNode | TestNode)[];
  readonly hooks: Hooks;
  readonly factory: (() => unknown) | undefined;
  result?: Result;
}

export interface Result {
  state: 'run' | 'pass' | 'fail' | 'skip';
  errors?: unknown[];
  /** Set once a test has asked to be skipped. */
  pending?: boolean;
  retryCount?: number;
  repeatCount?: number;
}

export interface TestNode extends Task {
  readonly type: 'test';
  readonly parent: SuiteNode;
  readonly body: TestBody | undefined;
  readonly timeout: number | undefined;
  readonly retry: number | RetryOptions | undefined;
  readonly repeats: number | undefined;
  readonly fails: boolean | undefined;
  readonly annotations: object[];
  context?: TestContext;
  /** Written by `@vitest/expect` too: soft failures, and assertions that were not awaited. */
  result?: Result;
  promises?: Promise<unknown>[];
  onFinished?: Hook[];
  onFailed?: Hook[];
}

/** What a test function receives; hooks may add to it. */
export interface TestContext {
  readonly task: TestNode;
  readonly expect: unknown;
  readonly skip: (condition?: unknown, note?: string) => void;
  readonly annotate: (message: string, type?: unknown) => Promise<object>;
  readonly onTestFinished: (hook: Hook, timeoutMs?: number) => void;
  readonly onTestFailed: (hook: Hook, timeoutMs?: number) => void;
  /** Aborted when the test runs out of time. */
  signal: unknown;
  [extra: string]: unknown;
}

type Named = Pick<SuiteNode, 'name' | 'options' | 'parent'>;
let taskCount = 0;

function taskOf({ name, options, parent }: Named): Task {
  const outer = parent?.fullName ?? '';
  const fullName = outer === '' ? name : `${outer} > ${name}`;
  return {
    id: String(taskCount++),
    name,
    fullName,
    fullTestName: fullName,
    options,
    meta: { ...options.meta },
    tags: [...(options.tags ?? [])],
    suite: parent?.parent === undefined ? undefined : parent,
    file: parent?.file ?? parent,
    mode: options.mode ?? 'run',
  };
}

function suiteNode(named: Named, factory?: () => unknown): SuiteNode {
  const hooks = Object.fromEntries(kinds.map((kind) => [kind, []])) as unknown as Hooks;
  return { type: 'suite', ...taskOf(named), parent: named.parent, factory, hooks, tasks: [] };
}

export const root: SuiteNode = suiteNode({ name: '', options: {}, parent: undefined });
let current = root;
/** What is registered once tests run comes too late, and is left out. */
let isOpen = true;

export const currentSuite = (): SuiteNode => current;

export function addSuite(name: string, options: Options, factory: (() => unknown) | undefined): void {
  if (!isOpen) return;
  const mode = options.mode ?? (factory === undefined ? 'todo' : 'run');
  const node = suiteNode({ name, options: { ...inherited(), ...options, mode }, parent: current }, factory);
  current.tasks.push(node);
}

export function addTest(name: string, given: Options, body: TestBody | undefined): void {
  if (!isOpen) return;
  const mode = given.mode ?? (body === undefined ? 'todo' : 'run');
  const options = { ...inherited(), ...given, mode };
  current.tasks.push({
    type: 'test',
    ...taskOf({ name, options, parent: current }),
    parent: current,
    body,
    timeout: options.timeoutMs,
    retry: options.retry,
    repeats: options.repeats,
    fails: options.fails,
    annotations: [],
  });
}

/** Options of a suite hold for what is inside, but for its own mode. */
function inherited(): Options {
  const { mode: _mode, ...options } = current.options;
  return options;
}

export function addHook(
  kind: HookKind,
  hook: Omit<TimedHook, 'timeoutMs'> & { readonly timeoutMs?: number | undefined },
): void {
  current.hooks[kind].push({ timeoutMs: undefined, ...hook });
}

/** How long a hook may take. */
export function hookTimeoutMs(hook: Pick<TimedHook, 'timeoutMs'>): number {
  return hook.timeoutMs ?? settings.hookTimeout;
}

/** Runs the factories of all suites, outer ones first, as vitest does once the module has been evaluated. */
export async function collect(): Promise<void> {
  await collectIn(root);
  isOpen = false;
}

async function collectIn(suite: SuiteNode): Promise<void> {
  for (const child of suite.tasks) {
    if (child.type !== 'suite') continue;
    current = child;
    await child.factory?.();
    await collectIn(child);
  }
  current = root;
}

export function* testsOf(suite: SuiteNode): Generator<TestNode> {
  for (const child of suite.tasks) {
    if (child.type === 'test') yield child;
    else yield* testsOf(child);
  }
}

/** The suites round a test, outermost first. */
export function ancestors(node: TestNode): SuiteNode[] {
  const found: SuiteNode[] = [];
  for (let suite: SuiteNode | undefined = node.parent; suite !== undefined; suite = suite.parent) found.unshift(suite);
  return found;
}
