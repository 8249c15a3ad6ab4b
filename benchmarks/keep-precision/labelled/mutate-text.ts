import { parse } from '@babel/parser';
import { BenchmarkUsage } from '../../benchmark.ts';

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const swaps: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '==': '!=',
  '+': '-',
  '-': '+',
  '*': '+',
  '%': '*',
  '&&': '||',
  '||': '&&',
};

/** Texts with one operator or number changed each, spread over the program: wrong answers that no model wrote. */
export function mutatedTexts(code: string, most: number): readonly string[] {
  const changes = changesIn(code).toSorted((a, b) => a.start - b.start);
  const step = Math.max(1, Math.floor(changes.length / most));
  return changes
    .filter((_, index) => index % step === 0)
    .slice(0, most)
    .map(({ start, end, text }) => code.slice(0, start) + text + code.slice(end));
}

function changesIn(code: string): Change[] {
  const changes: Change[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isNode(node)) return;
    const change = changeOf(code, node);
    if (change) changes.push(change);
    for (const value of Object.values(node)) visit(value);
  };
  try {
    visit(parse(code, { sourceType: 'unambiguous' }).program.body);
  } catch (cause) {
    throw new BenchmarkUsage('a canonical solution does not parse', { cause });
  }
  return changes;
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number; readonly end: number };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
}

function changeOf(code: string, node: Node): Change | undefined {
  if (node.type === 'NumericLiteral')
    return { start: node.start, end: node.end, text: String(Number(node['value']) + 1) };
  if (node.type !== 'BinaryExpression' && node.type !== 'LogicalExpression') return undefined;
  const [left, right, operator] = [node['left'], node['right'], String(node['operator'])];
  const text = swaps[operator];
  if (!isNode(left) || !isNode(right) || text === undefined) return undefined;
  const start = code.indexOf(operator, left.end);
  return start === -1 || start >= right.start ? undefined : { start, end: start + operator.length, text };
}
