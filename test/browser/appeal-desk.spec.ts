import type { Locator, Page } from '@playwright/test';
import { uuidv7 } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { chooseUnit, lookedFor, matterOf, pageOf, send } from './scene.ts';

const PASS = 'ACDEFGHJK7';
const TEXT = '营业执照换发等了一个月还没有拿到';
const opens = async (page: Page, id: string): Promise<void> => {
  await page.goto(`/matters/${id}`);
  await expect(page.getByRole('heading', { name: TEXT, level: 1 })).toBeVisible();
};
/** Opens the form of an act, which stands in the place of the buttons. */
async function form(page: Page, act: string): Promise<Locator> {
  await page.getByRole('region', { name: '我可以' }).getByRole('button', { name: act, exact: true }).click();
  return page.getByRole('form', { name: act });
}
async function done(of: Locator, act: string): Promise<void> {
  await of.getByRole('button', { name: act, exact: true }).click();
  await expect(of).toHaveCount(0);
}
const accessible = async (page: Page): Promise<void> => {
  expect(await wrongOn(page)).toEqual([]);
};

test('an appeal goes through the desks: classified, given out, asked about, promised, drafted, answered, disputed, called back, reopened', async ({
  browser,
}) => {
  const firm = await (await browser.newContext()).newPage();
  await firm.goto('/');
  const id = uuidv7(new Date());
  const by = { id: uuidv7(new Date()), pass: PASS };
  const raised = { id, mechanism: 'appeal', text: TEXT, unnamed: true, by };
  const { number } = await send<{ number: string }>(firm, '/api/counter/appeals', raised);
  await send(firm, '/api/counter/session', { number, pass: PASS });
  const firmDoes = (kind: string, given: object): Promise<unknown> =>
    send(firm, `/api/counter/appeals/${id}/acts`, { id: uuidv7(new Date()), kind, given });

  const office = await pageOf(browser, 'ducha');
  await opens(office, id);
  const facts = office.getByLabel('诉求', { exact: true });
  await expect(facts).toContainText('还没有分类');
  await expect(facts).toContainText('1 位');
  const classify = await form(office, '分类');
  await classify.getByRole('button', { name: '分类', exact: true }).click();
  await expect(classify).toContainText('请补上“类别”');
  await classify.getByRole('combobox', { name: '类别' }).fill('证照');
  await office.getByTitle('营商环境 / 证照办理').locator('visible=true').first().click();
  await accessible(office);
  await done(classify, '分类');
  await expect(facts).toContainText('营商环境 / 证照办理');
  const assign = await form(office, '交办');
  await chooseUnit(assign.getByRole('combobox', { name: '牵头单位' }), '市发展和改革委员会');
  await done(assign, '交办');

  const handler = await pageOf(browser, 'fagai');
  await opens(handler, id);
  await expect(handler.getByLabel('诉求', { exact: true })).toContainText('要求不透露姓名');
  await done(await form(handler, '签收'), '签收');
  const inquire = await form(handler, '问询');
  await inquire.getByLabel('要问的问题').fill('旧证号是多少？');
  await done(inquire, '问询');
  await expect(handler.getByLabel('诉求', { exact: true })).toContainText('旧证号是多少？');
  await firmDoes('reply', { text: '4110-01' });
  await handler.reload();
  await expect(handler.getByText('4110-01').first()).toBeVisible();
  const promise = await form(handler, '承诺');
  await promise.getByLabel('承诺办什么').fill('补发执照');
  await promise.getByLabel('哪天前办好').fill('2020-01-01');
  await promise.getByRole('button', { name: '承诺', exact: true }).click();
  await expect(promise).toContainText('已经过去');
  await promise.getByRole('button', { name: '取消' }).click();
  const propose = await form(handler, '拟稿');
  await propose.getByLabel('答复稿').fill('执照已补发');
  await done(propose, '拟稿');

  const head = await pageOf(browser, 'fagai-head');
  await opens(head, id);
  const answer = await form(head, '审定答复');
  await expect(answer.getByLabel('办理结果')).toHaveValue('执照已补发');
  await answer.getByLabel('办理结果').fill('执照已补发，凭身份证领取');
  await done(answer, '审定答复');
  await firmDoes('evaluate', { stars: 2, solved: false, satisfied: false, text: '领不到' });

  await office.goto('/');
  const line = office.getByRole('listitem').filter({ has: office.getByRole('button', { name: `回访 ${number}` }) });
  await lookedFor(office, line);
  await expect(line.getByText('待回访')).toBeVisible();
  await opens(office, id);
  await expect(facts).toContainText('2 星 · 未解决 · 不满意');
  const callback = await form(office, '回访');
  await callback.getByRole('radiogroup', { name: '是否联系上' }).getByText('是', { exact: true }).click();
  await callback.getByRole('radiogroup', { name: '是否解决' }).getByText('否', { exact: true }).click();
  await callback.getByLabel('回访情况').fill('窗口说没有收到');
  await accessible(office);
  await done(callback, '回访');
  const reopen = await form(office, '重启');
  await reopen.getByLabel('理由').fill('核实窗口，送证上门');
  await done(reopen, '重启');
  const { row, counts, raised: now } = await matterOf(office, id);
  expect([row.stage, counts.reopenings, now?.evaluations]).toEqual(['working', 1, []]);
});
