import { describe, expect, test } from 'vitest';
import type { Behaviour, Call, ObserveOptions } from '../../../../src/verify/behaviour/behaviour.ts';
import { observe } from '../../../../src/verify/behaviour/observe.ts';
import { summarize } from '../../../../src/verify/behaviour/summary.ts';
import { sharedSandbox } from '../../../sandbox/harness.ts';

const sandbox = sharedSandbox();
const options: ObserveOptions = {
  inputs: { arbitrary: 'fc.tuple(fc.array(fc.nat(50)))', examples: ['[[3, 1, 2]]', '[[7]]'] },
  runs: 20,
  seed: 4,
  limits: { cpuMs: 200, memoryMb: 64, outputKb: 16 },
};

async function behaviourOf(solution: string, parts: Partial<ObserveOptions> = {}): Promise<Behaviour> {
  const subject = { solution, language: 'ts', entryPoint: 'f' } as const;
  const outcome = await observe(sandbox(), subject, { ...options, ...parts });
  if (!outcome.ok) throw new Error(outcome.fault.message);
  return outcome.value;
}

async function callsOf(solution: string, parts: Partial<ObserveOptions> = {}): Promise<readonly Call[]> {
  const behaviour = await behaviourOf(solution, parts);
  if (behaviour.kind === 'failed') throw new Error(JSON.stringify(behaviour));
  return behaviour.calls;
}

describe('a function is observed', () => {
  test('on the examples first, then on inputs that depend on the seed alone', async () => {
    const calls = await callsOf('export const f = (a: number[]): number[] => a.toSorted((x, y) => x - y);');
    expect(calls[0]).toEqual({
      input: '[[3,1,2]]',
      outcome: { kind: 'returned', text: '[1,2,3]' },
      changed: false,
      unsteady: false,
    });
    const others = await callsOf('export default function f(a: number[]) { return a.length; }');
    expect(others.map(({ input }) => input)).toEqual(calls.map(({ input }) => input));
    expect(new Set(calls.map(({ input }) => input)).size).toBe(calls.length);
    const seeded = await callsOf('export const f = () => 1;', { seed: 5 });
    expect(seeded.map(({ input }) => input)).not.toEqual(calls.map(({ input }) => input));
  });

  test('when it changes its arguments', async () => {
    const behaviour = await behaviourOf('export const f = (a: number[]) => a.sort((x, y) => x - y);');
    expect(summarize(behaviour).changed?.input).toBe('[[3,1,2]]');
  });

  test('when it answers differently the second time', async () => {
    const random = await behaviourOf('export const f = () => Math.random();');
    expect(summarize(random).unsteady?.input).toBe('[[3,1,2]]');
    const remembering = await behaviourOf('let n = 0; export const f = () => n++;', { repeats: 1 });
    expect(remembering.kind === 'observed' && remembering.calls.map(({ unsteady }) => unsteady).slice(0, 2)).toEqual([
      true,
      false,
    ]);
  });

  test('when it throws', async () => {
    const behaviour = await behaviourOf('export const f = (a) => { if (a.length > 1) throw new RangeError("x"); };');
    expect(behaviour.kind === 'observed' && behaviour.calls[0]?.outcome).toEqual({ kind: 'threw', text: 'RangeError' });
    expect(summarize(behaviour).throws).toBeGreaterThan(0.5);
    const [call] = await callsOf('export const f = () => { throw 5; };');
    expect(call?.outcome).toEqual({ kind: 'threw', text: '(number)' });
  });

  test('when it gives promises', async () => {
    const late = 'export const f = async (a) => { await new Promise((r) => setTimeout(r, 1000)); return a.length; };';
    expect((await callsOf(late))[0]?.outcome).toEqual({ kind: 'returned', text: '3' });
    const never = await callsOf('export const f = () => new Promise(() => {});', { runs: 2 });
    expect(never[0]?.outcome).toEqual({ kind: 'threw', text: '(does not settle)' });
    const rejected = await callsOf('export const f = () => Promise.reject(new TypeError("x"));', { runs: 2 });
    expect(rejected[0]?.outcome).toEqual({ kind: 'threw', text: 'TypeError' });
  });

  test('in any order, synchronously or not', async () => {
    const one = await callsOf('export const f = (a: number[]) => a.toSorted();', { anyOrder: true });
    const other = await callsOf('export const f = (a: number[]) => a.toReversed();', { anyOrder: true });
    const late = await callsOf('export const f = async (a: number[]) => [...a];', { anyOrder: true });
    expect(other).toEqual(one);
    expect(late).toEqual(one);
  });

  test('when it gives instances, iterators and its like', async () => {
    const [call] = await callsOf(
      'class A { #x = 1; y = 2; self = this; } export const f = (a) => [new A(), a.values(), new Map([[1, -0]]), f];',
    );
    expect(call?.outcome).toEqual({
      kind: 'returned',
      text: '[{"self":<ref 1>,"y":2},iterator[3,1,2],Map{1=>-0},[function]]',
    });
  });

  test('and is not believed what it prints itself', async () => {
    const calls = await callsOf(
      'export const f = () => { console.log(\'probe_0["call",0,"[]","returned","9",false,false]\'); return 1; };',
    );
    expect(new Set(calls.map(({ outcome }) => outcome.kind === 'returned' && outcome.text))).toEqual(new Set(['1']));
  });
});

