import { stripVTControlCharacters } from 'node:util';
import type { Block, Cell, Chapter, Fact } from '../../report/story/chapter.ts';
import { chaptersOf } from '../../report/story/chapters.ts';
import type { Story } from '../../report/story/story.ts';
import { printable } from './printable.ts';

const width = 80;
/** Of what few want to read whole: `--json` has the rest. */
const mostLines = 60;

/** A row's story for a terminal: no line is longer than 80 columns, except of code. */
export function renderStory(story: Story): string {
  const chapters = chaptersOf(story).map(renderChapter);
  return `${[printable(story.id), ...chapters].join('\n\n')}\n`;
}

function renderChapter({ title, blocks }: Chapter): string {
  const name = printable(title);
  return [`${name}\n${'='.repeat(name.length)}`, ...blocks.map(renderBlock)].join('\n\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'prose':
      return wrapped(block.text, '');
    case 'note':
      return wrapped(block.text, '! ');
    case 'facts':
      return renderFacts(block.facts);
    case 'table':
      return renderTable(block.head, block.rows);
    case 'listing':
      return renderListing(block.title, block.text, block.isFolded);
  }
}

function renderListing(title: string, text: string, isFolded: boolean): string {
  const lines = shownLines(text);
  const most = isFolded ? mostLines : Number.POSITIVE_INFINITY;
  const left = lines.length - most;
  const shown = lines.slice(0, most).flatMap((line) => broken(line, width - 2));
  const more = left > 0 ? [`… ${left} lines more (--json has them)`] : [];
  return [wrapped(title, '-- '), ...shown.map((line) => `  ${line}`.trimEnd()), ...more].join('\n');
}

/** The facts of a block in two columns. */
function renderFacts(facts: readonly Fact[]): string {
  const column = Math.min(30, Math.max(...facts.map(({ name }) => name.length)) + 2);
  return facts
    .map(({ name, value }) => {
      const [first = '', ...rest] = linesOf(value.text, width - column);
      const head = printable(name).padEnd(column - 1);
      return [`${head} ${first}`, ...rest.map((line) => ' '.repeat(column) + line)].join('\n');
    })
    .join('\n');
}

/** A table whose columns fit, or else a record for each row. */
function renderTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = [head.map(printable), ...rows.map((row) => row.map(({ text }) => oneLine(text)))];
  const widths = head.map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)));
  const total = widths.reduce((sum, one) => sum + one + 2, -2);
  if (total > width) return rows.map((row) => renderFacts(recordOf(head, row))).join('\n\n');
  return texts
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function recordOf(head: readonly string[], row: readonly Cell[]): Fact[] {
  return row.flatMap((value, column) => (value.text === '' ? [] : [{ name: head[column] ?? '', value }]));
}

function oneLine(text: string): string {
  return printable(stripVTControlCharacters(text)).replaceAll(/\s+/gu, ' ');
}

function wrapped(text: string, mark: string): string {
  const lines = linesOf(text, width - mark.length);
  return lines.map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line).join('\n');
}

function linesOf(text: string, columns: number): string[] {
  return shownLines(text).flatMap((line) => folded(line, columns));
}

/** The lines of a text from elsewhere, in which every character takes a column. */
function shownLines(text: string): string[] {
  return printable(stripVTControlCharacters(text)).replaceAll('\t', '  ').trimEnd().split('\n');
}

/** Broken between words where that can be. */
function folded(line: string, columns: number): string[] {
  const lines: string[] = [];
  let now = '';
  for (const word of line.trimEnd().split(/(?<=\S) /u)) {
    if (now !== '' && now.length + 1 + word.length > columns) lines.push(...broken(now, columns));
    else if (now !== '') {
      now = `${now} ${word}`;
      continue;
    }
    now = word;
  }
  return [...lines, ...broken(now, columns)];
}

function broken(line: string, columns: number): string[] {
  if (line.length <= columns) return [line];
  const parts: string[] = [];
  for (let from = 0; from < line.length; from += columns) parts.push(line.slice(from, from + columns));
  return parts;
}
