import { parse } from '@babel/parser';
import type { Node, Statement } from '@babel/types';
import { boundNames } from '../../replies/bound-names.ts';
import { namesIn } from './names.ts';

/** A top-level function or class of a file, with all of the file that it needs. */
export interface Snippet {
  readonly name: string;
  readonly kind: 'function' | 'class';
  /** The words of its doc comment; empty where there is none. */
  readonly doc: string;
  readonly code: string;
  /** Names that neither the file nor the language has, or that it imports. */
  readonly missing: readonly string[];
  readonly returns: boolean;
}

/** Cuts a file into its functions and classes; undefined where it does not parse. */
export function splitCode(text: string): readonly Snippet[] | undefined {
  const body = parsed(text);
  if (!body) return undefined;
  const parts = body.map(partOf);
  return parts.flatMap((part) => {
    const main = mainOf(part.statement);
    return main === undefined ? [] : [snippetOf(text, parts, { part, ...main })];
  });
}

interface Part {
  readonly statement: Statement;
  readonly declares: ReadonlySet<string>;
  readonly isImport: boolean;
}

function partOf(statement: Statement): Part {
  const own = statement.type === 'ExportNamedDeclaration' ? (statement.declaration ?? statement) : statement;
  const isImport = statement.type === 'ImportDeclaration';
  const names = isImport ? statement.specifiers.map(({ local }) => local.name) : declaredNames(own);
  return { statement, declares: new Set(names), isImport };
}

function declaredNames(node: Node): string[] {
  if (node.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => boundNames(id));
  return 'id' in node && node.id && 'name' in node.id ? [node.id.name] : [];
}

interface Main {
  readonly name: string;
  readonly kind: Snippet['kind'];
  readonly node: Node;
}

/** The function or class that a statement declares. */
function mainOf(statement: Statement): Main | undefined {
  const isExport = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
  const own: Node | null | undefined = isExport ? statement.declaration : statement;
  if (own?.type === 'FunctionDeclaration' && own.id) return { name: own.id.name, kind: 'function', node: own };
  if (own?.type === 'ClassDeclaration' && own.id) return { name: own.id.name, kind: 'class', node: own };
  if (own?.type !== 'VariableDeclaration' || own.declarations.length !== 1) return undefined;
  const [only] = own.declarations;
  const isFunction = only?.init?.type === 'ArrowFunctionExpression' || only?.init?.type === 'FunctionExpression';
  return isFunction && only?.id.type === 'Identifier' && only.init
    ? { name: only.id.name, kind: 'function', node: only.init }
    : undefined;
}

function snippetOf(
  text: string,
  parts: readonly Part[],
  { part, name, kind, node }: Main & { readonly part: Part },
): Snippet {
  const needed = closure(parts, part);
  const imported = new Set(needed.flatMap((one) => (one.isImport ? [...one.declares] : [])));
  const own = needed.filter((one) => !one.isImport);
  const declared = new Set(own.flatMap((one) => [...one.declares]));
  const free = own.flatMap(({ statement }) => [...namesIn(statement).free]);
  const missing = [...new Set([...free.filter((one) => !declared.has(one)), ...imported])];
  const code = own.map(({ statement }) => withComments(text, statement)).join('\n\n');
  return { name, kind, doc: docOf(part.statement), code: `${code}\n`, missing, returns: returnsValue(node) };
}

/** A part with all top-level parts that it speaks of, and those that these speak of, in the order of the file. */
function closure(parts: readonly Part[], first: Part): Part[] {
  const needed = new Set([first]);
  // A set hands out what is added while it is walked.
  for (const { statement } of needed) {
    const { mentioned } = namesIn(statement);
    for (const part of parts) if ([...part.declares].some((name) => mentioned.has(name))) needed.add(part);
  }
  return parts.filter((part) => needed.has(part));
}

function withComments(text: string, { start, end, leadingComments }: Statement): string {
  const last = leadingComments?.at(-1);
  // A comment further away is about something else.
  const isNear =
    last &&
    /^\s*$/u.test(text.slice(last.end ?? 0, start ?? 0)) &&
    !/\n\s*\n/u.test(text.slice(last.end ?? 0, start ?? 0));
  return text.slice((isNear ? last.start : start) ?? 0, end ?? text.length);
}

function docOf({ leadingComments }: Statement): string {
  const { type, value = '' } = leadingComments?.at(-1) ?? {};
  const words = type === 'CommentBlock' ? value.replaceAll(/^\s*\*+/gmu, '') : value;
  return (words.split(/^\s*@\w/mu)[0] ?? '').replaceAll(/\s+/gu, ' ').trim();
}

/** Whether a function gives back a value, or a class has a method that does. */
function returnsValue(node: Node): boolean {
  if (node.type === 'ClassDeclaration') {
    return node.body.body.some(
      (member) => member.type === 'ClassMethod' && member.kind !== 'constructor' && returnsValue(member),
    );
  }
  if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') return true;
  return 'body' in node && hasReturn(node.body as Node);
}

function hasReturn(root: Node): boolean {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'ReturnStatement' && node.argument) return true;
    if (node.type === 'YieldExpression') return true;
    if (/Function|Class|Method/u.test(node.type)) continue;
    for (const value of Object.values(node) as unknown[]) {
      for (const one of Array.isArray(value) ? value : [value]) if (isStatementLike(one)) waiting.push(one);
    }
  }
  return false;
}

function isStatementLike(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function parsed(text: string): readonly Statement[] | undefined {
  try {
    return parse(text, { sourceType: 'module', plugins: ['typescript'] }).program.body;
  } catch (error) {
    // No module, or too deep for the parser.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
