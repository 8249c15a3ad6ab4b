import type { CallExpression, Expression, Node, Statement } from '@babel/types';
import type { Incoherence } from '../../core/curation.ts';
import { programOf } from '../syntax.ts';

/** The parts of a row that must fit together. */
export interface CoherentRow {
  readonly statement: string;
  readonly signature: string;
  readonly entryPoint: string;
  readonly solution: string;
  readonly tests?: string;
}

/** What can be told of a function or class by its declaration. */
interface Declared {
  /** Arguments that must be given, and that may be; undefined where it is no function whose parameters are seen. */
  readonly least?: number;
  readonly most?: number;
}

/**
 * Where the statement, the signature, the examples, the entry point, the solution and the tests of a row do not fit
 * together, as far as that shows without running anything; empty where they do.
 */
export function incoherences(row: CoherentRow): Incoherence[] {
  const { signature, entryPoint, solution, tests } = row;
  const found: Incoherence[] = [];
  const signed = declarationOf(signature, entryPoint);
  if (!signed) found.push(fault('signature', `the signature does not declare ${entryPoint}`));
  const solved = declarationOf(solution, entryPoint);
  if (!solved) found.push(fault('solution', `the solution does not declare ${entryPoint}`));
  if (signed && solved) found.push(...arityFaults(signed, solved, entryPoint));
  const known = signed ?? solved;
  if (known) found.push(...exampleFaults(row.statement, entryPoint, known));
  if (tests !== undefined && !new RegExp(`\\b${RegExp.escape(entryPoint)}\\b`, 'u').test(tests)) {
    found.push(fault('tests', `the tests do not mention ${entryPoint}`));
  }
  return found;
}

function fault(kind: string, message: string): Incoherence {
  return { kind, message };
}

/** A solution may take more than the signature says as long as nobody has to give it. */
function arityFaults(signed: Declared, solved: Declared, name: string): Incoherence[] {
  if (signed.least === undefined || solved.least === undefined) return [];
  const [wanted, given] = [signed.most ?? Infinity, solved.most ?? Infinity];
  if (solved.least <= wanted && (given >= signed.least || given === 0)) return [];
  return [fault('arity', `${name} takes ${range(signed)} in the signature, and ${range(solved)} in the solution`)];
}

/** Calls in the words of the statement, such as `f(1, 2)` in backticks, that no such function can be given. */
function exampleFaults(statement: string, name: string, { least, most }: Declared): Incoherence[] {
  if (least === undefined) return [];
  const calls = [...statement.matchAll(/`([^`\n]+)`/gu)].flatMap(([, code = '']) => callOf(code, name) ?? []);
  return calls.flatMap(({ args, code }) => {
    if (args.some((argument) => !isValue(argument))) return [];
    const fits = args.length >= least && args.length <= (most ?? Infinity);
    return fits
      ? []
      : [
          fault(
            'example',
            `${code} gives ${args.length} arguments, and ${name} takes ${range({ least, ...(most !== undefined && { most }) })}`,
          ),
        ];
  });
}

function range({ least = 0, most }: Declared): string {
  if (most === undefined) return `at least ${least}`;
  return least === most ? String(least) : `${least} to ${most}`;
}

function callOf(
  code: string,
  name: string,
): { readonly args: CallExpression['arguments']; readonly code: string } | undefined {
  const begin = new RegExp(`^${RegExp.escape(name)}\\(`, 'u');
  if (!begin.test(code.trim())) return undefined;
  const [statement] = bodyOf(code) ?? [];
  const call = statement?.type === 'ExpressionStatement' ? leftmost(statement.expression) : undefined;
  return call?.type === 'CallExpression' ? { args: call.arguments, code: code.trim() } : undefined;
}

/** `f(1) === 2` shows the call of `f` as well. */
function leftmost(expression: Expression): Expression {
  return expression.type === 'BinaryExpression' && expression.left.type !== 'PrivateName'
    ? leftmost(expression.left)
    : expression;
}

/** A literal, or something made of literals: only then a call is an example, and not a way to name the parameters. */
function isValue(node: CallExpression['arguments'][number] | null): boolean {
  if (node === null) return true;
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
    case 'BigIntLiteral':
      return true;
    case 'ArrayExpression':
      return node.elements.every((element) => element?.type !== 'SpreadElement' && isValue(element));
    case 'ObjectExpression':
      return node.properties.every((one) => one.type === 'ObjectProperty' && isValue(one.value as Expression));
    case 'UnaryExpression':
      return isValue(node.argument);
    default:
      return false;
  }
}

function declarationOf(code: string, name: string): Declared | undefined {
  const found = (bodyOf(code) ?? bodyOf(`${code} {}`) ?? []).flatMap((statement) => declaredIn(statement, name));
  // The last overload is the implementation, and the first one that callers see: any of them will do.
  const withArity = found.filter(({ least }) => least !== undefined);
  if (withArity.length <= 1) return withArity[0] ?? found[0];
  const most = withArity.some((one) => one.most === undefined)
    ? {}
    : { most: Math.max(...withArity.map((one) => one.most ?? 0)) };
  return { least: Math.min(...withArity.map(({ least = 0 }) => least)), ...most };
}

function declaredIn(statement: Statement, name: string): Declared[] {
  const inner: Node | null | undefined =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
      ? statement.declaration
      : statement;
  if (statement.type === 'ExportNamedDeclaration' && statement.specifiers.some((one) => exportedAs(one, name)))
    return [{}];
  if (!inner) return [];
  switch (inner.type) {
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return inner.id?.name === name ? [arityOf(inner.params)] : [];
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
      return inner.id?.name === name ? [{}] : [];
    case 'VariableDeclaration':
      return inner.declarations.flatMap(({ id, init }) => {
        if (id.type !== 'Identifier' || id.name !== name) return [];
        const isFunction = init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression';
        return [isFunction ? arityOf(init.params) : {}];
      });
    default:
      return [];
  }
}

function exportedAs(specifier: Node, name: string): boolean {
  return (
    specifier.type === 'ExportSpecifier' && specifier.exported.type === 'Identifier' && specifier.exported.name === name
  );
}

function arityOf(params: readonly Node[]): Declared {
  const given = params.filter((one) => one.type !== 'Identifier' || one.name !== 'this');
  const isOptional = (one: Node): boolean =>
    one.type === 'AssignmentPattern' ||
    one.type === 'RestElement' ||
    (one.type === 'Identifier' && one.optional === true);
  const least = given.findLastIndex((one) => !isOptional(one)) + 1;
  return given.some(({ type }) => type === 'RestElement') ? { least } : { least, most: given.length };
}

function bodyOf(code: string): Statement[] | undefined {
  return programOf(code, { lenient: true })?.body;
}
