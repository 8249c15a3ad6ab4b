import { describe, expect, test } from 'vitest';
import type { Behaviour, Call, ObserveOptions } from '../../../../src/verify/behaviour/behaviour.ts';
import { observe } from '../../../../src/verify/behaviour/observe.ts';
import { summarize } from '../../../../src/verify/behaviour/summary.ts';
import { scenariosFor } from '../../../../src/verify/inputs/class-scenarios.ts';
import { sharedSandbox } from '../../../sandbox/harness.ts';

const sandbox = sharedSandbox();

const signature = `export declare class Line {
  constructor(items?: string[]);
  add(item: string): number;
  first(): string;
  items(): string[];
  readonly size: number;
}`;

const right = `export class Line {
  private list: string[];
  constructor(items: string[] = []) { this.list = [...items]; }
  add(item: string) { return this.list.push(item); }
  first() { if (this.list.length === 0) throw new RangeError('empty'); return this.list[0]; }
  items() { return [...this.list]; }
  get size() { return this.list.length; }
}`;

interface Asked extends Partial<ObserveOptions> {
  readonly declared?: string;
  readonly examples?: readonly string[];
}

async function behaviourOf(
  solution: string,
  { declared = signature, examples, ...parts }: Asked = {},
): Promise<Behaviour> {
  const inputs = scenariosFor({ entryPoint: 'Line', language: 'ts', signature: declared, solutions: [], suites: [] });
  if (inputs === undefined) throw new Error('there are no inputs');
  const limits = { cpuMs: 300, memoryMb: 64, outputKb: 16 };
  const options = { inputs: examples ? { ...inputs, examples } : inputs, runs: 20, seed: 4, limits, ...parts };
  const outcome = await observe(sandbox(), { solution, language: 'ts', entryPoint: 'Line' }, options);
  if (!outcome.ok) throw new Error(outcome.fault.message);
  return outcome.value;
}

async function callsOf(solution: string, asked: Asked = {}): Promise<readonly Call[]> {
  const behaviour = await behaviourOf(solution, asked);
  if (behaviour.kind === 'failed') throw new Error(JSON.stringify(behaviour.verdict));
  return behaviour.calls;
}

/** What the first scenario shows. */
async function firstOf(solution: string, example: string, asked: Asked = {}): Promise<Call> {
  const [first] = await callsOf(solution, { examples: [example], runs: 0, ...asked });
  if (first === undefined) throw new Error('nothing was played');
  return first;
}

const addTwice =
  '[["new", [["a"]]], ["call", "add", ["b"]], ["call", "items", []], ["call", "items", []], ["get", "size", []]]';

describe('a class is observed', () => {
  test('step by step, on scenarios that depend on the seed alone', async () => {
    const calls = await callsOf(right, { examples: [addTwice] });
    expect(calls[0]).toEqual({
      input: 'new (["a"]); add("b"); items(); items(); size',
      outcome: { kind: 'returned', text: '2; ["a","b"]; ["a","b"]; 2' },
      changed: false,
      unsteady: false,
    });
    expect(calls.length).toBeGreaterThan(15);
    expect(calls.some(({ aliased, changed, unsteady }) => aliased !== undefined || changed || unsteady)).toBe(false);
    const others = await callsOf(right.replace('this.list.length; }', 'NaN; }'), { examples: [addTwice] });
    expect(others.map(({ input }) => input)).toEqual(calls.map(({ input }) => input));
    expect(others.filter(({ outcome }, at) => outcome === calls[at]?.outcome)).toEqual([]);
  });

  test('when steps throw, whatever they throw, and goes on', async () => {
    const thrown = await firstOf(
      right,
      '[["new", []], ["call", "first", []], ["call", "add", ["x"]], ["call", "first", []]]',
    );
    expect(thrown.outcome).toEqual({ kind: 'returned', text: 'throws; 1; "x"' });
  });

  test('when it cannot be made', async () => {
    const made = await firstOf('export class Line { constructor() { throw new TypeError("x"); } }', addTwice);
    expect(made.outcome).toEqual({ kind: 'threw', text: 'TypeError' });
  });

  test('when a member is missing', async () => {
    const made = await firstOf('export class Line { add() { return 1; } }', addTwice);
    expect(made.outcome).toEqual({ kind: 'returned', text: '1; throws; throws; undefined' });
  });

  test('when it gives itself and instances, whose private fields are nobody’s business', async () => {
    const fluent = 'export class Line { private x = 1; add() { return this; } items() { return [new Line()]; } }';
    const { outcome } = await firstOf(fluent, addTwice);
    expect(outcome).toEqual({ kind: 'returned', text: 'itself; [Symbol(instance)]; [Symbol(instance)]; undefined' });
  });

  test('when it gives promises', async () => {
    const late = `export class Line { async add(x) { await new Promise((r) => setTimeout(r, 500)); return x; }
      items() { return Promise.reject(new Error('x')); } size = 3; }`;
    expect((await firstOf(late, addTwice)).outcome).toEqual({ kind: 'returned', text: '"b"; throws; throws; 3' });
    const never = 'export class Line { add() { return new Promise(() => {}); } items() { return []; } size = 1; }';
    expect((await firstOf(never, addTwice)).outcome).toEqual({ kind: 'returned', text: 'does not settle; []; []; 1' });
  });

  test('in its own time', async () => {
    const timed = `export class Line { #start = Date.now(); items() { return []; } size = 1;
      async add() { await new Promise((r) => setTimeout(r, 500)); return Date.now() - this.#start; } }`;
    const twice = '[["new", []], ["call", "add", ["b"]], ["call", "add", ["b"]]]';
    const { outcome, unsteady } = await firstOf(timed, twice);
    expect([outcome, unsteady]).toEqual([{ kind: 'returned', text: '500; 1000' }, false]);
  });

  test('by what it calls', async () => {
    const declared =
      'export declare class Line { on(f: (x: number) => void): void; off(f: (x: number) => void): void; emit(x: number): void; }';
    const emitter = `export class Line { #all = new Set(); on(f) { this.#all.add(f); } off(f) { this.#all.delete(f); }
      emit(x) { for (const f of this.#all) f(x); } }`;
    const calls = await callsOf(emitter, { declared, runs: 60 });
    const texts = calls.map(({ input, outcome }) => ({ input, text: outcome.kind === 'returned' ? outcome.text : '' }));
    expect(texts.some(({ text }) => /undefined calls f1\[\d\] calls f2\[\d\]/.test(text))).toBe(true);
    const deaf = await callsOf(emitter.replace('delete(f)', 'has(f)'), { declared, runs: 60 });
    expect(
      deaf.filter(({ outcome }, at) => JSON.stringify(outcome) !== JSON.stringify(calls[at]?.outcome)),
    ).not.toEqual([]);
  });

  test('when it is a function that makes objects', async () => {
    const declared = 'export function Line(start: number): { add(by: number): number; readonly start: number };';
    const made = 'export const Line = (start) => { let n = start; return { start, add: (by) => (n += by) }; };';
    const example = '[["call", [2]], ["call", "add", [3]], ["call", "add", [1]], ["get", "start", []]]';
    const { input, outcome } = await firstOf(made, example, { declared });
    expect([input, outcome]).toEqual(['(2); add(3); add(1); start', { kind: 'returned', text: '5; 6; 2' }]);
  });
});

