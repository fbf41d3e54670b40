import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { addDays, dayOf } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { act, assigned, faultsOf, matterOf, pageOf, reassign, seatOf, unitNamed } from './scene.ts';

const TODAY = dayOf(new Date());

/** Waits until the page's live line stands: what happens from then on is heard, not read by chance. */
async function listening(page: Page, path: string): Promise<void> {
  const line = page.waitForResponse((answer) => answer.url().includes('/api/live'));
  await page.goto(path);
  expect((await line).headers()['content-type']).toContain('text/event-stream');
}

test('what another seat does appears on an open matter: its story, stage and acts, said and marked', async ({
  browser,
}) => {
  const [office, desk] = [await pageOf(browser, 'ducha'), await seatOf('jiaoyu')];
  const [matter] = await assigned(office, [{ text: '排查校车停靠点', lead: '市教育局' }]);
  const faults = faultsOf(office);
  await listening(office, `/matters/${matter!.id}`);
  const story = office.getByRole('region', { name: '经过' });
  await expect(story.getByText('交办').first()).toBeVisible();
  await act(desk, matter!.id, 'accept');
  const line = story.getByRole('listitem').filter({ hasText: '签收' }).last();
  await expect(line).toContainText('新');
  await expect(office.getByRole('status').filter({ hasText: /新进展：.*签收/ })).toBeVisible();
  await act(desk, matter!.id, 'report', { text: '已排查三处', percent: 30 });
  await expect(story.getByText('已排查三处').first()).toBeVisible();
  expect(faults).toEqual([]);
});

test('a list nobody is at refreshes by itself: a new matter stands in it, marked, and the counts with it', async ({
  browser,
}) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'jinrong')];
  await listening(desk, '/');
  const total = desk.locator('[data-part="total"] b');
  const before = Number(await total.textContent());
  await desk.mouse.move(2, 2);
  // Of a unit that no other test gives work to: what it has is counted.
  const [matter] = await assigned(office, [{ text: `核对担保名单${randomInt(1e6)}`, lead: '市金融办' }]);
  const row = desk.getByRole('listitem').filter({ hasText: matter!.text });
  await expect(row).toContainText('新');
  await expect(total).toHaveText(String(before + 1));
});

test('a list under the cursor stays as it is, and says how much waits', async ({ browser }) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'zhengwu')];
  const [first] = await assigned(office, [{ text: '清点自助终端', lead: '市政务和大数据局', due: '2030-06-28' }]);
  await listening(desk, '/');
  const row = desk.getByRole('listitem').filter({ hasText: first!.text });
  await row.hover();
  const place = await row.boundingBox();
  const [second] = await assigned(office, [
    { text: '急调自助终端两台', lead: '市政务和大数据局', due: addDays(TODAY, 2) },
  ]);
  const bar = desk.getByRole('button', { name: /有 1 项更新/ });
  await expect(bar).toBeVisible();
  await expect(desk.getByRole('listitem').filter({ hasText: second!.text })).toHaveCount(0);
  expect(await row.boundingBox()).toEqual(place);
  await bar.click();
  await expect(desk.getByRole('listitem').filter({ hasText: second!.text })).toContainText('新');
  await expect(bar).toBeHidden();
});

test('what somebody else has done already is said in the held row, instead of a button that would be refused', async ({
  browser,
}) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'shijian')];
  const colleague = await seatOf('shijian');
  const [matter] = await assigned(office, [{ text: '抽检电梯维保单位', lead: '市市场监管局' }]);
  await listening(desk, '/');
  const row = desk.getByRole('listitem').filter({ hasText: matter!.text });
  await row.hover();
  await act(colleague, matter!.id, 'accept');
  await expect(row.filter({ hasText: '已有变动' })).toBeVisible();
  await expect(row.getByRole('button', { name: /^签收/ })).toHaveCount(0);
});

