import { randomInt } from 'node:crypto';
import { expect, test } from './app.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import { wrongOn } from './axe.ts';
import { act, matterOf, pageOf, seatOf, send, unitNamed } from './scene.ts';

/** What nobody else says; so many times as there are endings. */
async function raised(office: Awaited<ReturnType<typeof pageOf>>, text: string, endings: readonly string[]) {
  const ids = endings.map(() => uuidv7(new Date()));
  for (const [n, id] of ids.entries())
    await send(office, '/api/matters', { id, mechanism: 'appeal', given: { text: `${text}${endings[n]}` } });
  return Promise.all(ids.map(async (id) => (await matterOf(office, id)).row));
}

test('the office finds what says nearly the same in the whole ledger, compares it, joins one and tells another apart; a unit has no way there', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const text = `松涧冷链园区 ${randomInt(1e9)} 号库制冷机组限电停机，库存海鲜变质，企业损失严重，请协调供电`;
  const [first, second, third] = await raised(office, text, ['', '，尽快', '保障']);
  await office.goto('/ledger');
  await office.getByRole('link', { name: '疑似重复' }).click();
  await office.getByRole('button', { name: /^(现在|重新)查找$/u }).click();
  const group = office.getByRole('region', { name: /内容几乎相同/u }).filter({ hasText: first!.number });
  await expect(group.getByRole('heading', { name: '3 件内容几乎相同' })).toBeVisible();
  await expect(office.getByText(/比对了全部 \d+ 件在办事项/u)).toBeVisible();
  await expect(group).toContainText('都有：号库制冷机组限电停机');

  await group.getByRole('button', { name: `对照 ${second!.number} 与 ${first!.number}` }).click();
  await expect(group.getByRole('region', { name: second!.number }).locator('u')).toHaveText('尽快');
  expect(await wrongOn(office)).toEqual([]);

  await group.getByRole('button', { name: `${third!.number} 与其他各件不是同一件` }).click();
  await expect(group.getByRole('heading', { name: '2 件内容几乎相同' })).toBeVisible();
  await expect(group).not.toContainText(third!.number);

  await group.getByRole('button', { name: `把 ${second!.number} 并入 ${first!.number}` }).click();
  await expect(group.getByLabel('并入的事项编号')).toHaveValue(first!.number);
  await group.getByRole('button', { name: '并案', exact: true }).click();
  await expect(group).toBeHidden();
  expect((await matterOf(office, second!.id)).row.ended).toBe('joined');

  // Searched again it does not come; taken back, it comes with the one that is still open.
  await office.getByRole('button', { name: '重新查找' }).click();
  await expect(office.getByRole('button', { name: '重新查找' })).toBeEnabled();
  await expect(group).toBeHidden();
  await office.getByText('已说明不是同一件的').click();
  await office.getByRole('button', { name: new RegExp(`^撤回：.*${third!.number}`, 'u') }).click();
  await expect(group.getByRole('heading', { name: '2 件内容几乎相同' })).toBeVisible();
  await expect(group).toContainText('已并入 1 件');
  await office.goto('/');
  await office.getByRole('link', { name: /组疑似重复的在办事项/u }).click();
  await expect(group).toBeVisible();

  const unit = await pageOf(browser, 'fagai');
  await unit.goto('/ledger');
  await expect(unit.getByRole('heading', { name: '台账', level: 1 })).toBeVisible();
  await expect(unit.getByRole('link', { name: '疑似重复' })).toBeHidden();
  await unit.goto('/duplicates');
  await expect(unit.getByText('只给督查室和市领导看')).toBeVisible();
});

test('on a phone many copies are joined at once to the one that was chosen and is marked as answered, after a yes', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await office.setViewportSize({ width: 390, height: 844 });
  const text = `柳营镇 ${randomInt(1e9)} 号排灌站水泵烧坏，育苗大棚被淹，请农业部门抢修`;
  const [first, second, third] = await raised(office, text, ['', '！', '。谢谢']);
  const [handler, head] = [await seatOf('fagai'), await seatOf('fagai-head')];
  await act(office, second!.id, 'classify', { category: '0701' });
  await act(office, second!.id, 'assign', { lead: await unitNamed(office, '市发改委'), co: [] });
  await act(handler, second!.id, 'accept');
  await act(head, second!.id, 'answer', { result: '水泵已换新' });
  await office.goto('/duplicates');
  await office.getByRole('button', { name: /^(现在|重新)查找$/u }).click();
  const group = office.getByRole('region', { name: /内容几乎相同/u }).filter({ hasText: first!.number });
  const rows = group.getByRole('listitem');
  const marked = office.locator('b').filter({ hasText: '已答复' });
  await expect(rows.filter({ hasText: second!.number }).filter({ has: marked })).toHaveCount(1);
  await expect(rows.filter({ has: marked })).toHaveCount(1);
  await group.getByRole('button', { name: `改为并入此件：${second!.number}` }).click();
  await group.getByRole('button', { name: `其余 2 件都并入 ${second!.number}` }).click();
  await expect(group).toContainText('并错了可以逐件拆分');
  await expect(group).toContainText('那一件已经答复');
  await group.getByRole('button', { name: '并案', exact: true }).click();
  await expect(group).toBeHidden();
  for (const { id } of [first!, third!]) expect((await matterOf(office, id)).row.ended).toBe('joined');
  expect((await matterOf(office, second!.id)).row.phase).toBe('answered');
});
