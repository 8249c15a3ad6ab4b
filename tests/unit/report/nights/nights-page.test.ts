import { expect, test } from 'vitest';
import { nightMarkdown } from '../../../../src/report/nights/night-markdown.ts';
import { nightsPage } from '../../../../src/report/nights/nights-page.ts';
import { nightRow } from '../../pipeline/nightly/nights.ts';

const gates = [{ gate: 'yield_drop', passed: false, value: 0.1, limit: 0.4, why: '<script>0.1, usually 1' }];

test('the page about nights has the last one, its gates and the history', () => {
  const page = nightsPage([nightRow(), nightRow({ night: '2026-11-24', state: 'stopped', gates })]);
  expect(page).toContain('<h1>The night of 2026-11-24</h1>');
  expect(page).toContain('href="nights/2026-11-24/report.html"');
  expect(page).toContain('A budget or a deadline ended this night.');
  expect(page).toContain('FAILED');
  expect(page).not.toContain('<script');
  expect([...page.matchAll(/<section id="([\w-]+)"/gu)].map(([, id]) => id)).toEqual(['gates', 'history', 'nights']);
});

test('before the first night it says so', () => {
  expect(nightsPage([])).toContain('No night has ended yet');
});

test('a thousand nights stay a small page', () => {
  const nights = Array.from({ length: 1000 }, (_, place) => nightRow({ night: `night-${place}`, kept: place }));
  expect(nightsPage(nights).length).toBeLessThan(2_000_000);
});

test('a few lines say how it went', () => {
  expect(nightMarkdown(nightRow())).toContain('**Winnow, night of 2026-11-23: done**');
  expect(nightMarkdown(nightRow({ state: 'stopped' }))).toContain('stopped where it was told to');
  expect(nightMarkdown(nightRow({ gates }))).toContain('FAILED');
});
