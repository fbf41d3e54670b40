import type { Page } from '@playwright/test';
import iconv from 'iconv-lite';
import { addDays, dayOf } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { textRow, workbookOf } from '../support/workbook.ts';
import { faultsOf, matterOf, pageOf } from './scene.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const table = (text: string) => ({ name: '任务清单.csv', mimeType: 'text/csv', buffer: iconv.encode(text, 'gb18030') });

test('a table in GB18030 is looked over, put right in its place, and imported while the page is left', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const faults = faultsOf(office);
  const far = addDays(dayOf(new Date()), 400);
  await office.goto('/ledger');
  await office.getByRole('link', { name: '导入' }).click();
  await office
    .locator('input[type=file]')
    .setInputFiles(
      table(
        `重点任务清单\n事项,责任单位,配合单位,完成时限\n导入测试：整修干渠九条,市水利局,市财政局,${far}\n` +
          '导入测试：清理小广告,城市管理执法局,,年底前\n,市教育局,,\n',
      ),
    );
  await expect(office.getByRole('heading', { name: '任务清单.csv' })).toBeVisible();
  const row = (n: number) =>
    office.getByRole('listitem').filter({ has: office.getByLabel(new RegExp(`^导入第 ${n} 行`)) });
  await expect(row(3)).toContainText('登记并交办 市水利局');
  await expect(row(4)).toContainText('没有名为“城市管理执法局”的单位');
  await expect(office.getByLabel(/^导入第 4 行/)).toBeDisabled();
  await row(4).getByRole('button', { name: '市城管局' }).click();
  await expect(row(4)).toContainText('登记并交办 市城管局');
  await expect(row(4)).toContainText('“年底前”按');
  await row(5).getByRole('button', { name: '修改第 5 行' }).click();
  await row(5).getByLabel('事项', { exact: true }).fill('导入测试：补写的事项');
  await row(5).getByLabel('到期日').fill('2月30日');
  await row(5).getByRole('button', { name: '保存这一行' }).click();
  await expect(row(5)).toContainText('看不懂这个日期');
  await row(5).getByLabel('到期日').fill('');
  await row(5).getByRole('button', { name: '保存这一行' }).click();
  await expect(row(5)).toContainText('导入测试：补写的事项');
  await office.getByLabel(/^导入第 3 行/).uncheck();
  await expect(office.getByRole('button', { name: '导入 2 项' })).toBeEnabled();
  expect(await wrongOn(office)).toEqual([]);
  await office.getByRole('button', { name: '导入 2 项' }).click();
  await expect(office.getByText('已导入 2 项')).toBeVisible();
  await expect(office.getByText('共 3 行，已导入 2 行')).toBeVisible();
  await office.getByRole('link', { name: '导入测试：补写的事项' }).click();
  await expect(office.getByRole('heading', { name: /导入测试：补写的事项/ })).toBeVisible();
  await office.goBack();
  await office.getByRole('button', { name: '继续核对其余 1 行' }).click();
  await office.getByLabel(/^导入第 3 行/).check();
  await office.getByRole('button', { name: '导入 1 项' }).click();
  await expect(office.getByText('已导入 3 项')).toBeVisible();
  expect(faults).toEqual([]);
});

test('columns are said by hand where no head is known; the same file leads back to what was said', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', PHONE);
  const file = table('甲,乙,乙\n市教育局,导入测试：修缮校舍两处,甲栋\n');
  await office.goto('/import');
  await office.locator('input[type=file]').setInputFiles(file);
  await office.getByRole('combobox', { name: '牵头单位', exact: true }).selectOption('甲');
  await expect(office.getByText('没有认出哪一列写的是事项')).toBeVisible();
  await office.getByRole('combobox', { name: '事项', exact: true }).selectOption({ value: '1' });
  // What nothing is taken from is told, and by its place where two have the same head.
  await expect(office.getByText('这些列没有读入：乙（第 3 列）。')).toBeVisible();
  await expect(office.getByText('没有认出哪一列写的是事项')).toBeHidden();
  await expect(office.getByRole('button', { name: '导入 1 项' })).toBeEnabled();
  await office.goto('/import');
  await office.locator('input[type=file]').setInputFiles(file);
  await expect(office.getByText('这个文件上传过')).toBeVisible();
  await expect(office.getByText('登记并交办 市教育局')).toBeVisible();
  const wider = await office.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
});

