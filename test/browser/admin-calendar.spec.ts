import { addDays, weekday } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { assigned, faultsOf, follow, pageOf, read } from './scene.ts';

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

test('a matter due on a day that is made a day off keeps it, and is pointed out before and after', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const page = await pageOf(browser, 'guanli');
  let day = '2027-05-19';
  while (weekday(day) > 5) day = addDays(day, 1);
  const [open, secret] = await assigned(office, [
    { text: '改休提示：验收雨水泵站', lead: '市水利局', due: day },
    { text: '改休提示：核实一件线索', lead: '市水利局', due: day, confidential: true },
  ]);
  await page.goto(`/admin/calendar?year=2027&day=${day}`);
  const panel = page.getByRole('region', { name: /5月/ });
  await expect(panel).toContainText('有 2 件未销号的事项在这一天到期');
  await expect(panel).toContainText('其中 1 件不公开，不在清单里');
  await page.getByRole('button', { name: '改为休息' }).click();
  const form = page.getByRole('form', { name: '改为休息' });
  await expect(form).toContainText('有 2 件事项正好在这一天到期：改为休息后期限不变');
  await form.getByLabel('原因').fill('城市马拉松');
  await form.getByRole('button', { name: '改为休息' }).click();
  await expect(panel).toContainText('在这一天到期，到期日不变');
  await panel.getByRole('link', { name: '打开清单（1 件）' }).click();
  await expect(page.locator('main [data-row]')).toHaveCount(1);
  await expect(page.locator('main')).toContainText(open!.text);

  await office.goto(`/calendar?month=${day.slice(0, 7)}`);
  const cell = office.getByRole('listitem').filter({ hasText: secret!.text }).filter({ hasText: open!.text });
  await expect(cell).toContainText('到期日已改为休息日');
  await expect(office.getByText('到期日已改为休息日')).toHaveCount(1);
  await follow(office, `/matters/${open!.id}`);
  await expect(office.getByText(/到期日已改为休息日（城市马拉松），期限不变，仍到 .*5月/)).toBeVisible();

  await page.goto(`/admin/calendar?year=2027&day=${day}`);
  await page.getByRole('button', { name: '恢复国家安排' }).click();
  await page.getByLabel('原因').fill('改期');
  await page.getByRole('form').getByRole('button', { name: '恢复国家安排' }).click();
  await expect(panel).not.toContainText('到期日不变');
  await office.reload();
  await expect(office.getByRole('region', { name: '时限' }).first()).toBeVisible();
  await expect(office.getByText(/到期日已改为休息日/)).toHaveCount(0);
});
