import type { Unit } from '../../src/directory/contract.ts';
import type { NoticePage } from '../../src/notices/contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { act, assigned, faultsOf, pageOf, read, reassign, seatOf, unitNamed } from './scene.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

test('the story tells in words what an act changed, word by word where words were put right', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const task = { text: '核查校园周边三处占道经营', lead: '市教育局', co: ['市民政局'], due: '2027-03-12' };
  const [matter] = await assigned(office, [task]);
  await act(office, matter!.id, 'correct', { text: '核查校园周边五处占道经营', reason: '会上定的是五处' });
  const [lead, co] = [await unitNamed(office, '市教育局'), await unitNamed(office, '市科技局')];
  await reassign(office, matter!.id, { lead, co: [co], due: '2027-03-19' });

  await office.goto(`/matters/${matter!.id}`);
  const line = (what: string) =>
    office.getByRole('region', { name: '经过' }).getByRole('listitem').filter({ hasText: what }).last();
  await line('更正文字').locator('summary').click();
  const corrected = line('会上定的是五处');
  await expect(corrected).toContainText('文字由“核查校园周边三处占道经营”改为“核查校园周边五处占道经营”');
  await expect(corrected.locator('del')).toHaveText('三处');
  await expect(corrected.locator('ins')).toHaveText('五处');

  const again = line('交办给 市教育局 牵头，市科技局 配合');
  await again.locator('summary').click();
  await expect(again).toContainText('市科技局 加入，作配合单位');
  await expect(again).toContainText('市民政局 退出，原为配合单位');
  await expect(again).toContainText('事项期限由 2027年3月12日 周五 改为 2027年3月19日 周五');
});

test('the way here, the last word of each unit, and when a clock that stands still would run out', async ({
  browser,
}) => {
  const [office, desk] = [await pageOf(browser, 'ducha'), await seatOf('keji')];
  const [matter] = await assigned(office, [{ text: '摸清中试平台开放共享底数', lead: '市科技局', co: ['市教育局'] }]);
  await act(desk, matter!.id, 'accept');
  await act(desk, matter!.id, 'report', { text: '已走访六家平台' });
  await act(office, matter!.id, 'pause', { reason: '等省厅口径' });

  await office.goto(`/matters/${matter!.id}`);
  await office.getByText('怎样走到这一步').click();
  await expect(office.getByRole('listitem').filter({ hasText: '今天进入' }).last()).toContainText(/市科技局 \S+ 签收/u);
  const units = office.getByRole('region', { name: '承办单位' });
  await expect(units.getByRole('listitem').filter({ hasText: '市科技局' })).toContainText('已走访六家平台');
  await expect(units.getByRole('listitem').filter({ hasText: '市教育局' })).toContainText('还没有反馈');
  const clocks = office.getByRole('region', { name: '时限' });
  await expect(clocks.getByText(/现在恢复则于 .+ 18:00 到期/u).first()).toBeVisible();
  await expect(clocks.getByText('等待：办结反馈').first()).toBeVisible();
});

test('with all units of the city taking part the acts stand first, and what the units share is one line that opens', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', { viewport: { width: 1440, height: 900 } });
  const { rows } = await read<{ rows: Unit[] }>(office, '/api/units');
  const there = rows.filter(({ retiredAt }) => retiredAt === null).map(({ name }) => name);
  const co = there.filter((name) => name !== '市水利局');
  const [matter] = await assigned(office, [{ text: '全市各单位开展年末安全检查', lead: '市水利局', co }]);
  await office.goto(`/matters/${matter!.id}`);
  const acts = office.getByRole('region', { name: '我可以' });
  await expect(acts.getByRole('button', { name: '催办' })).toBeInViewport({ ratio: 1 });
  const clocks = office.getByRole('region', { name: '时限' });
  expect((await acts.boundingBox())!.y).toBeLessThan((await clocks.boundingBox())!.y);
  expect(await office.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(1600);

  const each = clocks.getByRole('listitem').filter({ hasText: '市教育局' }).filter({ visible: true });
  await clocks.getByText(`${co.length} 家 签收时限`).click();
  await expect(each.getByText('市教育局·签收时限')).toBeVisible();
  const units = office.getByRole('region', { name: '承办单位' });
  const last = units.locator('li').last();
  await expect(last).toBeHidden();
  await units.getByText(`其余 ${co.length + 1 - 8} 家`).click();
  await expect(last).toBeVisible();
  await expect(office.getByText(/、\S+ 等 \d+ 家还没有人看过/u)).toBeVisible();
});

test('on a phone the acts stay at the foot while one reads, as wide as the screen, the rest when asked for', async ({
  browser,
}) => {
  const office = await seatOf('ducha');
  const [matter] = await assigned(office, [{ text: '清理河道漂浮物', lead: '市水利局', co: ['市教育局'] }]);
  const desk = await pageOf(browser, 'shuili', PHONE);
  const faults = faultsOf(desk);
  await desk.goto(`/matters/${matter!.id}`);
  const accept = desk.getByRole('button', { name: '签收' });
  await expect(accept).toBeInViewport({ ratio: 1 });
  expect((await accept.boundingBox())!.width).toBeGreaterThan(350);
  await desk.getByRole('region', { name: '经过' }).scrollIntoViewIfNeeded();
  await expect(accept).toBeInViewport({ ratio: 1 });

  await desk.getByRole('button', { name: /^其他 \d+ 项$/u }).click();
  await expect(desk.getByText(/还有 \d+ 项现在办不了/u)).toBeVisible();
  expect(await wrongOn(desk)).toEqual([]);
  await desk.getByRole('button', { name: '备注' }).click();
  const words = desk.getByRole('form').getByLabel('内容');
  await expect(words).toBeInViewport();
  await words.fill('明天上午到现场');
  await desk.getByRole('form').getByRole('button', { name: '备注', exact: true }).click();
  await expect(desk.getByRole('region', { name: '经过' }).getByText('明天上午到现场').first()).toBeVisible();
  expect(faults).toEqual([]);
});