test('a file that is none says so, and what would be right', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/import');
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  await office
    .locator('input[type=file]')
    .setInputFiles({ name: '旧.xls', mimeType: 'application/vnd.ms-excel', buffer: old });
  await expect(office.getByRole('alert')).toHaveText(/旧版 Excel.*另存为 \.xlsx/);
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A cell with a formula that no spreadsheet has worked out. */
const unvalued = (place: string): string => `<c r="${place}"><f>VLOOKUP(A1,B:C,2,0)</f></c>`;
const withCell = (row: string, cell: string): string => row.replace('</row>', `${cell}</row>`);
const told = (page: Page) => page.getByRole('note', { name: '这样做会怎样' });

test('a long text is shown in brief, whole when asked for, and imported whole; a formula without a value is said of its row', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const long = `导入长文：${'整修干渠，清淤护坡。'.repeat(390)}完`;
  const buffer = workbookOf(
    textRow(1, '事项', '责任单位', '完成时限') +
      textRow(2, long, '市水利局') +
      withCell(textRow(3, '导入长文：没有算过的时限', '市水利局'), unvalued('C3')),
  );
  await office.goto('/import');
  await office.getByRole('button', { name: '这样做会怎样' }).click();
  await expect(told(office)).toContainText('选中的行一行成为一件事项');
  await office.locator('input[type=file]').setInputFiles({ name: '长文.xlsx', mimeType: XLSX, buffer });
  await expect(office.getByText('1 个公式没有保存显示值，读作空白。')).toBeVisible();
  const row = (n: number) =>
    office.getByRole('listitem').filter({ has: office.getByLabel(new RegExp(`^导入第 ${n} 行`)) });
  await expect(row(3)).toContainText('“完成时限”一栏是公式，文件里没有保存算出的值');
  await expect(row(2)).not.toContainText('完。');
  expect((await row(2).innerText()).length).toBeLessThan(400);
  await row(2)
    .getByRole('button', { name: `全文（${long.length} 字）` })
    .click();
  await expect(row(2)).toContainText(long);
  await row(2).getByRole('button', { name: '收起' }).click();
  await expect(row(2)).not.toContainText(long);
  await office.getByRole('button', { name: '这样做会怎样' }).click();
  await expect(told(office)).toContainText('已经导入的事项不能撤回');
  await office.getByRole('button', { name: '导入 2 项' }).click();
  await expect(office.getByText('已导入 2 项')).toBeVisible();
  const link = office.getByRole('link', { name: /^导入长文：整修/ });
  const id = (await link.getAttribute('href'))!.split('/').at(-1)!;
  expect((await matterOf(office, id)).row.text).toBe(long);
});

test('a table of people names a line by its login or its row, and says of a formula that it has no value', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'guanli');
  const buffer = workbookOf(
    textRow(1, '姓名', '登录名', '单位', '角色') +
      textRow(2, '', 'wangwu', '市水利局', '经办人') +
      withCell(textRow(3, '', '', '市水利局'), unvalued('D3')),
  );
  await page.goto('/admin/roster');
  await page.getByRole('button', { name: '这样做会怎样' }).click();
  await expect(told(page)).toContainText('全部写入或者一行也不写');
  await page.locator('input[type=file]').setInputFiles({ name: '人员.xlsx', mimeType: XLSX, buffer });
  await expect(page.getByRole('list', { name: '文件情况' })).toContainText('1 个公式没有保存显示值');
  const people = page.getByRole('region', { name: '人员' });
  await expect(people.getByRole('button', { name: '修改：wangwu' })).toBeVisible();
  await expect(people.getByRole('button', { name: '修改：第 3 行' })).toBeVisible();
  await expect(people).not.toContainText('没有名称');
  const third = people.getByRole('listitem').filter({ hasText: '第 3 行' });
  await expect(third).toContainText('“角色”一栏是公式，文件里没有保存算出的值');
  await third.getByRole('button', { name: '修改：第 3 行' }).click();
  await page.getByLabel('角色').fill('经办人');
  await page.getByRole('button', { name: '保存这一行' }).click();
  await expect(people).not.toContainText('是公式');
  await page.getByRole('button', { name: '全部清空' }).click();
  await expect(page.getByText('1 个公式没有保存显示值')).toHaveCount(0);
});
