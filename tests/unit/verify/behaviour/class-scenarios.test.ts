import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../../src/verify/inputs/class-draw.ts';
import { scenariosFor, type ScenarioInputs } from '../../../../src/verify/inputs/class-scenarios.ts';
import type { InputsRequest } from '../../../../src/verify/inputs/request.ts';

const pool = `export declare class Pool {
  constructor(seats: number);
  take(user: string): boolean;
  give(user: string): void;
  holders(): readonly string[];
  get free(): number;
  set name(name: 'a' | 'b');
  private forget(): void;
  protected level: number;
  static of(): Pool;
}`;

const suite = `import { Pool } from './solution';
const fill = (pool: Pool, user: string) => { pool.take(user); };
test('one', () => {
  const pool = new Pool(2);
  for (const user of ['ann', 'bob']) pool.take(user);
  fill(pool, 'cem');
  expect(pool.free).toBe(0);
  pool.name = 'a';
  expect(() => pool.give('dot')).toThrow();
  pool.take(unknown());
});
test('two', () => {
  let pool = new Pool(1);
  pool.take('ann');
  pool = new Pool(3);
  pool.give('bob');
  expect(() => new Pool(-1)).toThrow(RangeError);
});`;

function inputsOf(parts: Partial<InputsRequest>): ScenarioInputs {
  const inputs = scenariosFor({ entryPoint: 'Pool', language: 'ts', solutions: [], suites: [], ...parts });
  if (inputs === undefined) throw new Error('there are no inputs');
  return inputs;
}

function drawn({ arbitrary }: ScenarioInputs, numRuns = 300): readonly Scenario[] {
  // oxlint-disable-next-line no-new-func, no-implied-eval -- the arbitrary is source text
  const made = new Function('fc', `return (${arbitrary});`)(fc) as fc.Arbitrary<Scenario>;
  return fc.sample(made, { seed: 1, numRuns });
}

function stepsOf([, ...steps]: Scenario): readonly string[] {
  return steps.map(([kind, name, args]) => `${kind} ${name} ${JSON.stringify(args)}`);
}

