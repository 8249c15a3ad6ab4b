import { isOurTag } from './foreign.ts';

/** The line that opens a fenced block. */
export interface Opening {
  /** How many markers of a block quote stand before it. */
  readonly quotes: number;
  readonly indent: number;
  readonly fence: string;
  /** The first word after the fence, in lower case; empty where there is none. */
  readonly tag: string;
  /** Code that stands on the same line. */
  readonly code?: string;
}

const ownLine = /^((?:[ \t]*>)*)([ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(`{3,}|~{3,})[ \t]*([^\n]*)$/;
/** How code goes on after a tag, in the place of attributes such as a title. */
const codeAfterTag = /^[a-z]+[ \t]+((?:import|export|async|function|const|let|class|interface|type)\b.*)$/i;

/** What a line opens, if it does: on a line of its own, in a list or a block quote, or at the end of prose. */
export function openingOf(line: string): Opening | undefined {
  const match = ownLine.exec(line);
  if (match === null) return afterProse(line);
  const [, quotes = '', indent = '', fence = '', info = ''] = match;
  // Backticks after a backtick fence make it inline code.
  if (fence.startsWith('`') && info.includes('`')) return undefined;
  const code = codeAfterTag.exec(info)?.[1];
  return {
    quotes: quotes.replaceAll(/[^>]/g, '').length,
    indent: indent.length,
    fence,
    tag: (/[a-z][a-z0-9+#-]*/i.exec(info)?.[0] ?? '').toLowerCase(),
    ...(code === undefined ? {} : { code }),
  };
}

function afterProse(line: string): Opening | undefined {
  const [, fence = '', tag = ''] = /^[^`]*[^`\s][ \t]+(`{3,})([a-z]+)[ \t]*$/i.exec(line.slice(-longestProse)) ?? [];
  return tag !== '' && isOurTag(tag.toLowerCase())
    ? { quotes: 0, indent: 0, fence, tag: tag.toLowerCase() }
    : undefined;
}

const longestProse = 500;

/** A whole block on one line. */
export function oneLineBlock(line: string): { readonly tag: string; readonly code: string } | undefined {
  const [, content] = /^[ \t]*`{3,}([^`]+)`{3,}[ \t]*$/.exec(line) ?? [];
  if (content === undefined) return undefined;
  const [, tag = '', rest = ''] = /^([a-z]+)[ \t]+(.*)$/i.exec(content) ?? [];
  return tag !== '' && isOurTag(tag.toLowerCase())
    ? { tag: tag.toLowerCase(), code: rest.trim() }
    : { tag: '', code: content.trim() };
}

export function closes(line: string, fence: string): boolean {
  const trimmed = line.trim();
  return trimmed.length >= fence.length && trimmed === fence.charAt(0).repeat(trimmed.length);
}

/** Whether a line would close some fence, if not the one that is open. */
export function closesAnother(line: string): boolean {
  return /^(?:`{3,}|~{3,})$/.test(line.trim());
}

/** The code before a fence that closes at the end of its line. */
export function codeBeforeClosing(line: string, fence: string): string | undefined {
  const trimmed = line.trimEnd();
  if (!trimmed.endsWith(fence)) return undefined;
  const code = trimmed.slice(0, -fence.length);
  return code.trim() === '' || code.includes(fence.charAt(0)) ? undefined : code;
}

/** A reply may break off within its closing fence; a lone backtick or two would be taken for code. */
export function isPartOfFence(line: string, fence: string): boolean {
  return line.trim() !== '' && fence.startsWith(line.trim());
}

/** A line of a block as the block's content, without the marks and the indentation that its opening has. */
export function contentOf(line: string, { quotes, indent }: Opening): string {
  const inner = quotes === 0 ? line : line.replace(quoteMarks(quotes), '');
  return inner.slice(Math.min(indent, inner.length - inner.trimStart().length));
}

/** The blank after a mark belongs to it: it is the one that the opening's indentation counts. */
function quoteMarks(quotes: number): RegExp {
  return new RegExp(`^(?:[ \\t]*>){0,${quotes}}`);
}
