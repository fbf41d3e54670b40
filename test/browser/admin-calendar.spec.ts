import { addDays, weekday } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { faultsOf, pageOf, read } from './scene.ts';

test('a public holiday looks otherwise than a working day', async ({ browser }) => {
  const page = await pageOf(browser, 'guanli');
  await page.goto('/admin/calendar?year=2026');
  const ground = (day: string) =>
    page.locator(`[data-day="${day}"]`).evaluate((cell) => getComputedStyle(cell).backgroundColor);
  const [plain, holiday, makeup] = [await ground('2026-09-29'), await ground('2026-10-01'), await ground('2026-10-10')];
  expect(new Set([plain, holiday, makeup]).size).toBe(3);
});

test('a day is made a day off with its reason, is told everywhere, and is given back', async ({ browser }) => {
  const page = await pageOf(browser, 'guanli');
  const faults = faultsOf(page);
  // Far ahead, so that no other test counts over it.
  let day = '2027-03-10';
  while (weekday(day) > 5) day = addDays(day, 1);
  await page.goto(`/admin/calendar?year=2027&day=${day}`);
  await page.getByRole('button', { name: '改为休息' }).click();
  const form = page.getByRole('form', { name: '改为休息' });
  await expect(form.getByText('它们的到期日保持不变')).toBeVisible();
  await form.getByLabel('原因').fill('龙舟赛');
  await form.getByRole('button', { name: '改为休息' }).click();
  await expect(page.getByRole('link', { name: /休息 · 龙舟赛/ })).toBeVisible();
  const { days } = await read<{ days: object[] }>(page, `/api/calendar?from=${day}&until=${day}`);
  expect(days).toMatchObject([{ working: false, reason: '龙舟赛' }]);

  await page.getByRole('link', { name: /休息 · 龙舟赛/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(`[data-day="${addDays(day, 1)}"]`)).toBeFocused();

  await page.getByRole('button', { name: '恢复国家安排' }).click();
  await page.getByLabel('原因').fill('改期');
  await page.getByRole('form').getByRole('button', { name: '恢复国家安排' }).click();
  await expect(page.getByRole('link', { name: /休息 · 龙舟赛/ })).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: '改期' })).toBeVisible();
  expect(faults).toEqual([]);
});
