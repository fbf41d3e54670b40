import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { act, assigned, faultsOf, pageOf, seatOf } from './scene.ts';

// What does this do, and what will follow? Asked before acting, by keyboard, and answered from the matter's own mechanism.

const ask = (page: Page) => page.getByRole('button', { name: '这样做会怎样' });
const told = (page: Page) => page.getByRole('note', { name: '这样做会怎样' });

test('a handler asks by keyboard what accepting does, and reads what follows by the mechanism', async ({ browser }) => {
  const office = await seatOf('ducha');
  const [row] = await assigned(office, [{ text: '更新全市营商环境台账', lead: '市发改委' }]);
  const page = await pageOf(browser, 'fagai');
  const faults = faultsOf(page);
  await page.goto(`/matters/${row!.id}`);
  await page.getByRole('button', { name: '签收', exact: true }).click();
  const question = ask(page);
  await expect(question).toHaveAttribute('aria-expanded', 'false');
  await expect(told(page)).toBeHidden();
  await expect(page.getByRole('form').getByRole('textbox')).toBeFocused();
  for (let n = 0; n < 4 && !(await question.evaluate((it) => it === document.activeElement)); n++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(question).toHaveAttribute('aria-expanded', 'true');
  await expect(told(page)).toContainText('签收以后不能再退回');
  await expect(told(page)).toContainText('事项进入“办理中”。到此停止计时：“签收时限”。');
  await expect(told(page)).toContainText('不另发通知');
  expect(await wrongOn(page)).toEqual([]);
  await page.keyboard.press('Space');
  await expect(told(page)).toBeHidden();
  expect(faults).toEqual([]);
});

test('a co-unit is told that its answer moves the matter nowhere; the office, by which limits assigning starts the time', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const [row] = await assigned(office, [{ text: '会同整治占道经营', lead: '市城管局', co: ['市发改委'] }]);
  const co = await pageOf(browser, 'fagai');
  await act(co, row!.id, 'accept');
  await co.goto(`/matters/${row!.id}`);
  await co.getByRole('button', { name: '办结反馈', exact: true }).click();
  await ask(co).click();
  await expect(told(co)).toContainText('到此停止计时');
  await expect(told(co)).not.toContainText('事项进入');

  await office.goto(`/matters/${row!.id}`);
  await office.getByRole('button', { name: '交办', exact: true }).click();
  await ask(office).click();
  await expect(told(office)).toContainText('“办理时限”（按定下的日期；没有定日期的，5 个工作日）');
  await expect(told(office)).toContainText('通知新接到交办的单位的经办人');
});

test('an administrator asks, in English, what a merger does to the work of a unit', async ({ browser }) => {
  const page = await pageOf(browser, 'guanli');
  await page.addInitScript(() => localStorage.setItem('huiyin.language', 'en'));
  await page.goto('/admin/units');
  await page.getByRole('region', { name: 'Units' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByRole('button', { name: 'What this does' }).click();
  await expect(page.getByRole('note')).toContainText('the heir goes on with each open matter under the same deadlines');
});
