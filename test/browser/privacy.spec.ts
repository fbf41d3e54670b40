import type { Page } from '@playwright/test';
import { uuidv7 } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { pageOf, send, unitNamed } from './scene.ts';

const PASS = 'ACDEFGHJK7';
const PHONE = '13812340987';
const MAIL = 'an-xin@example.com';
const TEXT = `我叫石安心，电话${PHONE}。厂区门口的雨水篦子堵了一个月`;
const HIDDEN = '我叫〔姓名1〕，电话〔电话2〕。厂区门口的雨水篦子堵了一个月';
const accessible = async (page: Page): Promise<void> => {
  expect(await wrongOn(page)).toEqual([]);
};

test('contacts are shown for a purpose, which the person and the office read; then all of it is erased', async ({
  browser,
}, info) => {
  const picture = (page: Page, name: string) => glimpse(page, info.outputPath(`${name}.png`));
  const firm = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await firm.goto('/');
  const id = uuidv7(new Date());
  const by = { id: uuidv7(new Date()), pass: PASS, contact: MAIL };
  const { number } = await send<{ number: string }>(firm, '/api/counter/appeals', {
    id,
    mechanism: 'appeal',
    text: TEXT,
    by,
  });
  await send(firm, '/api/counter/session', { number, pass: PASS });

  const office = await pageOf(browser, 'ducha');
  const acts = `/api/matters/${id}/acts`;
  await send(office, acts, { id: uuidv7(new Date()), kind: 'classify', given: { category: '07' } });
  const lead = await unitNamed(office, '市发展和改革委员会');
  await send(office, acts, { id: uuidv7(new Date()), kind: 'assign', given: { lead, co: [] } });

  const handler = await pageOf(browser, 'fagai');
  await handler.goto(`/matters/${id}`);
  await expect(handler.getByRole('heading', { name: HIDDEN, level: 1 })).toBeVisible();
  const personal = handler.getByRole('region', { name: '个人信息' });
  await personal.getByRole('button', { name: '显示联系方式' }).click();
  const form = personal.getByRole('form', { name: '显示联系方式' });
  await form.getByLabel('用途').fill('约时间上门查看');
  await accessible(handler);
  await form.getByRole('button', { name: '显示联系方式' }).click();
  await expect(personal).toContainText(MAIL);
  await expect(personal).toContainText(PHONE);
  await accessible(handler);
  await picture(handler, 'shown');
  await personal.getByRole('button', { name: '隐去' }).click();
  await expect(personal).not.toContainText(PHONE);

  await office.goto(`/matters/${id}`);
  await office.getByRole('region', { name: '个人信息' }).getByRole('link', { name: '谁看过' }).click();
  await expect(office.getByRole('heading', { name: '个人信息访问记录' })).toBeVisible();
  await expect(office.getByRole('listitem').filter({ hasText: '约时间上门查看' })).toContainText(number);
  await accessible(office);
  await picture(office, 'log');

  await office.goto(`/matters/${id}`);
  await office.getByRole('button', { name: '更正', exact: true }).click();
  await office.getByLabel('要隐去的字样').fill('雨水篦子');
  await office.getByLabel('更正理由').fill('不必写');
  await office.getByRole('form', { name: '更正' }).getByRole('button', { name: '更正', exact: true }).click();
  await expect(office.getByRole('heading', { level: 1 })).toContainText('厂区门口的〔隐去');
  await expect(office.getByRole('main')).toContainText('更正字样（隐去）');
  await expect(office.getByRole('main')).not.toContainText('雨水篦子');

  await firm.goto('/appeal/own');
  await expect(firm.getByText('约时间上门查看')).toBeVisible();
  await expect(firm.getByText('a***@example.com')).toBeVisible();
  await firm.getByRole('button', { name: '申请删除' }).click();
  await firm.getByRole('button', { name: '确认申请删除' }).click();
  await expect(firm.getByRole('status')).toContainText('等待处理');
  await accessible(firm);
  await picture(firm, 'own-phone');

  const administrator = await pageOf(browser, 'guanli');
  await administrator.goto('/admin/privacy');
  const look = administrator.getByRole('main').getByRole('search');
  await look.getByRole('searchbox').fill(MAIL);
  await look.getByRole('button', { name: '查找' }).click();
  const found = administrator.getByRole('region', { name: '查找诉求人' }).getByRole('article');
  await expect(found).toContainText('a***@example.com');
  await expect(found).toContainText('1 件，其中 1 件没有办结');
  await accessible(administrator);
  await picture(administrator, 'kept');
  await found.getByRole('button', { name: '删除个人信息' }).click();
  await found.getByLabel('原因').fill('本人申请');
  await accessible(administrator);
  await found.getByRole('button', { name: '永久删除' }).click();
  await expect(administrator.getByText('没有查到')).toBeVisible();
  await expect(administrator.getByRole('region', { name: '申请删除的' })).toContainText('没有等待处理的申请');

  await office.goto(`/matters/${id}`);
  const gone = office.getByRole('region', { name: '个人信息' });
  await gone.getByRole('button', { name: '显示联系方式' }).click();
  await gone.getByLabel('用途').fill('回访');
  await gone.getByRole('form').getByRole('button', { name: '显示联系方式' }).click();
  await expect(gone).toContainText('1 位诉求人的个人信息已删除');
  await firm.goto('/appeal/own');
  await expect(firm.getByRole('link', { name: '查询办理情况' })).toBeVisible();
});
