import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runPage } from '../../src/report/run/run-page.ts';
import { runFacts } from '../unit/report/run/facts.ts';
import { tempDir } from '../unit/support/temp-dir.ts';
import { backgroundOf, chromiumPath, startChromium, watchedPage, type Watched } from './chromium.ts';

const hostile =
  '</title></code></pre><script>alert(1)</script><img src="https://example.com/x.png" onerror="alert(2)"><svg onload=alert(3)>\u202E\u001B]0;x\u0007';

describe.skipIf(chromiumPath === undefined)('a report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(async () => await browser.close());

  async function opened(said: string, view: { scheme?: 'light' | 'dark'; width?: number } = {}): Promise<Watched> {
    const file = join(tempDir(), 'report.html');
    writeFileSync(file, runPage(runFacts(said)));
    const watched = await watchedPage(browser, { ...view, own: 'file:' });
    await watched.page.goto(pathToFileURL(file).href);
    return watched;
  }

  test.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 375],
    ['dark', 375],
  ] as const)('%s, %d wide: no complaint, no request, nothing wider than the page', async (scheme, width) => {
    const { page, complaints } = await opened('arrays', { scheme, width });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect((await backgroundOf(page)) > 128).toBe(scheme === 'light');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('charts are drawn in the colours of the page', async () => {
    const { page } = await opened('arrays', { scheme: 'dark' });
    const fills = await page.evaluate(
      '[...document.querySelectorAll(\'.chart path[fill^="var"]\')].map((path) => getComputedStyle(path).fill)',
    );
    expect(fills).toContain('rgb(76, 184, 130)');
    await page.close();
  });

  test('hostile text is shown as text', async () => {
    const { page, complaints } = await opened(hostile);
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    expect(await page.title()).toContain('<script>alert(1)</script>');
    expect(await page.locator('h1').innerText()).toContain('⟦U+202E⟧');
    expect(await page.locator('script, img, svg[onload], iframe').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a keyboard reaches the content, the sections and the rows, and opens them', async () => {
    const { page } = await opened('arrays');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('To the content');
    const seen = new Set<string>();
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      seen.add(String(await page.evaluate('document.activeElement.tagName')));
    }
    expect([...seen]).toEqual(expect.arrayContaining(['A', 'SUMMARY']));
    await page.locator('details.row summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details.row').first().getAttribute('open')).not.toBeNull();
    await page.close();
  });

  test('on paper it is bright, whole and without what is for clicking', async () => {
    const { page } = await opened('arrays', { scheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await backgroundOf(page)).toBe(255);
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await page.close();
  });
});
