import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Overview } from '../../../../src/report/live/overview.ts';
import { overviewPage } from '../../../../src/report/live/overview-page.ts';
import { rowPage, wholeText } from '../../../../src/report/live/row-page.ts';
import { rowsPage, type RowsView } from '../../../../src/report/live/rows-page.ts';
import { problemPage } from '../../../../src/report/live/shell.ts';
import { saying, storyOf } from '../support/stories.ts';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</pre></code></textarea></title><svg/onload=alert(1)>',
  '&lt;b&gt;',
  '\u202Egnirts\u2066',
  '\u001B[2J\u0000',
  'half a pair \uD800',
];

function rowsView(text: string): RowsView {
  const row = {
    id: text,
    kind: text,
    stage: text,
    reason: text,
    topic: text,
    model: text,
    confidence: 0.5,
    title: text,
  };
  const choice = [{ value: text, rows: 1 }];
  return {
    dir: text,
    hasReport: true,
    rows: [row],
    next: 7,
    isPartial: false,
    asked: { q: text, kind: text, before: '9' },
    choices: { kind: choice, stage: choice, reason: choice, topic: choice, model: choice },
    index: { rows: 1, share: 0.5 },
  };
}

function overview(text: string): Overview {
  return {
    dir: text,
    state: 'running',
    kept: 1,
    target: 2,
    rows: { [text]: 1 },
    resting: [text],
    index: { rows: 1, share: 0.5, problem: text },
    hasReport: false,
    hasStore: false,
  };
}

const pages = (text: string): readonly string[] => [
  rowPage({ ...saying(text), id: text }, text, true),
  rowsPage(rowsView(text)),
  overviewPage(overview(text)),
  problemPage(text, text),
];

/** The elements of a page with their attributes, without what they hold. */
function tagsOf(page: string): string[] {
  return [...page.matchAll(/<[^>]*>/gu)].map(([tag]) => tag.replaceAll(/"[^"]*"/gu, '""'));
}

describe('text from elsewhere', () => {
  const plain = pages('x').map(tagsOf);

  test.each(hostile)('%j adds no markup to any page', (text) => {
    for (const [place, page] of pages(text).entries()) {
      expect(tagsOf(page).filter((tag) => !plain[place]?.includes(tag) && !/^<\/?span/u.test(tag))).toEqual([]);
    }
  });

  property.prop([fc.string({ unit: 'binary', maxLength: 200 })])('never becomes markup, nor stays unseen', (text) => {
    for (const page of pages(text)) {
      // What a form sends is what was typed or chosen.
      const seen = page.replaceAll(/ value="[^"]*"/gu, '');
      expect(seen).not.toMatch(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      const scripts = page.match(/<script/gu) ?? [];
      expect(scripts).toHaveLength(1);
    }
  });
});

describe('a page', () => {
  test('holds no script and no style of its own, and loads from its own server alone', () => {
    for (const page of pages('x')) {
      expect(page).not.toMatch(/<style|style=|<script(?! src="\/view\.js" defer><\/script>)/u);
      for (const [, address = ''] of page.matchAll(/(?:src|href|action)="([^"]*)"/gu)) {
        expect(address).toMatch(/^(?:\/(?!\/)|#|data:,$)/u);
      }
    }
  });

  test('cuts a text of 5 MB, and links to the whole', () => {
    const text = 'x'.repeat(5_000_000);
    const story = saying(text);
    const page = rowPage(story, 'dir', false);
    expect(page.length).toBeLessThan(1_000_000);
    const places = [...page.matchAll(/\/rows\/sample_1\/text\/([\d.]+)">The whole text<\/a> \(5,000,000/gu)];
    expect(places.length).toBeGreaterThan(3);
    for (const [, place = ''] of places) expect(wholeText(story, place)).toContain(text);
  });

  test.each(['', '0', '99.0', '0.99', '-1.0', 'a.b', '0.0.0', '__proto__.length'])('has no text at %j', (place) => {
    expect(wholeText(storyOf(), place)).toBeUndefined();
  });

  test('of rows keeps what was asked for on the way to the next', () => {
    const page = rowsPage({ ...rowsView('a b'), rows: [] });
    expect(page).toContain('href="/rows?q=a+b&amp;kind=a+b&amp;before=7"');
    expect(page).toContain('No row is like that.');
    expect(page).toContain('<option value="a b" selected>');
  });

  test('of a run says what is wrong with it', () => {
    const page = overviewPage(overview('why'));
    expect(page).toContain('Left alone for a while: why');
    expect(page).toContain('The index of the rows cannot be built: why');
    expect(page).toContain('The store of the run is not there');
  });
});
