import type { Locator } from '@playwright/test';
import { expect, test } from './app.ts';
import { begin, closedFigure, said, SIZES } from './day.ts';
import { faultsOf, follow, matterOf, pageOf } from './scene.ts';

// Forty seconds of a mayor, on a phone in the car and at the desk: what is overdue, what is behind a number, a word on it.

/** As many touches as forty seconds hold for somebody who reads what comes up. */
const TOUCHES = 10;

for (const size of ['desk', 'phone'] as const)
  test(`a mayor’s forty seconds, at the size of a ${size}`, async ({ browser }) => {
    const page = await pageOf(browser, 'shizhang', SIZES[size]);
    const faults = faultsOf(page);
    const { number, area, count } = await closedFigure(page);
    let touches = 0;
    const touch = async (place: Locator) => {
      touches++;
      await place.click();
    };

    await page.goto('/');
    await touch(page.getByRole('navigation', { name: '今天的事' }).getByRole('link', { name: /逾期/u }));
    const overdue = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.locator('[data-row]') })
      .first();
    await expect(overdue).toContainText(/逾期 \d+ 个工作日/u);
    const id = (await overdue.locator('[data-row]').getAttribute('data-row'))!;
    const { reminders } = (await matterOf(page, id)).counts;
    await touch(overdue.getByRole('button', { name: /^催办/u }));
    await touch(overdue.getByRole('form').getByRole('button', { name: '催办', exact: true }));
    await said(page, /已催办：/u);
    expect((await matterOf(page, id)).counts.reminders).toBe(reminders + 1);

    if (size === 'phone') await touch(page.getByRole('link', { name: '我的' }));
    await touch(page.getByRole('link', { name: '通报', exact: true }).locator('visible=true').first());
    const line = page.getByRole('main').getByRole('listitem').filter({ hasText: number });
    await touch(line.getByRole('link').first());
    await touch(page.getByRole('button', { name: new RegExp(`^${area}已销号`, 'u') }));
    const panel = page.getByRole('complementary', { name: `${area} · 已销号 · ${count} 项` });
    await expect(panel.getByRole('link')).toHaveCount(count);
    await page.keyboard.press('Escape');

    await follow(page, `/matters/${id}`);
    const form = await begin(page, '批示');
    touches += size === 'phone' ? 2 : 1;
    await form.getByLabel('内容').fill('本周五前报结果。');
    await touch(form.getByRole('button', { name: '批示', exact: true }));
    await expect(page.getByRole('region', { name: '经过' })).toContainText('本周五前报结果。');
    expect(touches).toBeLessThanOrEqual(TOUCHES);
    expect(faults).toEqual([]);
  });
