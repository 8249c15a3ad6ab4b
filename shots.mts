import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const u = process.argv[2]!;
for (const [scheme, w] of [['light', 1280], ['dark', 375]] as const) {
  const c = await b.newContext({ colorScheme: scheme, viewport: { width: w, height: 900 } });
  const p = await c.newPage();
  p.on('console', (m) => console.log(m.type(), m.text()));
  p.on('pageerror', (e) => console.log('ERR', e));
  let n = 0;
  for (const path of ['/', '/rows', process.argv[3] ?? '/rows/sample_cf5c8510a15fe899']) {
    await p.goto(u + path); await p.waitForTimeout(400);
    await p.screenshot({ path: `/tmp/shot-${scheme}-${n}.png`, fullPage: false });
    const over = await p.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    console.log(path, scheme, 'overflow', over);
    n++;
  }
}
await b.close();
