import { dayOf } from '../../src/kernel/index.ts';
import type { Page } from '@playwright/test';
import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import type { MatterRow } from '../../src/matters/contract.ts';
import { expect, test } from './app.ts';
import { act, assigned, chooseUnit, pageOf, read, seatOf, unitNamed } from './scene.ts';

// The ledger as a place to work in: what it is narrowed to, how it looks, and the walk through it by keys.

const UNIT = '市水利局';
const rowOf = (page: Page, { id }: MatterRow) => page.locator(`[data-row="${id}"]`);

/** Some matters of the test's own, told apart from all others by a word of their own. */
async function scene(office: Page, mark: string, lead = UNIT): Promise<readonly MatterRow[]> {
  // Due today, so that they stand on the first page of a unit to which other tests assign too.
  const tasks = ['丈量', '备料', '开工'].map((what) => ({ text: `${mark}${what}`, lead, due: dayOf(new Date()) }));
  return assigned(office, tasks);
}

test('filters stand in the address, are told as chips, and are dropped one by one', async ({ page, browser }) => {
  const office = await pageOf(browser, 'ducha');
  const [first, second] = await scene(office, '修缮看台');
  const desk = await seatOf('shuili');
  await act(desk, second!.id, 'refuse', { reason: '看台归城投集团管' });

  await page.context().addCookies(await office.context().cookies());
  await page.goto('/ledger');
  await page.getByRole('button', { name: '筛选' }).click();
  const panel = page.getByRole('region', { name: '筛选' });
  // As the search box finds it: by initials or by whole syllables, from wherever these begin.
  for (const sound of ['slj', 'SSLJ', 'shuili']) {
    await panel.getByLabel('单位（牵头或配合）').fill(sound);
    await expect(page.getByTitle(UNIT, { exact: true }).locator('visible=true')).toHaveCount(1);
    await expect(page.getByTitle('市教育局', { exact: true })).toHaveCount(0);
  }
  await chooseUnit(panel.getByLabel('单位（牵头或配合）'), UNIT);
  await expect(page).toHaveURL(new RegExp(`unit=${await unitNamed(office, UNIT)}`));
  await expect(rowOf(page, first!)).toBeVisible();
  await panel.getByLabel('退回次数').click();
  await page.getByTitle('退回过', { exact: true }).click();
  await expect(page).toHaveURL(/bounced=yes/);
  await expect(rowOf(page, second!)).toBeVisible();
  await expect(rowOf(page, first!)).toBeHidden();

  const chips = page.getByRole('list', { name: '已加的条件' });
  await expect(chips.getByRole('listitem')).toHaveText([/单位（牵头或配合） 市水利局/, /退回过/]);
  const address = page.url();
  await page.goto('/ledger');
  await page.goto(address);
  await expect(rowOf(page, second!)).toBeVisible();
  await chips.getByRole('link', { name: /退回过/ }).click();
  await expect(rowOf(page, first!)).toBeVisible();
});

test('appeals are found by what they are filed under, of any level, and by how they came in; the address keeps it', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/ledger');
  await office.getByRole('button', { name: '筛选' }).click();
  const panel = office.getByRole('region', { name: '筛选' });
  await panel.getByLabel('类别').fill('营商环境');
  await office.getByTitle('营商环境', { exact: true }).click();
  await expect(office).toHaveURL(/category=07&mechanism=appeal/u);
  const chips = office.getByRole('list', { name: '已加的条件' });
  await expect(chips).toContainText('类别 营商环境');
  const appeal = office.locator('main tbody tr').filter({ hasText: '检测报告电子签章外省客户不认' });
  await expect(appeal).toBeVisible();
  await expect(office.locator('main tbody')).not.toContainText('交办〔');
  await panel.getByLabel('渠道').click();
  await office.getByTitle('来访', { exact: true }).click();
  await expect(appeal).toBeHidden();
  await office.goto('/ledger?mechanism=appeal&category=0701&channel=phone&phase=any');
  await expect(chips).toContainText('类别 营商环境 / 证照办理');
  await expect(chips).toContainText('渠道 电话');
  await expect(appeal).toBeVisible();
  await office.getByRole('button', { name: '列与密度' }).click();
  await office.getByRole('region', { name: '列与密度' }).getByLabel('类别').check();
  await expect(appeal.getByRole('cell', { name: '证照办理', exact: true })).toBeVisible();
});

