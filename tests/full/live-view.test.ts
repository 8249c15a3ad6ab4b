import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SampleRow } from '../../src/core/rows.ts';
import type { Overview } from '../../src/report/live/overview.ts';
import { tempFolder, winnowDone, type TempFolder } from '../e2e/helpers.ts';
import { readRows } from '../e2e/run-files.ts';
import { startModel, writeTinyConfig } from '../e2e/tiny-run.ts';
import { startView, until, type ViewServer } from '../e2e/view-server.ts';
import { watchWinnow } from '../e2e/watched.ts';
import { chromiumPath, startChromium, watchedPage } from './chromium.ts';

const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>\u202Ereversed\u001B[31m';

const indexed = (server: ViewServer): Promise<Overview> =>
  until(
    () => server.json<Overview>('/api/overview'),
    ({ index }) => index.rows > 0 && index.share === 1,
  );

describe.skipIf(chromiumPath === undefined)('the live view in a browser', () => {
  let folder: TempFolder;
  let dir: string;
  let server: ViewServer;
  let browser: Browser;

  beforeAll(async () => {
    browser = await startChromium();
    folder = tempFolder();
    dir = folder.file('run');
    await winnowDone(['run', '--config', writeTinyConfig(folder.file('tiny.yaml')), '--out', dir]);
    server = await startView(dir);
    await indexed(server);
  });
  afterAll(async () => {
    await browser.close();
    await server[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const someSample = (): SampleRow => readRows<SampleRow>(join(dir, 'samples.jsonl'))[0] as SampleRow;

  /** Looks at a server's pages on a phone, and fails for whatever a browser complains of. */
  async function look(look: (page: Page) => Promise<void>, own = server.url, scheme?: 'light' | 'dark'): Promise<void> {
    const view = { own, width: 375, ...(scheme && { scheme }) };
    const { page, complaints } = await watchedPage(browser, view);
    await look(page);
    expect(complaints).toEqual([]);
    await page.close();
  }

  test.each(['light', 'dark'] as const)('fits a phone in %s colours', async (scheme) => {
    await look(
      async (page) => {
        for (const path of ['/', '/rows', `/rows/${someSample().id}`, '/report']) {
          await page.goto(server.url + path);
          const isWide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
          expect([path, isWide]).toEqual([path, false]);
        }
      },
      server.url,
      scheme,
    );
  });

  test('is used with the keyboard alone', async () => {
    await look(async (page) => {
      await page.goto(server.url);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('To the content');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/rows$/u);
      await page.keyboard.press('/');
      await page.keyboard.type(someSample().task.entry_point);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\?q=/u);
      await page.locator('tbody a').first().focus();
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/rows\/\w+_/u);
      expect(await page.locator('h2').first().textContent()).toBe('What it is');
    });
  });

  test('filters as soon as something is chosen', async () => {
    await look(async (page) => {
      await page.goto(`${server.url}/rows`);
      await page.locator('select[name=kind]').selectOption('kept');
      await page.waitForURL(/\/rows\?kind=kept$/u);
      const tags = await page.locator('tbody .tag').allTextContents();
      expect(new Set(tags)).toEqual(new Set(['kept']));
    });
  });

  test('shows hostile text as text', async () => {
    const other = folder.file('hostile');
    await winnowDone(['run', '--config', folder.file('tiny.yaml'), '--out', other]);
    const sample: SampleRow = { ...someSample(), id: 'sample_hostile', solution: hostile, reasoning: hostile };
    const row = { ...sample, task: { ...sample.task, title: hostile, statement: hostile } };
    const long = { ...row, id: 'sample_long', solution: `// ${'x'.repeat(5_000_000)}` };
    writeFileSync(join(other, 'samples.jsonl'), `${JSON.stringify(row)}\n${JSON.stringify(long)}\n`);
    await using own = await startView(other, ['--store', folder.file('none.db')]);
    await indexed(own);
    await look(async (page) => {
      for (const at of ['/rows', '/rows/sample_hostile', '/rows/sample_long']) {
        await page.goto(own.url + at);
        expect(await page.title()).toMatch(/Winnow$/u);
        expect(await page.locator('main img, main script').count()).toBe(0);
        const text = await page.locator('body').textContent();
        for (const unseen of ['\u202E', '\u001B']) expect(text).not.toContain(unseen);
      }
      await page.locator('a', { hasText: 'The whole text' }).first().click();
      await page.waitForLoadState('load');
      expect(await page.evaluate('document.contentType')).toBe('text/plain');
      expect(await page.evaluate('document.body.textContent.length')).toBeGreaterThan(5_000_000);
    }, own.url);
  });

  test('follows a run while it goes on', async () => {
    await using model = await startModel({ latencyMs: 400 });
    const config = writeTinyConfig(folder.file('slow.yaml'), { endpoint: { base_url: model.url } });
    const out = folder.file('slow');
    await using running = watchWinnow(['run', '--config', config, '--out', out]);
    await until(
      () => Promise.resolve(existsSync(join(out, 'run.db.progress'))),
      (isThere) => isThere,
    );
    await using own = await startView(out);
    await look(async (page) => {
      await page.goto(own.url);
      await page.locator('[data-state=running]').waitFor();
      const before = await page.locator('#part-cards').textContent();
      await page.locator('[data-state=finished]').waitFor({ timeout: 60_000 });
      expect(await page.locator('#part-cards').textContent()).not.toBe(before);
      expect((await running.ended).code).toBe(0);
      const { length: kept } = readFileSync(join(out, 'samples.jsonl'), 'utf8').trimEnd().split('\n');
      await page
        .locator('#part-cards dd')
        .first()
        .getByText(new RegExp(`^${kept}`, 'u'))
        .waitFor();
    }, own.url);
  });

  test('says when the server is gone', async () => {
    await using own = await startView(dir);
    const { page } = await watchedPage(browser, { own: own.url });
    await page.goto(own.url);
    expect(await page.locator('[data-lost]').isVisible()).toBe(false);
    own.process.kill('SIGTERM');
    await page.locator('[data-lost]').waitFor();
    await page.close();
  });
});
