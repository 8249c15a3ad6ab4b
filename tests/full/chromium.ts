import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a browser is installed; undefined, with a line that says so, where none is. */
export const chromiumPath: string | undefined = places.find((path) => existsSync(path));
if (chromiumPath === undefined) {
  process.stderr.write('No chromium is installed, so that no page is looked at: apt-get install chromium\n');
}

/** Starts the browser. It is shut off from the network but for this machine. */
export async function startChromium(): Promise<Browser> {
  return await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
}

export interface Watched {
  readonly page: Page;
  /** Errors on the console, exceptions, dialogs, and requests for what is not the page's own. */
  readonly complaints: readonly string[];
}

export interface View {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  /** Addresses that begin so are the page's own. */
  readonly own: string;
}

/** Opens a page that is listened to. */
export async function watchedPage(browser: Browser, { scheme = 'light', width = 1200, own }: View): Promise<Watched> {
  const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !url.startsWith('data:')) complaints.push(`request: ${url}`);
  });
  return { page, complaints };
}

/** The lightness of what is behind the page, from 0 to 255. */
export async function backgroundOf(page: Page): Promise<number> {
  const colour = String(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
  return Math.max(...(colour.match(/\d+/gu) ?? []).slice(0, 3).map(Number));
}
