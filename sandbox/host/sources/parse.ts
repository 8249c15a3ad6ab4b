import type { Program } from 'acorn';
import { lineFinder } from './lines.ts';
import { failure, type Result } from './problem.ts';
import { nestedTooDeeply, ShallowParser } from './shallow-parser.ts';
import type { Format } from './unit.ts';

export interface Parsed {
  readonly format: Format;
  readonly program: Program;
}

const looksLikeModule = /^\s*(?:import|export)\b/m;
// Keywords cannot be written with escapes, so a text without these words is no module.
const mayBeModule = /\b(?:import|export|await)\b/;
const outOfStack = /^Not enough stack space/;
const position = / \(\d+:\d+\)$/;

/**
 * Parses JavaScript as what Node would take it for: CommonJS unless only an ES module can be written so.
 *
 * @param wanted The format, where the file's name tells it.
 */
export function parse(code: string, wanted?: Format): Result<Parsed> {
  if (wanted !== undefined) return explained(code, parseAs(code, wanted));
  if (looksLikeModule.test(code)) {
    const module = parseAs(code, 'module');
    if ('program' in module && hasModuleDeclaration(module.program)) return { ok: true, value: module };
  }
  const script = parseAs(code, 'commonjs');
  if ('program' in script || !mayBeModule.test(code)) return explained(code, script);
  const module = parseAs(code, 'module');
  if ('program' in module) return { ok: true, value: module };
  return explained(code, module.offset >= script.offset ? module : script);
}

interface SyntaxProblem {
  readonly offset: number;
  readonly message: string;
}

function parseAs(code: string, format: Format): Parsed | SyntaxProblem {
  try {
    const program = ShallowParser.parse(code, { ecmaVersion: 'latest', sourceType: format, allowHashBang: true });
    return { format, program };
  } catch (error) {
    if (error instanceof SyntaxError && 'pos' in error && typeof error.pos === 'number') {
      const message = error.message.replace(position, '');
      return { offset: error.pos, message: outOfStack.test(message) ? nestedTooDeeply : message };
    }
    if (error instanceof RangeError) return { offset: 0, message: nestedTooDeeply };
    throw error;
  }
}

function explained(code: string, outcome: Parsed | SyntaxProblem): Result<Parsed> {
  if ('program' in outcome) return { ok: true, value: outcome };
  return failure(outcome.message, lineFinder(code)(outcome.offset));
}

function hasModuleDeclaration({ body }: Program): boolean {
  return body.some(({ type }) => type.startsWith('Import') || type.startsWith('Export'));
}
