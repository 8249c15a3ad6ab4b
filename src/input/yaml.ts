import { isMap, isPair, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import { inputError } from '../core/error.ts';
import { readText } from './read-text.ts';

export interface YamlSource<T> {
  readonly path: string;
  /** What the file is for, as an error names it: `the configuration`. */
  readonly what: string;
  /** The stable word of an error about this file. */
  readonly code: string;
  readonly schema: z.ZodType<T>;
}

export interface YamlValue<T> {
  readonly value: T;
  /** The line (from 1) of the node at a path of keys and indexes. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads and validates a YAML file; throws an input error that names file, line and key for each thing that is wrong. */
export function readYaml<T>(source: YamlSource<T>): YamlValue<T> {
  const lines = new LineCounter();
  const text = readText(source.path, source.what);
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document, path));
  const plain = toPlain(document);
  if (!plain.ok) {
    const place = `${source.path}:${lineAt(plain.offset)}`;
    throw inputError(source.code, `${place}: not valid YAML: ${plain.error.message}`, plain.error);
  }
  const parsed = source.schema.safeParse(plain.value);
  if (parsed.success) return { value: parsed.data, lineOf };
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return `${source.path}:${lineOf(path)}: ${describePath(issue.path)}${issue.message}`;
  });
  throw inputError(source.code, problems.join('\n'));
}

type Plain =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: Error; readonly offset: number };

/** The document as plain values, or what is wrong with it and where. */
function toPlain(document: Document.Parsed): Plain {
  const [broken] = document.errors;
  if (broken) return { ok: false, error: broken, offset: broken.pos[0] };
  try {
    return { ok: true, value: document.toJS() as unknown };
  } catch (error) {
    // Only aliases fail so late: one that names no anchor, or too many of them.
    if (error instanceof ReferenceError) return { ok: false, error, offset: offsetOfAlias(document) };
    throw error;
  }
}

/** Where the first alias without an anchor stands, or else the first alias. */
function offsetOfAlias(document: Document): number {
  const aliases: { offset: number; resolves: boolean }[] = [];
  visit(document, {
    Alias: (_key, node) => void aliases.push({ offset: startOf(node), resolves: node.resolve(document) !== undefined }),
  });
  return (aliases.find(({ resolves }) => !resolves) ?? aliases[0])?.offset ?? 0;
}

/** Where the deepest existing node on the path starts. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    const next = child(node, key);
    if (!next) break;
    offset = next.offset;
    node = next.node;
  }
  return offset;
}

function child(node: unknown, key: PropertyKey): { node: unknown; offset: number } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((candidate) => isPair(candidate) && String(candidate.key) === String(key));
  return pair && { node: pair.value, offset: startOf(pair.key) };
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}

function describePath(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : `${path.map(String).join('.')}: `;
}
