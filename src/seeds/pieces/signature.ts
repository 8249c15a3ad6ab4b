import { parse } from '@babel/parser';
import type { ClassDeclaration, Node, Statement } from '@babel/types';

/** What users of a module see of one of its exports. */
export interface PublicFace {
  readonly kind: 'function' | 'class';
  /** TypeScript declarations: of the export, and of the module's types. */
  readonly signature: string;
  /** Whether the module exports it by its name. */
  readonly isExported: boolean;
}

/** The top-level functions and classes of a module by name, in order; undefined where it does not parse. */
export function publicFaces(code: string): ReadonlyMap<string, PublicFace> | undefined {
  const body = parsed(code);
  if (!body) return undefined;
  const text = new Text(code);
  const types = body.flatMap((statement) => text.typeOf(statement));
  const exported = new Set(body.flatMap(exportedNames));
  const faces = body.flatMap((statement) => text.headOf(statement));
  return new Map(
    faces.map(({ name, kind, head }) => [
      name,
      { kind, signature: [...types, `export ${head}`].join('\n'), isExported: exported.has(name) },
    ]),
  );
}

interface Head {
  readonly name: string;
  readonly kind: PublicFace['kind'];
  readonly head: string;
}

type Signed = Extract<Node, { readonly params: unknown; readonly body: unknown }>;

class Text {
  readonly #code: string;

  constructor(code: string) {
    this.#code = code;
  }

  typeOf(statement: Statement): string[] {
    const own = declarationOf(statement);
    return own.type === 'TSInterfaceDeclaration' ||
      own.type === 'TSTypeAliasDeclaration' ||
      own.type === 'TSEnumDeclaration'
      ? [`export ${this.#of(own)}`]
      : [];
  }

  headOf(statement: Statement): Head[] {
    const own = declarationOf(statement);
    if (own.type === 'FunctionDeclaration' && own.id) {
      return [{ name: own.id.name, kind: 'function', head: `function ${own.id.name}${this.#signed(own)};` }];
    }
    if (own.type === 'ClassDeclaration' && own.id) {
      return [{ name: own.id.name, kind: 'class', head: this.#classHead(own, own.id.name) }];
    }
    if (own.type !== 'VariableDeclaration') return [];
    return own.declarations.flatMap(({ id, init }) => {
      const isFunction = init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression';
      if (id.type !== 'Identifier' || !isFunction) return [];
      const typed = id.typeAnnotation ? `const ${this.#of(id)};` : `function ${id.name}${this.#signed(init)};`;
      return [{ name: id.name, kind: 'function', head: typed }];
    });
  }

  #classHead(own: ClassDeclaration, name: string): string {
    const members = own.body.body.flatMap((member) => {
      if ('accessibility' in member && member.accessibility === 'private') return [];
      if (member.type === 'ClassMethod') return [`${this.#nameOf(member)}${this.#signed(member)};`];
      if (member.type !== 'ClassProperty') return [];
      return [
        `${member.readonly === true ? 'readonly ' : ''}${this.#of(member.key)}${this.#of(member.typeAnnotation)};`,
      ];
    });
    return `class ${name}${this.#of(own.typeParameters)} {\n${members.map((one) => `  ${one}\n`).join('')}}`;
  }

  #nameOf({ kind, key, computed, static: isStatic }: Extract<Node, { type: 'ClassMethod' }>): string {
    const accessor = kind === 'get' || kind === 'set' ? `${kind} ` : '';
    return `${isStatic ? 'static ' : ''}${accessor}${computed ? `[${this.#of(key)}]` : this.#of(key)}`;
  }

  #signed(node: Signed): string {
    const { typeParameters, params, returnType } = node as Extract<Signed, { type: 'FunctionDeclaration' }>;
    return `${this.#of(typeParameters)}(${params.map((one) => this.#of(one)).join(', ')})${this.#of(returnType)}`;
  }

  #of(node: Node | null | undefined): string {
    return node ? this.#code.slice(node.start ?? 0, node.end ?? 0) : '';
  }
}

function declarationOf(statement: Statement): Node {
  const isExport = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
  return (isExport ? statement.declaration : undefined) ?? statement;
}

function exportedNames(statement: Statement): string[] {
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const { declaration, specifiers } = statement;
  const listed = specifiers.flatMap(({ exported }) => (exported.type === 'Identifier' ? [exported.name] : []));
  if (!declaration) return listed;
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  }
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
}

function parsed(code: string): readonly Statement[] | undefined {
  try {
    return parse(code, { sourceType: 'module', plugins: ['typescript'] }).program.body;
  } catch (error) {
    // No module, or too deep for the parser.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
