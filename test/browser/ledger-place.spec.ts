import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { pageOf } from './scene.ts';

// How far down a list one was is there again after a reload and after the way back from a matter, however slow the machine.

/** Of disputes, of which other tests register next to none. */
const LIST = '/ledger?scope=all&phase=any&mechanism=dispute';
/** By how much a row may stand elsewhere: less than any row is high. */
const NEAR = 24;

/** The first row that can be seen whole, below what floats at the top, and where it stands. */
const firstInSight = (page: Page) =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
    const row = rows.find((one) => one.getBoundingClientRect().top > 96);
    return { id: row?.dataset['row'] ?? '', top: row?.getBoundingClientRect().top ?? Number.NaN };
  });
const topOf = (page: Page, id: string) =>
  page.evaluate(
    (row) => document.querySelector(`main [data-row="${row}"]`)?.getBoundingClientRect().top ?? Number.NaN,
    id,
  );

/** Scrolls at once, as a wheel does a moment later, and waits until what is in sight there is drawn. */
const scroll = (page: Page, by: number) =>
  page.evaluate(async (pixels) => {
    window.scrollBy(0, pixels);
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  }, by);

/** Scrolls until so many parts of the list have come, and a little more. */
async function goDown(page: Page, parts: number): Promise<void> {
  let answered = 0;
  page.on('response', (answer) => {
    if (new URL(answer.url()).pathname === '/api/matters') answered++;
  });
  await expect
    .poll(async () => {
      await scroll(page, 2500);
      return answered;
    })
    .toBeGreaterThanOrEqual(parts);
  await page.waitForLoadState('networkidle');
  await scroll(page, 500);
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`hundreds of rows down, a reload and the way back lead to the same row, at ${viewport.width} pixels`, async ({
    browser,
  }) => {
    const office = await pageOf(browser, 'ducha', { viewport });
    const slow = await office.context().newCDPSession(office);
    await office.goto(LIST);
    await expect(office.locator('main [data-row]').first()).toBeVisible();
    await goDown(office, 6);
    const was = await firstInSight(office);

    await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await office.reload();
    const row = office.locator(`main [data-row="${was.id}"]`);
    await expect(row).toBeInViewport();
    await office.waitForLoadState('networkidle');
    expect(Math.abs((await topOf(office, was.id)) - was.top)).toBeLessThan(NEAR);

    // From there one goes on, and nothing draws one back.
    await scroll(office, 1200);
    await office.waitForLoadState('networkidle');
    await expect(row).not.toBeInViewport();
    const next = await firstInSight(office);
    await office.locator(`main [data-row="${next.id}"]`).click();
    await expect(office).toHaveURL(new RegExp(`/matters/${next.id}`, 'u'));
    await office.reload();
    await expect(office.getByRole('heading', { level: 1 })).toBeVisible();
    await office.goBack();
    await expect(office.locator(`main [data-row="${next.id}"]`)).toBeFocused();
    await expect(office.locator(`main [data-row="${next.id}"]`)).toBeInViewport();
    await office.waitForLoadState('networkidle');
    expect(Math.abs((await topOf(office, next.id)) - next.top)).toBeLessThan(NEAR);
  });
