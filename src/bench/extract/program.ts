import { parse, type ParserOptions } from '@babel/parser';
import { LRUCache } from 'lru-cache';
import type { Node, Statement } from '@babel/types';
import { boundNames } from '../../replies/bound-names.ts';
import { declaredNames, exportedNames } from '../../replies/names.ts';
import { assignedNames, type AssignedTo, exportedValue } from './assignments.ts';

/** A program that parses, and how its names can be reached. */
export interface Program {
  readonly code: string;
  readonly body: readonly Statement[];
  /** Values declared at the top level. */
  readonly declares: ReadonlySet<string>;
  /** Those of them that are only another file, or a part of one. */
  readonly requires: ReadonlySet<string>;
  /** Values that an ES module exports, `default` included. */
  readonly exports: ReadonlySet<string>;
  readonly assigns: ReadonlyMap<string, AssignedTo>;
  readonly isModule: boolean;
}

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

export function isProgram(code: string): boolean {
  return parseProgram(code) !== undefined;
}

function read(code: string): Program | undefined {
  const body = parsed(code, asModule) ?? parsed(code, asScript);
  if (body === undefined) return undefined;
  return {
    code,
    body,
    declares: declaredNames(body),
    requires: requiredNames(body),
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
  const { declares, requires, exports, assigns, body } = program;
  if (declares.has(name)) return !requires.has(name) && !isOnlySignature(body, name);
  return exports.has(name) || assigns.has(name);
}

/** Whether a text seems to declare a name, be it a program or not. */
export function declaresInText(text: string, name: string): boolean {
  return new RegExp(
    `(?:\\b(?:function\\s*\\*?|const|let|var|class)\\s+|\\bexports\\.)${RegExp.escape(name)}(?![\\w$])`,
    'u',
  ).test(text);
}

/** Names of the functions and classes at the top level: what a program seems to be about. */
export function mainNames({ declares, requires, exports, assigns, body }: Program): string[] {
  const functions = body.flatMap((node) => {
    const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') {
      return declaration.id ? [declaration.id.name] : [];
    }
    return [];
  });
  const assigned = [...assigns.keys()].filter((name) => name !== '=');
  const all = new Set([...functions, ...exports, ...assigned, ...nameOf(exportedValue(body)), ...declares]);
  all.delete('default');
  return [...all.difference(requires)];
}

function nameOf(value: Node | undefined): string[] {
  return value !== undefined && 'id' in value && value.id?.type === 'Identifier' ? [value.id.name] : [];
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

function requiredNames(body: readonly Statement[]): Set<string> {
  const declarators = body.flatMap((node) => (node.type === 'VariableDeclaration' ? node.declarations : []));
  return new Set(declarators.flatMap(({ id, init }) => (init && isRequire(init) ? boundNames(id) : [])));
}

/** Whether a value is another file, or a part of it: the program that a reply's example of its use loads. */
function isRequire(value: Node): boolean {
  if (value.type === 'MemberExpression') return value.object.type === 'CallExpression' && isRequire(value.object);
  if (value.type !== 'CallExpression' || value.callee.type !== 'Identifier' || value.callee.name !== 'require') {
    return false;
  }
  const [path] = value.arguments;
  return path?.type === 'StringLiteral' && path.value.startsWith('.');
}
