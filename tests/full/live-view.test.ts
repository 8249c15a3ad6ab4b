import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SampleRow } from '../../src/core/rows.ts';
import { tempFolder, winnowDone, type TempFolder } from '../e2e/helpers.ts';
import { readRows } from '../e2e/run-files.ts';
import { startModel, writeTinyConfig } from '../e2e/tiny-run.ts';
import { startView, until, type ViewServer } from '../e2e/view-server.ts';
import { watchWinnow } from '../e2e/watched.ts';
import type { Overview } from '../../src/report/live/overview.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
if (executablePath === undefined) {
  process.stderr.write(
    'The live view is not tried in a browser: chromium is not installed (apt-get install chromium).\n',
  );
}

const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>\u202Ereversed\u001B[31m';
const indexed = (server: ViewServer): Promise<Overview> =>
  until(
    () => server.json<Overview>('/api/overview'),
    ({ index }) => index.rows > 0 && index.share === 1,
  );

describe.skipIf(executablePath === undefined)('the live view in a browser', () => {
  let folder: TempFolder;
  let dir: string;
  let server: ViewServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
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

  beforeEach(async () => {
    problems.length = 0;
    context = await browser.newContext({ viewport: { width: 375, height: 800 } });
    page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(String(error)));
  });
  afterEach(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });

  const someSample = (): SampleRow => readRows<SampleRow>(join(dir, 'samples.jsonl'))[0] as SampleRow;

  /** Opens a page, and notes every request that goes elsewhere. */
  async function open(path: string, at = server.url): Promise<void> {
    page.on('request', (request) => {
      if (!request.url().startsWith(at) && !request.url().startsWith('data:')) problems.push(`asks ${request.url()}`);
    });
    await page.goto(at + path);
  }

  test.each(['light', 'dark'] as const)(
    'fits a phone in %s colours, without an error or a request elsewhere',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      for (const path of ['/', '/rows', `/rows/${someSample().id}`]) {
        await open(path);
        const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
        expect([path, wide]).toEqual([path, false]);
      }
    },
  );

  test('is used with the keyboard alone', async () => {
    await open('/');
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
    const link = page.locator('tbody a').first();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/rows\/\w+_/u);
    expect(await page.locator('h2').first().textContent()).toBe('What it is');
  });

  test('filters as soon as something is chosen', async () => {
    await open('/rows');
    await page.locator('select[name=kind]').selectOption('kept');
    await page.waitForURL(/\/rows\?kind=kept$/u);
    const tags = await page.locator('tbody .tag').allTextContents();
    expect(new Set(tags)).toEqual(new Set(['kept']));
  });

  test('shows hostile text as text', async () => {
    const other = folder.file('hostile');
    await winnowDone(['run', '--config', folder.file('tiny.yaml'), '--out', other]);
    const sample: SampleRow = { ...someSample(), id: 'sample_hostile', solution: hostile, reasoning: hostile };
    const row = { ...sample, task: { ...sample.task, title: hostile, statement: hostile } };
    const long = { ...row, id: 'sample_long', solution: `// ${'x'.repeat(5_000_000)}` };
    const path = join(other, 'samples.jsonl');
    writeFileSync(path, `${JSON.stringify(row)}\n${JSON.stringify(long)}\n`);
    writeFileSync(join(other, 'run.db'), '');
    await using own = await startView(other, ['--store', folder.file('none.db')]);
    await indexed(own);
    for (const at of ['/rows', '/rows/sample_hostile', '/rows/sample_long']) {
      await open(at, own.url);
      expect(await page.title()).toMatch(/Winnow$/u);
      expect(await page.locator('main img, main script').count()).toBe(0);
      const text = await page.locator('body').textContent();
      for (const unseen of ['\u202E', '\u001B']) expect(text).not.toContain(unseen);
    }
    await page.locator('a', { hasText: 'The whole text' }).first().click();
    expect(await page.evaluate('document.contentType')).toBe('text/plain');
    expect(readFileSync(path, 'utf8')).toContain(await page.evaluate('document.body.textContent.slice(0, 100)'));
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
    await open('/', own.url);
    await page.locator('[data-state=running]').waitFor();
    const before = await page.locator('#part-cards').textContent();
    await page.locator('[data-state=finished]').waitFor({ timeout: 60_000 });
    expect(await page.locator('#part-cards').textContent()).not.toBe(before);
    expect((await running.ended).code).toBe(0);
    const kept = readRows(join(out, 'samples.jsonl')).length;
    await page
      .locator('.cards dd', { hasText: new RegExp(`^${kept}`, 'u') })
      .first()
      .waitFor();
    await page.goto('about:blank');
  });

  test('says when the server is gone', async () => {
    await using own = await startView(dir);
    await open('/', own.url);
    expect(await page.locator('[data-lost]').isVisible()).toBe(false);
    own.process.kill('SIGTERM');
    await page.locator('[data-lost]').waitFor();
    await page.goto('about:blank');
    // The browser says so too.
    problems.length = 0;
  });
});
