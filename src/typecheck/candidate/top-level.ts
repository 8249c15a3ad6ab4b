import { parse, type ParserOptions } from '@babel/parser';
import type { Node, Statement } from '@babel/types';
import { boundNames } from '../../replies/bound-names.ts';

/** What stands at the top level of a module. */
export interface TopLevel {
  /** Names of what it declares: values and types, exported or not. */
  readonly declares: ReadonlySet<string>;
  /** Names that it imports. */
  readonly imports: ReadonlySet<string>;
  /** Names of declarations that are exported where they stand or by a list. */
  readonly exports: ReadonlySet<string>;
  /** Whether it exports anything at all. */
  readonly hasExports: boolean;
}

const options: ParserOptions = {
  sourceType: 'module',
  plugins: ['typescript', 'decorators'],
  errorRecovery: true,
  allowReturnOutsideFunction: true,
  attachComment: false,
};
const nothing: TopLevel = { declares: new Set(), imports: new Set(), exports: new Set(), hasExports: false };

/** Reads a text's top level; of one that does not parse nothing is known. */
export function readTopLevel(text: string): TopLevel {
  const body = statementsOf(text);
  if (!body) return nothing;
  const lists = body.flatMap((node) => (node.type === 'ExportNamedDeclaration' && !node.source ? node.specifiers : []));
  const listed = lists.flatMap((one) =>
    one.type === 'ExportSpecifier' && one.local.type === 'Identifier' ? [one.local.name] : [],
  );
  const inPlace = body.filter(({ type }) => type === 'ExportNamedDeclaration' || type === 'ExportDefaultDeclaration');
  return {
    declares: new Set(body.flatMap(declaredNames)),
    imports: new Set(body.flatMap(importedNames)),
    exports: new Set([...listed, ...inPlace.flatMap(declaredNames)]),
    hasExports: body.some(({ type }) => type.startsWith('Export') || type === 'TSExportAssignment'),
  };
}

function statementsOf(text: string): readonly Statement[] | undefined {
  try {
    return parse(text, options).program.body;
  } catch {
    // Errors of the text are the type server's to tell; a text that nests too deeply overflows the stack here.
    return undefined;
  }
}

function declaredNames(node: Node): string[] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSDeclareFunction':
      return node.id ? [node.id.name] : [];
    case 'TSEnumDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [node.id.name];
    case 'TSModuleDeclaration':
      return node.id.type === 'Identifier' ? [node.id.name] : [];
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ id }) => boundNames(id));
    case 'ExportNamedDeclaration':
      return node.declaration ? declaredNames(node.declaration) : [];
    case 'ExportDefaultDeclaration':
      return declaredNames(node.declaration);
    default:
      return [];
  }
}

function importedNames(node: Statement): string[] {
  if (node.type === 'TSImportEqualsDeclaration') return [node.id.name];
  return node.type === 'ImportDeclaration' ? node.specifiers.map(({ local }) => local.name) : [];
}
