import type { Page } from '@playwright/test';
import { uuidv7 } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { act, faultsOf, matterOf, pageOf, read, send, unitNamed } from './scene.ts';

// An answer becomes everybody's: its owner agrees on a phone, the supervision office takes out what is personal, and another owner
// sees it while writing the like.

const PASS = 'ACDEFGHJK7';
const PHONE = { width: 390, height: 844 };
const TEXT = '我是厂长王建国，电话 13912345678，厂区排污口验收报告交上去没人签收，设备等着投产';
const QUESTION = '排污口验收报告交上去没人签收，应该找谁？';
const SAID = '办得快，答得清楚，工作人员上门两次，窗口当天出具回执。'.repeat(40);
const ANSWER = '向生态环境窗口提交，当日出具收件回执，五个工作日内完成现场核验。';

const accessible = async (page: Page): Promise<void> => {
  expect(await wrongOn(page)).toEqual([]);
};

test('an owner agrees, the office publishes without what is personal, another owner sees it while writing', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const owner = await (await browser.newContext({ viewport: PHONE })).newPage();
  const faults = faultsOf(owner);
  await owner.goto('/appeal');
  const id = uuidv7(new Date());
  const by = { id: uuidv7(new Date()), pass: PASS };
  const { number } = await send<{ number: string }>(owner, '/api/counter/appeals', {
    id,
    mechanism: 'appeal',
    text: TEXT,
    by,
  });
  await send(owner, '/api/counter/session', { number, pass: PASS });
  const [office, handler, head] = await Promise.all(
    ['ducha', 'fagai', 'fagai-head'].map((who) => pageOf(browser, who)),
  );
  await act(office!, id, 'classify', { category: '0701' });
  await act(office!, id, 'assign', { lead: await unitNamed(office!, '市发改委'), co: [] });
  await act(handler!, id, 'accept');
  await act(handler!, id, 'propose', { result: ANSWER });
  await act(head!, id, 'answer', { result: ANSWER });

  await owner.goto(`/appeal/${id}`);
  const form = owner.getByRole('form', { name: '评价' });
  await form.getByText('5 星').click({ force: true });
  await form.getByRole('radio', { name: '已解决', exact: true }).check();
  await form.getByRole('radio', { name: '满意', exact: true }).check();
  await expect(form.getByRole('group', { name: /^是否同意公开/u }).getByRole('radio', { checked: true })).toHaveCount(
    0,
  );
  await form.getByRole('radio', { name: '同意', exact: true }).check();
  await form.getByRole('textbox').fill(SAID);
  await accessible(owner);
  await form.getByRole('button', { name: '提交评价' }).click();
  await expect(form).toBeHidden();

  await office!.goto(`/matters/${id}`);
  const facts = office!.getByLabel('诉求', { exact: true });
  await expect(facts).toContainText('诉求人同意公开');
  const said = facts.getByText(SAID);
  expect((await said.boundingBox())!.height, 'however much they say, the rest stays on the first screen').toBeLessThan(
    110,
  );
  await facts.getByRole('button', { name: '展开' }).click();
  expect((await said.boundingBox())!.height).toBeGreaterThan(110);
  await facts.getByRole('button', { name: '收起' }).click();
  expect((await said.boundingBox())!.height).toBeLessThan(110);
  await office!.getByRole('region', { name: '我可以' }).getByRole('button', { name: '公开答复', exact: true }).click();
  const publish = office!.getByRole('form', { name: '公开答复' });
  await expect(publish).toContainText('文字里还有标记');
  await expect(publish.locator('mark')).toHaveText(['〔姓名1〕', '〔电话2〕']);
  await publish.getByLabel('公开的问题').fill('');
  await expect(publish).not.toContainText('标记');
  await expect(publish).toContainText('还没有写全');
  await expect(publish).not.toContainText('没有发现');
  await publish.getByLabel('公开的问题').fill(`莲城兴旺食品厂问：${QUESTION}`);
  await expect(publish).toContainText('像是企业名称，别人看了也可能知道是谁');
  await expect(publish.locator('mark')).toHaveText(['莲城兴旺食品厂']);
  await expect(publish).not.toContainText('没有发现');
  await publish.getByLabel('公开的问题').fill(`${QUESTION}请拨 13912345678`);
  await expect(publish.getByRole('checkbox', { name: '电话 13912345678' })).not.toBeChecked();
  await accessible(office!);
  await publish.getByRole('button', { name: '公开答复', exact: true }).click();
  await expect(publish).toContainText('13912345678。请删去');
  await publish.getByLabel('公开的问题').fill(QUESTION);
  await expect(publish).toContainText('没有发现可能看出是谁的内容');
  await publish.getByRole('button', { name: '公开答复', exact: true }).click();
  await expect(publish).toHaveCount(0);
  expect((await matterOf(office!, id)).raised?.published).toMatchObject({ question: QUESTION, answer: ANSWER });

  const other = await (await browser.newContext({ viewport: PHONE })).newPage();
  await other.goto('/appeal/new');
  await other.getByLabel('诉求内容').fill('我们厂排污口验收报告交上去没人签收，急着投产');
  await other.getByText(QUESTION).click();
  await expect(other.getByText(ANSWER)).toBeVisible();
  await accessible(other);
  await other.goto('/appeal');
  await other.getByRole('link', { name: '大家问过的' }).click();
  await other.getByLabel('查找问题或答复').fill('没人签收');
  await other.getByText(QUESTION).click();
  await expect(other.getByText(ANSWER)).toBeVisible();
  await accessible(other);
  const told = JSON.stringify(await read(other, '/api/counter/answers'));
  for (const secret of ['13912345678', '王建国', id, number]) expect(told).not.toContain(secret);
  expect(faults).toEqual([]);
});
