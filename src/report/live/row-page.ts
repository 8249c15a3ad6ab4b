import { codeBlock, plainBlock, proseBlock } from '../page/code.ts';
import { markup, type Markup } from '../page/markup.ts';
import { count } from '../page/numbers.ts';
import { table } from '../page/table.ts';
import { cutText } from '../page/visible.ts';
import type { Block, Cell, Fact, Listing } from '../story/chapter.ts';
import { chaptersOf } from '../story/chapters.ts';
import type { Story } from '../story/story.ts';
import { rowAddress } from './address.ts';
import { shell } from './shell.ts';

/** Longer texts are cut in the page, and linked to as a whole. */
const mostCharacters = 12_000;
const mostOfCell = 600;
const mostOfTitle = 160;

/** A row's story as a page. */
export function rowPage(story: Story, dir: string, hasReport: boolean): string {
  const chapters = chaptersOf(story);
  const toc = markup`<ul class="key">${chapters.map(({ title }, place) => markup`<li><a href="#c${place}">${title}</a></li>`)}</ul>`;
  const body = markup`${toc}${chapters.map(
    (
      { title, blocks },
      chapter,
    ) => markup`<section id="c${chapter}" aria-labelledby="t${chapter}"><h2 id="t${chapter}">${title}</h2>
${blocks.map((block, place) => blockOf(block, story.id, `${chapter}.${place}`))}</section>`,
  )}`;
  return shell({ title: story.task?.title ?? story.id, subtitle: `${story.id} · ${dir}`, hasReport, body });
}

/** A text of a row's page as a whole, by the numbers of its chapter and block. */
export function wholeText(story: Story, place: string): string | undefined {
  const [chapter = '', block = ''] = place.split('.');
  const found = chaptersOf(story)[Number(chapter)]?.blocks[Number(block)];
  return found && 'text' in found ? found.text : undefined;
}

function blockOf(block: Block, id: string, place: string): Markup {
  switch (block.kind) {
    case 'prose':
      return markup`${proseBlock(block.text, 'text')}${wholeLink(block.text, id, place)}`;
    case 'note':
      return markup`<p class="notice">${cutText(block.text, mostCharacters)}</p>`;
    case 'facts':
      return facts(block.facts);
    case 'table':
      return table({ head: block.head, rows: block.rows.map((row) => row.map(cell)) });
    case 'listing':
      return listing(block, id, place);
  }
}

function facts(all: readonly Fact[]): Markup {
  return markup`<dl class="facts">${all.map(({ name, value }) => markup`<div><dt>${name}</dt><dd>${cell(value)}</dd></div>`)}</dl>`;
}

function cell({ text, row, tone }: Cell): Markup {
  const shown = cutText(text, mostOfCell);
  if (row !== undefined) return markup`<a href="${rowAddress(row)}">${shown}</a>`;
  return tone === undefined ? markup`${shown}` : markup`<span class="${tone}">${shown}</span>`;
}

function listing({ title: named, text, language, isFolded }: Listing, id: string, place: string): Markup {
  const title = cutText(named, mostOfTitle);
  const code = language === 'typescript' ? codeBlock(text, title) : plainBlock(text, title);
  const link = wholeLink(text, id, place);
  if (isFolded) return markup`<details><summary>${title}</summary>${code}${link}</details>`;
  return markup`<h3>${title}</h3>${code}${link}`;
}

function wholeLink(text: string, id: string, place: string): Markup | false {
  if (text.length <= mostCharacters) return false;
  return markup`<p><a href="${rowAddress(id)}/text/${place}">The whole text</a> (${count(text.length)} characters)</p>`;
}
