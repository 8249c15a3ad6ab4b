import { parse, type ParserOptions } from '@babel/parser';
import { LRUCache } from 'lru-cache';
import type { Expression, Node, Statement } from '@babel/types';
import { declaredNames, exportedNames } from '../../replies/names.ts';

/** A program that parses, and how its names can be reached. */
export interface Program {
  readonly code: string;
  readonly body: readonly Statement[];
  /** Values declared at the top level. */
  readonly declares: ReadonlySet<string>;
  /** Values that an ES module exports, `default` included. */
  readonly exports: ReadonlySet<string>;
  /** Names given to `module.exports`, `exports` or `globalThis`; `=` where `module.exports` is one value of another kind. */
  readonly assigns: ReadonlyMap<string, AssignedTo>;
  readonly isModule: boolean;
}

export type AssignedTo = 'exports' | 'global';

const asModule: ParserOptions = { sourceType: 'module', plugins: ['typescript'], attachComment: false };
// Old scripts use names that modules keep for themselves.
const asScript: ParserOptions = { ...asModule, sourceType: 'script' };

/** The steps of one extraction look at the same texts again and again. */
const lately = new LRUCache<string, { readonly program: Program | undefined }>({
  max: 64,
  // Trees are large: those of long texts are not kept.
  maxSize: 512 * 1024,
  sizeCalculation: (_program, code) => code.length + 1,
});

/** Parses TypeScript or JavaScript, as a module or else as a script; undefined where it is neither. */
export function parseProgram(code: string): Program | undefined {
  const known = lately.get(code);
  if (known !== undefined) return known.program;
  const program = read(code);
  lately.set(code, { program });
  return program;
}

function read(code: string): Program | undefined {
  const body = parsed(code, asModule) ?? parsed(code, asScript);
  if (body === undefined) return undefined;
  return {
    code,
    body,
    declares: declaredNames(body),
    exports: exportedNames(body),
    assigns: assignedNames(body),
    isModule: body.some(({ type }) => /^(?:Import|Export)/.test(type)),
  };
}

function parsed(code: string, options: ParserOptions): Statement[] | undefined {
  try {
    return parse(code, options).program.body;
  } catch (error) {
    // Too deep, or no program: either way the parser says so by throwing.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether a program has a value of this name, with a body, in any of the ways that tests could reach. */
export function defines(program: Program, name: string): boolean {
  const { declares, exports, assigns, body } = program;
  if (declares.has(name)) return !isOnlySignature(body, name);
  return exports.has(name) || assigns.has(name);
}

/** Whether a text seems to declare a name, be it a program or not. */
export function declaresInText(text: string, name: string): boolean {
  const plain = name.replaceAll('$', String.raw`\$`);
  return new RegExp(`(?:\\b(?:function\\s*\\*?|const|let|var|class)\\s+|\\bexports\\.)${plain}(?![\\w$])`, 'u').test(
    text,
  );
}

/** Names of the functions and classes at the top level: what a program seems to be about. */
export function mainNames({ declares, exports, assigns, body }: Program): string[] {
  const functions = body.flatMap((node) => {
    const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') {
      return declaration.id ? [declaration.id.name] : [];
    }
    return [];
  });
  const all = new Set([...functions, ...exports, ...[...assigns.keys()].filter((name) => name !== '='), ...declares]);
  all.delete('default');
  return [...all];
}

/** TypeScript takes a signature without a body for an overload. */
function isOnlySignature(body: readonly Statement[], name: string): boolean {
  const named = body
    .map((node) => (node.type === 'ExportNamedDeclaration' ? (node.declaration ?? node) : node))
    .filter((node) => 'id' in node && isNamed(node.id, name));
  return named.length > 0 && named.every(({ type }) => type === 'TSDeclareFunction');
}

function isNamed(id: unknown, name: string): boolean {
  return typeof id === 'object' && id !== null && 'name' in id && id.name === name;
}

function assignedNames(body: readonly Statement[]): Map<string, AssignedTo> {
  const names = new Map<string, AssignedTo>();
  for (const node of body) {
    if (node.type !== 'ExpressionStatement') continue;
    for (const [name, to] of assignmentsIn(node.expression)) names.set(name, to);
  }
  return names;
}

function* assignmentsIn(expression: Expression): Generator<readonly [string, AssignedTo]> {
  if (expression.type !== 'AssignmentExpression') return;
  const target = pathOf(expression.left);
  if (target === 'module.exports' || target === 'exports') {
    yield* exportedObject(expression.right);
  } else if (target !== undefined) {
    const [, object, name] = /^(module\.exports|exports|globalThis|global|window)\.(\w+)$/u.exec(target) ?? [];
    if (name !== undefined) yield [name, object?.endsWith('exports') === true ? 'exports' : 'global'];
  }
  // `exports.a = exports.b = …`
  yield* assignmentsIn(expression.right);
}

function* exportedObject(value: Node): Generator<readonly [string, AssignedTo]> {
  if (value.type !== 'ObjectExpression') return yield ['=', 'exports'];
  for (const property of value.properties) {
    if (property.type === 'SpreadElement' || property.computed) continue;
    if (property.key.type === 'Identifier') yield [property.key.name, 'exports'];
    else if (property.key.type === 'StringLiteral') yield [property.key.value, 'exports'];
  }
}

/** `a.b.c` of a member expression; undefined for anything else. */
function pathOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
  const object = pathOf(node.object);
  return object === undefined ? undefined : `${object}.${node.property.name}`;
}
