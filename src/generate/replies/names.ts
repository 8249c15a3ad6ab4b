import type { Declaration, Pattern } from 'acorn';
import type { ModuleBody } from './parsed-module.ts';

/** Names of the values that a module exports, `default` included. */
export function exportedNames(body: ModuleBody): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of body) {
    if (node.type === 'ExportDefaultDeclaration') names.add('default');
    if (node.type !== 'ExportNamedDeclaration') continue;
    for (const name of node.declaration ? namesOf(node.declaration) : []) names.add(name);
    for (const { exported } of node.specifiers) {
      names.add(exported.type === 'Identifier' ? exported.name : String(exported.value));
    }
  }
  return names;
}

/** Names of the values that a module declares at its top level, exported or not. */
export function declaredNames(body: ModuleBody): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of body) {
    for (const name of namesOf(node)) names.add(name);
  }
  return names;
}

function namesOf(node: ModuleBody[number] | Declaration): string[] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return node.id === null ? [] : [node.id.name];
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ id }) => boundNames(id));
    case 'ExportNamedDeclaration':
      return node.declaration ? namesOf(node.declaration) : [];
    case 'ExportDefaultDeclaration':
      return node.declaration.type === 'FunctionDeclaration' || node.declaration.type === 'ClassDeclaration'
        ? [node.declaration.id?.name ?? 'default']
        : [];
    default:
      return [];
  }
}

function boundNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundNames(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : boundNames(element)));
    case 'RestElement':
      return boundNames(pattern.argument);
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    default:
      return [];
  }
}
