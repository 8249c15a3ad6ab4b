import { describe, expect, test } from 'vitest';
import { reduceText } from '../../../../src/verify/minimal-suite/reduce-text.ts';
import { suiteUnits, unitNamed } from '../../../../src/verify/minimal-suite/suite-units.ts';

const suite = `import { describe, expect, it, test as check } from 'vitest';
import { f } from './solution';

const rows = [1, 2];

// About nothing.

// About zero,
// and no more.
check('zero', () => expect(f(0)).toBe(0)); // exactly

describe('more', () => {
  const two = 2;

  it.each(rows)('is %i', (row) => expect(f(row)).toBe(row));

  /** Of its own. */
  it(\`two is \${2}\`, () => {
    it('is no test of the suite', () => undefined);
  });
});

describe('less', () => {
  for (const row of rows) {
    it('minus ' + row, () => expect(f(-row)).toBe(-row));
  }
});

check('last', () => {});
`;

function found(text: string) {
  const units = suiteUnits(text, 'ts');
  if (!units) throw new Error('its tests cannot be told apart');
  return units;
}

function reduced(text: string, ...kept: readonly number[]): string {
  return reduceText(text, found(text).parts, new Set(kept));
}

describe('the tests of a suite', () => {
  test('are its statements that register some', () => {
    expect(found(suite).units).toHaveLength(5);
  });

  test.each([
    ['zero', 0],
    ['more > is 1', 1],
    ['more > two is 2', 2],
    ['less > minus 1', 3],
    ['last', 4],
    ['more', undefined],
    ['(uncaught error)', undefined],
  ])('are known by their names: %s', (name, unit) => {
    expect(unitNamed(found(suite).units, name)).toEqual(unit === undefined ? [] : [unit]);
  });

  test('of fast-check have a seed in their names', () => {
    const properties = "test.prop([fc.nat()])('adds $x (a+b)', () => true);";
    expect(unitNamed(found(properties).units, 'adds 3 (a+b) (with seed=5)')).toEqual([0]);
  });

  test('in a block that runs several times are one', () => {
    const text = "describe.each([1, 2])('n %i', (n) => { it('a', () => {}); it('b', () => {}); });";
    expect(found(text).units).toHaveLength(1);
    expect(unitNamed(found(text).units, 'n 2 > b')).toEqual([0]);
  });

  test.each([
    ['no program', 'test('],
    ['in a function that others call', "function both(n: number) { test('a' + n, () => {}); }\nboth(1);"],
    ['in a variable', "const made = test('a', () => {});"],
  ])('cannot be told apart when they are %s', (_, text) => {
    expect(suiteUnits(text, 'ts')).toBeUndefined();
  });
});

describe('a reduced text', () => {
  test('lacks the other tests, their comments, and blocks that are left empty', () => {
    expect(reduced(suite, 2)).toBe(`import { describe, expect, it, test as check } from 'vitest';
import { f } from './solution';

const rows = [1, 2];

// About nothing.

describe('more', () => {
  const two = 2;

  /** Of its own. */
  it(\`two is \${2}\`, () => {
    it('is no test of the suite', () => undefined);
  });
});

`);
  });

  test('keeps a comment of what it keeps', () => {
    const text = "test('a', () => {}); // of a\n// of b\ntest('b', () => {});\n";
    expect(reduced(text, 0)).toBe("test('a', () => {}); // of a\n");
    expect(reduced(text, 1)).toBe("// of b\ntest('b', () => {});\n");
  });

  test('is cut within a line, where tests share one', () => {
    expect(reduced("test('a', f); test('b', f); test('c', f);", 1)).toBe(" test('b', f); ");
  });

  test('is the whole where all is kept', () => {
    expect(reduced(suite, 0, 1, 2, 3, 4)).toBe(suite);
    expect(reduced(suite.replaceAll('\n', '\r\n'), 0, 1, 2, 3, 4)).toBe(suite.replaceAll('\n', '\r\n'));
  });

  test('has whole lines of any kind', () => {
    const text = "test('a', f);\r\n\r\ntest('b', f);\r\n";
    expect(reduced(text, 1)).toBe("test('b', f);\r\n");
  });
});
