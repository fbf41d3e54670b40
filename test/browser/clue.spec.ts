import type { Route } from '@playwright/test';
import { addDays, dayOf } from '../../src/kernel/day.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import type { MatterView } from '../../src/matters/contract.ts';
import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { begin, finish } from './day.ts';
import { act, follow, pageOf, read, send } from './scene.ts';

const TEXT = '采购科有人收受回扣，去年秋天开始';
const ANSWER = '仓库的王师傅看见过';

test('a reporter on a phone is asked and answers; who is not named finds nothing, the administrator included', async ({
  browser,
}, info) => {
  const desk = await pageOf(browser, 'jijian');
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await phone.goto('/clue');
  await expect(phone.getByRole('heading', { name: '匿名反映：问题线索' })).toBeVisible();
  await expect(phone.getByRole('banner'), 'its head names what is told here').toContainText('莲城市问题线索');
  expect(await wrongOn(phone)).toEqual([]);
  await expect(phone.getByRole('main'), 'where to turn with what is about those who take it in').toContainText(
    /涉及受理线索的机关.*上一级纪委监委.*12388/u,
  );
  await glimpse(phone, info.outputPath('tell-phone.png'));
  await phone.getByLabel('反映的问题').fill(TEXT);
  // What is sent off while a file is on its way would go without it.
  const line = Promise.withResolvers<void>();
  await phone.route(/\/api\/counter\/files/u, (route) => line.promise.then(() => route.continue()), { times: 1 });
  await phone.locator('input[type=file]').setInputFiles('docs/pictures/phone.png');
  await expect(phone.getByRole('button', { name: '提交' })).toBeDisabled();
  line.resolve();
  await expect(phone.getByText('phone.jpg')).toBeVisible();
  await glimpse(phone, info.outputPath('tell-file-phone.png'));
  await phone.getByRole('button', { name: '提交' }).click();
  const ticket = phone.locator('dl').first();
  await expect(ticket).toContainText('线索');
  // It is no appeal, and nobody judges by stars what came of it.
  await expect(phone.getByRole('main')).not.toContainText(/诉求|评价/u);
  const [number, pass] = await ticket.locator('dd').allInnerTexts();

  const { rows } = await read<MatterPage>(desk, '/api/matters?mechanism=clue&scope=all&phase=any');
  const matter = rows.find((row) => row.number === number)!.id;
  // On the workbench sealed rows are told apart by where they stand and what is left of their own time.
  await desk.goto('/');
  const row = (on: typeof desk) => on.getByRole('main').getByRole('listitem').filter({ hasText: number! });
  await expect(row(desk)).toContainText(/还剩 \d+ 个工作日.*开始核查/u);
  // Nobody else does it: each who is named has it among what is to be done, with the act that does it.
  const other = await pageOf(browser, 'jijian-2');
  await other.goto('/');
  await expect(row(other).getByRole('button', { name: /签收/u })).toBeVisible();
  await expect(other.getByText('眼下没有要办的事')).toHaveCount(0);
  await follow(desk, `/matters/${matter}`);
  await expect(desk.getByText(number!).first()).toBeVisible();
  await expect(desk.getByText('phone.jpg'), 'its name is sealed too').toHaveCount(0);
  const personal = desk.getByRole('region', { name: '加密内容' });
  await personal.getByRole('button', { name: '打开内容' }).click();
  await personal.getByRole('form').getByLabel('用途').fill('核查线索');
  await personal.getByRole('form').getByRole('button', { name: '打开内容' }).click();
  await expect(personal).toContainText(TEXT);
  await personal.getByRole('link', { name: 'phone.jpg' }).click();
  const opened = desk.getByRole('dialog').getByRole('img');
  await expect(opened).toBeVisible();
  await expect.poll(() => opened.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(300);
  await glimpse(desk, info.outputPath('file-opened.png'));
  await desk.keyboard.press('Escape');
  // Somebody told of something, and asks for nothing: there is a reporter, and no originator.
  await expect(desk.getByRole('main')).toContainText('反映人没有署名');
  await expect(desk.getByRole('main')).toContainText('反映人 登记事项');
  expect(await wrongOn(desk)).toEqual([]);
  await glimpse(desk, info.outputPath('shown.png'));
  await act(desk, matter, 'accept');
  await act(desk, matter, 'inquire', { text: '有没有人看见过？' });

  await phone.goto('/appeal/follow');
  await expect(phone.locator('body'), 'whoever told of a clue raised no appeal').not.toContainText('诉求');
  await phone.getByLabel('编号').fill(number!);
  await phone.getByLabel('查询码').fill(pass!);
  await phone.getByRole('button', { name: '查看' }).click();
  await expect(phone.getByRole('heading', { name: TEXT })).toBeVisible();
  // It is with no unit, and the supervision office does not see it.
  const stands = phone.getByRole('region', { name: '办理情况' });
  await expect(stands).toContainText(/正在核查。.*只有指定的受理人员能看/u);
  await expect(stands).not.toContainText(/承办单位|督查/u);
  await expect(phone.getByText('有没有人看见过？').first()).toBeVisible();
  // Whoever adds something while their answer is on its way is not told that the matter has moved on: it was by their own answer.
  const slow = Promise.withResolvers<void>();
  const holds = async (route: Route) => {
    const response = await route.fetch();
    await slow.promise;
    await route.fulfill({ response });
  };
  await phone.route(/\/appeals\/[0-9a-f-]+\/acts$/u, holds, { times: 1 });
  await expect(phone.getByRole('main'), 'no clock stands still for it').not.toContainText('继续计时');
  const answering = phone.getByRole('form').filter({ hasText: '有没有人看见过？' });
  await phone.getByRole('textbox').first().fill(ANSWER);
  await phone
    .getByRole('button', { name: /回答|回复|提交/u })
    .first()
    .click();
  await phone.getByRole('button', { name: '补充说明' }).click();
  const more = phone.getByRole('form', { name: '补充说明' });
  const photo = { name: '仓库.txt', mimeType: 'text/plain', buffer: Buffer.from('门口的监控') };
  await more.locator('input[type=file]').setInputFiles(photo);
  await expect(more.getByText('仓库.txt')).toBeVisible();
  await more.getByRole('button', { name: '提交' }).click();
  await expect(more).toHaveCount(0);
  slow.resolve();
  await expect(answering).toHaveCount(0);
  await expect(phone.getByRole('listitem').filter({ hasText: ANSWER })).toBeVisible();
  await expect(phone.getByRole('listitem').filter({ hasText: '仓库.txt' })).toBeVisible();
  await expect(phone.locator('body'), 'who is named is not told').not.toContainText('方慎行');
  await expect(phone.locator('body')).not.toContainText('诉求');
  await glimpse(phone, info.outputPath('answered-phone.png'));

  for (const login of ['ducha', 'shizhang', 'guanli', 'fagai-head']) {
    const other = await pageOf(browser, login);
    await other.goto(`/matters/${matter}`);
    await expect(other.getByText('没有这一事项').first()).toBeVisible();
    await expect(other.locator('body')).not.toContainText(number!);
    await other.goto(`/ledger?scope=all&phase=any&q=${encodeURIComponent('线索')}`);
    await expect(other.getByRole('main')).not.toContainText(number!);
  }

  // What is closed takes nothing more; whoever told of it reads where to go with new evidence.
  await act(desk, matter, 'answer', { result: '已经查实，另案处理。' });
  await phone.reload();
  await expect(phone.getByRole('button', { name: '补充说明' })).toBeVisible();
  await expect(phone.getByRole('main')).not.toContainText('不能再补充');
  await act(desk, matter, 'close');
  await phone.reload();
  await expect(phone.getByRole('main')).toContainText(
    `不能再补充。有新的证据，请另外提交一件，写上原来的编号 ${number}`,
  );
  await expect(phone.getByRole('button', { name: '补充说明' })).toHaveCount(0);
  expect(await wrongOn(phone)).toEqual([]);
  await glimpse(phone, info.outputPath('closed-phone.png'));
  await phone.getByRole('link', { name: '提交新的反映' }).click();
  await expect(phone.getByLabel('反映的问题')).toHaveValue('');
});

test('whoever told of a clue asks those who are named to be erased, reads why not, and no administrator learns of it', async ({
  browser,
}, info) => {
  const ground = '账本照片是正在核查的证据，依法保存';
  const desk = await pageOf(browser, 'jijian');
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await phone.goto('/clue');
  await phone.getByLabel('反映的问题').fill(TEXT);
  await phone.getByRole('button', { name: '提交' }).click();
  const ticket = phone.locator('dl').first();
  await expect(ticket).toContainText('线索');
  const [number, pass] = await ticket.locator('dd').allInnerTexts();
  await phone.goto('/appeal/follow');
  await phone.getByLabel('编号').fill(number!);
  await phone.getByLabel('查询码').fill(pass!);
  await phone.getByRole('button', { name: '查看' }).click();
  await phone.getByRole('link', { name: '我的个人信息' }).click();
  await expect(phone.getByRole('banner'), 'its head names what was told').toContainText('莲城市问题线索');
  const own = phone.getByRole('main');
  await expect(own).toContainText('谁在受理须保密，这里不列出');
  await expect(own).not.toContainText(/诉求|提出人|还没有人看过/u);
  await expect(own).toContainText('系统管理员看不到申请，也不能删除');
  expect(await wrongOn(phone)).toEqual([]);
  await glimpse(phone, info.outputPath('own-phone.png'));
  await phone.getByRole('button', { name: '申请删除' }).click();
  await phone.getByRole('button', { name: '确认申请删除' }).click();
  await expect(own).toContainText(/等待指定的受理人员决定。 最迟 .+有答复/u);
  await glimpse(phone, info.outputPath('own-asked-phone.png'));

  const admin = await pageOf(browser, 'guanli');
  await admin.goto('/admin/privacy');
  await expect(admin.getByRole('heading', { name: '申请删除' })).toBeVisible();
  await expect(admin.getByRole('main').getByRole('article')).toHaveCount(0);

  const { rows } = await read<MatterPage>(desk, '/api/matters?mechanism=clue&scope=all&phase=any');
  const matter = rows.find((row) => row.number === number)!.id;
  await desk.goto(`/matters/${matter}`);
  await expect(desk.getByRole('main')).toContainText('申请删除个人信息');
  // Nobody has accepted it yet: the request stands beside that, and is decided where it is read of.
  await desk.goto('/');
  const row = desk.getByRole('main').getByRole('listitem').filter({ hasText: number! });
  await expect(row).toContainText(/申请删除个人信息 还剩 \d+ 个工作日/u);
  await expect(row.getByRole('button', { name: /^签收/u })).toBeVisible();
  await expect(desk.getByRole('region', { name: '谁手上有什么' })).toContainText(/本人手上有 \d+ 件加密事项/u);
  const apart = await pageOf(browser, 'fagai-head');
  await apart.goto('/');
  await expect(apart.getByRole('region', { name: '谁手上有什么' })).toContainText('还没有人经办');
  await expect(apart.getByRole('main')).not.toContainText('加密事项');
  await row.getByRole('button', { name: /^决定删除申请/u }).click();
  const deciding = row.getByRole('form');
  await expect(deciding).toContainText('不能恢复');
  await deciding.getByRole('radio', { name: '否', exact: true }).check();
  await deciding.getByLabel('依据或理由').fill(ground);
  expect(await wrongOn(desk)).toEqual([]);
  await glimpse(desk, info.outputPath('deciding.png'));
  await finish(deciding, '决定删除申请');
  await expect(row.getByRole('button', { name: /^决定删除申请/u })).toHaveCount(0);
  await expect(row.getByRole('button', { name: /^签收/u }), 'what it waits for besides stands').toBeVisible();
  await expect(row).not.toContainText('申请删除个人信息');
  await phone.reload();
  await expect(own).toContainText(`上次申请没有删除，原因：${ground}`);
  await glimpse(phone, info.outputPath('own-declined-phone.png'));
});

test('the gravest is listed and raised among those who are named, and nobody else sees it', async ({
  browser,
}, info) => {
  const title = '采购环节有人收回扣';
  const desk = await pageOf(browser, 'jijian');
  const clerk = await pageOf(browser, 'jijian-2', { viewport: { width: 390, height: 844 } });
  const id = uuidv7(new Date());
  const given = { text: '专项检查：采购价高于市价三成', channel: 'special' };
  await send(desk, '/api/matters', { id, mechanism: 'clue', given });
  await act(desk, id, 'accept');
  await desk.goto(`/matters/${id}`);
  const listing = await begin(desk, '挂牌督办');
  await listing.getByLabel('挂牌事由').fill(title);
  await listing.getByLabel('办结日期').fill(addDays(dayOf(new Date()), 20));
  await listing.getByLabel('办结日期').press('Tab');
  expect(await wrongOn(desk)).toEqual([]);
  await glimpse(desk, info.outputPath('listing.png'));
  await finish(listing, '挂牌督办');
  const raising = await begin(desk, '提级办理');
  const whom = raising.getByLabel('提级到');
  await expect(whom.getByRole('option')).toHaveCount(2);
  await whom.selectOption({ index: 1 });
  await raising.getByLabel('提级原因').fill('涉及面广');
  await finish(raising, '提级办理');
  await expect(desk.getByRole('main')).toContainText('岳明清');
  await expect(desk.getByRole('link', { name: /公开|公示/u })).toHaveCount(0);
  await glimpse(desk, info.outputPath('pressed.png'));

  await clerk.goto(`/matters/${id}`);
  await expect(clerk.getByRole('main')).toContainText('提级办理');
  await clerk.getByRole('button', { name: '打开内容' }).click();
  const form = clerk.getByRole('form', { name: '打开内容' });
  await form.getByLabel('用途').fill('督办');
  await form.getByRole('button', { name: '打开内容' }).click();
  await expect(clerk.getByRole('region', { name: '加密内容' })).toContainText(title);
  await glimpse(clerk, info.outputPath('raised-phone.png'));
  const { row } = await read<MatterView>(desk, `/api/matters/${id}`);
  for (const login of ['ducha', 'shizhang', 'guanli']) {
    const other = await pageOf(browser, login);
    await other.goto('/ledger?scope=all&listed=yes');
    await expect(other.getByRole('main')).not.toContainText(row.number);
  }
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto('/appeal/listed');
  await expect(visitor.getByRole('heading').first()).toBeVisible();
  await expect(visitor.locator('body')).not.toContainText(row.number);
  await expect(visitor.locator('body')).not.toContainText(title);
});

test('those who are named name another on a page of their own, which shows an administrator that they may not', async ({
  browser,
}, info) => {
  const admin = await pageOf(browser, 'guanli');
  await admin.goto('/admin/circles');
  const shut = admin.getByRole('region', { name: '问题线索' });
  await expect(shut.getByText('方慎行')).toBeVisible();
  await expect(shut.getByText('系统管理员不能增减')).toBeVisible();
  await expect(shut.getByRole('button')).toHaveCount(0);
  expect(await wrongOn(admin)).toEqual([]);
  await glimpse(admin, info.outputPath('circle-administrator.png'));

  const desk = await pageOf(browser, 'jijian');
  await desk.goto('/me');
  await desk.getByRole('link', { name: '指定岗位' }).click();
  const circle = desk.getByRole('region', { name: '问题线索' });
  await circle.getByRole('button', { name: '增加岗位' }).click();
  const form = circle.getByRole('form', { name: '增加岗位' });
  await form.getByRole('combobox', { name: '岗位' }).fill('林一帆');
  await desk.getByTitle(/发改委.*林一帆/u).click();
  expect(await wrongOn(desk)).toEqual([]);
  await glimpse(desk, info.outputPath('circle-naming.png'));
  await form.getByRole('button', { name: '增加岗位' }).click();
  const fresh = circle.getByRole('listitem').filter({ hasText: '林一帆' });
  await expect(fresh).toBeVisible();
  await desk.setViewportSize({ width: 390, height: 844 });
  await glimpse(desk, info.outputPath('circle-phone.png'));
  await fresh.getByRole('button', { name: /取消指定/u }).click();
  await fresh.getByRole('form').getByRole('button', { name: '取消指定' }).click();
  await expect(fresh).toHaveCount(0);
  await expect(circle.getByRole('listitem').filter({ hasText: '本人' }).getByRole('button')).toHaveCount(0);
});

test('a named seat registers what a special check found, and nothing of it stays on the machine', async ({
  browser,
}, info) => {
  const found = '专项检查：审批材料退了五次，每次说的都不一样';
  const desk = await pageOf(browser, 'jijian-2');
  await desk.goto('/circles');
  await desk.getByRole('link', { name: '登记：问题线索' }).click();
  const form = desk.getByRole('form', { name: '登记事项' });
  await expect(form).toContainText('发现的问题');
  await expect(form, 'it is no work that is to be done').not.toContainText('要办的事');
  await form.getByRole('textbox').first().fill(found);
  await form.getByRole('combobox', { name: '从哪里来' }).click();
  await desk.getByTitle('“中梗阻”专项检查').click();
  expect(await desk.evaluate(() => JSON.stringify(localStorage))).not.toContain('退了五次');
  expect(await wrongOn(desk)).toEqual([]);
  await glimpse(desk, info.outputPath('special.png'));
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(desk.getByText(/线索〔\d{4}〕\d{5}/u).first()).toBeVisible();
  await expect(desk.getByRole('main')).not.toContainText('退了五次');
  await glimpse(desk, info.outputPath('special-registered.png'));
  expect(await desk.evaluate(() => JSON.stringify(localStorage))).not.toContain('退了五次');

  const other = await pageOf(browser, 'ducha');
  await other.goto('/matters/new');
  await expect(other.getByRole('form').first()).toBeVisible();
  await expect(other.getByRole('main')).not.toContainText('问题线索');
});
