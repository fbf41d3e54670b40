import { randomInt } from 'node:crypto';
import { addDays, dayOf } from '../../src/kernel/index.ts';
import type { Brief } from '../../src/matters/brief/brief.contract.ts';
import { expect, test } from './app.ts';
import { finish, rowOf, said, SIZES, told } from './day.ts';
import { act, assigned, evidence, faultsOf, matterOf, pageOf, seatOf } from './scene.ts';

// What each chair is told first: a mayor in forty seconds, a head of their people, whoever has two seats of the other one.

const TODAY = dayOf(new Date());

test('a mayor reads last week in one sentence, the worst three with what they hang on, and grants what waits for them', async ({
  browser,
}) => {
  const office = await seatOf('ducha');
  const desk = await seatOf('fagai');
  const mayor = await pageOf(browser, 'shizhang', SIZES.desk);
  const faults = faultsOf(mayor);
  await mayor.goto('/');
  const last = mayor.getByRole('region', { name: '上周交办的完成情况' });
  await expect(last).toContainText(/上周第 \d+ 次（.+）交办 \d+ 项/u);
  const closed = last.getByRole('button', { name: /已销号/u });
  const n = Number(/^\d+/u.exec((await closed.textContent())!)![0]);
  await closed.click();
  await expect(mayor.getByRole('complementary').getByRole('link')).toHaveCount(n);
  await mayor.keyboard.press('Escape');

  const worst = mayor.getByRole('region', { name: '逾期最久的几件' }).getByRole('listitem');
  await expect(worst).toHaveCount(3);
  for (const line of await worst.all()) {
    await expect(line).toContainText(/逾期 \d+ 个工作日/u);
    await expect(line).toContainText(/牵头 \S+/u);
    await expect(line).toContainText(/卡在\S+/u);
  }

  const text = `等市领导答复的事${randomInt(1e6)}`;
  const [matter] = await assigned(office, [{ text, lead: '市发改委', due: addDays(TODAY, 1) }]);
  await act(desk, matter!.id, 'accept');
  await act(desk, matter!.id, 'extend', { until: addDays(TODAY, 40), reason: '评审专家下月才到位' });
  const wishes = mayor.getByRole('region', { name: /^等我答复/u });
  const rest = wishes.getByRole('button', { name: /^再看/u });
  const mine = wishes.getByRole('listitem').filter({ hasText: text });
  await expect(mine.or(rest).first()).toBeVisible({ timeout: 20_000 });
  if (!(await mine.isVisible())) await rest.click();
  await expect(mine).toContainText(/市发改委申请延到 .+：评审专家下月才到位/u);
  await mine.getByRole('button', { name: /^同意延期/u }).click();
  await mine.getByRole('form').getByRole('button', { name: '同意延期', exact: true }).click();
  await said(mayor, /已同意延期：交办/u);
  await expect(mine).toHaveCount(0);
  expect((await matterOf(mayor, matter!.id)).counts.extensions).toBe(1);
  expect(faults).toEqual([]);
});

test('on a mayor’s phone their own word is the first thing that can be given, in a row and on the matter’s page', async ({
  browser,
}) => {
  const office = await seatOf('ducha');
  const mayor = await pageOf(browser, 'shizhang', SIZES.phone);
  const [matter] = await assigned(office, [{ text: `要批示的事${randomInt(1e6)}`, lead: '市发改委' }]);
  await mayor.goto(`/matters/${matter!.id}`);
  const bar = mayor.getByRole('region', { name: '我可以' }).getByRole('button');
  await expect(bar.first()).toHaveText('批示');
  await bar.first().click();
  await mayor.getByRole('form').getByLabel('内容').fill('本周内给个说法。');
  await finish(mayor.getByRole('form'), '批示');
  await expect(mayor.getByRole('region', { name: '经过' })).toContainText('本周内给个说法。');

  // Which are the worst may change at any moment; the row that is written in stays.
  let better: string | null = null;
  await mayor.route('**/api/brief', async (route) => {
    const response = await route.fetch();
    const brief = (await response.json()) as Brief;
    await route.fulfill({ response, json: { ...brief, worst: brief.worst.filter(({ row }) => row.id !== better) } });
  });
  await mayor.goto('/');
  const region = mayor.getByRole('region', { name: '逾期最久的几件' });
  const first = await region.locator('[data-row]').first().getAttribute('data-row');
  const worst = region.getByRole('listitem').filter({ has: mayor.locator(`[data-row="${first}"]`) });
  await worst.getByRole('button', { name: /^批示/u }).click();
  await worst.getByRole('form').getByLabel('内容').fill('写到一半');
  better = first;
  const again = mayor.waitForResponse('**/api/brief');
  await act(office, matter!.id, 'note', { text: '别处有了动静' });
  await again;
  await expect(worst.getByRole('form').getByLabel('内容')).toHaveValue('写到一半');
  await worst.getByRole('button', { name: '取消' }).click();
  await mayor.getByRole('heading', { level: 1 }).click();
  await expect(worst).toHaveCount(0);
});

