/** A fenced block of Markdown. */
export interface FencedBlock {
  /** The first word after the fence, in lower case; empty where there is none. */
  readonly tag: string;
  /** The lines inside, without the fence's own indentation. */
  readonly code: string;
  /** Whether the closing fence was there. */
  readonly closed: boolean;
}

const openingFence = /^([ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(`{3,}|~{3,})[ \t]*([^\n]*)$/;

const maxClosings = 8;

/**
 * The fenced blocks of a text, in order.
 * A line of backticks may belong to the content (a template literal, a quoted example): where the shortest content is
 * not `whole`, a longer one that is whole is preferred.
 */
export function fencedBlocks(text: string, isWhole: (content: string) => boolean): FencedBlock[] {
  const lines = text.split('\n');
  const blocks: FencedBlock[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const open = openingOf(lines[at] ?? '');
    if (open === undefined) continue;
    const { block, last } = readBlock(lines, at, open, isWhole);
    blocks.push(block);
    at = last;
  }
  return blocks;
}

interface Opening {
  readonly indent: number;
  readonly fence: string;
  readonly tag: string;
}

function openingOf(line: string): Opening | undefined {
  const match = openingFence.exec(line);
  if (match === null) return undefined;
  const [, indent = '', fence = '', info = ''] = match;
  // Backticks after a backtick fence make it inline code.
  if (fence.startsWith('`') && info.includes('`')) return undefined;
  return { indent: indent.length, fence, tag: (/[a-z][a-z0-9+#-]*/i.exec(info)?.[0] ?? '').toLowerCase() };
}

function readBlock(
  lines: readonly string[],
  start: number,
  open: Opening,
  isWhole: (content: string) => boolean,
): { block: FencedBlock; last: number } {
  const content = (end: number): string => withoutIndent(lines.slice(start + 1, end), open.indent);
  const ends = closings(lines, start, open);
  const first = ends[0];
  if (first === undefined) {
    const end = lines.length - (isPartOfFence(lines.at(-1) ?? '', open.fence) ? 1 : 0);
    return { block: { tag: open.tag, code: content(end), closed: false }, last: lines.length };
  }
  const end = ends.find((at) => isWhole(content(at))) ?? first;
  return { block: { tag: open.tag, code: content(end), closed: true }, last: end };
}

/** Lines that may close a fence: the nearest few. */
function closings(lines: readonly string[], start: number, open: Opening): number[] {
  const ends: number[] = [];
  for (let at = start + 1; at < lines.length && ends.length < maxClosings; at += 1) {
    if (closes(lines[at] ?? '', open.fence)) ends.push(at);
  }
  return ends;
}

function closes(line: string, fence: string): boolean {
  const trimmed = line.trim();
  return trimmed.length >= fence.length && trimmed === fence.charAt(0).repeat(trimmed.length);
}

/** A reply may break off within its closing fence; a lone backtick or two would be taken for code. */
function isPartOfFence(line: string, fence: string): boolean {
  return line.trim() !== '' && fence.startsWith(line.trim());
}

function withoutIndent(lines: readonly string[], indent: number): string {
  return lines.map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length))).join('\n');
}
