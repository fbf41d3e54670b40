import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { assigned, faultsOf, pageOf } from './scene.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const stripOf = (page: Page) => page.getByRole('complementary', { name: '我的导出和导入' });

async function begin(page: Page, format: RegExp): Promise<void> {
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: format }).click();
}

/** Chooses a format under the page's export button and waits until the frame says that the file is there. */
async function exportAs(page: Page, format: RegExp): Promise<string> {
  await begin(page, format);
  const strip = stripOf(page);
  const coming = page.waitForEvent('download');
  await strip.getByRole('link', { name: '下载' }).last().click();
  return (await coming).path();
}

test('the ledger is exported by its filters, while the page is left, and the file is what the list was', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const faults = faultsOf(office);
  await assigned(office, [{ text: '=导出测试：核对干渠整修进度', lead: '市教育局' }]);
  await office.goto('/ledger?q=核对干渠整修');
  const csv = await readFile(await exportAs(office, /CSV/), 'utf8');
  expect(csv).toContain('搜索：核对干渠整修');
  expect(csv).toContain(`'=导出测试：核对干渠整修进度`);
  expect(csv).toContain('市教育局');
  expect(faults).toEqual([]);
});

test('what matters are filed under is exported by its name and code, and so is what the list was narrowed by', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/ledger?mechanism=appeal&category=0701&channel=phone&phase=any');
  const csv = await readFile(await exportAs(office, /CSV/), 'utf8');
  expect(csv).toContain('机制：企业诉求');
  expect(csv).toContain('类别：营商环境 / 证照办理（0701）');
  expect(csv).toContain('渠道：电话');
  const rows = csv.trimEnd().split('\r\n').slice(2);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toContain(',营商环境 / 证照办理（0701）,');
});

test('what stands behind a figure is exported whole, and not only what the page shows of it so far', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/figures?mechanism=dispute&from=2023-01-01&to=2023-03-31');
  const accepted = office.locator('[data-figure="accepted"]');
  await accepted.getByRole('link').first().click();
  const shown = office.getByRole('main').getByRole('listitem');
  await expect(office).toHaveURL(/figures\/matters/u);
  await expect(office.getByRole('main')).toContainText(/\d+ 件/u);
  await expect(shown.first()).toBeVisible();
  const said = Number(/(\d+) 件/u.exec(await office.getByRole('main').innerText())![1]);
  expect(said).toBeGreaterThan(await shown.count());
  const csv = await readFile(await exportAs(office, /CSV/), 'utf8');
  expect(csv.trimEnd().split('\r\n').slice(2)).toHaveLength(said);
});

test('that an export has ended is shown once, and said to a screen reader', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/ledger');
  await begin(office, /CSV/);
  await expect(stripOf(office).getByRole('link', { name: '下载' })).toBeVisible();
  await expect(office.locator('[aria-live="polite"]').getByText(/已导出，/u)).toBeAttached();
  const told = office.getByText(/已导出，/u);
  const widths = await told.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  expect(widths.filter((width) => width > 8)).toHaveLength(1);
});

test('an export is found again from another page, downloaded there and removed', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/');
  await exportAs(office, /Excel/);
  await office.getByRole('button', { name: /换岗位或退出/ }).click();
  await office.getByRole('menuitem', { name: '我的导出和导入' }).click();
  await expect(office.getByRole('heading', { name: '我的导出和导入' })).toBeVisible();
  const line = office.getByRole('main').getByRole('listitem').filter({ hasText: '工作台' }).first();
  await expect(line).toContainText('已完成');
  const coming = office.waitForEvent('download');
  await line.getByRole('link', { name: '下载' }).click();
  expect((await coming).suggestedFilename()).toMatch(/^工作台 \d{4}-\d\d-\d\d\.xlsx$/);
  expect(await wrongOn(office)).toEqual([]);
  const before = await office.getByRole('main').getByRole('listitem').filter({ hasText: '工作台' }).count();
  await line.getByRole('button', { name: '删除' }).click();
  await expect(office.getByRole('main').getByRole('listitem').filter({ hasText: '工作台' })).toHaveCount(before - 1);
});

test('on a phone the strip stands above the thumb’s places, and leads to the file', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', PHONE);
  await office.goto('/ledger');
  const path = await exportAs(office, /Excel/);
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
  await office.goto('/me');
  await office.getByRole('link', { name: '我的导出和导入' }).click();
  await expect(office.getByRole('link', { name: '下载' }).first()).toBeVisible();
});

test('the formats are walked through by the arrow keys, and Escape gives the focus back', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/ledger');
  const button = office.getByRole('button', { name: '导出', exact: true });
  const formats = office.getByRole('menuitem');
  await button.press('ArrowDown');
  await expect(formats.first()).toBeFocused();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await office.keyboard.press('ArrowUp');
  await expect(formats.last()).toBeFocused();
  await office.keyboard.press('ArrowDown');
  await expect(formats.first()).toBeFocused();
  await office.keyboard.press('Escape');
  await expect(formats).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('a ranking goes out as a table, with each unit’s place, score and both parts of every rate', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/figures/ranking?mechanism=project');
  const last = office.getByRole('row', { name: /末位/u });
  const score = (await last.getByText(/^\d+\.\d\d$/u).textContent())!;
  const csv = await readFile(await exportAs(office, /CSV/), 'utf8');
  expect(csv).toContain('（分母）');
  expect(csv.split('\n').filter((line) => line.includes('末位'))).toEqual([
    expect.stringContaining(`,${Number(score)},`),
  ]);
  expect(csv).toContain('同类平均');
});
