import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { codeBlock, plainBlock } from '../../../../src/report/page/code.ts';
import { document } from '../../../../src/report/page/document.ts';
import { markup, trusted } from '../../../../src/report/page/markup.ts';
import { count, counted, dollars, duration, percent, percentOf } from '../../../../src/report/page/numbers.ts';
import { table } from '../../../../src/report/page/table.ts';
import { cutText, visible } from '../../../../src/report/page/visible.ts';

const hostile = '<script>alert(1)</script><img src=x onerror="alert(2)">\u202E\u001B[31m';

/** The tags of a text that is markup. */
const tags = (text: string): string[] => text.match(/<[a-z!/][^>]*>/giu) ?? [];

describe('markup', () => {
  test('escapes texts, keeps markup, and leaves out what is absent', () => {
    expect(markup`<p>${hostile}</p>`.toString()).not.toContain('<script');
    expect(markup`<p>${markup`<b>${'<'}</b>`}${false}${undefined}</p>`.toString()).toBe('<p><b>&lt;</b></p>');
    expect(markup`${[markup`<i>1</i>`, trusted('<i>2</i>')]}${3}`.toString()).toBe('<i>1</i><i>2</i>3');
  });

  property.prop([fc.string({ unit: 'binary' })])('no text adds a tag or ends an attribute', (text) => {
    expect(tags(markup`<p title="${text}">${text}</p>`.toString())).toHaveLength(2);
  });

  property.prop([fc.string({ unit: 'binary', maxLength: 60 })])('code adds no tag but those of its colours', (text) => {
    const others = tags(codeBlock(text, 'Code').toString()).filter((tag) => !/^<\/?(pre|code|span)\b/u.test(tag));
    expect(others).toEqual([]);
  });
});

describe('a text from elsewhere', () => {
  property.prop([fc.string({ unit: 'binary' })])('shows what cannot be seen by its number', (text) => {
    expect(visible(text)).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });

  test('reads as what it is', () => {
    expect(visible('a\u202Eb\u001Bc\n\td')).toBe('a⟦U+202E⟧b⟦U+001B⟧c\n\td');
  });

  test('is cut where it is too long, and says so', () => {
    expect(cutText('abcdef', 6)).toBe('abcdef');
    expect(cutText('abcdef', 2)).toBe('ab … (4 more characters)');
    expect(plainBlock('x'.repeat(5_000_000), 'Reply').toString().length).toBeLessThan(20_000);
  });
});

describe('numbers', () => {
  test('are written as people read them', () => {
    expect([count(12_345), counted(1, 'row'), counted(2, 'row')]).toEqual(['12,345', '1 row', '2 rows']);
    expect([percent(0.126), percent(0.126, 1), percentOf(1, 0), percent(undefined)]).toEqual([
      '13 %',
      '12.6 %',
      '–',
      '–',
    ]);
    expect([dollars(0), dollars(0.0034), dollars(12.5), dollars(undefined)]).toEqual([
      '$0.00',
      '$0.0034',
      '$12.50',
      '–',
    ]);
    expect([0.4, 999, 1500, 61_000, 3_600_000, 7_290_000].map(duration)).toEqual([
      '0 ms',
      '999 ms',
      '1.5 s',
      '1 min 1 s',
      '1 h 0 min',
      '2 h 1 min',
    ]);
  });
});

describe('a table', () => {
  test('sets numbers to the right, with their headings, and escapes the rest', () => {
    const text = table({ head: ['name', 'rows', 'share'], rows: [[hostile, 1200, '12 %']] }).toString();
    expect(text).toContain('<th scope="col" class="number">rows</th>');
    expect(text).toContain('<td class="number">1,200</td>');
    expect(text).toContain('<td class="number">12 %</td>');
    expect(text).toContain('&lt;script&gt;');
    expect(text).toContain('⟦U+202E⟧');
  });
});

describe('a document', () => {
  const page = document({
    title: hostile,
    subtitle: hostile,
    lead: markup`<p>lead</p>`,
    sections: [{ id: 'one', title: 'One', body: markup`<p>${hostile}</p>` }],
  });

  test('holds no script, no handler and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|<img|<iframe|<object|@import|url\(|https?:/iu);
    expect(tags(page).filter((tag) => /\son\w+=/iu.test(tag))).toEqual([]);
    expect(page).toContain("default-src 'none'");
  });

  test('has a language, a title, headings in order and links to its sections', () => {
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<a href="#one">One</a>');
    expect(page.match(/<h[1-6]/gu)).toEqual(['<h1', '<h2']);
  });
});
