import { expect, test } from './app.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import { assigned, faultsOf, lookedFor, matterOf, pageOf, read, send } from './scene.ts';

const LAMPS = '给云梦路小学门前的人行横道补装信号灯，并重新划线';

test('whoever registers sees what is open and like it while writing, and an overseer on the matter what is like that', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const [matter] = await assigned(office, [{ text: LAMPS, lead: '市城市管理局' }]);
  await office.goto('/matters/new');
  const alike = office.getByRole('region', { name: '相似事项' });
  await office.getByLabel('要办的事').fill('这是一件谁也没有说过的新鲜事');
  await expect(alike).toBeHidden();
  await office.getByLabel('要办的事').fill('云梦路小学门前缺信号灯');
  await expect(alike.getByRole('link', { name: LAMPS })).toHaveAttribute('href', `/matters/${matter!.id}`);
  await expect(alike).toContainText(/都提到：云梦路小学门前、信号灯/u);

  await office.getByLabel('要办的事').fill(`${LAMPS}，尽快`);
  await expect(alike).toContainText('内容几乎相同');
  await office.getByRole('button', { name: '登记', exact: true }).click();
  await expect(office.getByRole('heading', { name: `${LAMPS}，尽快`, level: 1 })).toBeVisible();
  await office.getByText('相似的在办事项 1 件').click();
  await expect(office.getByRole('link', { name: LAMPS, exact: true })).toHaveAttribute(
    'href',
    `/matters/${matter!.id}`,
  );
});

test('an overseer joins a matter to one that is like it from the list of those: it is said to be joined, and no more to be closed', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const text = (n: number) => `梅园工业区 ${n} 号厂房变压器老化跳闸，注塑机停机`;
  const ids = [1, 2].map(() => uuidv7(new Date()));
  for (const [n, id] of ids.entries())
    await send(office, '/api/matters', { id, mechanism: 'appeal', given: { text: text(n + 1) } });
  await office.goto(`/matters/${ids[1]}`);
  const { row } = await matterOf(office, ids[0]!);
  await office.getByText(/相似的在办事项 \d+ 件/u).click();
  await office.getByRole('button', { name: `并入 ${row.number}` }).click();
  await expect(office.getByLabel('并入的事项编号')).toHaveValue(row.number);
  await office.getByRole('button', { name: '并案', exact: true }).click();
  await expect(office.locator('main [data-slip="joined"]').first()).toHaveText(/已并案/u);
  const stages = office.getByRole('list', { name: '走到哪一步' });
  await expect(stages).toContainText('已并案');
  await expect(stages).not.toContainText('已办结');
});

test('that somebody takes theirs for the same stands on its row with the matter that it may be, which one press joins it to', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const ids = [1, 2].map(() => uuidv7(new Date()));
  for (const [n, id] of ids.entries()) {
    const by = { id: uuidv7(new Date()), pass: 'ACDEFGHJK7', kind: 'person', enterprise: null, contact: null };
    const text = `莲荷路冷库压缩机房断电，第 ${n + 1} 间的货全化了`;
    const same = n === 1 ? { same: uuidv7(new Date()) } : {};
    await send(office, '/api/counter/appeals', { id, mechanism: 'appeal', text, by, ...same });
  }
  const [host, guest] = [await matterOf(office, ids[0]!), await matterOf(office, ids[1]!)];
  await office.goto('/');
  const row = office.getByRole('listitem').filter({ has: office.getByRole('link', { name: guest.row.text }) });
  await lookedFor(office, row);
  await row.getByText('与在办的是同一件事').click();
  const wish = row.getByRole('region', { name: /与在办的是同一件事/u });
  await expect(wish.getByRole('link', { name: host.row.text })).toBeVisible();
  const join = `${guest.row.number} 并入这件：${host.row.number}`;
  await expect(office.getByRole('button', { name: join })).toHaveCount(1);
  await wish.getByRole('button', { name: join }).click();
  await expect(wish).toHaveCount(0);
  expect((await matterOf(office, ids[1]!)).row).toMatchObject({ ended: 'joined' });
});

