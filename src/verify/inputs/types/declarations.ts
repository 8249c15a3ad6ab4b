import type * as t from '@babel/types';
import { nodesIn, type Source } from '../syntax.ts';

export type TypeDeclaration = t.TSInterfaceDeclaration | t.TSTypeAliasDeclaration | t.TSEnumDeclaration;

export interface Declarations {
  readonly types: ReadonlyMap<string, TypeDeclaration>;
  readonly entry?: EntryDeclaration;
  /** What constants are set to, or declared as. */
  readonly values: ReadonlyMap<string, t.Node>;
  /** What comments say of parameters and fields, by their names. */
  readonly notes: ReadonlyMap<string, string>;
}

/** A function's parameters, in the form that every kind of declaration of a function has. */
export interface EntryDeclaration {
  readonly params: readonly t.Node[];
  readonly typeParameters: readonly t.TSTypeParameter[];
}

/** The types that a text declares, and the entry point, if it is a function there. */
export function declarationsIn({ body, comments }: Source, entryPoint: string): Declarations {
  const types = new Map<string, TypeDeclaration>();
  const values = new Map<string, t.Node>();
  const notes = parameterNotes(comments);
  let entry: EntryDeclaration | undefined;
  for (const node of nodesIn(body)) {
    if (isTypeDeclaration(node)) types.set(node.id.name, node);
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') {
      const value = node.init ?? node.id.typeAnnotation;
      if (value) values.set(node.id.name, value);
    }
    if (node.type === 'TSPropertySignature' && node.key.type === 'Identifier') {
      const note = (node.leadingComments ?? []).map(({ value }) => value).join('\n');
      if (note !== '') notes.set(node.key.name, note);
    }
    entry ??= entryOf(node, entryPoint);
  }
  return { types, values, notes, ...(entry && { entry }) };
}

/** `@param {number} count - from 1 to 9`. */
function parameterNotes(comments: readonly t.Comment[]): Map<string, string> {
  const found = comments.flatMap(({ value }) => [
    ...value.matchAll(/@param\s+(?:\{[^}]*\}\s+)?\[?([\w$]+)(?![\w$.])\]?([^@]*(?:@(?:min|max)(?:imum)?\b[^@]*)*)/g),
  ]);
  return new Map(found.map(([, name = '', note = '']) => [name, note]));
}

function isTypeDeclaration(node: t.Node): node is TypeDeclaration {
  const { type } = node;
  return type === 'TSInterfaceDeclaration' || type === 'TSTypeAliasDeclaration' || type === 'TSEnumDeclaration';
}

function entryOf(node: t.Node, name: string): EntryDeclaration | undefined {
  if (node.type === 'FunctionDeclaration' || node.type === 'TSDeclareFunction') {
    return node.id?.name === name ? formOf(node) : undefined;
  }
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || node.id.name !== name) return undefined;
  const annotation = node.id.typeAnnotation;
  if (annotation?.type === 'TSTypeAnnotation' && annotation.typeAnnotation.type === 'TSFunctionType') {
    return formOf(annotation.typeAnnotation);
  }
  const init = node.init;
  return init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression' ? formOf(init) : undefined;
}

function formOf(node: { params: t.Node[]; typeParameters?: t.Node | null | undefined }): EntryDeclaration {
  const { params, typeParameters } = node;
  const declared = typeParameters?.type === 'TSTypeParameterDeclaration' ? typeParameters.params : [];
  return { params, typeParameters: declared };
}
