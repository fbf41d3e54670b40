import { randomInt } from 'node:crypto';
import { addDays, dayOf } from '../../src/kernel/day.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { begin, finish, rowOf } from './day.ts';
import { act, assigned, evidence, faultsOf, follow, inScheme, matterOf, pageOf, read } from './scene.ts';

// What presses on a matter: a slip and the public list as the supervision office, the unit and a citizen see them; a matter raised
// to a mayor, who finds it on the workbench and answers.

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

test('a slip and the public list: issued, seen by a citizen, answered by the unit, verified and delisted', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const [office, unit] = await Promise.all(['ducha', 'fagai'].map((who) => pageOf(browser, who)));
  const faults = faultsOf(office!);
  const words = `西环路排水口堵塞，内部台账第 ${randomInt(1e6)} 号`;
  const title = `西环路一处排水不畅（${randomInt(1e6)}）`;
  const [row] = await assigned(office!, [{ text: words, lead: '市发改委' }]);
  const { id, number } = row!;
  await act(unit!, id, 'accept');

  await office!.goto(`/matters/${id}`);
  const slip = await begin(office!, '下督查单');
  await slip.getByText('黄单').click();
  await slip.getByLabel('要求（可不填）').fill('三日内报进展。');
  await finish(slip, '下督查单');
  await expect(office!.getByRole('main').getByText('黄单').first()).toBeVisible();
  await expect(office!.getByLabel('督办').getByText(/未回应/u)).toBeVisible();
  // In the story too it has the colour that it is called by.
  await expect(office!.locator('li[data-kind="slip"] summary > span')).toHaveCSS('color', 'rgb(122, 82, 0)');

  const list = await begin(office!, '挂牌督办');
  await list.getByLabel('公示标题').fill(title);
  await list.getByLabel('挂牌期限').fill(addDays(dayOf(new Date()), 10));
  await list.getByLabel('挂牌期限').press('Tab');
  await finish(list, '挂牌督办');
  await expect(office!.getByText(/挂牌督办 (还剩|今天)/u).first()).toBeVisible();
  await office!.goto('/ledger?listed=yes');
  await expect(office!.locator(`[data-row="${id}"]`)).toBeVisible();

  // A citizen, on a phone, without signing in.
  const citizen = await (await browser.newContext(PHONE)).newPage();
  const seen = faultsOf(citizen);
  await citizen.goto('/appeal');
  await citizen.getByRole('link', { name: '挂牌督办公示' }).click();
  const item = citizen.getByRole('listitem').filter({ hasText: title });
  await expect(item).toContainText(number);
  await expect(item).toContainText('市发展和改革委员会');
  await expect(item).toContainText(/还剩 \d+ 个工作日/u);
  await expect(citizen.getByText(words)).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(citizen, colorScheme);
    expect.soft(await wrongOn(citizen)).toEqual([]);
    await glimpse(citizen, `test-results/listed-${colorScheme}.png`);
  }
  expect(await citizen.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  // The unit sees the slip on its row; its report answers it.
  await unit!.goto(`/matters/${id}`);
  await expect(unit!.getByText('黄单').first()).toBeVisible();
  const report = await begin(unit!, '反馈进展');
  await report.getByLabel('进展').first().fill('已清出淤泥两车，明日通水。');
  await finish(report, '反馈进展');
  await expect(unit!.getByLabel('督办').getByText(/已回应/u)).toBeVisible();
  await follow(office!, `/matters/${id}`);
  await glimpse(office!, 'test-results/pressed-desk.png');

  await act(unit!, id, 'answer', { result: '已通水', files: [await evidence(unit!, '验收单.txt', '通水')] });
  await act(office!, id, 'verify');
  await office!.reload();
  const delist = await begin(office!, '摘牌');
  await delist.getByLabel('公示的办理结果').fill('排水口已清通，雨天不再积水。');
  const file = { name: '现场.txt', mimeType: 'text/plain', buffer: Buffer.from('现场核实') };
  await delist.locator('input[type=file]').setInputFiles(file);
  await expect(delist.getByText('现场.txt')).toBeVisible();
  await finish(delist, '摘牌');
  await act(office!, id, 'close');

  await citizen.reload();
  const done = citizen.getByRole('listitem').filter({ hasText: title });
  await expect(done).toContainText('排水口已清通，雨天不再积水。');
  await expect(done).not.toContainText('个工作日');
  expect([...faults, ...seen.filter((fault) => !/status of 401/u.test(fault))]).toEqual([]);
});

test('a matter raised to a mayor stands on their workbench, and they answer it there', async ({ browser }) => {
  test.setTimeout(120_000);
  const [office, unit, mayor] = await Promise.all([
    pageOf(browser, 'ducha'),
    pageOf(browser, 'fagai'),
    pageOf(browser, 'shizhang', PHONE),
  ]);
  const [row] = await assigned(office, [{ text: `两个部门都说不归自己管（${randomInt(1e6)}）`, lead: '市发改委' }]);
  const { id } = row!;
  await act(unit, id, 'accept');
  await office.goto(`/matters/${id}`);
  const raise = await begin(office, '提级办理');
  const { caller } = await read<{ caller: { seat: string } }>(mayor, '/api/session');
  await raise.getByLabel('提级到').selectOption(caller.seat);
  await raise.getByLabel('提级原因').fill('职责交叉，需要市领导定。');
  await finish(raise, '提级办理');
  await expect(office.getByText('提级办理').first()).toBeVisible();

  // The unit works on, and cannot answer over the mayor's head.
  const own = await matterOf(unit, id);
  expect(own.acts.find(({ kind }) => kind === 'answer')).toMatchObject({
    allowed: false,
    code: 'matter.raised-answers',
  });
  expect(own.acts.find(({ kind }) => kind === 'report')!.allowed).toBe(true);

  await mayor.goto('/');
  const section = mayor.getByRole('region', { name: /提级到我/u });
  const line = rowOf(mayor, id).first();
  await expect(section).toBeVisible();
  await expect(line).toContainText('提级办理');
  await glimpse(mayor, 'test-results/raised-mayor.png');
  await line.getByRole('button', { name: /^办结反馈/u }).click();
  const form = line.getByRole('form');
  await form.getByLabel('结果').first().fill('由市发改委牵头，城管局配合，本周进场。');
  const file = { name: '会议记录.txt', mimeType: 'text/plain', buffer: Buffer.from('定了') };
  await form.locator('input[type=file]:not([accept="image/*"])').first().setInputFiles(file);
  await expect(form.getByText('会议记录.txt')).toBeVisible();
  await form.getByRole('button', { name: '办结反馈', exact: true }).click();
  await expect.poll(async () => (await matterOf(office, id)).row.phase).toBe('answered');
  const { row: after, pressing } = await matterOf(office, id);
  expect([after.raised, pressing.raised]).toEqual([undefined, null]);
});
