import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { faultsOf, pageOf, read } from './scene.ts';

// An administrator and the city's categories: from a table, by keyboard, and published when the differences are right.

const TABLE = `一级分类,二级分类,三级分类
城市管理,供水,停水
城市管理,供水,水质
城市管理,环卫,垃圾清运
民生保障,养老
`;

/** Makes a scheme of the page from a table, publishes it and returns its key. */
async function published(page: Page): Promise<string> {
  const key = `browser-${randomInt(1e9)}`;
  await page.goto('/admin/schemes');
  await page.getByRole('link', { name: '新建分类体系' }).click();
  await page.getByLabel('中文名称').fill(`测试分类${key}`);
  await page
    .getByRole('textbox', { name: /^英文名称/ })
    .first()
    .fill('Test scheme');
  await page.getByRole('textbox', { name: /^代号/ }).fill(key);
  const buffer = iconv.encode(TABLE, 'gb18030');
  await page.locator('input[type=file]').setInputFiles({ name: '分类.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText('在用 8 类')).toBeVisible();
  await page.getByRole('button', { name: '发布第 1 版' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `测试分类${key}` })).toBeVisible();
  return key;
}

const rows = (page: Page) =>
  page.getByRole('treeitem').evaluateAll((all) => all.map((row) => `${row.ariaLevel} ${row.textContent}`));

test('a tree is read from a table of an old program, changed by keyboard alone, compared and published', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'guanli');
  const faults = faultsOf(page);
  const key = await published(page);
  await expect.poll(() => rows(page)).toEqual(['1 城市管理01', '1 民生保障02']);

  await page.getByRole('treeitem', { name: '城市管理' }).focus();
  for (const press of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(press);
  await expect(page.getByRole('treeitem', { name: '环卫' })).toBeFocused();
  // A new one beside it, named, taken below the one before, and back.
  await page.keyboard.press('n');
  await page.keyboard.type('照明');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('treeitem', { name: '照明' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('treeitem', { name: '照明' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type('供气');
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await expect
    .poll(() => rows(page))
    .toEqual(['1 城市管理01', '2 供水供气0101', '2 照明0103新', '2 环卫0102', '1 民生保障02已停用']);

  const differences = page.getByRole('region', { name: '与现行版本的差别' });
  await expect(differences).toContainText('城市管理 / 照明');
  await expect(differences).toContainText('城市管理 / 供水供气（供水 → 供水供气）');
  await expect(differences).toContainText('民生保障 / 养老');
  expect(await wrongOn(page)).toEqual([]);
  await page.reload();
  await expect(differences).toContainText('城市管理 / 照明');
  await page.getByRole('button', { name: '发布第 2 版' }).click();
  await expect(page.getByText('与现行版本相同')).toBeVisible();
  await expect(page.getByText('发布了第 2 版', { exact: false })).toBeVisible();
  const { categories } = await read<{ categories: { code: string; zh: string; retired: boolean }[] }>(
    page,
    `/api/schemes/${key}/versions/2`,
  );
  expect(categories.map(({ code, zh, retired }) => `${code} ${zh}${retired ? '×' : ''}`)).toEqual([
    '01 城市管理',
    '0101 供水供气',
    '010101 停水',
    '010102 水质',
    '0103 照明',
    '0102 环卫',
    '010201 垃圾清运',
    '02 民生保障×',
    '0201 养老×',
  ]);
  // The first version is as it was, and can be gone on from.
  await page.getByRole('combobox', { name: '历次版本' }).selectOption('1');
  await expect(page.getByText('从第 1 版到现行第 2 版')).toBeVisible();
  await page.getByRole('button', { name: '取出此版内容' }).click();
  await expect(page.getByRole('treeitem', { name: '民生保障' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('a table with faults names each by its line and changes nothing', async ({ browser }) => {
  const page = await pageOf(browser, 'guanli');
  await page.goto('/admin/schemes/appeals');
  const table = '编码,名称,上级编码\n01,城乡建设,\n01,重复,\n99,孤儿,98\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '分类.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  const faults = page.getByRole('region', { name: /表格有 2 处错误/ });
  await expect(faults.getByRole('listitem').filter({ hasText: '第 3 行' })).toContainText('编码“01”用了两次');
  await expect(faults.getByRole('listitem').filter({ hasText: '第 4 行' })).toContainText('上级编码“98”不存在');
  await expect(page.getByText('与现行版本相同')).toBeVisible();
});

test('the export of a version is the file that a spreadsheet opens', async ({ browser }) => {
  const page = await pageOf(browser, 'guanli');
  await page.goto('/admin/schemes/appeals');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const file = await (await download).path();
  expect(await readFile(file, 'utf8')).toContain(
    '\r\n010101,停水,Water cut off,0101,,城乡建设 / 供水供气供热 / 停水\r\n',
  );
});
