import { chromium, type CDPSession, type Locator, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/test/browser.ts';
import { buildWeb, webRoot } from '../src/app/server/web-build.ts';
import type { MatterView } from '../src/matters/contract.ts';
import type { MatterPage } from '../src/matters/lists/list.contract.ts';
import { httpClient, signIn, startHttp } from './load/http.ts';
import { percentile, type Row } from './row.ts';
import { matterWithActs } from './world/matter.ts';
import type { World } from './world/world.ts';

const ROWS = 10_000;
/** What a city hall's oldest desk is to the machine that measures. */
const SLOWED = 4;
const AIM_MS = 100;
const PAGE = 200;
/** Of the matter that stands beside the list: as many as a page of its story shows. */
const ACTS = 30;

type Interaction = { name: string; ms: number };
declare global {
  interface Window {
    interactions: Interaction[];
    /** When what is timed now began. */
    since: number;
  }
}

/** From a key or a click to what it draws, on a ledger of ten thousand rows, the processor slowed four times. */
export async function bench(world: World): Promise<Row[]> {
  const row = {
    what: `interaction to next paint on a ledger of ${ROWS.toLocaleString('en-US')} rows, processor slowed ${SLOWED} times, the worst`,
    unit: 'ms',
    aim: { bound: 'at most', value: AIM_MS, of: 'figure' },
  } as const;
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
    const rows = await newest(server.port, token!);
    const address = `http://localhost:${server.port}`;
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
    await context.addCookies([{ name: 'huiyin', value: token!, url: address }]);
    const page = await context.newPage();
    // All of them in one answer: scrolling there page by page would measure the patience of whoever scrolls.
    await page.route('**/api/matters?*', (route) => route.fulfill({ json: { rows, next: null } }));
    // The rows of the city have no acts, and so none of them can be opened: each is opened as the one that has.
    const lived = await lifeOf(world, server.port, token!);
    await page.route(/\/api\/matters\/[\da-f-]{36}$/u, (route) => {
      const id = route.request().url().slice(-36);
      const row = rows.find((one) => one.id === id);
      return row ? route.fulfill({ json: { ...lived, row: { ...lived.row, id, text: row.text } } }) : route.continue();
    });
    await page.goto(`${address}/ledger?phase=any`);
    await page.locator('main [data-row]').first().waitFor();
    await page.waitForLoadState('networkidle');
    await watch(page);
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const told = await walk(page, slow);
    const worst = [...told].sort((a, b) => b.ms - a.ms);
    const all = told.map(({ ms }) => ms);
    return [
      {
        ...row,
        measured: worst[0]?.ms ?? null,
        note: `${rows.length} rows, ${told.length} interactions, median ${percentile(all, 0.5)} ms, 95th percentile ${percentile(all, 0.95)} ms; slowest: ${worst
          .slice(0, 4)
          .map(({ name, ms }) => `${name} ${ms} ms`)
          .join(', ')}`,
      },
    ];
  } finally {
    await browser.close();
    server.stop();
  }
}

async function newest(port: number, token: string): Promise<MatterPage['rows']> {
  const client = httpClient(port);
  const rows: MatterPage['rows'] = [];
  try {
    for (let after = ''; rows.length < ROWS;) {
      const { body } = await client.ask('GET', `/api/matters?phase=any&limit=${PAGE}&after=${after}`, token);
      const page = JSON.parse(body) as MatterPage;
      rows.push(...page.rows);
      if (page.next === null) break;
      after = page.next;
    }
  } finally {
    client.close();
  }
  return rows;
}

/** All that a page shows of a matter with a story. */
async function lifeOf(world: World, port: number, token: string): Promise<MatterView> {
  const client = httpClient(port);
  const { body } = await client.ask('GET', `/api/matters/${await matterWithActs(world, ACTS)}`, token);
  client.close();
  return JSON.parse(body) as MatterView;
}

/** Has the browser itself say how long each interaction took to be drawn (Event Timing). */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.interactions = [];
    window.since = 0;
    const seen = (list: PerformanceObserverEntryList): void => {
      for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId?: number })[])
        if (entry.interactionId)
          window.interactions.push({
            name: entry.name,
            // A key let go that changes nothing asks for no frame: told of with the next one, it took what its handlers took.
            ms: entry.startTime >= window.since ? entry.duration : entry.processingEnd - entry.startTime,
          });
    };
    new PerformanceObserver(seen).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });

/** So long a finger rests on the button of a mouse. */
const PRESS_MS = 60;

/**
 * Goes to something with the mouse, and gives what presses it: the mouse itself, as a locator's click looks within the page, between
 * press and release, what lies under the pointer, and these looks would be measured too.
 */
async function hand(page: Page, on: Locator): Promise<() => Promise<void>> {
  await on.scrollIntoViewIfNeeded();
  const place = await on.boundingBox();
  if (!place) throw new Error(`nothing to press: ${String(on)}`);
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  // A head that floats over the list would take the press of what lies below it.
  const free = await on.evaluate((what, at) => what.contains(document.elementFromPoint(at.x, at.y)), { x, y });
  if (!free) throw new Error(`something else lies over what is to be pressed: ${String(on)}`);
  await page.mouse.move(x, y);
  await page.waitForTimeout(350);
  return async () => {
    await page.mouse.down();
    await page.waitForTimeout(PRESS_MS);
    await page.mouse.up();
  };
}

/** A quarter of an hour of a clerk's hands in half a minute: the slowest event of each thing done, by what was done. */
async function walk(page: Page, slow: CDPSession): Promise<Interaction[]> {
  const told: Interaction[] = [];
  const time = async (name: string, act: () => Promise<unknown>, times = 1): Promise<void> => {
    for (let n = 0; n < times; n++) {
      await page.evaluate(() => {
        window.interactions.length = 0;
        window.since = performance.now();
      });
      await act();
      await page.waitForTimeout(350);
      const seen = await page.evaluate(() => window.interactions.map(({ ms }) => ms));
      // What was drawn within a frame is not reported at all.
      told.push({ name, ms: Math.max(8, ...seen) });
    }
  };
  const key = (name: string) => () => page.keyboard.press(name);
  const box = (n: number) => hand(page, page.locator('tbody input[type="checkbox"]').nth(n));
  await time('j', key('j'), 12);
  await time('x', key('x'), 4);
  await time('Shift+j', key('Shift+J'), 6);
  await time('a box', await box(9), 2);
  const last = await box(16);
  await page.keyboard.down('Shift');
  await time('Shift and a box', last);
  await page.keyboard.up('Shift');
  await page.mouse.wheel(0, 200_000);
  await page.waitForTimeout(500);
  await time('j in the middle', key('j'), 4);
  await time('a box in the middle', await box(20), 2);
  const every = await hand(page, page.locator('thead input[type="checkbox"]'));
  await time('all boxes', every);
  await time('no box', every);
  await time('the filters', await hand(page, page.locator('[aria-controls="ledger-filters"]')), 2);
  await time('side by side', key('o'));
  await page.locator('section[aria-label] h2').first().waitFor();
  await page.waitForTimeout(800);
  await time('j beside', key('j'), 4);
  await time('no longer beside', key('Escape'));
  await time('the palette', key('Control+k'));
  await slow.detach();
  return told;
}
