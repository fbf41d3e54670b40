import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { act, assigned, matterOf, pageOf, seatOf, send, type Asker } from './scene.ts';

const TYPED = '已到现场核实三处，整改通知书当天送达。';

/** How many acts of a kind the matter has, as its ledger says. */
const acts = async (page: Asker, matter: string, kind: string): Promise<number> =>
  (await matterOf(page, matter)).story.filter((one) => one.kind === kind).length;

/** Opens a matter and its form for reporting, at the seat of the unit that has accepted it. */
async function reporting(page: Page, matter: string) {
  await page.goto(`/matters/${matter}`);
  await page.getByRole('button', { name: '反馈进展' }).click();
  const form = page.getByRole('form', { name: /^反馈进展/ });
  return { form, words: form.getByLabel('进展情况') };
}

test('who is overtaken by another seat is shown what changed, loses no word, and decides', async ({ browser }) => {
  const [office, desk] = [await pageOf(browser, 'ducha'), await pageOf(browser, 'jiaoyu')];
  const [matter] = await assigned(office, [{ text: '核查校园周边三处占道经营', lead: '市教育局' }]);
  await act(desk, matter!.id, 'accept');
  const { form, words } = await reporting(desk, matter!.id);
  await words.fill(TYPED);
  await act(office, matter!.id, 'correct', { text: '核查校园周边五处占道经营', reason: '会上定的是五处' });

  await form.getByRole('button', { name: '反馈进展', exact: true }).click();
  const news = form.getByRole('alert');
  await expect(news).toContainText('填写期间，这件事有了新的进展');
  await expect(news).toContainText('沈知远 更正');
  await expect(news).toContainText('会上定的是五处');
  await expect(words).toHaveValue(TYPED);
  expect(await acts(office, matter!.id, 'report')).toBe(0);

  await form.getByRole('button', { name: '仍然反馈进展', exact: true }).click();
  await expect(form).toBeHidden();
  await expect(desk.getByRole('region', { name: '经过' }).getByText(TYPED).first()).toBeVisible();
  expect(await acts(office, matter!.id, 'report')).toBe(1);
});

test('a reminder alone overtakes nobody', async ({ browser }) => {
  const [office, desk] = [await pageOf(browser, 'ducha'), await pageOf(browser, 'jiaotong')];
  const [matter] = await assigned(office, [{ text: '修补国道沿线坑槽', lead: '市交通局' }]);
  await act(desk, matter!.id, 'accept');
  const { form, words } = await reporting(desk, matter!.id);
  await words.fill(TYPED);
  await act(office, matter!.id, 'remind', { text: '请今天下班前报一次进展' });
  await form.getByRole('button', { name: '反馈进展', exact: true }).click();
  await expect(form).toBeHidden();
  expect(await acts(office, matter!.id, 'report')).toBe(1);
});

test('what is typed into a form is there again after a reload, and after the tab was closed', async ({ browser }) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'keji')];
  const [matter] = await assigned(office, [{ text: '摸清中试平台开放共享底数', lead: '市科技局' }]);
  await act(desk, matter!.id, 'accept');
  const { words } = await reporting(desk, matter!.id);
  await words.fill(TYPED);
  await desk.reload();
  await expect((await reporting(desk, matter!.id)).words).toHaveValue(TYPED);
  await desk.close();
  const again = await desk.context().newPage();
  const { form, words: kept } = await reporting(again, matter!.id);
  await expect(kept).toHaveValue(TYPED);

  await form.getByRole('button', { name: '反馈进展', exact: true }).click();
  await expect(form).toBeHidden();
  await expect((await reporting(again, matter!.id)).words, 'what was sent is no draft any more').toHaveValue('');
});

test('a double click is one act, on the row and in a form', async ({ browser }) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'caizheng')];
  const [matter] = await assigned(office, [{ text: '清理沉淀专项资金三笔', lead: '市财政局' }]);
  await desk.goto('/');
  const row = desk.getByRole('listitem').filter({ hasText: matter!.text });
  await row.getByRole('button', { name: /^签收/ }).dblclick();
  await expect(row).toContainText('待办结反馈');
  expect(await acts(desk, matter!.id, 'accept')).toBe(1);
  const { form, words } = await reporting(desk, matter!.id);
  await words.fill(TYPED);
  await form.getByRole('button', { name: '反馈进展', exact: true }).dblclick();
  await expect(form).toBeHidden();
  expect(await acts(desk, matter!.id, 'report')).toBe(1);
});

test('without a line the page says so and keeps what was typed; with the line back it is sent once', async ({
  browser,
}) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'renshe')];
  const [matter] = await assigned(office, [{ text: '办一场零工专场招聘', lead: '市人社局' }]);
  await act(desk, matter!.id, 'accept');
  const { form, words } = await reporting(desk, matter!.id);
  await words.fill(TYPED);
  await desk.context().setOffline(true);
  await form.getByRole('button', { name: '反馈进展', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('连不上服务器');
  await expect(words).toHaveValue(TYPED);
  await desk.context().setOffline(false);
  await form.getByRole('button', { name: '反馈进展', exact: true }).click();
  await expect(form).toBeHidden();
  expect(await acts(desk, matter!.id, 'report')).toBe(1);
});