describe('a class is seen', () => {
  test('to change what it is given', async () => {
    const greedy = right.replace('[...items]', 'items');
    expect((await firstOf(greedy, addTwice)).changed).toBe(true);
    expect(summarize(await behaviourOf(greedy)).changed).toBeDefined();
  });

  test('to share its state with other instances', async () => {
    const shared = `const list: string[] = []; ${right.replace('private list: string[];', '').replaceAll('this.list', 'list').replace('list = [...items];', '')}`;
    expect((await firstOf(shared, addTwice)).unsteady).toBe(true);
    const tidy = `${right} let open = ''; export { open };`.replace(
      'this.list.push(item)',
      '(open += item, this.list.push(open))',
    );
    const resetting = tidy.replace('get size() {', "get size() { open = '';");
    expect((await firstOf(resetting, addTwice)).unsteady).toBe(true);
  });

  test('to hand its own data out', async () => {
    expect((await firstOf(right.replace('return [...this.list]', 'return this.list'), addTwice)).aliased).toBe(
      'results',
    );
  });

  test('to change what it handed out', async () => {
    const late = right
      .replace(
        'items() { return [...this.list]; }',
        'last: string[] = []; items() { return (this.last = [...this.list]); }',
      )
      .replace('add(item: string) {', 'add(item: string) { this.last.push(item);');
    const example = '[["new", []], ["call", "items", []], ["call", "add", ["x"]]]';
    expect((await firstOf(late, example)).aliased).toBe('results');
  });

  test('to keep what it is given', async () => {
    const keeping = right
      .replace('[...items]', 'items')
      .replace('this.list.push(item)', '(this.list = [...this.list, item]).length');
    const kept = await firstOf(keeping, addTwice);
    expect([kept.changed, kept.aliased]).toEqual([false, 'arguments']);
  });

  test('to keep, and not to hand out, what it gives back in a frozen list', async () => {
    const declared = 'export declare class Line { put(item: { id: string }): void; items(): { id: string }[]; }';
    const holding =
      'export class Line { #all = []; put(item) { this.#all.push(item); } items() { return Object.freeze([...this.#all]); } }';
    const example = '[["new", []], ["call", "put", [{ id: "x" }]], ["call", "items", []], ["call", "items", []]]';
    expect((await firstOf(holding, example, { declared })).aliased).toBe('arguments');
  });
});

describe('a class that cannot be observed', () => {
  test('costs the other scenarios nothing when one does not end', async () => {
    const endless = right.replace(
      '{ return this.list.push(item); }',
      "{ while (item === 'z'); return this.list.push(item); }",
    );
    const examples = [addTwice, '[["new", []], ["call", "add", ["z"]]]'];
    const calls = await callsOf(endless, { examples, runs: 4 });
    expect(calls[1]?.outcome).toEqual({ kind: 'threw', text: '(does not end)' });
    expect(calls.filter(({ outcome }) => outcome.kind === 'returned')).toHaveLength(calls.length - 1);
  }, 30_000);

  test.each([
    ['is no class', 'export const Line = 1;', { kind: 'malformed', side: 'solution', stage: 'link' }],
    ['is not there', 'export class Queue {}', { kind: 'malformed', side: 'solution', stage: 'link' }],
    ['does not parse', 'export class Line {', { kind: 'malformed', side: 'solution', stage: 'parse' }],
  ])('%s', async (_, solution, verdict) => {
    const behaviour = await behaviourOf(solution);
    expect(behaviour).toMatchObject({ kind: 'failed', verdict });
  });
});
