/** The tree of suites and tests that a test module registers. */
export type Mode = 'run' | 'skip' | 'only' | 'todo';
export type Hook = (...args: unknown[]) => unknown;
export type TestBody = (context: TestContext) => unknown;

export interface Options {
  readonly mode?: Mode;
  readonly fails?: boolean;
  readonly timeoutMs?: number;
  readonly retry?: number;
  readonly repeats?: number;
}

interface TimedHook {
  readonly run: Hook;
  readonly timeoutMs: number;
}

export interface Hooks {
  readonly beforeAll: TimedHook[];
  readonly afterAll: TimedHook[];
  readonly beforeEach: TimedHook[];
  readonly afterEach: TimedHook[];
}

export interface SuiteNode {
  readonly type: 'suite';
  readonly name: string;
  readonly options: Options;
  readonly parent: SuiteNode | undefined;
  readonly children: (SuiteNode | TestNode)[];
  readonly hooks: Hooks;
  readonly factory: (() => unknown) | undefined;
  mode: Mode;
}

export interface TestNode {
  readonly type: 'test';
  readonly name: string;
  readonly options: Options;
  readonly parent: SuiteNode;
  readonly body: TestBody | undefined;
  mode: Mode;
  /** Written by `@vitest/expect`: soft failures, and assertions that were not awaited. */
  result?: { state?: string; errors?: unknown[] };
  promises?: Promise<unknown>[];
  onFinished?: Hook[];
  onFailed?: Hook[];
}

/** What a test function receives. */
export interface TestContext {
  readonly task: { readonly name: string };
  readonly expect: unknown;
  readonly skip: (note?: unknown) => never;
  readonly onTestFinished: (hook: Hook) => void;
  readonly onTestFailed: (hook: Hook) => void;
  readonly [extra: string]: unknown;
}

const defaultTimeoutMs = 5000;
const hookTimeoutMs = 10_000;

function suiteNode(name: string, options: Options, parent?: SuiteNode, factory?: () => unknown): SuiteNode {
  const hooks: Hooks = { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
  return { type: 'suite', name, options, parent, factory, hooks, children: [], mode: options.mode ?? 'run' };
}

export const root: SuiteNode = suiteNode('', {});
let current = root;

export function addSuite(name: string, options: Options, factory: (() => unknown) | undefined): void {
  const mode = options.mode ?? (factory === undefined ? 'todo' : 'run');
  current.children.push(suiteNode(name, { ...inherited(), ...options, mode }, current, factory));
}

export function addTest(name: string, options: Options, body: TestBody | undefined): void {
  const mode = options.mode ?? (body === undefined ? 'todo' : 'run');
  const all = { timeoutMs: defaultTimeoutMs, ...inherited(), ...options, mode };
  current.children.push({ type: 'test', name, options: all, parent: current, body, mode });
}

/** Options of a suite hold for what is inside, but for its own mode. */
function inherited(): Options {
  const { mode: _mode, ...options } = current.options;
  return options;
}

export function addHook(kind: keyof Hooks, run: Hook, timeoutMs: number = hookTimeoutMs): void {
  current.hooks[kind].push({ run, timeoutMs });
}

/** Runs the factories of all suites, outer ones first, as vitest does once the module has been evaluated. */
export async function collect(suite: SuiteNode = root): Promise<void> {
  for (const child of suite.children) {
    if (child.type !== 'suite') continue;
    current = child;
    await child.factory?.();
    await collect(child);
  }
  current = root;
}

export function* testsOf(suite: SuiteNode): Generator<TestNode> {
  for (const child of suite.children) {
    if (child.type === 'test') yield child;
    else yield* testsOf(child);
  }
}

export function fullName(node: TestNode | SuiteNode): string {
  const outer = node.parent === undefined ? '' : fullName(node.parent);
  return outer === '' ? node.name : `${outer} > ${node.name}`;
}

/** The suites round a node, outermost first. */
export function ancestors(node: TestNode): SuiteNode[] {
  const found: SuiteNode[] = [];
  for (let suite: SuiteNode | undefined = node.parent; suite !== undefined; suite = suite.parent) found.unshift(suite);
  return found;
}

function holdsOnly(suite: SuiteNode): boolean {
  return suite.children.some((child) => child.mode === 'only' || (child.type === 'suite' && holdsOnly(child)));
}

/** Turns `only` into what runs and what is skipped, and hands `skip` and `todo` down, as vitest does. */
export function settleModes(suite: SuiteNode = root, onlyMode: boolean = holdsOnly(root), inOnly = false): void {
  for (const child of suite.children) {
    const included = inOnly || child.mode === 'only';
    if (onlyMode) settleOnly(child, included);
    if (child.type !== 'suite') continue;
    if (child.mode === 'skip' || child.mode === 'todo') skipAll(child, child.mode);
    else settleModes(child, onlyMode, included && !holdsOnly(child));
  }
}

function settleOnly(node: SuiteNode | TestNode, included: boolean): void {
  if (node.type === 'suite' && (included || holdsOnly(node))) {
    if (node.mode === 'only') node.mode = 'run';
  } else if (node.mode === 'run' && !included) {
    node.mode = 'skip';
  } else if (node.mode === 'only') {
    node.mode = 'run';
  }
}

function skipAll(suite: SuiteNode, mode: Mode): void {
  for (const child of suite.children) {
    if (child.mode === 'run' || child.mode === 'only') child.mode = mode;
    if (child.type === 'suite') skipAll(child, mode);
  }
}
