import type { Node } from '@babel/types';
import type { ModuleBody } from './parsed-module.ts';

const frameworks = new Set(['vitest', '@fast-check/vitest', '@jest/globals']);
/** The functions that declare tests. */
export const runners: ReadonlySet<string> = new Set(['test', 'it', 'describe', 'suite']);

export function importsFramework(node: ModuleBody[number]): boolean {
  return node.type === 'ImportDeclaration' && frameworks.has(node.source.value);
}

/** Whether a statement declares a test, or a group of them. */
export function callsRunner(node: ModuleBody[number]): boolean {
  return node.type === 'ExpressionStatement' && runners.has(calleeRoot(node.expression) ?? '');
}

/**
 * The name at the bottom of `test(…)`, `describe.skip(…)`, `test.each([…])(…)` or `` test.each`…`(…) ``. It walks in a
 * loop, because a chain can be longer than the stack is deep.
 */
function calleeRoot(expression: Node): string | undefined {
  let node = expression;
  for (;;) {
    switch (node.type) {
      case 'Identifier':
        return node.name;
      case 'CallExpression':
        node = node.callee;
        break;
      case 'MemberExpression':
        node = node.object;
        break;
      case 'TaggedTemplateExpression':
        node = node.tag;
        break;
      default:
        return undefined;
    }
  }
}