test('the focus of a button that goes, as somebody else has done its act, is with the acts that there are now', async ({
  browser,
}) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'shijian')];
  const [matter] = await assigned(office, [{ text: '复查农贸市场电子秤', lead: '市市场监管局' }]);
  await listening(desk, `/matters/${matter!.id}`);
  const acts = desk.getByRole('region', { name: '我可以' });
  const accept = acts.getByRole('button', { name: '签收', exact: true });
  await accept.focus();
  await act(await pageOf(browser, 'shijian'), matter!.id, 'accept');
  await expect(accept).toHaveCount(0);
  await expect(acts.getByRole('button').first()).toBeFocused();
});

test('a board moves its card, and waits while somebody points at it', async ({ browser }) => {
  const [office, desk] = [await pageOf(browser, 'ducha'), await seatOf('keji')];
  const [matter, other] = await assigned(office, [
    { text: '登记共享仪器', lead: '市科技局' },
    { text: '开放中试平台', lead: '市科技局' },
  ]);
  await listening(office, `/rounds/${matter!.round}`);
  const board = office.getByRole('table', { name: '各领域事项的办理进度' });
  const column = async (text: string): Promise<number> =>
    board.getByRole('link', { name: new RegExp(text) }).evaluate((card) => card.closest('td')?.cellIndex ?? -1);
  const before = await column(matter!.text);
  await office.mouse.move(2, 2);
  await act(desk, matter!.id, 'accept');
  await expect.poll(() => column(matter!.text)).toBeGreaterThan(before);
  await board.getByRole('link', { name: new RegExp(other!.text) }).hover();
  await act(desk, other!.id, 'accept');
  await expect(office.getByRole('button', { name: /有 1 项更新/ })).toBeVisible();
  expect(await column(other!.text)).toBe(before);
});

test('a lost line is said, nothing on the page is lost, and what was missed is caught up', async ({ browser }) => {
  const [office, desk] = [await pageOf(browser, 'ducha'), await seatOf('jiaotong')];
  const [matter] = await assigned(office, [{ text: '修复损毁护栏', lead: '市交通局' }]);
  await listening(office, `/matters/${matter!.id}`);
  await expect(office.getByRole('heading', { name: matter!.text })).toBeVisible();
  const lost = office.getByRole('status').filter({ hasText: '连接中断' });
  await office.context().setOffline(true);
  await expect(lost).toContainText('已保留当前内容，正在重连');
  await expect(office.getByRole('heading', { name: matter!.text })).toBeVisible();
  await act(desk, matter!.id, 'accept');
  await office.context().setOffline(false);
  await expect(lost).toBeHidden();
  const told = office
    .getByRole('region', { name: '经过' })
    .locator('summary')
    .filter({ hasText: /市交通局 .*签收/ });
  await expect(told).toBeVisible();
});

test('another unit’s confidential matter is not announced to a page that may not see it', async ({ browser }) => {
  const [office, other] = [await seatOf('ducha'), await pageOf(browser, 'renshe')];
  const heard: string[] = [];
  await other.exposeFunction('heard', (data: string) => heard.push(data));
  await other.addInitScript(() => {
    const tell = (kind: string, { data }: MessageEvent<string>) =>
      (window as unknown as { heard: (said: string) => Promise<void> }).heard(`${kind} ${data}`);
    window.EventSource = class extends EventSource {
      constructor(url: string | URL) {
        super(url);
        for (const kind of ['hello', 'moved', 'reset', 'beat'])
          this.addEventListener(kind, (event: MessageEvent<string>) => void tell(kind, event));
      }
    };
  });
  await listening(other, '/ledger?scope=all');
  const [secret] = await assigned(office, [{ text: '核查涉密项目', lead: '市财政局', confidential: true }]);
  const [open] = await assigned(office, [{ text: '公开的一件', lead: '市财政局' }]);
  await expect.poll(() => heard.join('\n')).toContain(open!.id);
  expect(heard.join('\n')).not.toContain(secret!.id);
});