describe('scenarios', () => {
  test('use what is public, within its types, and ask at the end', () => {
    const scenarios = drawn(inputsOf({ signature: pool }));
    const steps = new Set(scenarios.flatMap(stepsOf).map((step) => step.replace(/\[.*/, '')));
    expect([...steps].toSorted()).toEqual(['call give ', 'call holders ', 'call take ', 'get free ', 'set name ']);
    for (const scenario of scenarios) {
      expect(stepsOf(scenario).slice(-2)).toEqual(['call holders []', 'get free []']);
      expect(scenario.length).toBeLessThanOrEqual(23);
    }
  });

  test('come back to the same ids', () => {
    const scenarios = drawn(inputsOf({ signature: pool }));
    const repeating = scenarios.filter((scenario) => new Set(stepsOf(scenario)).size < scenario.length - 1);
    expect(repeating.length).toBeGreaterThan(200);
  });

  test('follow the suites: loops, helpers, properties, refusals, each instance on its own', () => {
    const [first, ...others] = inputsOf({ signature: pool, suites: [suite] }).examples;
    const asked = '["call", "holders", []], ["get", "free", []]]';
    expect(first).toBe(
      `[["new", [2]], ["call", "take", ["ann"]], ["call", "take", ["bob"]], ["call", "take", ["cem"]], ["get", "free", []], ["set", "name", ["a"]], ["call", "give", ["dot"]], ${asked}`,
    );
    expect(others).toEqual([
      `[["new", [1]], ["call", "take", ["ann"]], ${asked}`,
      `[["new", [3]], ["call", "give", ["bob"]], ${asked}`,
      `[["new", [-1]], ${asked}`,
    ]);
  });

  test('prepared before each test go on in each', () => {
    const prepared = `describe('Pool', () => {
      let pool;
      beforeEach(() => { pool = new Pool(1); pool.take('x'); });
      it('a', () => { pool.take('y'); });
      it('b', () => { pool.give('x'); });
    });`;
    const { examples } = inputsOf({ signature: pool, suites: [prepared] });
    expect(examples.map((example) => example.slice(0, 75))).toEqual([
      '[["new", [1]], ["call", "take", ["x"]], ["call", "take", ["y"]], ["call", "',
      '[["new", [1]], ["call", "take", ["x"]], ["call", "give", ["x"]], ["call", "',
    ]);
  });

  test('stay within what suites use', () => {
    const scenarios = drawn(inputsOf({ signature: pool, suites: [suite] }));
    const users = scenarios.flatMap(([, ...steps]) => steps.flatMap(([, name, args]) => (name === 'take' ? args : [])));
    expect(new Set(users)).toEqual(new Set(['ann', 'bob', 'cem', 'dot']));
    const seats = new Set(scenarios.map(([[, [seat]]]) => seat as number));
    expect([...seats].toSorted((a, b) => a - b)).toEqual([-1, 1, 2, 3]);
  });

  test('let no time go back, and pass over suites that do', () => {
    const signature =
      'export declare class Pool { constructor(windowMs: number); spend(at: number, cost: number): boolean; left(now: number): number; }';
    const back = "test('x', () => { const p = new Pool(50); p.spend(9, 1); p.left(3); });";
    const on = "test('x', () => { const p = new Pool(50); p.spend(3, 1); p.left(9); });";
    const inputs = inputsOf({ signature, suites: [back, on] });
    expect(inputs.examples).toEqual(['[["new", [50]], ["call", "spend", [3, 1]], ["call", "left", [9]]]']);
    let exact = 0;
    for (const [, ...steps] of drawn(inputs)) {
      const times = steps.map(([, , args]) => args[0] as number);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      if (times.some((time, at) => time - (times[at - 1] ?? time) === 50)) exact++;
    }
    expect(exact).toBeGreaterThan(50);
  });

  test('share no data between steps', () => {
    const signature = 'export declare class Pool { add(items: { id: string; tags: string[] }[]): void; }';
    const suites = ["test('x', () => { const p = new Pool(); p.add([{ id: 'a', tags: ['b'] }]); p.add([]); });"];
    for (const [, ...steps] of drawn(inputsOf({ signature, suites }))) {
      const parts = steps.flatMap(([, , args]) => args);
      const items = parts.flatMap((part) => part as object[]);
      expect(new Set([...parts, ...items]).size).toBe(parts.length + items.length);
    }
  });

  test('are the same for the same seed', () => {
    const once = drawn(inputsOf({ signature: pool, suites: [suite] }));
    expect(drawn(inputsOf({ signature: pool, suites: [suite] }))).toEqual(once);
  });
});

describe('scenarios are found for', () => {
  test('a class that only solutions declare', () => {
    const solution =
      'export class Pool { constructor(readonly size: number) {} take(n?: number) { return n; } #x() {} }';
    const names = drawn(inputsOf({ solutions: ['syntax error (', solution] })).flatMap(([, ...steps]) =>
      steps.map(([kind, name]) => `${kind} ${name}`),
    );
    expect(new Set(names)).toEqual(new Set(['call take', 'get size']));
  });

  test('a function that makes objects with methods', () => {
    const signature = `export interface Counter { add(by: number): number; readonly total: number; reset: () => void }
      export function Pool(start: number): Counter;`;
    const suites = ["test('x', () => { const c = Pool(4); c.add(2); expect(c.total).toBe(6); });"];
    const inputs = inputsOf({ signature, suites });
    expect(inputs.examples).toEqual([
      '[["call", [4]], ["call", "add", [2]], ["get", "total", []], ["get", "total", []]]',
    ]);
    expect(drawn(inputs)[0]?.[0][0]).toBe('call');
  });

  test.each([
    ['a function of data', 'export function Pool(a: number): number[];'],
    ['a class without methods', 'export declare class Pool { readonly size: number; }'],
    [
      'a constructor of which nothing is known',
      'export declare class Pool { constructor(clock: Clock); tick(): void; }',
    ],
    ['no such name', 'export declare class Other { tick(): void; }'],
    ['no syntax', 'export declare class Pool {'],
  ])('no %s', (_, signature) => {
    expect(scenariosFor({ entryPoint: 'Pool', language: 'ts', signature, solutions: [], suites: [] })).toBeUndefined();
  });
});
