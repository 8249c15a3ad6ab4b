import type { Node } from '@babel/types';
import { type ExtractedCode, extractModule, type WholeModule } from './module-extraction.ts';
import type { ModuleBody } from './parsed-module.ts';

const frameworks = new Set(['vitest', '@fast-check/vitest', '@jest/globals']);
const runners = new Set(['test', 'it', 'describe', 'suite']);

/** Takes the test module out of a model's reply: the last block that imports a test framework and uses it. */
export function extractSuite(reply: string): ExtractedCode {
  return extractModule(reply, { fitness });
}

function fitness({ body }: WholeModule): number {
  const calls = body.some(callsRunner);
  if (body.some(importsFramework)) return calls ? 3 : 2;
  return calls ? 1 : 0;
}

function importsFramework(node: ModuleBody[number]): boolean {
  return node.type === 'ImportDeclaration' && frameworks.has(node.source.value);
}

function callsRunner(node: ModuleBody[number]): boolean {
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
