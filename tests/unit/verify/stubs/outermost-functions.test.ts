import { expect, test } from 'vitest';
import { parseSolution } from '../../../../src/verify/mutants/parse.ts';
import { outermostFunctions } from '../../../../src/verify/stubs/outermost-functions.ts';

const linesOf = (code: string): readonly (number | undefined)[] =>
  outermostFunctions(parseSolution(code, 'ts').program).map(({ loc }) => loc?.start.line);

test('finds functions and methods that are in no other function', () => {
  const code = `export function a() { return () => 1; }
const b = (x: number) => x;
class C { constructor() {} m() {} get g() { return 1; } #p() {} static s = () => 1; }
module.exports = { o() {}, f: function () {} };
declare function d(): void;
abstract class E { abstract e(): void; }
export const wrapped = memo((x: number) => x);`;
  expect(linesOf(code)).toEqual([1, 2, 3, 3, 3, 3, 4, 4, 7]);
});

test('finds none in a text that has none', () => {
  expect(linesOf('/* function f() {} */ export const x = 1;')).toEqual([]);
});
