import { type ExtractedCode, extractModule, type WholeModule } from './module-extraction.ts';
import { callsRunner, importsFramework } from './test-statements.ts';

/** Takes the test module out of a model's reply: the last block that imports a test framework and uses it. */
export function extractSuite(reply: string): ExtractedCode {
  return extractModule(reply, { fitness });
}

function fitness({ body }: WholeModule): number {
  const calls = body.some(callsRunner);
  if (body.some(importsFramework)) return calls ? 3 : 2;
  return calls ? 1 : 0;
}
