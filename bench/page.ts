import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/test/browser.ts';
import { buildWeb, webRoot } from '../src/app/server/web-build.ts';
import { signIn, startHttp } from './load/http.ts';
import type { Row } from './row.ts';
import type { World } from './world/world.ts';

const what = 'first page load, compressed: the desk of somebody signed in, cache empty';

/** What a real browser fetches until the first page stands, files as they travel and answers of the interface included. */
export async function bench(world: World): Promise<Row[]> {
  const row = { what, unit: 'kB', aim: { bound: 'at most', value: 350, of: 'figure' } } as const;
  const executablePath = findBrowser();
  if (executablePath === null) return [{ ...row, measured: null, note: 'skipped: no browser on this machine' }];
  await buildWeb(
    () => undefined,
    () => undefined,
  );
  const server = await startHttp(world.applicationUrl, { webRoot });
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const [token] = await signIn(server.port, world.seats.slice(0, 1));
    const address = `http://localhost:${server.port}`;
    const context = await browser.newContext({ locale: 'zh-CN' });
    await context.addCookies([{ name: 'huiyin', value: token!, url: address }]);
    const page = await context.newPage();
    const fetched: Promise<{ bytes: number; asset: boolean }>[] = [];
    page.on('requestfinished', (request) => {
      const path = new URL(request.url()).pathname;
      const compressed = stat(join(webRoot, `${path === '/' ? '/index.html' : path}.br`)).then((file) => file.size);
      const sent = request.sizes().then((sizes) => sizes.responseBodySize);
      fetched.push(
        compressed.then(
          (bytes) => ({ bytes, asset: true }),
          async () => ({ bytes: await sent, asset: false }),
        ),
      );
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    const all = await Promise.all(fetched);
    const sum = (some: typeof all) => some.reduce((bytes, each) => bytes + each.bytes, 0) / 1000;
    const assets = all.filter(({ asset }) => asset);
    return [
      {
        ...row,
        measured: sum(all),
        note: `${all.length} requests; files ${sum(assets).toFixed(0)} kB (brotli), answers of the interface, compressed as they are sent, ${(sum(all) - sum(assets)).toFixed(0)} kB`,
      },
    ];
  } finally {
    await browser.close();
    server.stop();
  }
}
