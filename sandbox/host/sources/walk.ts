import type { AnyNode, Identifier, Pattern, Program } from 'acorn';
import { type Binding, Scope } from './scope.ts';

export type Visit = (node: AnyNode, scope: Scope) => void;

export interface Walked {
  readonly top: Scope;
  /** Names that are read or written outside of every scope that binds them. */
  readonly freeNames: Set<string>;
}

/**
 * Visits every node of a program before its children, in the order of the text, with the scope that it stands in. It
 * keeps its own stack, because a chain of calls can be longer than the engine's stack is deep.
 */
export function walk(program: Program, visit: Visit): Walked {
  const walker = new Walker();
  walker.run(program, visit);
  return { top: walker.top, freeNames: walker.freeNames() };
}

class Walker {
  readonly top = new Scope(undefined, true);
  readonly #nodes: AnyNode[] = [];
  readonly #scopes: Scope[] = [];
  readonly #mentions = new Map<Scope, Set<string>>();

  run(program: Program, visit: Visit): void {
    this.#pushAll(program.body, this.top);
    this.#reverseFrom(0);
    for (;;) {
      const node = this.#nodes.pop();
      const scope = this.#scopes.pop();
      if (node === undefined || scope === undefined) return;
      visit(node, scope);
      const from = this.#nodes.length;
      this.#enter(node, scope);
      this.#reverseFrom(from);
    }
  }

  freeNames(): Set<string> {
    const free = new Set<string>();
    for (const [scope, names] of this.#mentions) {
      for (const name of names) if (!free.has(name) && !scope.binds(name)) free.add(name);
    }
    return free;
  }

  /** Puts the children of a node on the stack, in the order of the text, and binds what it declares. */
  #enter(node: AnyNode, scope: Scope): void {
    switch (node.type) {
      case 'Identifier':
        return this.#mention(node.name, scope);
      case 'MemberExpression':
        this.#push(node.object, scope);
        if (node.computed) this.#push(node.property, scope);
        return;
      case 'Property':
      case 'MethodDefinition':
        if (node.computed) this.#push(node.key, scope);
        return this.#push(node.value, scope);
      case 'PropertyDefinition':
        if (node.computed) this.#push(node.key, scope);
        return this.#push(node.value, new Scope(scope, true));
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations) {
          this.#bind(id, node.kind === 'var' ? 'var' : 'lexical', scope, scope);
          this.#push(init, scope);
        }
        return;
      case 'FunctionDeclaration':
        this.#bindName(node.id, 'function', scope);
        return this.#enterFunction(node, new Scope(scope, true));
      case 'FunctionExpression': {
        const inner = new Scope(scope, true);
        this.#bindName(node.id, 'function', inner);
        return this.#enterFunction(node, inner);
      }
      case 'ArrowFunctionExpression':
        return this.#enterFunction(node, new Scope(scope, true));
      case 'ClassDeclaration':
        this.#bindName(node.id, 'lexical', scope);
        this.#push(node.superClass, scope);
        return this.#push(node.body, scope);
      case 'ClassExpression': {
        const inner = new Scope(scope, false);
        this.#bindName(node.id, 'lexical', inner);
        this.#push(node.superClass, inner);
        return this.#push(node.body, inner);
      }
      case 'CatchClause': {
        const inner = new Scope(scope, false);
        if (node.param) this.#bind(node.param, 'lexical', inner, inner);
        return this.#pushAll(node.body.body, inner);
      }
      case 'BlockStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'SwitchStatement':
        return this.#pushChildren(node, new Scope(scope, false));
      case 'StaticBlock':
        return this.#pushAll(node.body, new Scope(scope, true));
      case 'LabeledStatement':
        return this.#push(node.body, scope);
      case 'ImportDeclaration':
        for (const { local } of node.specifiers) scope.bind(local.name, 'import');
        return;
      case 'ExportNamedDeclaration':
        return this.#push(node.declaration, scope);
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
      case 'ExportAllDeclaration':
      case 'Literal':
      case 'TemplateElement':
        return;
      default:
        this.#pushChildren(node, scope);
    }
  }

  #enterFunction({ params, body }: { params: Pattern[]; body: AnyNode }, inner: Scope): void {
    for (const param of params) this.#bind(param, 'var', inner, inner);
    if (body.type === 'BlockStatement') this.#pushAll(body.body, inner);
    else this.#push(body, inner);
  }

  /** The name may be missing, even from the declaration of `export default function () {}`. */
  #bindName(id: Identifier | null | undefined, binding: Binding, scope: Scope): void {
    if (id) scope.bind(id.name, binding);
  }

  /** Binds the names of a pattern; its defaults and computed keys are children like others. */
  #bind(pattern: Pattern, binding: Binding, scope: Scope, around: Scope): void {
    switch (pattern.type) {
      case 'Identifier':
        return scope.bind(pattern.name, binding);
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') {
            this.#bind(property.argument, binding, scope, around);
          } else {
            if (property.computed) this.#push(property.key, around);
            this.#bind(property.value, binding, scope, around);
          }
        }
        return;
      case 'ArrayPattern':
        for (const element of pattern.elements) if (element) this.#bind(element, binding, scope, around);
        return;
      case 'RestElement':
        return this.#bind(pattern.argument, binding, scope, around);
      case 'AssignmentPattern':
        this.#bind(pattern.left, binding, scope, around);
        return this.#push(pattern.right, around);
      case 'MemberExpression':
        this.#push(pattern, around);
    }
  }

  #mention(name: string, scope: Scope): void {
    const names = this.#mentions.get(scope);
    if (names === undefined) this.#mentions.set(scope, new Set([name]));
    else names.add(name);
  }

  #pushChildren(node: AnyNode, scope: Scope): void {
    for (const value of Object.values(node) as unknown[]) {
      if (Array.isArray(value)) this.#pushAll(value as (AnyNode | null)[], scope);
      else if (typeof value === 'object' && value !== null && 'type' in value) this.#push(value as AnyNode, scope);
    }
  }

  #pushAll(nodes: readonly (AnyNode | null)[], scope: Scope): void {
    for (const node of nodes) this.#push(node, scope);
  }

  #push(node: AnyNode | null | undefined, scope: Scope): void {
    if (!node) return;
    this.#nodes.push(node);
    this.#scopes.push(scope);
  }

  /** What was pushed first is to be popped first. */
  #reverseFrom(from: number): void {
    for (let low = from, high = this.#nodes.length - 1; low < high; low++, high--) {
      swap(this.#nodes, low, high);
      swap(this.#scopes, low, high);
    }
  }
}

function swap<T>(items: T[], low: number, high: number): void {
  [items[low], items[high]] = [items[high] as T, items[low] as T];
}
