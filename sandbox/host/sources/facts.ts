import type { AnyNode, AssignmentExpression, ExpressionStatement, VariableDeclaration } from 'acorn';
import { exportedNames, importedNames, takenNames } from './names.ts';
import { commonJsRoot, isMember, literalText, requiredText, stringOf } from './nodes.ts';
import type { Scope } from './scope.ts';
import type { Import } from './unit.ts';

export type Mention = Omit<Import, 'line'> & { readonly offset: number };
const globalObjects: ReadonlySet<string> = new Set(['globalThis', 'global']);

/** Collects, node by node, what can be said about a text without running it. */
export class Facts {
  readonly mentions: Mention[] = [];
  readonly exports: string[] = [];
  /** Names that statements at the top assign, bare or as properties of the global object. */
  readonly assigned: Set<string> = new Set();
  /** Which of `exports`, `module` and `this` have something assigned to them that is thereby exported. */
  readonly exporters: Set<string> = new Set();
  exportsAll = false;
  isStrict = false;
  usesTopLevelAwait = false;
  assertsOnConsole = false;

  note(node: AnyNode, scope: Scope): void {
    switch (node.type) {
      case 'ImportDeclaration':
        return this.#mention('static', String(node.source.value), node, importedNames(node));
      case 'ExportNamedDeclaration':
        this.exports.push(...exportedNames(node));
        if (node.source) this.#mention('static', String(node.source.value), node, takenNames(node));
        return;
      case 'ExportDefaultDeclaration':
        this.exports.push('default');
        return;
      case 'ExportAllDeclaration':
        if (node.exported) this.exports.push(literalText(node.exported) ?? '');
        else this.exportsAll = true;
        return this.#mention('static', String(node.source.value), node, ['*']);
      case 'ImportExpression':
        return this.#mention('dynamic', stringOf(node.source), node);
      case 'CallExpression':
        this.#mention('require', requiredText(node), node);
        for (const argument of node.arguments) this.#noteExporter(argument);
        return;
      case 'AssignmentExpression':
        return this.#noteAssignment(node, scope);
      case 'VariableDeclaration':
        return this.#noteVariables(node, scope);
      case 'MemberExpression':
        if (isMember(node, 'console', 'assert')) this.assertsOnConsole = true;
        return;
      case 'ExpressionStatement':
        if (scope.isTop) this.#noteStatement(node);
        return;
      case 'AwaitExpression':
        if (scope.home.isTop) this.usesTopLevelAwait = true;
        return;
      case 'ForOfStatement':
        if (node.await && scope.home.isTop) this.usesTopLevelAwait = true;
        return;
      default:
    }
  }

  #mention(
    kind: Import['kind'],
    specifier: string | undefined,
    { start }: AnyNode,
    names: readonly string[] = [],
  ): void {
    if (specifier !== undefined) this.mentions.push({ kind, specifier, names, offset: start });
  }

  #noteAssignment({ left }: AssignmentExpression, scope: Scope): void {
    this.#noteExporter(left);
    if (left.type === 'MemberExpression' && left.object.type === 'ThisExpression' && scope.home.isTop) {
      this.exporters.add('this');
    }
  }

  #noteExporter(node: AnyNode): void {
    const root = commonJsRoot(node);
    if (root !== undefined) this.exporters.add(root);
  }

  #noteVariables({ kind, declarations }: VariableDeclaration, scope: Scope): void {
    if (kind === 'await using' && scope.home.isTop) this.usesTopLevelAwait = true;
    for (const { id, init } of declarations) {
      if (!init) continue;
      this.#noteExporter(init);
      if (id.type === 'ObjectPattern' && init.type === 'Identifier' && init.name === 'console') {
        this.assertsOnConsole ||= id.properties.some(
          (property) => property.type === 'Property' && literalText(property.key) === 'assert',
        );
      }
    }
  }

  #noteStatement({ directive, expression }: ExpressionStatement): void {
    if (directive === 'use strict') this.isStrict = true;
    if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return;
    const { left } = expression;
    if (left.type === 'Identifier') this.assigned.add(left.name);
    if (left.type !== 'MemberExpression' || left.computed || left.property.type !== 'Identifier') return;
    if (left.object.type === 'Identifier' && globalObjects.has(left.object.name)) this.assigned.add(left.property.name);
  }
}