test('the filters are there for the keys and a screen reader from the first picture on, and take what is typed at once', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  // How many mechanisms there are has to be known: of one alone there is nothing to choose.
  await office.goto('/ledger?scope=all&bounced=yes', { waitUntil: 'networkidle' });
  await expect(office.locator('main')).toContainText('退回过');
  // In the frame after the press.
  const first = await office.getByRole('button', { name: '筛选' }).evaluate(async (button: HTMLElement) => {
    button.click();
    await new Promise(requestAnimationFrame);
    const fields = [...document.querySelectorAll<HTMLInputElement>('#ledger-filters input')];
    return fields.map((field) => ({
      name: field.ariaLabel ?? field.labels?.[0]?.textContent,
      says: field.closest('.ant-select')?.textContent ?? field.value,
    }));
  });
  expect(first.length).toBeGreaterThan(12);
  expect(first.find(({ name }) => name === '退回次数')?.says).toContain('退回过');
  const panel = office.getByRole('region', { name: '筛选' });
  await expect(panel.locator('[data-stand]')).toHaveCount(0);
  const names = await panel
    .locator('input')
    .evaluateAll((fields) =>
      fields.map((one) => (one as HTMLInputElement).ariaLabel ?? one.closest('label')?.textContent),
    );
  expect(names).toEqual(first.map(({ name }) => name));

  // Closed, nothing of it is in the way of the keys.
  await office.getByRole('button', { name: '筛选' }).click();
  await expect(panel).toHaveCount(0);
  const reached = () => office.evaluate(() => Boolean(document.activeElement?.closest('#ledger-filters')));
  for (let n = 0; n < 3; n++) {
    await office.keyboard.press('Tab');
    expect(await reached()).toBe(false);
  }
  // Opened by somebody who is already typing, before any field of choices can have been drawn.
  await office.addInitScript(() => {
    const press = async (button: HTMLElement): Promise<void> => {
      button.click();
      await new Promise(requestAnimationFrame);
      const field = document.querySelector<HTMLInputElement>('#ledger-filters input');
      document.documentElement.dataset['stood'] = String(field?.hasAttribute('data-stand'));
      field?.focus();
    };
    const seen = new MutationObserver(() => {
      const button = document.querySelector<HTMLElement>('[aria-controls="ledger-filters"]');
      if (!button) return;
      seen.disconnect();
      void press(button);
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  await office.goto('/ledger?scope=all');
  await expect(office.locator('html')).toHaveAttribute('data-stood', 'true');
  await expect(office.getByLabel('单位（牵头或配合）')).toBeFocused();
  await office.keyboard.type('水利');
  await expect(office.getByLabel('单位（牵头或配合）')).toHaveValue('水利');
  await expect(office.getByLabel('单位（牵头或配合）')).toBeFocused();
  await office.keyboard.press('Enter');
  await expect(office).toHaveURL(/unit=/);
});

test('a search by initials means the unit, and says so', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const [first] = await scene(office, '铺设塑胶跑道');
  await office.goto('/ledger');
  await expect(office.locator('[data-row]').first()).toBeVisible();
  await office.keyboard.press('/');
  await office.keyboard.type('slj');
  await office.keyboard.press('Enter');
  await expect(rowOf(office, first!)).toBeVisible();
  await expect(office.getByText('也按此查找：')).toContainText('市水利局');
  await office.getByRole('main').getByRole('link', { name: '市水利局', exact: true }).click();
  await expect(office).not.toHaveURL(/q=/);
  await expect(office).toHaveURL(/unit=/);
});

test('columns and density are chosen, stand in the address, and are there again', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/ledger');
  const heads = office.getByRole('columnheader');
  await expect(heads.filter({ hasText: '配合单位' })).toHaveCount(0);
  await office.getByRole('button', { name: '列与密度' }).click();
  const looks = office.getByRole('region', { name: '列与密度' });
  await looks.getByLabel('配合单位').check();
  await looks.getByLabel('到期日').uncheck();
  await looks.getByLabel('宽松').check();
  await office.keyboard.press('Escape');
  await expect(heads.filter({ hasText: '配合单位' })).toHaveCount(1);
  await expect(heads.filter({ hasText: '到期日' })).toHaveCount(0);
  await expect(office).toHaveURL(/columns=.*co/);
  await expect(office).toHaveURL(/density=comfortable/);
  await office.goto('/ledger');
  await expect(heads.filter({ hasText: '配合单位' })).toHaveCount(1);
});

test('rows are chosen by x, by Shift and by their boxes', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const matters = await scene(office, '更换篮板');
  await office.goto('/ledger?q=更换篮板&scope=all');
  const boxes = office.getByRole('checkbox', { name: /^选 / });
  await expect(boxes).toHaveCount(3);
  await office.keyboard.press('j');
  await office.keyboard.press('x');
  await office.keyboard.press('Shift+J');
  await expect(boxes.nth(0)).toBeChecked();
  await expect(boxes.nth(1)).toBeChecked();
  await expect(boxes.nth(2)).not.toBeChecked();
  await boxes.nth(0).uncheck();
  await boxes.nth(2).click({ modifiers: ['Shift'] });
  for (const n of [0, 1, 2]) await expect(boxes.nth(n)).toBeChecked();
  await office.getByRole('checkbox', { name: '选已列出的 3 件' }).uncheck();
  for (const n of [0, 1, 2]) await expect(boxes.nth(n)).not.toBeChecked();
  expect(matters).toHaveLength(3);
});

