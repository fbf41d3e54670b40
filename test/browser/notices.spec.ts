import type { NoticePage } from '../../src/notices/contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { told } from './day.ts';
import { assigned, follow, pageOf, read, seatOf, send } from './scene.ts';
import { uuidv7 } from '../../src/kernel/index.ts';

test('the bell counts, shows what came and why, opens the matter, and has then been heard', async ({ browser }) => {
  const office = await seatOf('ducha');
  const desk = await pageOf(browser, 'fagai');
  const text = `铃响的事 ${Date.now()}`;
  const [row] = await assigned(office, [{ text, lead: '市发改委' }]);
  await told(desk, row!.id, 'assigned');
  await desk.goto('/');
  const bell = desk.getByRole('button', { name: /^通知，\d+\+? 条未读$/ });
  await bell.click();
  const panel = desk.getByRole('dialog', { name: '通知' });
  const line = panel.getByRole('article').filter({ hasText: text });
  await expect(line).toContainText('新交办');
  await expect(line).toContainText('通知我，因为');
  expect(await wrongOn(desk, { within: '#notices' })).toEqual([]);
  await desk.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(bell).toBeFocused();
  await bell.press('Enter');
  await line.getByRole('link').click();
  await expect(desk.getByRole('heading', { level: 1, name: text })).toBeVisible();
  await expect(panel).toBeHidden();
  await desk.goto('/notices?unread=1');
  await expect(desk.getByRole('heading', { level: 1, name: '通知' })).toBeVisible();
  await expect(desk.getByText(text)).toHaveCount(0);
  await desk.getByRole('link', { name: '全部', exact: true }).click();
  await expect(desk.getByText(text)).toBeVisible();
});

test('on a phone a leader’s word is read in the list with its words; opening the matter elsewhere counts as hearing it', async ({
  browser,
}) => {
  const [office, mayor] = [await seatOf('ducha'), await seatOf('shizhang')];
  const head = await pageOf(browser, 'fagai-head', { viewport: { width: 390, height: 780 } });
  const [row] = await assigned(office, [{ text: `批示的事 ${Date.now()}`, lead: '市发改委' }]);
  const act = { id: uuidv7(new Date()), kind: 'instruct', given: { text: '务必在汛期前办结' } };
  await send(mayor, `/api/matters/${row!.id}/acts`, act);
  await told(head, row!.id, 'instructed');
  await head.goto('/notices');
  const line = head.getByRole('article').filter({ hasText: row!.text });
  await expect(line).toContainText('务必在汛期前办结');
  await expect(line).toContainText('我是单位负责人');
  await follow(head, `/matters/${row!.id}`);
  await expect
    .poll(async () => (await read<NoticePage>(head, '/api/notices')).rows.find((n) => n.matter?.id === row!.id)?.read)
    .toBe(true);
});

test('each chooses how to be told, and the choice is there again', async ({ browser }) => {
  const desk = await pageOf(browser, 'jiaoyu');
  await desk.goto('/me');
  const box = desk.getByRole('checkbox', { name: '通报发布：用邮件告知' });
  await expect(box).not.toBeChecked();
  const saved = desk.waitForResponse(
    (r) => r.url().endsWith('/api/notices/settings') && r.request().method() === 'PUT',
  );
  await box.click();
  await saved;
  await expect(box).toBeChecked();
  // All of one way in one go, and back; the other ways stay as they are.
  const all = desk.getByRole('checkbox', { name: '全部：用邮件告知' });
  await expect(all).toBeChecked();
  await all.click();
  await expect(box).not.toBeChecked();
  await expect(desk.getByRole('checkbox', { name: '催办：用邮件告知' })).not.toBeChecked();
  await expect(desk.getByRole('checkbox', { name: '催办：用页面告知' })).toBeChecked();
  await all.click();
  await expect(box).toBeChecked();
  const timed = desk.waitForResponse(
    (r) => r.request().method() === 'PUT' && (r.request().postData() ?? '').includes('"digestAt":990'),
  );
  await desk.getByLabel('每日汇总发送时间').selectOption('16:30');
  await timed;
  await desk.reload();
  await expect(box).toBeChecked();
  await expect(desk.getByLabel('每日汇总发送时间')).toHaveValue('990');
  await expect(desk.getByText('尚未配置邮件服务器')).toBeVisible();
});

test('a robot’s address is kept; one inside is refused in words as it is named', async ({ browser }) => {
  const desk = await pageOf(browser, 'keji');
  await desk.goto('/me');
  await desk.getByLabel('消息格式').selectOption('plain');
  await desk.getByLabel('机器人地址').fill('https://127.0.0.1:9/hook');
  await desk.getByRole('button', { name: '保存' }).click();
  await expect(desk.getByRole('alert')).toContainText('内部网络');
  await expect(desk.getByText('签名密钥，只显示这一次：')).toHaveCount(0);
  await desk.getByLabel('机器人地址').fill('https://robot.invalid/hook');
  await desk.getByRole('button', { name: '保存' }).click();
  await expect(desk.getByText('签名密钥，只显示这一次：')).toBeVisible();
  await desk.route('**/api/notices/test', (route) =>
    route.fulfill({
      status: 422,
      json: { status: 422, code: 'notice.not-delivered', title: '', detail: '没有送达：HTTP 404' },
    }),
  );
  await desk.getByRole('button', { name: '发一条测试' }).click();
  await expect(desk.getByRole('alert')).toContainText('没有送达');
  await desk.unroute('**/api/notices/test');
  await desk.route('**/api/notices/test', (route) => route.fulfill({ status: 204 }));
  await desk.getByRole('button', { name: '再发一次' }).click();
  await expect(desk.getByRole('button', { name: '发一条测试' })).toBeVisible();
  await desk.getByRole('button', { name: '停用' }).click();
  await expect(desk.getByRole('button', { name: '发一条测试' })).toHaveCount(0);
});

test('what did not arrive yet can be sent again by hand, as what failed for good; what waits for its first try cannot', async ({
  browser,
}) => {
  const administrator = await pageOf(browser, 'guanli');
  const row = { id: uuidv7(new Date()), channel: 'mail', at: new Date().toISOString(), matters: 2, said: '' };
  const tried = { ...row, state: 'waiting', who: '甲', target: 'a•••@x.example', tries: 6, said: '451 not now' };
  const fresh = { ...row, id: uuidv7(new Date()), state: 'waiting', who: '乙', target: 'b•••@x.example', tries: 0 };
  await administrator.route('**/api/notices/deliveries?*', (route) =>
    route.fulfill({ json: { rows: [tried, fresh], next: null } }),
  );
  await administrator.route('**/api/notices/deliveries', (route) =>
    route.fulfill({ json: { rows: [tried, fresh], next: null } }),
  );
  await administrator.goto('/deliveries');
  const line = (who: string) => administrator.getByRole('listitem').filter({ hasText: who });
  await expect(line('a•••')).toContainText('试了 6 次');
  await expect(line('a•••').getByRole('button', { name: '再发一次' })).toBeVisible();
  await expect(line('b•••')).toBeVisible();
  await expect(line('b•••').getByRole('button', { name: '再发一次' })).toHaveCount(0);
});

test('the delivery log is the administrator’s', async ({ browser }) => {
  const administrator = await pageOf(browser, 'guanli');
  await administrator.goto('/me');
  await administrator.getByRole('link', { name: '发送记录' }).click();
  await expect(administrator.getByRole('heading', { name: '发送记录', level: 1 })).toBeVisible();
  const desk = await seatOf('fagai');
  expect((await desk.request.get('/api/notices/deliveries')).status()).toBe(403);
});
