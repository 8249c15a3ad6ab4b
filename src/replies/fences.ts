import {
  closes,
  closesAnother,
  codeBeforeClosing,
  contentOf,
  isPartOfFence,
  oneLineBlock,
  type Opening,
  openingOf,
} from './fence-lines.ts';
import { isProse } from './prose.ts';

/** A fenced block of Markdown. */
export interface FencedBlock {
  /** The first word after the fence, in lower case; empty where there is none. */
  readonly tag: string;
  /** The lines inside, without the fence's own indentation. */
  readonly code: string;
  /** Whether the block is known to be complete. */
  readonly closed: boolean;
}

const maxClosings = 8;

/**
 * The fenced blocks of a text, in order.
 * A line of backticks may belong to the content (a template literal, a quoted example): where the shortest content is
 * not `whole`, a longer one that is whole is preferred. Where no proper closing makes it whole, improper ones may: a
 * fence at the end of a line of code, one of another kind, or prose that goes on after a block that was never closed.
 */
export function fencedBlocks(text: string, isWhole: (content: string) => boolean): FencedBlock[] {
  const lines = text.split('\n');
  const blocks: FencedBlock[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const single = oneLineBlock(line);
    if (single !== undefined) blocks.push({ ...single, closed: true });
    const open = openingOf(line);
    if (open === undefined || isWrapper(lines, at, open)) continue;
    const { block, last } = readBlock({ lines, start: at, open }, isWhole);
    blocks.push(block);
    at = last;
  }
  return blocks;
}

interface Source {
  readonly lines: readonly string[];
  readonly start: number;
  readonly open: Opening;
}

/** How a block may end. */
interface Ending {
  readonly code: string;
  /** Index of the block's last line. */
  readonly last: number;
}

function readBlock(source: Source, isWhole: (content: string) => boolean): { block: FencedBlock; last: number } {
  const { lines, open } = source;
  const proper = properEndings(source);
  const meant = (endings: readonly Ending[]): Ending | undefined =>
    endings.find(({ code }) => code.trim() !== '' && isWhole(code));
  const ending = meant(proper) ?? meant(improperEndings(source, proper[0]?.last)) ?? proper[0];
  if (ending !== undefined) return { block: { tag: open.tag, code: ending.code, closed: true }, last: ending.last };
  const end = lines.length - (isPartOfFence(lines.at(-1) ?? '', open.fence) ? 1 : 0);
  return { block: { tag: open.tag, code: contentTo(source, end), closed: false }, last: lines.length };
}

function contentTo({ lines, start, open }: Source, end: number): string {
  const content = lines.slice(start + 1, end).map((line) => contentOf(line, open));
  return (open.code === undefined ? content : [open.code, ...content]).join('\n');
}

/** The nearest few lines that close the fence. */
function properEndings(source: Source): Ending[] {
  return linesWhere(source, source.lines.length, (line) => closes(contentOf(line, source.open), source.open.fence)).map(
    (at) => ({ code: contentTo(source, at), last: at }),
  );
}

function improperEndings(source: Source, closing: number | undefined): Ending[] {
  const { lines, open } = source;
  const before = linesWhere(
    source,
    closing ?? lines.length,
    (line) => codeBeforeClosing(line, open.fence) !== undefined,
  ).map((at) => ({
    code: `${contentTo(source, at)}\n${contentOf(codeBeforeClosing(lines[at] ?? '', open.fence) ?? '', open)}`,
    last: at,
  }));
  if (closing !== undefined) return before;
  const others = linesWhere(source, lines.length, (line) => closesAnother(contentOf(line, open)));
  const prose = linesWhere(source, lines.length, (line) => isProse(line));
  return [
    ...before,
    ...others.map((at) => ({ code: contentTo(source, at), last: at })),
    ...prose.map((at) => ({ code: contentTo(source, at), last: at - 1 })),
  ];
}

/** The first few lines of a block's possible content that are of a kind. */
function linesWhere({ lines, start }: Source, end: number, isMeant: (line: string) => boolean): number[] {
  const found: number[] = [];
  for (let at = start + 1; at < end && found.length < maxClosings; at += 1) {
    if (isMeant(lines[at] ?? '')) found.push(at);
  }
  return found;
}

/** Whether a fence stands round other fences: the blocks are those inside. */
function isWrapper(lines: readonly string[], start: number, { tag, fence }: Opening): boolean {
  if (!['', 'markdown', 'md'].includes(tag)) return false;
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (closes(line, fence)) return false;
    if ((openingOf(line)?.tag ?? '') !== '') return true;
    if (tag === '' && line.trim() !== '') return false;
  }
  return false;
}
