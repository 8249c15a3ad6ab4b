import { describe, expect, test } from 'vitest';
import { errorsOf, sharedChecker } from './helpers.ts';

const checker = sharedChecker();
const solution = 'export const point = { x: 1 };';
const imports = "import { expect } from 'vitest'; import { point } from './solution';";
const job = (suite: string): { solution: string; suite: string } => ({ solution, suite: `${imports}\n${suite}` });

async function messageOf(suite: string): Promise<string> {
  const [checked] = await checker.check([job(suite)]);
  return checked?.ok ? (checked.value[0]?.message ?? 'no error') : 'not checked';
}

describe('the type of what is expected', () => {
  // It fails where a release of vitest declares `expect` in another way: see `thinned`.
  test.each([
    ["import 'vitest'; expect(point).no();"],
    ['expect(point).not.no();'],
    ["import { expect as other } from '@jest/globals'; other(point).no();"],
    ["import { test } from 'vitest'; test('a', (context) => { context.expect(point).no(); });"],
  ])('is not gone into: %s', async (suite) => {
    expect(await messageOf(suite)).toBe("Property 'no' does not exist on type 'Assertion<void, unknown>'.");
  });

  test('is there for whoever sees it', async () => {
    const suite = "import type { Assertion } from 'vitest'; export const a: Assertion<void, 1> = expect(point).no();";
    expect(await messageOf(suite)).toBe("Property 'no' does not exist on type 'Assertion<void, { x: number; }>'.");
  });

  test('is compared with the properties of a snapshot', async () => {
    const suites = [
      'expect(point).toMatchSnapshot({ x: expect.any(Number) });',
      'expect(point).toMatchSnapshot({ y: 1 });',
      'expect(point).not.toMatchInlineSnapshot({ y: 1 });',
    ];
    const errors = await errorsOf(checker, suites.map(job));
    expect(errors).toEqual([[], ['suite:2 2769'], ['suite:2 2769']]);
  });

  test("is known to a candidate's own matchers", async () => {
    const own = 'interface Matchers<R, T> { toBeNear(other: T extends number ? number : never): R }';
    const suite = `declare module 'vitest' { ${own} }\nexpect(point.x).toBeNear(2);\nexpect(point).toBeNear(point);`;
    expect(await errorsOf(checker, [job(suite)])).toEqual([['suite:4 2345']]);
  });

  test('stays hidden from the neighbours of one that sees it', async () => {
    const neighbour = job('expect(point).no();');
    const batch = [neighbour, job('expect(point).toMatchSnapshot({ y: 1 });'), neighbour];
    const [before, , after] = await checker.check(batch);
    expect(after).toEqual(before);
    expect(await messageOf('expect(point).no();')).toContain('Assertion<void, unknown>');
  });
});

test('a matcher that takes anything holds to a type that is named, and to its number of arguments', async () => {
  const suite = `expect(point).toEqual<{ x: number }>({ x: 2 });
expect(point).toEqual<{ x: number }>({ x: '2' });
expect(point).toBe(1, 2);
expect(point).toContain();
expect(point).toStrictEqual((other) => other);
expect(point).toEqual([point.y]);`;
  const errors = ['suite:3 2322', 'suite:4 2554', 'suite:5 2554', 'suite:6 7006', 'suite:7 2339'];
  expect(await errorsOf(checker, [job(suite)])).toEqual([errors]);
});
