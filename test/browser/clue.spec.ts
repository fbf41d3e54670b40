import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { act, pageOf, read } from './scene.ts';

const TEXT = '采购科有人收受回扣，去年秋天开始';
const ANSWER = '仓库的王师傅看见过';

test('a reporter on a phone is asked and answers; who is not named finds nothing, the administrator included', async ({
  browser,
}, info) => {
  const desk = await pageOf(browser, 'jijian');
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await phone.goto('/clue');
  await expect(phone.getByRole('heading', { name: '匿名反映：问题线索' })).toBeVisible();
  expect(await wrongOn(phone)).toEqual([]);
  await glimpse(phone, info.outputPath('tell-phone.png'));
  await phone.getByLabel('反映的问题').fill(TEXT);
  await phone.getByRole('button', { name: '提交' }).click();
  const ticket = phone.locator('dl').first();
  await expect(ticket).toContainText('线索');
  const [number, pass] = await ticket.locator('dd').allInnerTexts();

  const { rows } = await read<MatterPage>(desk, '/api/matters?mechanism=clue&scope=all&phase=any');
  const matter = rows.find((row) => row.number === number)!.id;
  await desk.goto(`/matters/${matter}`);
  await expect(desk.getByText(number!).first()).toBeVisible();
  const personal = desk.getByRole('region', { name: '个人信息' });
  await personal.getByRole('button', { name: '显示联系方式' }).click();
  await personal.getByRole('form').getByLabel('用途').fill('核查线索');
  await personal.getByRole('form').getByRole('button', { name: '显示联系方式' }).click();
  await expect(personal).toContainText(TEXT);
  expect(await wrongOn(desk)).toEqual([]);
  await glimpse(desk, info.outputPath('shown.png'));
  await act(desk, matter, 'accept');
  await act(desk, matter, 'inquire', { text: '有没有人看见过？' });

  await phone.goto('/appeal/follow');
  await phone.getByLabel('编号').fill(number!);
  await phone.getByLabel('查询码').fill(pass!);
  await phone.getByRole('button', { name: '查看' }).click();
  await expect(phone.getByRole('heading', { name: TEXT })).toBeVisible();
  await expect(phone.getByText('有没有人看见过？').first()).toBeVisible();
  await phone.getByRole('textbox').first().fill(ANSWER);
  await phone
    .getByRole('button', { name: /回答|回复|提交/u })
    .first()
    .click();
  await expect(phone.getByText(ANSWER)).toBeVisible();
  await glimpse(phone, info.outputPath('answered-phone.png'));

  for (const login of ['ducha', 'shizhang', 'guanli', 'fagai-head']) {
    const other = await pageOf(browser, login);
    await other.goto(`/matters/${matter}`);
    await expect(other.getByText('没有这一事项').first()).toBeVisible();
    await expect(other.locator('body')).not.toContainText(number!);
    await other.goto(`/ledger?scope=all&phase=any&q=${encodeURIComponent('线索')}`);
    await expect(other.getByRole('main')).not.toContainText(number!);
  }
});

test('those who are named name another on a page of their own, which shows an administrator that they may not', async ({
  browser,
}, info) => {
  const admin = await pageOf(browser, 'guanli');
  await admin.goto('/admin/circles');
  const shut = admin.getByRole('region', { name: '问题线索' });
  await expect(shut.getByText('方慎行')).toBeVisible();
  await expect(shut.getByText('系统管理员不能增减')).toBeVisible();
  await expect(shut.getByRole('button')).toHaveCount(0);
  expect(await wrongOn(admin)).toEqual([]);
  await glimpse(admin, info.outputPath('circle-administrator.png'));

  const desk = await pageOf(browser, 'jijian');
  await desk.goto('/me');
  await desk.getByRole('link', { name: '指定岗位' }).click();
  const circle = desk.getByRole('region', { name: '问题线索' });
  await circle.getByRole('button', { name: '增加岗位' }).click();
  const form = circle.getByRole('form', { name: '增加岗位' });
  await form.getByRole('combobox', { name: '岗位' }).fill('林一帆');
  await desk.getByTitle(/发改委.*林一帆/u).click();
  expect(await wrongOn(desk)).toEqual([]);
  await glimpse(desk, info.outputPath('circle-naming.png'));
  await form.getByRole('button', { name: '增加岗位' }).click();
  const fresh = circle.getByRole('listitem').filter({ hasText: '林一帆' });
  await expect(fresh).toBeVisible();
  await desk.setViewportSize({ width: 390, height: 844 });
  await glimpse(desk, info.outputPath('circle-phone.png'));
  await fresh.getByRole('button', { name: /取消指定/u }).click();
  await fresh.getByRole('form').getByRole('button', { name: '取消指定' }).click();
  await expect(fresh).toHaveCount(0);
  await expect(circle.getByRole('listitem').filter({ hasText: '本人' }).getByRole('button')).toHaveCount(0);
});

test('a named seat registers what a special check found, and nothing of it stays on the machine', async ({
  browser,
}, info) => {
  const found = '专项检查：审批材料退了五次，每次说的都不一样';
  const desk = await pageOf(browser, 'jijian-2');
  await desk.goto('/circles');
  await desk.getByRole('link', { name: '登记：问题线索' }).click();
  const form = desk.getByRole('form', { name: '登记事项' });
  await form.getByRole('textbox').first().fill(found);
  await form.getByRole('combobox', { name: '从哪里来' }).click();
  await desk.getByTitle('“中梗阻”专项检查').click();
  expect(await desk.evaluate(() => JSON.stringify(localStorage))).not.toContain('退了五次');
  expect(await wrongOn(desk)).toEqual([]);
  await glimpse(desk, info.outputPath('special.png'));
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(desk.getByText(/线索〔\d{4}〕\d{5}/u).first()).toBeVisible();
  await expect(desk.getByRole('main')).not.toContainText('退了五次');
  await glimpse(desk, info.outputPath('special-registered.png'));
  expect(await desk.evaluate(() => JSON.stringify(localStorage))).not.toContain('退了五次');

  const other = await pageOf(browser, 'ducha');
  await other.goto('/matters/new');
  await expect(other.getByRole('form').first()).toBeVisible();
  await expect(other.getByRole('main')).not.toContainText('问题线索');
});
