import type { Node } from '@babel/types';
import { boundNames } from './bound-names.ts';
import type { ModuleBody } from './parsed-module.ts';

/** Names of the values that a module exports, `default` included. */
export function exportedNames(body: ModuleBody): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of body) {
    if (node.type === 'ExportDefaultDeclaration') names.add('default');
    if (node.type !== 'ExportNamedDeclaration' || node.exportKind === 'type') continue;
    for (const name of node.declaration ? namesOf(node.declaration) : []) names.add(name);
    for (const specifier of node.specifiers) {
      if (specifier.type === 'ExportSpecifier' && specifier.exportKind === 'type') continue;
      names.add(specifier.exported.type === 'Identifier' ? specifier.exported.name : specifier.exported.value);
    }
  }
  return names;
}

/** Names of the values that a module declares at its top level, exported or not. */
export function declaredNames(body: ModuleBody): ReadonlySet<string> {
  return new Set(body.flatMap((node) => namesOf(node)));
}

function namesOf(node: Node): string[] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return node.id && !node.declare ? [node.id.name] : [];
    case 'TSEnumDeclaration':
      return node.declare ? [] : [node.id.name];
    case 'VariableDeclaration':
      return node.declare ? [] : node.declarations.flatMap(({ id }) => boundNames(id));
    case 'ExportNamedDeclaration':
      return node.declaration ? namesOf(node.declaration) : [];
    case 'ExportDefaultDeclaration':
      return defaultNames(node.declaration);
    default:
      return [];
  }
}

function defaultNames(declaration: Node): string[] {
  const named = declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration';
  return named ? [declaration.id?.name ?? 'default'] : [];
}
