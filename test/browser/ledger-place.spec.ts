import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { pageOf } from './scene.ts';

// How far down a list one was is there again after a reload, without what lies above being fetched first. Of disputes, of which other tests
// register next to none.
const LIST = 'scope=all&phase=any&mechanism=dispute';

const requests = (page: Page): URL[] => {
  const sent: URL[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname === '/api/matters') sent.push(url);
  });
  return sent;
};
const firstOf = (page: Page) => page.locator('main [data-row]').first().getAttribute('data-row');
/** The first row that can be seen whole, below what floats at the top. */
const firstInSight = (page: Page) =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
    const row = rows.find((one) => one.getBoundingClientRect().top > 120);
    return { id: row?.dataset['row'], top: Math.round(row?.getBoundingClientRect().top ?? 0) };
  });

/** The same, once neither the wheel nor a page that comes moves it any more. */
async function settled(page: Page) {
  for (let before = await firstInSight(page); ;) {
    await page.waitForTimeout(500);
    const now = await firstInSight(page);
    if (now.id === before.id && now.top === before.top) return now;
    before = now;
  }
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`a reload keeps the place, at ${viewport.width} pixels, and what lies above comes when it is gone to`, async ({
    browser,
  }) => {
    const office = await pageOf(browser, 'ducha');
    await office.setViewportSize(viewport);
    await office.goto(`/ledger?${LIST}`);
    await expect(office.locator('main [data-row]').first()).toBeVisible();
    const top = await firstOf(office);
    const seen = requests(office);
    while (seen.length < 3) {
      await office.mouse.wheel(0, 1500);
      await office.waitForTimeout(100);
    }
    const was = await settled(office);
    const sent = requests(office);
    await office.reload();
    const row = office.locator(`[data-row="${was.id}"]`);
    await expect(row).toBeInViewport();
    expect(sent[0]?.searchParams.get('after')).toBeTruthy();
    expect(sent.every((url) => url.searchParams.get('after'))).toBe(true);

    // Going up, each page comes above without moving what is read, up to the very first row.
    for (let n = 0; n < 120 && sent.every((url) => url.searchParams.get('after')); n++) {
      await office.mouse.wheel(0, -700);
      await office.waitForTimeout(120);
    }
    // The answer may still be on its way.
    await expect
      .poll(async () => {
        await office.evaluate(() => window.scrollTo(0, 0));
        return firstOf(office);
      })
      .toBe(top);
  });

test('the way back from a matter that was loaded anew leads to the row that was opened', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto(`/ledger?${LIST}`);
  await expect(office.locator('main [data-row]').first()).toBeVisible();
  const seen = requests(office);
  while (seen.length < 2) {
    await office.mouse.wheel(0, 1500);
    await office.waitForTimeout(100);
  }
  const was = await settled(office);
  await office.locator(`[data-row="${was.id}"]`).click();
  await expect(office).toHaveURL(new RegExp(`/matters/${was.id}`, 'u'));
  await office.reload();
  await expect(office.getByRole('heading', { level: 1 })).toBeVisible();
  await office.goBack();
  await expect(office.locator(`[data-row="${was.id}"]`)).toBeInViewport();
  await expect(office.locator(`[data-row="${was.id}"]`)).toBeFocused();
});