test('a matter has one name of its state, in the table and as a line: its mechanism’s', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const { rows } = await read<MatterPage>(office, '/api/matters?phase=any');
  // A part of what is copied from elsewhere is given (已分工), which other mechanisms call 已交办.
  const given = { ...rows[0]!, mechanism: 'replication-part', stage: 'assigned', phase: 'assigned' };
  await office.route('**/api/matters?*', (route) => route.fulfill({ json: { rows: [given], next: null } }));
  await office.goto('/ledger?phase=any');
  await expect(office.getByRole('table')).toContainText('已分工');
  await office.setViewportSize({ width: 390, height: 844 });
  await expect(office.getByRole('table')).toHaveCount(0);
  const line = office.locator('main li[data-line]');
  await expect(line).toContainText('已分工');
  await expect(line).not.toContainText('已交办');
});

test('on a phone the ledger is lines, and its filters a sheet from below', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', { viewport: { width: 390, height: 844 } });
  const [first] = await scene(office, '翻新更衣室');
  await office.goto('/ledger?scope=all&q=翻新更衣室');
  await expect(office.getByRole('table')).toHaveCount(0);
  await expect(rowOf(office, first!)).toBeVisible();
  await office.getByRole('button', { name: '筛选' }).click();
  const sheet = office.getByRole('dialog', { name: '筛选' });
  await chooseUnit(sheet.getByLabel('单位（牵头或配合）'), '市教育局');
  await sheet.getByRole('button', { name: '看结果' }).click();
  await expect(sheet).toBeHidden();
  await expect(rowOf(office, first!)).toBeHidden();
  await expect(office.getByText('没有符合这些条件的事项。')).toBeVisible();
});

test('of thousands of rows only those in sight are drawn, and the keys go on from there', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const { rows } = await read<MatterPage>(office, '/api/matters?phase=any');
  const many = Array.from({ length: 3000 }, (_, n): MatterRow => {
    const id = `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    return { ...rows[n % rows.length]!, id, number: `第${n + 1}号` };
  });
  await office.route('**/api/matters?*', (route) => route.fulfill({ json: { rows: many, next: null } }));
  await office.goto('/ledger?phase=any');
  const drawn = office.locator('tbody tr[data-line]');
  await expect(drawn.first()).toBeVisible();
  await expect(office.getByRole('table')).toHaveAttribute('aria-rowcount', '3001');
  expect(await drawn.count()).toBeLessThan(80);
  await office.evaluate(() => window.scrollTo({ top: document.body.scrollHeight }));
  await expect(office.getByText('第3000号')).toBeVisible();
  await expect(office.getByText('第1号', { exact: true })).toHaveCount(0);
  await office.keyboard.press('j');
  const here = office.locator('tr[data-active="true"]');
  await expect(here).toBeInViewport();
  await expect(here.locator('a')).toBeFocused();
});

test('an address with a filter that is none says which, and goes on with the rest when it is dropped', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'ducha');
  const none = '01900000-0000-7000-8000-00000000dead';
  await page.goto(`/ledger?scope=all&phase=any&unit=${none}&dueFrom=2026-13-45&density=compact`);
  const told = page.getByRole('alert');
  await expect(told).toContainText('“到期日自”的值“2026-13-45”不是日历上有的日子。');
  await page.goto(`/ledger?scope=all&phase=any&unit=${none}&dueFrom=2026-02-30&density=compact`);
  await expect(told).toContainText('“到期日自”的值“2026-02-30”不是日历上有的日子。');
  await expect(page.getByText('3月2日')).toHaveCount(0);
  await told.getByRole('link', { name: '去掉“到期日自”这个条件' }).click();
  await expect(told).toContainText(`的值“${none}”在本市找不到。`);
  await expect(told).not.toContainText('2026-02-30');
  await told.getByRole('link').click();
  await expect(told).toHaveCount(0);
  await expect(page).toHaveURL(/phase=any/);
  await expect(page).toHaveURL(/density=compact/);
  await expect(page).not.toHaveURL(/unit=|dueFrom=/);
  await expect(page.locator('main [data-row]').first()).toBeVisible();
});