test.describe('two at once', () => {
  const TYPED = '已开会协调，三家单位分工明确。';

  async function writing(browser: Parameters<typeof pageOf>[0], login: string, lead: string, text: string) {
    const [office, desk] = [await pageOf(browser, 'ducha'), await pageOf(browser, login)];
    const [matter] = await assigned(office, [{ text, lead }]);
    await act(desk, matter!.id, 'accept');
    await listening(desk, `/matters/${matter!.id}`);
    await desk.getByRole('button', { name: '反馈进展' }).click();
    const form = desk.getByRole('form', { name: /^反馈进展/ });
    await form.getByLabel('进展情况').fill(TYPED);
    return { office, desk, matter: matter!, form };
  }

  test('who is writing sees what others do as they do it, before sending, and keeps every word', async ({
    browser,
  }) => {
    const { office, desk, matter, form } = await writing(browser, 'nongye', '市农业农村局', '推广节水灌溉');
    await act(office, matter.id, 'correct', { text: '推广节水灌溉两万亩', reason: '会上定了数' });
    const news = form.getByRole('status');
    await expect(news).toContainText('沈知远 更正');
    await expect(form.getByLabel('进展情况')).toHaveValue(TYPED);
    await form.getByRole('button', { name: '仍然反馈进展', exact: true }).click();
    await expect(form).toBeHidden();
    expect((await matterOf(desk, matter.id)).story.filter(({ kind }) => kind === 'report')).toHaveLength(1);
  });

  test('who decides to discard finds the form empty the next time', async ({ browser }) => {
    const { office, desk, matter, form } = await writing(browser, 'wenlv', '市文广旅局', '布置广场舞台');
    await act(office, matter.id, 'correct', { text: '布置广场舞台两处', reason: '加一处' });
    await form.getByRole('button', { name: '放弃所写' }).click();
    await expect(form).toBeHidden();
    await desk.getByRole('button', { name: '反馈进展' }).click();
    await expect(desk.getByRole('form', { name: /^反馈进展/ }).getByLabel('进展情况')).toHaveValue('');
  });

  test('a form whose act is not possible any more says why, keeps the words and sends nothing', async ({ browser }) => {
    const { office, desk, matter, form } = await writing(browser, 'yingji', '市应急局', '检查危化品仓库');
    const lead = await unitNamed(office, '市信访局');
    await reassign(office, matter.id, { lead, co: [] });
    await expect(form.getByRole('status')).toContainText('写下的仍留在下面');
    await expect(form.getByRole('button', { name: '反馈进展', exact: true })).toBeDisabled();
    await expect(form.getByLabel('进展情况')).toHaveValue(TYPED);
    expect((await matterOf(desk, matter.id)).story.some(({ kind }) => kind === 'report')).toBe(false);
  });

  test('a field nobody touched follows the matter, and is not sent back as it was', async ({ browser }) => {
    const office = await pageOf(browser, 'ducha');
    const second = await seatOf('ducha');
    const [matter] = await assigned(office, [{ text: '清理河道漂浮物', lead: '市水利局' }]);
    await listening(office, `/matters/${matter!.id}`);
    await office.getByRole('button', { name: '更正' }).click();
    const form = office.getByRole('form', { name: /^更正/ });
    await form.getByLabel('更正理由').fill('领域写错了');
    await form.getByLabel('领域').fill('生态环境');
    await act(second, matter!.id, 'correct', { text: '清理河道漂浮物十五公里', reason: '补数' });
    await expect(form.getByLabel('事项内容')).toHaveValue('清理河道漂浮物十五公里');
    await form.getByRole('button', { name: '仍然更正', exact: true }).click();
    await expect
      .poll(async () => (await matterOf(office, matter!.id)).row)
      .toMatchObject({ text: '清理河道漂浮物十五公里', area: '生态环境' });
  });
});

test('pasted minutes are there again after the tab was closed, for this seat alone, and gone once read', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const words = '市政府专题会议纪要（第77号）\n会议议定以下事项：\n一、修订防汛预案。（责任单位：市水利局）';
  await office.goto('/minutes');
  await office.locator('#paste').fill(words);
  await office.close();
  const again = await office.context().newPage();
  await again.goto('/minutes');
  await expect(again.locator('#paste')).toHaveValue(words);
  await again.getByRole('button', { name: '读取文本' }).or(again.locator('form button[type=submit]')).first().click();
  await expect(again).toHaveURL(/\/minutes\/[\w-]+$/);
  await again.goto('/minutes');
  await expect(again.locator('#paste')).toHaveValue('');
});
