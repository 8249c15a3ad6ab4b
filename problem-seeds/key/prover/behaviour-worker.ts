import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import type { Key, SolutionModule } from '../key.ts';
import type { Behaviour } from './observed.ts';
import { isSame } from './same.ts';

/** What a worker is told. */
export interface BehaviourJob {
  readonly keyFile: string;
  readonly entryPoint: string;
  /** Files with plain JavaScript. */
  readonly modules: readonly { readonly name: string; readonly file: string }[];
}

export interface BehaviourMessage {
  readonly name: string;
  /** Undefined when the module's turn begins. */
  readonly behaviour?: Behaviour;
}

type Settled = { readonly threw: false; readonly value: unknown } | { readonly threw: true; readonly error: unknown };

const job = workerData as BehaviourJob;
// What a module leaves behind (a promise nobody waits for, a timer that throws) must not end the proof.
process.on('unhandledRejection', () => undefined);
process.on('uncaughtException', () => undefined);

async function main(): Promise<void> {
  for (const { name, file } of job.modules) {
    report({ name });
    report({ name, behaviour: await behaviourOf(file) });
  }
}

function report(message: BehaviourMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is a worker's port, not a window
  parentPort?.postMessage(message);
}

async function behaviourOf(file: string): Promise<Behaviour> {
  const { key } = (await import(job.keyFile)) as { readonly key: Key };
  const loaded = await settle(() => import(file));
  if (loaded.threw) return { kind: 'does-not-load', message: show(loaded.error) };
  const module = loaded.value as SolutionModule;
  if (!Object.hasOwn(module, job.entryPoint)) return { kind: 'lacks-entry-point', exports: Object.keys(module) };
  try {
    return await compare(key, module);
  } catch (error) {
    return { kind: 'broken-key', message: show(error) };
  }
}

async function compare(key: Key, module: SolutionModule): Promise<Behaviour> {
  let cases = 0;
  let disagreements = 0;
  let first = '';
  for (const args of key.cases()) {
    cases += 1;
    const disagreement = await disagreementOn(key, module, args);
    if (disagreement === undefined) continue;
    disagreements += 1;
    first ||= disagreement;
  }
  if (cases === 0) return { kind: 'broken-key', message: 'there are no cases' };
  return disagreements === 0 ? { kind: 'agrees', cases } : { kind: 'disagrees', cases, disagreements, first };
}

async function disagreementOn(key: Key, module: SolutionModule, args: readonly unknown[]): Promise<string | undefined> {
  const call = show(args);
  const expected = await settle(() => key.oracle(...fresh(args)));
  const given = fresh(args);
  const witness = fresh(given);
  const actual = await settle(() =>
    key.run === undefined ? module[job.entryPoint](...given) : key.run(module, given),
  );
  if (!agrees(key, args, expected, actual))
    return `${call}: expected ${showSettled(expected)}, got ${showSettled(actual)}`;
  if (key.inputsStayIntact === false || given === witness || isSame(given, witness)) return undefined;
  return `${call}: the arguments became ${show(given)}`;
}

function agrees(key: Key, args: readonly unknown[], expected: Settled, actual: Settled): boolean {
  if (expected.threw || actual.threw) {
    return expected.threw && actual.threw && isErrorLike(expected.error, actual.error);
  }
  return key.accepts === undefined ? isSame(actual.value, expected.value) : key.accepts(actual.value, fresh(args));
}

/** A plain `Error` asks for any error, a more specific one for its own kind. */
function isErrorLike(expected: unknown, actual: unknown): boolean {
  if (!(expected instanceof Error)) return isSame(expected, actual);
  return actual instanceof Error && (expected.name === 'Error' || expected.name === actual.name);
}

async function settle(action: () => unknown): Promise<Settled> {
  try {
    return { threw: false, value: await action() };
  } catch (error) {
    return { threw: true, error };
  }
}

/** A copy, or the value itself where a copy would not be equal (functions, class instances). */
function fresh<Value>(value: Value): Value {
  try {
    const copy = structuredClone(value);
    return isSame(copy, value) ? copy : value;
  } catch {
    return value;
  }
}

function showSettled(settled: Settled): string {
  return settled.threw ? `throwing ${show(settled.error)}` : show(settled.value);
}

function show(value: unknown): string {
  const text =
    value instanceof Error
      ? `${value.name}: ${value.message}`
      : inspect(value, { depth: 6, breakLength: Infinity, maxArrayLength: 40 });
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

await main();
// Timers that a module left running must not keep the worker.
process.exit();