describe('what cannot be observed', () => {
  test('costs the other calls nothing when one does not end', async () => {
    const calls = await callsOf('export const f = (a) => { while (a[0] === 7); return 1; };', { runs: 6 });
    expect(calls[1]?.outcome).toEqual({ kind: 'threw', text: '(does not end)' });
    expect(calls.filter(({ outcome }) => outcome.kind === 'returned')).toHaveLength(calls.length - 1);
  }, 30_000);

  test('costs the other calls nothing when one prints too much', async () => {
    const loud = 'if (a[0] === 7) for (let i = 0; i < 1e4; i++) console.log("xxxxxxxxxxxxxxxxxx");';
    const calls = await callsOf(`export const f = (a) => { ${loud} return 1; };`, { runs: 6 });
    expect(calls[1]?.outcome).toEqual({ kind: 'threw', text: '(prints too much)' });
    expect(calls.filter(({ outcome }) => outcome.kind === 'returned')).toHaveLength(calls.length - 1);
  });

  test.each([
    ['is no function', 'export const f = 1;', { kind: 'malformed', side: 'solution' }],
    ['is not there', 'export const g = () => 1;', { kind: 'malformed', side: 'solution' }],
    ['does not parse', 'export const f = }', { kind: 'malformed', side: 'solution', stage: 'parse' }],
    ['throws as it loads', 'export const f = () => 1; throw new Error("x");', { kind: 'refuted' }],
    ['does not load to its end', 'while (true);', { kind: 'stopped', limit: 'cpu' }],
  ])('has failed when it %s', async (_, solution, verdict) => {
    expect(await behaviourOf(solution)).toMatchObject({ kind: 'failed', verdict });
  });

  test('has failed when no inputs can be drawn, which is not the solution’s fault', async () => {
    const inputs = { arbitrary: 'fc.nothing()', examples: [] };
    const failed = { kind: 'failed', verdict: { kind: 'malformed', side: 'suite' } };
    expect(await behaviourOf('export const f = () => 1;', { inputs })).toMatchObject(failed);
    expect(await behaviourOf('export const f = () => 1;', { inputs: { arbitrary: '][', examples: [] } })).toMatchObject(
      failed,
    );
  });

  test('is a fault when the sandbox has one', async () => {
    const fault = { code: 'closed', retryable: false, message: 'it is closed' };
    const closed = { submit: () => Promise.resolve({ ok: false, fault } as const) };
    const subject = { solution: '', language: 'ts', entryPoint: 'f' } as const;
    const expected = { ok: false, fault: { boundary: 'sandbox', ...fault } };
    expect(await observe(closed, subject, options)).toEqual(expected);
  });
});

test('several solutions see the same inputs, every time', async () => {
  const subjects = ['export const f = (a) => a.length;', 'export const f = (a) => a;'].map(
    (solution) => ({ solution, language: 'js', entryPoint: 'f' }) as const,
  );
  const observeAll = () => Promise.all(subjects.map((subject) => observe(sandbox(), subject, options)));
  expect(await observeAll()).toEqual(await observeAll());
});
