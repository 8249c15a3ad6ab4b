import { parse } from '@babel/parser';
import type { Node } from '@babel/types';
import { wordsOf, type Word } from './words.ts';

/** A word of code; `isInner` where it is no part of what users of the code see. */
export interface CodeWord extends Word {
  readonly isInner: boolean;
}

/**
 * The words of a module. Inner ones are those of function bodies and initial values; names, parameters and types of
 * declarations are public, and so are comments and the texts of literals, which messages are made of. Code that does
 * not parse is inner as a whole.
 */
export function codeWords(code: string): CodeWord[] {
  const words = wordsOf(code);
  const spans = spansOf(code);
  if (!spans) return words.map((word) => ({ ...word, isInner: true }));
  // One mark a character: a look at every span for every word would take minutes for a long file.
  const isInnerAt = new Uint8Array(code.length);
  for (const [start, end] of spans.inner) isInnerAt.fill(1, start, end);
  for (const [start, end] of spans.texts) isInnerAt.fill(0, start, end);
  return words.map((word) => ({ ...word, isInner: isInnerAt[word.start] === 1 }));
}

type Span = readonly [start: number, end: number];

interface Spans {
  readonly inner: readonly Span[];
  readonly texts: readonly Span[];
}

function spansOf(code: string): Spans | undefined {
  const file = parsed(code);
  if (!file) return undefined;
  const inner: Span[] = [];
  const texts = (file.comments ?? []).map(spanOf);
  const waiting: { readonly node: Node; readonly isInner: boolean }[] = [{ node: file.program, isInner: false }];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const { node } = visit;
    const isInner = visit.isInner || isImplementation(node);
    if (isInner && !visit.isInner) inner.push(spanOf(node));
    if (node.type === 'StringLiteral' || node.type === 'TemplateElement') texts.push(spanOf(node));
    const own = bodyOf(node);
    for (const child of childrenOf(node)) waiting.push({ node: child, isInner });
    if (own && !isInner) inner.push(spanOf(own));
  }
  return { inner, texts };
}

/** Statements that compute when the module loads, and values that are no functions or classes. */
function isImplementation({ type }: Node): boolean {
  if (/^(?:Function|ArrowFunction|Class)/u.test(type)) return false;
  return /(?:Expression|Literal)$/u.test(type) || type === 'BlockStatement' || type === 'StaticBlock';
}

/** The body of a function that is an expression. */
function bodyOf(node: Node): Node | undefined {
  return node.type === 'ArrowFunctionExpression' ? node.body : undefined;
}

function childrenOf(node: Node): Node[] {
  if (node.type.startsWith('TS')) return [];
  const parts = Object.entries(node).filter(([key]) => key !== 'params' && !key.endsWith('Comments'));
  return parts.flatMap(([, value]: [string, unknown]) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function spanOf({ start, end }: { readonly start?: number | null; readonly end?: number | null }): Span {
  return [start ?? 0, end ?? 0];
}

function parsed(code: string): ReturnType<typeof parse> | undefined {
  try {
    return parse(code, { sourceType: 'module', plugins: ['typescript'] });
  } catch (error) {
    // No module, or too deep for the parser.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
