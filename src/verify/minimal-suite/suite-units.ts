/** Finds the tests of a suite that can be taken out of its text one by one. */
import type { BlockStatement, CallExpression, Statement } from '@babel/types';
import { parseSolution } from '../mutants/parse.ts';
import { callsOf, isPlain, testNames, type TestNames, titlePattern } from './test-calls.ts';

/** A statement that registers tests. `test.each` and a loop count as one, however many tests they give. */
export interface SuiteUnit {
  /** Matches the full names of its tests. */
  readonly name: RegExp;
}

/** Statements of a suite that hold its tests, in order. */
export type SuitePart =
  | { readonly kind: 'unit'; readonly statement: Statement; readonly unit: number }
  | { readonly kind: 'block'; readonly statement: Statement; readonly parts: readonly SuitePart[] };

export interface SuiteUnits {
  readonly units: readonly SuiteUnit[];
  readonly parts: readonly SuitePart[];
}

/** The tests of a vitest or jest suite; undefined where some are registered in a way that is not seen through. */
export function suiteUnits(suite: string, language: 'ts' | 'js'): SuiteUnits | undefined {
  try {
    const file = parseSolution(suite, language);
    const finder = new UnitFinder(testNames(file));
    const parts = finder.partsOf(file.program.body, '');
    return finder.isOpaque ? undefined : { units: finder.units, parts };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class UnitFinder {
  readonly units: SuiteUnit[] = [];
  isOpaque = false;
  readonly #names: TestNames;
  readonly #all: ReadonlySet<string>;

  constructor(names: TestNames) {
    this.#names = names;
    this.#all = new Set([...names.tests, ...names.blocks]);
  }

  partsOf(statements: readonly Statement[], path: string): readonly SuitePart[] {
    return statements.flatMap((statement) => this.#partOf(statement, path) ?? []);
  }

  #partOf(statement: Statement, path: string): SuitePart | undefined {
    const calls = callsOf(statement, this.#all);
    if (calls.length === 0) return undefined;
    const block = this.#blockOf(statement);
    if (block) {
      const parts = this.partsOf(block.body.body, `${path}${titlePattern(block.call)} > `);
      return parts.length === 0 ? undefined : { kind: 'block', statement, parts };
    }
    // What is declared is called from elsewhere, so that nobody sees here which tests it gives.
    this.isOpaque ||= statement.type.endsWith('Declaration');
    this.units.push({ name: new RegExp(`^(?:${this.#namesOf(calls, path)})$`, 's') });
    return { kind: 'unit', statement, unit: this.units.length - 1 };
  }

  /** A block whose tests can be told apart. */
  #blockOf(statement: Statement): { readonly call: CallExpression; readonly body: BlockStatement } | undefined {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return undefined;
    const call = statement.expression;
    const body = call.arguments.findLast(
      (argument) => argument.type === 'ArrowFunctionExpression' || argument.type === 'FunctionExpression',
    )?.body;
    if (callsOf(call, this.#names.blocks)[0] !== call || !isPlain(call) || body?.type !== 'BlockStatement') {
      return undefined;
    }
    return { call, body };
  }

  #namesOf(calls: readonly CallExpression[], path: string): string {
    return calls
      .map((call) => `${path}${callsOf(call, this.#names.tests)[0] === call ? titlePattern(call) : '.*'}`)
      .join('|');
  }
}

/** The place of the unit that has a test of this name; none where no unit has. */
export function unitNamed(units: readonly SuiteUnit[], name: string): readonly number[] {
  return units.flatMap((unit, place) => (unit.name.test(name) ? [place] : [])).slice(0, 1);
}
