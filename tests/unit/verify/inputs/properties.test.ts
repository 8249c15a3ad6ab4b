import { describe, expect, test } from 'vitest';
import { inputsFor } from '../../../../src/verify/inputs/index.ts';
import { drawn, inputsOf } from './draw.ts';

describe("suites' own arbitraries", () => {
  test('are taken with what they need, as JavaScript', () => {
    const suite = `
      import { f, type Row } from './solution';
      const low: number = 500;
      const rows: fc.Arbitrary<Row[]> = fc.array(fc.integer({ min: low, max: 600 as number }), { minLength: 1 }).map((xs): Row[] => xs.map(label));
      function label(x: number, at?: number): Row { return { x: x!, at } as Row; }
      test('p', () => fc.assert(fc.property(rows, fc.boolean(), (list, flag) => {
        const first = list[0]!;
        expect(f(list, { flag, first })).toBe(1);
      })));`;
    const inputs = inputsOf({ suites: [suite] });
    expect(inputs.from).toBe('suite');
    for (const [list, options] of drawn(inputs, 50) as [{ x: number }[], { first: unknown }][]) {
      expect(list.every(({ x }) => x >= 500 && x <= 600)).toBe(true);
      expect(options.first).toEqual(list[0]);
    }
  });

  test('are mixed with examples', () => {
    const suite = "test.prop([fc.integer({ min: 5000, max: 5001 })])('p', (n) => { f(n); }); f(3); f(4);";
    const numbers = drawn(inputsOf({ suites: [suite] })).map(([n]) => n as number);
    expect(numbers.some((n) => n >= 5000) && numbers.some((n) => n < 10)).toBe(true);
  });

  test('that need anything else, or fail, are left out', () => {
    const open = 'fc.property(foreign, (x) => f(x))';
    expect(inputsFor({ entryPoint: 'f', language: 'ts', solutions: [], suites: [open] })).toBeUndefined();
    const failing =
      'f(1); fc.property(fc.noSuchThing(), (x) => f(x)); fc.property(fc.nat().map((n) => n.a.b), (x) => f(x));';
    expect(drawn(inputsOf({ suites: [failing] })).every(([n]) => typeof n === 'number')).toBe(true);
  });

  test('whose values are filled step by step are left out', () => {
    const suite = 'fc.property(fc.nat(), (x) => { const list = []; list.push(x); f(list); })';
    expect(inputsFor({ entryPoint: 'f', language: 'ts', solutions: [], suites: [suite] })).toBeUndefined();
  });

  test('keep to what a property is about', () => {
    const suite = `fc.property(fc.nat(50), fc.nat(50), (low, high) => {
      fc.pre(low !== 7);
      const span: number = high - low;
      if (span < 0) return;
      if (f(low, span)) { return; }
      f(low, high);
    })`;
    const lists = drawn(inputsOf({ suites: [suite] })) as [number, number][];
    expect(lists.some(([low, high]) => low > high)).toBe(true);
    expect(lists.every(([low, second]) => low !== 7 && second >= 0)).toBe(true);
  });

  test('that are never about anything are left out', () => {
    const suite = 'f(1); fc.property(fc.nat(), (x) => { fc.pre(x < 0); f(String(x)); })';
    expect(drawn(inputsOf({ suites: [suite] })).every(([x]) => typeof x === 'number')).toBe(true);
  });
});

describe('the mix', () => {
  const signature = 'export function f(n: number, fold?: boolean): void';
  const properties = 'fc.property(fc.integer({ min: 70000, max: 70009 }), (n) => f(n, true));';
  const shareOf = (suites: readonly string[], isOf: (list: readonly unknown[]) => boolean): number =>
    drawn(inputsOf({ signature, suites }), 2000).filter(isOf).length / 2000;

  test('with examples and arbitraries, one in ten is of the type alone', () => {
    const suites = [`${properties} f(3); f(4);`];
    const drawnOf = shareOf(suites, ([n]) => (n as number) >= 70_000);
    expect(drawnOf).toBeGreaterThan(0.4);
    expect(drawnOf).toBeLessThan(0.5);
  });

  test('with arbitraries alone, nine in ten are theirs', () => {
    const drawnOf = shareOf([properties], ([n]) => (n as number) >= 70_000);
    expect(drawnOf).toBeGreaterThan(0.87);
    expect(drawnOf).toBeLessThan(0.93);
  });

  test('what no example shows is rare', () => {
    expect(shareOf(['f(3); f(4);'], (list) => list.length > 1)).toBeLessThan(0.1);
    expect(shareOf(['f(3); f(4, true);'], (list) => list.length > 1)).toBeGreaterThan(0.4);
    const options = 'export function f(options: { a: number; b?: string; c: number | null }): void';
    const lists = drawn(inputsOf({ signature: options, suites: ['f({ a: 1, c: 2 }); f({ a: 7, c: 5 })'] }), 1000);
    const shown = lists.map(([first]) => first as { b?: string; c: number | null });
    const rare = shown.filter((one) => 'b' in one || one.c === null).length;
    expect(rare).toBeGreaterThan(0);
    expect(rare).toBeLessThan(150);
  });
});
