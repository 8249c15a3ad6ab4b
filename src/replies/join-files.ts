import type { ImportDeclaration, Node, Statement } from '@babel/types';
import type { WholeModule } from './module-extraction.ts';
import { declaredNames } from './names.ts';
import { parseModule } from './parsed-module.ts';
import { withoutStatements } from './without-statements.ts';

/** How much is looked through; replies are not trusted to be short. */
const most = { files: 40, imports: 40, names: 200 };

/**
 * A module's code with the reply's other files that it needs put before it, and the imports of them left out: models
 * split types and helpers off, where one module is wanted. Where that makes no module, the code is as it was.
 */
export function withNeededFiles(module: WholeModule, all: readonly WholeModule[]): string {
  const others = all.slice(-most.files);
  const imports = module.body.filter((node) => isOwnImport(node)).slice(0, most.imports);
  const files = [...new Set([...imports.flatMap((node) => providerOf(node, others) ?? []), ...usedBy(module, others)])];
  const resolved = imports.filter((node) => providerOf(node, files) !== undefined);
  if (files.length === 0) return module.code;
  const ordered = others.filter((file) => files.includes(file));
  const code = [...ordered.map((file) => file.code.trim()), withoutStatements(module.code, resolved).trim()].join(
    '\n\n',
  );
  return parseModule(code).parses ? `${code}\n` : module.code;
}

function isOwnImport(node: Statement): node is ImportDeclaration {
  return node.type === 'ImportDeclaration' && /^\.{1,2}\//.test(node.source.value);
}

/** The file that declares all that is imported, each under its own name. */
function providerOf({ specifiers }: ImportDeclaration, others: readonly WholeModule[]): WholeModule | undefined {
  const names = specifiers.map((specifier) =>
    specifier.type === 'ImportSpecifier' &&
    specifier.imported.type === 'Identifier' &&
    specifier.imported.name === specifier.local.name
      ? specifier.local.name
      : undefined,
  );
  if (names.length === 0) return undefined;
  return others.find(({ body }) => {
    const declared = allNames(body);
    return names.every((name) => name !== undefined && declared.has(name));
  });
}

/** Files of helpers and types only that declare what the module uses and does not have, and nothing that it has. */
function usedBy(module: WholeModule, others: readonly WholeModule[]): WholeModule[] {
  const own = allNames(module.body).union(importedNames(module.body));
  return others.filter(({ body }) => {
    const names = [...allNames(body)].slice(0, most.names);
    const isLibrary = body.length > 0 && body.every((node) => isHelper(node));
    return isLibrary && names.every((name) => !own.has(name)) && names.some((name) => uses(module.code, name));
  });
}

/** A function, a class or a type. A variable of another kind is an example's data, named as a parameter may be. */
function isHelper(node: Node): boolean {
  if (node.type === 'ExportNamedDeclaration') return node.declaration ? isHelper(node.declaration) : false;
  if (node.type === 'VariableDeclaration') {
    return node.declarations.every(({ init }) => /Function/.test(init?.type ?? ''));
  }
  return /^(?:FunctionDeclaration|ClassDeclaration|TS\w+Declaration)$/.test(node.type);
}

function uses(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w$.'"\`])${RegExp.escape(name)}(?![\\w$'"\`])`, 'u').test(code);
}

/** Names of the values and the types that a module declares. */
function allNames(body: readonly Statement[]): Set<string> {
  const types = body.flatMap((node) => {
    const declared = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    return declared?.type === 'TSInterfaceDeclaration' || declared?.type === 'TSTypeAliasDeclaration'
      ? [declared.id.name]
      : [];
  });
  return new Set([...types, ...declaredNames(body)]);
}

function importedNames(body: readonly Statement[]): Set<string> {
  return new Set(
    body.flatMap((node) => (node.type === 'ImportDeclaration' ? node.specifiers.map(({ local }) => local.name) : [])),
  );
}