test('an act whose answer was lost on the way is sent again by itself and stands once', async ({ browser }) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'shuili')];
  const [matter] = await assigned(office, [{ text: '检修城区排涝泵站', lead: '市水利局' }]);
  await act(desk, matter!.id, 'accept');
  const { form, words } = await reporting(desk, matter!.id);
  await words.fill(TYPED);
  let lost = 0;
  await desk.route('**/acts', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await form.getByRole('button', { name: '反馈进展', exact: true }).click();
  await expect(form).toBeHidden();
  expect(lost).toBe(2);
  expect(await acts(desk, matter!.id, 'report')).toBe(1);
});

test.describe('two reviewers of one draft', () => {
  const minutes = (n: number) => `市政府专题会议纪要（第${n}号）
会议议定以下事项：
一、修订城区除雪除冰应急预案。（责任单位：市城管局）
二、检修主干道路灯。（责任单位：市城管局）
三、增设学校周边减速带。（责任单位：市交通局）`;

  async function twoReviewers(first: Page, second: Page, n: number) {
    const { id } = await send<{ id: string }>(first, '/api/minutes', { text: minutes(n) });
    const sides = [];
    for (const page of [first, second]) {
      await page.goto(`/minutes/${id}`);
      const item = (at: number) => page.getByRole('textbox', { name: `第 ${at} 项的内容` });
      await expect(item(3)).toBeVisible();
      sides.push({ page, item, sign: page.getByRole('status') });
    }
    return sides as [(typeof sides)[0], (typeof sides)[0]];
  }

  test('who write at different items both keep their words', async ({ browser }) => {
    const [a, b] = await twoReviewers(await pageOf(browser, 'ducha'), await pageOf(browser, 'ducha'), 11);
    await a.item(1).fill('修订城区除雪除冰应急预案，演练一次');
    await expect(a.sign.filter({ hasText: '已保存' })).toBeVisible();
    const merged = b.page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
    await b.item(2).fill('检修主干道路灯 120 盏');
    await expect(b.sign.filter({ hasText: '对方的 1 处改动已并入' })).toBeVisible();
    await expect(b.item(1)).toHaveValue('修订城区除雪除冰应急预案，演练一次');
    await expect(b.item(2)).toHaveValue('检修主干道路灯 120 盏');
    await merged;
    await a.page.reload();
    await expect(a.item(2)).toHaveValue('检修主干道路灯 120 盏');
  });

  test('who write at the same item are asked, and nothing is overwritten in silence', async ({ browser }) => {
    const [a, b] = await twoReviewers(await pageOf(browser, 'ducha'), await pageOf(browser, 'ducha'), 12);
    await a.item(3).fill('增设学校周边减速带 8 处');
    await expect(a.sign.filter({ hasText: '已保存' })).toBeVisible();
    await b.item(1).fill('修订城区除雪除冰应急预案，备足融雪剂');
    await b.item(3).fill('增设学校周边减速带和警示灯');
    const clash = b.page.getByRole('alert');
    await expect(clash).toContainText('与别人改了同一处');
    await expect(clash).toContainText('对方：增设学校周边减速带 8 处');
    await expect(clash).toContainText('我的：增设学校周边减速带和警示灯');
    await b.page.getByRole('button', { name: '这几处用我的' }).click();
    await expect(clash).toBeHidden();
    await expect(b.sign.filter({ hasText: '已保存' })).toBeVisible();
    await a.page.reload();
    await expect(a.item(3)).toHaveValue('增设学校周边减速带和警示灯');
    await expect(a.item(1)).toHaveValue('修订城区除雪除冰应急预案，备足融雪剂');
  });

  test('what was written without a line is on this machine after a reload, and then with the server', async ({
    browser,
  }) => {
    const office = await pageOf(browser, 'ducha');
    const [a] = await twoReviewers(office, office, 13);
    await a.page.route('**/api/minutes/*', (route) =>
      route.request().method() === 'PUT' ? route.abort('connectionrefused') : route.continue(),
    );
    await a.item(2).fill('检修主干道路灯，换掉老旧灯杆');
    await expect(a.sign.filter({ hasText: '没有存上，改动留在本机' })).toBeVisible();
    await a.page.unroute('**/api/minutes/*');
    await a.page.reload();
    await expect(a.item(2)).toHaveValue('检修主干道路灯，换掉老旧灯杆');
    await expect(a.sign.filter({ hasText: '已保存' })).toBeVisible();
    const other = await pageOf(browser, 'ducha');
    await other.goto(a.page.url());
    await expect(other.getByRole('textbox', { name: '第 2 项的内容' })).toHaveValue('检修主干道路灯，换掉老旧灯杆');
  });
});
