import type { Comment, Statement } from '@babel/types';
import type { SuitePart } from './suite-units.ts';

/** Takes all but some tests out of a suite's text, with their comments, and blocks that have none left. */
export function reduceText(suite: string, parts: readonly SuitePart[], kept: ReadonlySet<number>): string {
  const cuts = parts.flatMap((part) => cutsOf(part, kept)).map((statement) => cutOf(suite, statement));
  let text = '';
  let from = 0;
  for (const [start, end] of cuts) {
    text += suite.slice(from, start);
    from = end;
  }
  return text + suite.slice(from);
}

function cutsOf(part: SuitePart, kept: ReadonlySet<number>): readonly Statement[] {
  if (unitsOf(part).every((unit) => !kept.has(unit))) return [part.statement];
  return part.kind === 'unit' ? [] : part.parts.flatMap((inner) => cutsOf(inner, kept));
}

function unitsOf(part: SuitePart): readonly number[] {
  return part.kind === 'unit' ? [part.unit] : part.parts.flatMap(unitsOf);
}

/** From where to where: whole lines where nothing else stands on them, and the empty ones after them. */
function cutOf(suite: string, statement: Statement): readonly [number, number] {
  const start = startOf(suite, statement);
  const end = endOf(suite, statement);
  const lineStart = suite.lastIndexOf('\n', start - 1) + 1;
  const isAlone = suite.slice(lineStart, start).trim() === '' && (end === suite.length || suite[end] === '\n');
  if (!isAlone) return [start, end];
  const after = /^(?:\r?\n[ \t]*(?=\r?\n|$))*(?:\r?\n)?/.exec(suite.slice(end))?.[0].length ?? 0;
  return [lineStart, end + after];
}

/** Where the comments begin that stand right above, with no empty line between. */
function startOf(suite: string, { start, leadingComments }: Statement): number {
  let first = start ?? 0;
  for (const comment of (leadingComments ?? []).toReversed()) {
    const [from, to] = rangeOf(comment);
    if (!/^[ \t]*\r?\n?[ \t]*$/.test(suite.slice(to, first)) || !isFirstInLine(suite, from)) break;
    first = from;
  }
  return first;
}

/** Where a comment ends that stands behind the statement, in the same line. */
function endOf(suite: string, { end, trailingComments }: Statement): number {
  let last = end ?? suite.length;
  for (const comment of trailingComments ?? []) {
    const [from, to] = rangeOf(comment);
    if (!/^[ \t]*$/.test(suite.slice(last, from))) break;
    last = to;
  }
  const blanks = /^[ \t\r]*(?=\n|$)/.exec(suite.slice(last))?.[0].length ?? 0;
  return last + blanks;
}

function isFirstInLine(suite: string, at: number): boolean {
  return suite.slice(suite.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}

function rangeOf({ start, end }: Comment): readonly [number, number] {
  return [start ?? 0, end ?? 0];
}
