import { parseModule, type ParsedModule } from './parsed-module.ts';

/** Code found in a reply without fences. */
export interface UnfencedCode {
  readonly code: string;
  readonly module: ParsedModule & { readonly parses: true };
}

const codeStart =
  /^(?:import\b|export\b|(?:async\s+)?function\b|(?:const|let|var|class|interface|type|enum|abstract|declare)\s+[\w${[]|\/\*|\/\/|(?:describe|test|it)(?:\.\w+)*\(|['"]use strict)/;
/** How hard to look: lines to begin at, lines to end at for each, characters to parse in all. */
const attempts = { starts: 12, ends: 60, characters: 3_000_000 };

/** The longest run of whole lines that is a module with something in it, with prose before and after cut off. */
export function findUnfencedCode(text: string): UnfencedCode | undefined {
  const lines = text.split('\n');
  const budget = { characters: attempts.characters };
  for (const start of startsOf(lines)) {
    const found = longestFrom(lines, start, budget);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text from its first line that looks like code, if there is one. */
export function fromFirstCodeLine(text: string): string | undefined {
  const lines = text.split('\n');
  const start = startsOf(lines)[0];
  return start === undefined ? undefined : lines.slice(start).join('\n');
}

function startsOf(lines: readonly string[]): number[] {
  return lines.flatMap((line, at) => (codeStart.test(line) ? [at] : [])).slice(0, attempts.starts);
}

function longestFrom(
  lines: readonly string[],
  start: number,
  budget: { characters: number },
): UnfencedCode | undefined {
  let left = attempts.ends;
  for (let end = lines.length; end > start && left > 0 && budget.characters > 0; end -= 1) {
    if ((lines[end - 1] ?? '').trim() === '') continue;
    left -= 1;
    const code = lines.slice(start, end).join('\n');
    budget.characters -= code.length;
    const module = parseModule(code);
    if (module.parses && hasSubstance(module)) return { code, module };
  }
  return undefined;
}

/** Prose may parse ("Sure"), and a lone comment does: a module declares, exports or calls something. */
function hasSubstance({ body }: ParsedModule & { readonly parses: true }): boolean {
  return body.some(
    (node) =>
      node.type !== 'EmptyStatement' && !(node.type === 'ExpressionStatement' && node.expression.type === 'Identifier'),
  );
}
