import type { Node } from '@babel/types';
import { bare } from '../syntax.ts';

/** A value that has no literal of its own here: a date, a big integer, a function. */
export class Code {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type Constants = ReadonlyMap<string, Node>;

/** Thrown where an expression is no literal. */
class NotLiteral extends Error {}

const globals: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
]);

/** The value of an expression that is made of literals and of constants declared with such; nothing for any other. */
export function literalOf(node: Node, constants: Constants): { readonly value: unknown } | undefined {
  try {
    return { value: valueOf(node, { constants, depth: 0 }) };
  } catch (error) {
    if (error instanceof NotLiteral || error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Scope {
  readonly constants: Constants;
  readonly depth: number;
}

function valueOf(wrapped: Node, scope: Scope): unknown {
  const node = bare(wrapped);
  switch (node.type) {
    case 'NumericLiteral':
    case 'StringLiteral':
    case 'BooleanLiteral':
      return node.value;
    case 'NullLiteral':
      return null;
    case 'BigIntLiteral':
      return new Code(`${String(node.value)}n`);
    case 'RegExpLiteral':
      return new Code(`/${node.pattern}/${node.flags}`);
    case 'TemplateLiteral':
      if (node.expressions.length > 0) throw new NotLiteral();
      return node.quasis[0]?.value.cooked ?? '';
    case 'UnaryExpression':
      return negated(node.operator, valueOf(node.argument, scope));
    case 'BinaryExpression':
      return computed(node.operator, valueOf(node.left, scope), valueOf(node.right, scope));
    case 'ArrayExpression':
      return node.elements.flatMap((item) => {
        if (item === null) throw new NotLiteral();
        if (item.type !== 'SpreadElement') return [valueOf(item, scope)];
        const spread = valueOf(item.argument, scope);
        if (!Array.isArray(spread)) throw new NotLiteral();
        return spread as unknown[];
      });
    case 'ObjectExpression':
      return Object.fromEntries(node.properties.map((property) => entryOf(property, scope)));
    case 'NewExpression':
      return built(node, scope);
    case 'Identifier':
      return named(node.name, scope);
    default:
      throw new NotLiteral();
  }
}

function negated(operator: string, value: unknown): unknown {
  if (operator === 'void') return undefined;
  if (operator === '-' && value instanceof Code) return new Code(`-${value.source}`);
  if (typeof value !== 'number' || (operator !== '-' && operator !== '+')) throw new NotLiteral();
  return operator === '-' ? -value : value;
}

function computed(operator: string, left: unknown, right: unknown): unknown {
  if (typeof left === 'string' && typeof right === 'string' && operator === '+') return left + right;
  if (typeof left !== 'number' || typeof right !== 'number') throw new NotLiteral();
  if (operator === '**') return left ** right;
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  if (operator === '/') return left / right;
  throw new NotLiteral();
}

function entryOf(property: Node, scope: Scope): [string, unknown] {
  if (property.type !== 'ObjectProperty' || property.computed) throw new NotLiteral();
  const { key } = property;
  if (key.type === 'Identifier') return [key.name, valueOf(property.value, scope)];
  if (key.type !== 'StringLiteral' && key.type !== 'NumericLiteral') throw new NotLiteral();
  return [String(key.value), valueOf(property.value, scope)];
}

function built(node: Extract<Node, { type: 'NewExpression' }>, scope: Scope): unknown {
  const name = node.callee.type === 'Identifier' ? node.callee.name : '';
  const [first, ...others] = node.arguments.map((argument) => valueOf(argument, scope));
  if (name === 'Date' && (typeof first === 'string' || typeof first === 'number')) {
    return new Code(`new Date(${[first, ...others].map((one) => JSON.stringify(one)).join(', ')})`);
  }
  if (/^(?:Uint(?:8|16|32)|Int(?:8|16|32)|Uint8Clamped|Float(?:32|64))Array$/.test(name) && isNumbers(first)) {
    return new Code(`new ${name}(${JSON.stringify(first)})`);
  }
  if ((name !== 'Map' && name !== 'Set') || !(first === undefined || Array.isArray(first))) throw new NotLiteral();
  if (name === 'Set') return new Set(first as unknown[]);
  const entries = (first ?? []) as unknown[];
  if (!entries.every((entry) => Array.isArray(entry))) throw new NotLiteral();
  return new Map(entries as [unknown, unknown][]);
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isFinite(item));
}

function named(name: string, { constants, depth }: Scope): unknown {
  if (globals.has(name)) return globals.get(name);
  const initial = constants.get(name);
  const deepest = 8;
  if (initial === undefined || depth > deepest) throw new NotLiteral();
  return valueOf(initial, { constants, depth: depth + 1 });
}
