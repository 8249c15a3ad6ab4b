import type { ExportNamedDeclaration, ImportDeclaration, Pattern } from 'acorn';

type ModuleName = ImportDeclaration['specifiers'][number] extends infer Specifier
  ? Specifier extends { imported: infer Name }
    ? Name
    : never
  : never;

/** The names that a pattern binds, in order. */
function patternNames(pattern: Pattern): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        patternNames(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : patternNames(element)));
    case 'RestElement':
      return patternNames(pattern.argument);
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    case 'MemberExpression':
      return [];
  }
}

/** The names that an import declaration takes; `*` for the namespace. */
export function importedNames({ specifiers }: ImportDeclaration): readonly string[] {
  return specifiers.map((specifier) => {
    switch (specifier.type) {
      case 'ImportSpecifier':
        return nameOf(specifier.imported);
      case 'ImportDefaultSpecifier':
        return 'default';
      case 'ImportNamespaceSpecifier':
        return '*';
    }
  });
}

/** The names under which an export declaration exports. */
export function exportedNames({ declaration, specifiers }: ExportNamedDeclaration): readonly string[] {
  if (!declaration) return specifiers.map(({ exported }) => nameOf(exported));
  if (declaration.type === 'VariableDeclaration') return declaration.declarations.flatMap(({ id }) => patternNames(id));
  return [declaration.id.name];
}

/** The names that a re-export takes from the other module. */
export function takenNames({ specifiers }: ExportNamedDeclaration): readonly string[] {
  return specifiers.map(({ local }) => nameOf(local));
}

function nameOf(name: ModuleName): string {
  return name.type === 'Identifier' ? name.name : String(name.value);
}
