import { parseModule, type ParsedModule } from './parsed-module.ts';
import { isProse } from './prose.ts';

/** Code found in a reply without fences. */
export interface UnfencedCode {
  readonly code: string;
  readonly module: ParsedModule & { readonly parses: true };
  /** Whether more code follows, which breaks off. */
  readonly isCut: boolean;
}

type Fitness = (module: UnfencedCode['module'] & { readonly code: string }) => number;

const codeStart =
  /^(?:import\b|export\b|(?:async\s+)?function\b|(?:const|let|var|class|interface|type|enum|abstract|declare)\s+[\w${[]|\/\*|\/\/|(?:describe|test|it)(?:\.\w+)*\(|['"]use strict|@\w)/;
/** How hard to look: lines to begin at, lines to end at for each, characters to parse in all. */
const attempts = { starts: 12, ends: 60, characters: 3_000_000 };

/**
 * The run of whole lines that fits best of those that are modules with something in them, each as long as can be, with
 * prose before, between and after cut off; of equally good ones the first.
 */
export function findUnfencedCode(text: string, fitness: Fitness): UnfencedCode | undefined {
  const runs = runsOf(withoutInlineMarks(text));
  const found = runs.length > 0 ? runs : runsOf(withoutIndentation(text));
  const score = ({ code, module }: UnfencedCode): number => fitness({ code, ...module });
  return found.toSorted((a, b) => score(b) - score(a))[0];
}

/** Code in an indented block, as Markdown knows it without fences. */
function withoutIndentation(text: string): string {
  return text.replaceAll(/^(?: {4}|\t)/gm, '');
}

/** A line that is wholly inline code is that code. */
function withoutInlineMarks(text: string): string {
  return text.replaceAll(/^`([^`\n]+)`$/gm, '$1');
}

function runsOf(text: string): UnfencedCode[] {
  const lines = text.split('\n');
  const budget = { characters: attempts.characters };
  const runs: UnfencedCode[] = [];
  let from = 0;
  for (const start of startsOf(lines)) {
    if (start < from) continue;
    const found = longestFrom(lines, start, budget);
    if (found === undefined) continue;
    runs.push(found.run);
    from = found.end;
  }
  return runs;
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

interface Run {
  readonly run: UnfencedCode;
  /** The index after its last line. */
  readonly end: number;
}

function longestFrom(lines: readonly string[], start: number, budget: { characters: number }): Run | undefined {
  let left = attempts.ends;
  for (let end = lines.length; end > start && left > 0 && budget.characters > 0; end -= 1) {
    if ((lines[end - 1] ?? '').trim() === '') continue;
    left -= 1;
    const code = lines.slice(start, end).join('\n');
    budget.characters -= code.length;
    const module = parseModule(code);
    if (module.parses && hasSubstance(module)) {
      return { run: { code, module, isCut: isCut(lines, start, end) }, end };
    }
  }
  return undefined;
}

/** Whether what follows a run is code of the same module that breaks off, not prose. */
function isCut(lines: readonly string[], start: number, end: number): boolean {
  const next = lines.slice(end).find((line) => line.trim() !== '');
  if (next === undefined || isProse(next)) return false;
  const all = parseModule(lines.slice(start).join('\n'));
  return !all.parses && all.brokenAtEnd;
}

/** Prose may parse ("Sure"), and a lone comment does: a module declares, exports or calls something. */
function hasSubstance({ body }: ParsedModule & { readonly parses: true }): boolean {
  return body.some(
    (node) =>
      node.type !== 'EmptyStatement' && !(node.type === 'ExpressionStatement' && node.expression.type === 'Identifier'),
  );
}