test('a head sees who has what in hand, opens a colleague’s list from its number, and reminds them by name', async ({
  browser,
}) => {
  const office = await seatOf('ducha');
  const desk = await seatOf('fagai');
  const head = await pageOf(browser, 'fagai-head', SIZES.desk);
  const faults = faultsOf(head);
  const mark = randomInt(1e6);
  const [taken, untaken] = await assigned(office, [
    { text: `有人经办的事${mark}`, lead: '市发改委', due: addDays(TODAY, 1) },
    { text: `没人经办的事${mark}`, lead: '市发改委', due: addDays(TODAY, 1) },
  ]);
  await act(desk, taken!.id, 'accept');
  await head.goto('/');
  const hands = head.getByRole('region', { name: '谁手上有什么' });
  await hands.getByRole('link', { name: /^还没有人经办：\d+ 件$/u }).click();
  await expect(rowOf(head, untaken!.id)).toBeVisible();
  await expect(rowOf(head, taken!.id)).toHaveCount(0);
  await hands.getByRole('link', { name: /^林一帆：\d+ 件$/u }).click();
  await expect(rowOf(head, taken!.id)).toBeVisible();
  await expect(rowOf(head, untaken!.id)).toHaveCount(0);

  await rowOf(head, taken!.id)
    .getByRole('button', { name: /^提醒林一帆/u })
    .click();
  const form = rowOf(head, taken!.id).getByRole('form');
  await expect(form.getByLabel('内容')).toHaveValue('@林一帆 ');
  await expect(form).toContainText('林一帆（市发改委） 会收到通知');
  await form.getByLabel('内容').pressSequentially('明天要用，请先报个进展。');
  await finish(form, '备注');
  await expect(rowOf(head, taken!.id)).toBeVisible();
  await told(desk, taken!.id, 'mentioned');
  expect(faults).toEqual([]);
});

test('whoever has two seats reads at each what the other owes, and takes it from there', async ({ browser }) => {
  const office = await seatOf('ducha');
  const page = await pageOf(browser, 'fagai-jingban', SIZES.desk);
  const text = `另一个岗位的事${randomInt(1e6)}`;
  const [matter] = await assigned(office, [{ text, lead: '开发区管委会' }]);
  await page.goto('/');
  await page.getByRole('button', { name: /贺一诺，另外的岗位还有 \d+ 件要办/u }).click();
  const other = page.getByRole('menuitem', { name: /开发区管委会·挂职副主任\s*要办 \d+ 件/u });
  await expect(page.getByRole('menuitem', { name: /市发改委·科员\s*要办 \d+ 件/u })).toBeVisible();
  await other.click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(rowOf(page, matter!.id)).toBeVisible();
});

test('a name that may not be mentioned is told with the reason, and one that nobody has too', async ({ browser }) => {
  const office = await seatOf('ducha');
  const desk = await pageOf(browser, 'fagai');
  const [matter] = await assigned(office, [
    { text: `不公开的事${randomInt(1e6)}`, lead: '市发改委', confidential: true },
  ]);
  await desk.goto(`/matters/${matter!.id}`);
  await desk.getByRole('button', { name: '备注', exact: true }).click();
  const form = desk.getByRole('form');
  const words = form.getByLabel('内容');
  await words.fill('@教育');
  await expect(form.getByText('只有承办单位、督查室和市领导能看这件事')).toBeVisible();
  await expect(form.getByText(/（市教育局 .+）看不到这件事，不能提到/u).first()).toBeVisible();
  await expect(form.getByRole('option')).toHaveCount(0);
  await words.fill('@不存在的人');
  await expect(form.getByText('没有名字或单位像“不存在的人”的同事')).toBeVisible();
  await words.fill('@督查');
  await expect(form.getByRole('option', { name: /沈知远/u })).toBeVisible();
});

test('papers of one name are told apart by whose they are, and what is answered is no longer half done', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const lead = await seatOf('fagai');
  const co = await seatOf('caizheng');
  const [matter] = await assigned(office, [
    { text: `两家的材料${randomInt(1e6)}`, lead: '市发改委', co: ['市财政局'] },
  ]);
  const { id } = matter!;
  const answer = async (page: typeof lead) =>
    act(page, id, 'answer', {
      result: '办完了',
      files: [await evidence(page, '情况说明.txt', page === lead ? '甲' : '乙')],
    });
  for (const page of [lead, co]) await act(page, id, 'accept');
  await act(lead, id, 'report', { text: '办到一半', percent: 50 });
  await office.goto(`/matters/${id}`);
  const progress = office.getByRole('term').filter({ hasText: '进度' });
  await expect(progress).toBeVisible();
  await answer(co);
  await answer(lead);
  await office.reload();
  const files = office.getByRole('definition').filter({ has: office.getByRole('link', { name: '情况说明.txt' }) });
  await expect(files.getByRole('listitem').filter({ hasText: '市发改委' })).toHaveCount(1);
  await expect(files.getByRole('listitem').filter({ hasText: '市财政局' })).toHaveCount(1);
  await expect(progress).toHaveCount(0);
});
