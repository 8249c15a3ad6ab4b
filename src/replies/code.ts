import { type ExtractedCode, extractModule, type WholeModule } from './module-extraction.ts';
import { withNeededFiles } from './join-files.ts';
import { parseModule } from './parsed-module.ts';
import { withoutTests } from './without-tests.ts';

/** What the code was asked to be. */
export interface WantedCode {
  /** The name that the module should export. */
  readonly entryPoint?: string;
  readonly language: 'ts';
}

/**
 * Takes the TypeScript module out of a model's reply, whatever stands around it.
 * Of several blocks the last one that exports the entry point wins, then the last that declares it. Code that lacks the
 * entry point or has a syntax error is still handed out where it is clearly the answer: judging it is not this
 * function's business.
 */
export function extractCode(reply: string, want: WantedCode): ExtractedCode {
  return extractModule(reply, { fitness: (module) => fitness(module, want.entryPoint), finish });
}

/** One module, with what other blocks of the reply it needs, and without the tests of it. */
function finish(module: WholeModule, others: readonly WholeModule[]): string {
  const code = withNeededFiles(module, others);
  const whole = parseModule(code);
  return whole.parses ? withoutTests(code, whole.body) : code;
}

function fitness({ exports, declares }: WholeModule, entryPoint: string | undefined): number {
  if (entryPoint === undefined) return exports.size > 0 ? 2 : declares.size > 0 ? 1 : 0;
  if (exports.has(entryPoint)) return 3;
  if (declares.has(entryPoint)) return 2;
  return exports.has('default') ? 1 : 0;
}