test('a clerk adds whoever calls to the open matter that it is the same as by one press: they have a number and a code, and are asked there', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const id = uuidv7(new Date());
  const by = { id: uuidv7(new Date()), pass: 'ACDEFGHJK7', kind: 'person', enterprise: null, contact: null };
  const text = '桂湖东路变压器渗油，喷涂线停了两天';
  await send(office, '/api/counter/appeals', { id, mechanism: 'appeal', text, by });
  const { row } = await matterOf(office, id);
  await office.goto('/matters/new?mechanism=appeal&channel=phone');
  await office.getByLabel('要办的事').fill('桂湖东路变压器渗油，隔壁厂也停了');
  await office.getByRole('button', { name: `把来电人加到 ${row.number}` }).click();
  await expect(office.getByRole('heading', { name: '已登记，请读给对方听' })).toBeVisible();
  await expect(office.getByText(`已并入 ${row.number}`)).toBeVisible();
  const [number, pass] = await office.locator('dl dd').allInnerTexts();
  const inquire = { id: uuidv7(new Date()), kind: 'inquire', given: { text: '哪一台？' } };
  await send(office, `/api/matters/${id}/acts`, inquire);
  const phone = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })).newPage();
  const faults = faultsOf(phone);
  await phone.goto('/appeal/follow');
  await phone.getByLabel('编号', { exact: true }).fill(number!);
  await phone.getByLabel('查询码').fill(pass!);
  await phone.getByRole('button', { name: '查看' }).click();
  await expect(phone.getByText('哪一台？').first()).toBeVisible();
  await phone.getByRole('textbox', { name: '回答' }).fill('靠路口那台');
  await phone.getByRole('button', { name: '回答', exact: true }).click();
  await expect(phone.getByRole('textbox', { name: '回答' })).toHaveCount(0);
  await expect(phone.getByText('靠路口那台')).toBeVisible();
  expect(faults).toEqual([]);
  await office.goto(`/matters/${id}`);
  await expect(office.getByText(`诉求人（并入的 ${number}）`)).toBeVisible();
});

test('whoever raises a matter at the counter is told that others did already, and may go on', async ({ browser }) => {
  const phone = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })).newPage();
  const faults = faultsOf(phone);
  const { mechanisms } = await read<{ mechanisms: { key: string }[] }>(phone, '/api/counter');
  const text = '雁栖路变电站检修，机床停了三天，误了交货';
  const by = { id: uuidv7(new Date()), pass: 'ACDEFGHJK7', kind: 'person', enterprise: null, contact: null };
  await send(phone, '/api/counter/appeals', { id: uuidv7(new Date()), mechanism: mechanisms[0]!.key, text, by });
  await phone.goto('/appeal/new');
  await phone.getByLabel('诉求内容').fill('雁栖路变电站检修，车间停产');
  const alike = phone.getByRole('status').filter({ hasText: /相似/u });
  await expect(alike).toHaveText('已有 1 件相似的诉求正在办理。仍可继续提出，同样会有答复。');
  await expect(phone.locator('main')).not.toContainText('误了交货');
  // Whoever says that theirs is the same is heard by the office, which compares and joins them.
  await phone.getByRole('checkbox', { name: /说的是同一件事/u }).check();
  await phone.getByRole('button', { name: '下一步' }).click();
  await phone.getByRole('button', { name: '提交' }).click();
  await expect(phone.getByRole('heading', { name: '已经收到' })).toBeVisible();
  const number = await phone.locator('dl dd').first().innerText();
  expect(faults).toEqual([]);
  const office = await pageOf(browser, 'ducha');
  await office.goto(`/ledger?q=${encodeURIComponent(number)}`);
  await office.getByRole('link', { name: '雁栖路变电站检修，车间停产' }).first().click();
  await expect(office.getByText('我说的是同一件事，请核对后并案办理').first()).toBeVisible();
});
