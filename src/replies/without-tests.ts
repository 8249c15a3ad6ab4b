import { declaredNames } from './names.ts';
import type { ModuleBody } from './parsed-module.ts';
import { callsRunner, importsFramework, runners } from './test-statements.ts';
import { withoutStatements } from './without-statements.ts';

/** A module's code without the tests of it that a model appended, and without what they import. */
export function withoutTests(code: string, body: ModuleBody): string {
  // A function of its own that is called `test` or `it` is no test runner.
  if (!body.some((node) => callsRunner(node)) || !declaredNames(body).isDisjointFrom(runners)) return code;
  const rest = withoutStatements(
    code,
    body.filter((node) => callsRunner(node) || importsFramework(node)),
  );
  return withoutLastHeading(rest);
}

/** The comment above the tests says nothing without them. */
function withoutLastHeading(code: string): string {
  const trimmed = code.trimEnd();
  const last = trimmed.slice(trimmed.lastIndexOf('\n') + 1);
  return /^\/\/.*\btests?\b/i.test(last) ? trimmed.slice(0, -last.length) : code;
}
