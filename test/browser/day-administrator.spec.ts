import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { addDays, weekday } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { SIZES } from './day.ts';
import { faultsOf, follow, pageOf, read, unitNamed } from './scene.ts';

// An administrator's day: a bureau and its people, a day off, a rule, a tree of categories, a table from another office.

const n = randomInt(1e6);
const UNIT = `市数据局${n}`;
const [LEAVES, COMES] = [`钱行${n}`, `侯任${n}`];

async function openAccount(page: Page, name: string, login: string, unit: string | null): Promise<void> {
  await page.goto('/admin/people');
  await page.getByRole('button', { name: '开设账号' }).click();
  const form = page.getByRole('form', { name: '开设账号' });
  await form.getByLabel('姓名').fill(name);
  await form.getByLabel('登录名').fill(login);
  if (unit) {
    await form.getByLabel('所在单位').fill(unit);
    await page.getByTitle(unit, { exact: true }).locator('visible=true').first().click();
  } else await form.getByLabel('角色').selectOption('mayor');
  await form.getByRole('button', { name: '开设账号', exact: true }).click();
  await page.getByRole('region', { name: '初始密码' }).getByRole('button', { name: '已记下' }).click();
}

test('an administrator’s whole day', async ({ browser }) => {
  const page = await pageOf(browser, 'guanli', SIZES.desk);
  const faults = faultsOf(page);

  await test.step('a new bureau, with a seat in it', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: '管理', exact: true }).click();
    await page.getByRole('button', { name: '新增单位' }).click();
    const form = page.getByRole('form', { name: '新增单位' });
    await form.getByLabel('名称', { exact: true }).fill(UNIT);
    await form.getByRole('button', { name: '新增单位', exact: true }).click();
    await expect(page.getByRole('heading', { name: UNIT, level: 2 })).toBeVisible();
    await openAccount(page, LEAVES, `qian${n}`, UNIT);
    await openAccount(page, COMES, `hou${n}`, null);
  });

  await test.step('who moves on hands over', async () => {
    await follow(page, `/admin/units?unit=${await unitNamed(page, UNIT)}`);
    await page.getByRole('button', { name: `移交：${LEAVES}` }).click();
    const form = page.getByRole('form', { name: `移交：${LEAVES}` });
    await form.getByLabel('接任的人').fill(COMES);
    await page.getByTitle(COMES, { exact: true }).locator('visible=true').first().click();
    await form.getByRole('button', { name: '移交', exact: true }).click();
    await expect(page.getByText(`前任 ${LEAVES}`)).toBeVisible();
  });

  await test.step('a day off, with its reason', async () => {
    // Far ahead, so that no other test counts over it.
    let day = addDays('2027-05-11', n % 200);
    while (weekday(day) > 5) day = addDays(day, 1);
    await follow(page, `/admin/calendar?year=2027&day=${day}`);
    await page.getByRole('button', { name: '改为休息' }).click();
    const form = page.getByRole('form', { name: '改为休息' });
    await form.getByLabel('原因').fill(`荷花节${n}`);
    await form.getByRole('button', { name: '改为休息', exact: true }).click();
    await expect(page.getByRole('link', { name: new RegExp(`休息 · 荷花节${n}`, 'u') })).toBeVisible();
  });

  await test.step('a mechanism, and its second version', async () => {
    const key = `day-${n.toString(26).replaceAll(/\d/gu, (digit) => 'qrstuvwxyz'[Number(digit)]!)}`;
    await follow(page, '/admin/mechanisms/weekly-assignment');
    const text = page.getByRole('textbox', { name: '机制文件' });
    await expect(page.getByText('检查通过')).toBeVisible();
    const source = (await text.inputValue())
      .replace('key: weekly-assignment', `key: ${key}`)
      .replace('zh: 周交办, en: Weekly assignment', `zh: 半月交办${n}, en: Fortnightly ${n}`)
      .replaceAll('交办〔', `半月${n}〔`)
      // So that the office's own form to register by hand stays as other tests know it.
      .replace('register: { by: [supervisor]', 'register: { by: [mayor]');
    await text.fill(source);
    await page.getByRole('button', { name: '作为新机制发布', exact: true }).click();
    await expect(page.getByText('新版已发布')).toBeVisible();
    await follow(page, `/admin/mechanisms/${key}`);
    await expect(text).toHaveValue(/半月交办/u);
    await text.fill(source.replace('otherwise: 5 workdays', 'otherwise: 8 workdays'));
    await expect(page.getByRole('row', { name: /新增 +otherwise: 8 workdays/u })).toBeVisible();
    await page.getByRole('button', { name: '发布第 2 版', exact: true }).click();
    await expect(page.getByText('新版已发布')).toBeVisible();
  });

  await test.step('a classification scheme, read from a table', async () => {
    const key = `day-${n}`;
    await follow(page, '/admin/schemes');
    await page.getByRole('link', { name: '新建分类体系' }).click();
    await page.getByLabel('中文名称').fill(`诉求分类${n}`);
    await page
      .getByRole('textbox', { name: /^英文名称/u })
      .first()
      .fill('Appeals of the day');
    await page.getByRole('textbox', { name: /^代号/u }).fill(key);
    const buffer = Buffer.from('一级分类,二级分类\n城市管理,供水\n城市管理,环卫\n');
    await page.locator('input[type=file]').setInputFiles({ name: '分类.csv', mimeType: 'text/csv', buffer });
    await expect(page.getByText('在用 3 类')).toBeVisible();
    await page.getByRole('button', { name: '发布第 1 版', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: `诉求分类${n}` })).toBeVisible();
  });

  await test.step('units that another office sends as a table', async () => {
    await follow(page, '/admin/units');
    await page.getByRole('link', { name: '导入', exact: true }).click();
    const table = `单位名称,简称,类别,上级单位\n市档案馆${n},档案馆${n},部门,${UNIT}\n市地方志办公室${n},方志办${n},部门,\n`;
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '单位.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await expect(page.getByText('新增 2 个单位')).toBeVisible();
    await page.getByRole('button', { name: '写入名录', exact: true }).click();
    await expect(page.getByText(/已写入 2 个单位/u)).toBeVisible();
    const { rows } = await read<{ rows: { name: string }[] }>(page, '/api/units');
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([`市档案馆${n}`, `市地方志办公室${n}`]));
  });
  expect(faults).toEqual([]);
});