test('the matter fits whatever room it is given, beside a list as on its own page', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const co = ['市教育局', '市科技局', '市水利局'];
  const [matter] = await assigned(office, [{ text: '统筹全市中小学校园周边环境整治', lead: '市城管局', co }]);
  await office.goto(`/ledger?scope=all&open=${matter!.id}`);
  const pane = office.getByRole('region', { name: '打开的事项' });
  await expect(pane.getByRole('heading', { name: '经过' })).toBeVisible();
  for (const width of [420, 640, 900]) {
    await pane.evaluate((element, to) => element.style.setProperty('width', `${to}px`), width);
    const beyond = await pane.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(beyond, `${width} px`).toBe(0);
    const beside = async () => {
      const [stages, clocks] = await Promise.all([
        pane.getByRole('list', { name: '走到哪一步' }).boundingBox(),
        pane.getByRole('region', { name: '时限' }).boundingBox(),
      ]);
      return clocks!.x > stages!.x + 100;
    };
    await expect.poll(beside, `${width} px: the clocks beside the rest`).toBe(width === 900);
  }
});

test('who has read it is told once the page has really stood there, and the office which unit has not', async ({
  browser,
}) => {
  const [office, desk] = [await pageOf(browser, 'ducha'), await pageOf(browser, 'minzheng')];
  const [matter] = await assigned(office, [{ text: '核对低保边缘家庭名单', lead: '市民政局', co: ['市财政局'] }]);
  await office.goto(`/matters/${matter!.id}`);
  await expect(office.getByText('市民政局、市财政局 还没有人看过')).toBeVisible();
  await expect(office.getByText('1 人看过')).toBeVisible();

  const noted = desk.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/reads'));
  await desk.goto(`/matters/${matter!.id}`);
  expect((await noted).postDataJSON()).toEqual({ upTo: 2 });
  await expect(desk.getByText('2 人看过')).toBeVisible();
  await expect(desk.getByText('还没有人看过')).toHaveCount(0);

  await act(office, matter!.id, 'note', { text: '名单以九月底为准' });
  await office.reload();
  await office.getByText('2 人看过').click();
  await expect(office.getByText('市财政局 还没有人看过')).toBeVisible();
  const readers = office.getByRole('listitem');
  await expect(readers.filter({ hasText: /市民政局 \S+ ?看到/u })).toContainText(/看到(最新一步|第 2 步)/u);
  await expect(readers.filter({ hasText: /督查室 沈知远 ?看到/u })).toContainText('看到最新一步');
});

test('a colleague who is called by name is told, and stands in the story; one who may not read it cannot be called', async ({
  browser,
}) => {
  const [office, desk, head] = [
    await seatOf('ducha'),
    await pageOf(browser, 'huanjing'),
    await seatOf('huanjing-head'),
  ];
  const name = (await read<{ caller: { name: string } }>(head, '/api/session')).caller.name;
  const [matter] = await assigned(office, [{ text: '排查涉水企业排口', lead: '市生态环境局', confidential: true }]);
  await act(desk, matter!.id, 'accept');
  await desk.goto(`/matters/${matter!.id}`);
  await desk.getByRole('button', { name: '反馈进展' }).click();
  const form = desk.getByRole('form');
  const words = form.getByLabel('进展情况');
  await words.pressSequentially('已查九处，请@');
  const list = desk.getByRole('listbox', { name: '可以提到的同事' });
  await expect(list.getByRole('option').first()).toContainText(name);
  // Of another bureau nobody may read it, so nobody is offered.
  await words.pressSequentially('住建');
  await expect(list).toBeHidden();
  for (const _ of '住建') await words.press('Backspace');
  await words.pressSequentially('生态');
  await expect(list.getByRole('option', { name })).toBeVisible();
  expect(await wrongOn(desk, { within: 'form' })).toEqual([]);
  await words.press('Enter');
  await expect(words).toHaveValue(`已查九处，请@${name} `);
  await expect(form.getByText(`${name}（市生态环境局） 会收到通知`)).toBeVisible();
  await words.pressSequentially('审阅');
  await form.getByRole('button', { name: '反馈进展', exact: true }).click();

  const line = desk.getByRole('region', { name: '经过' }).getByRole('listitem').filter({ hasText: '审阅' }).last();
  await expect(line.getByTitle(`${name}（市生态环境局）`).first()).toHaveText(`@${name}`);
  await expect
    .poll(async () => {
      const { rows } = await read<NoticePage>(head, '/api/notices');
      return rows.find((row) => row.kind === 'mentioned' && row.matter?.id === matter!.id)?.said;
    })
    .toBe(`已查九处，请@${name} 审阅`);
});
