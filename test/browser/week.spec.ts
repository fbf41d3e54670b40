import type { Locator, Page } from '@playwright/test';
import type { BulletinView } from '../../src/bulletins/contract.ts';
import { addDays, dayOf } from '../../src/kernel/index.ts';
import { account, expect, test } from './app.ts';
import { chooseUnit, lookedFor, pageOf, read } from './scene.ts';

// The main job whole, by the page alone: each step begins where the one before ended.
test.describe.configure({ mode: 'serial' });

const DUE = addDays(dayOf(new Date()), 6);
/** Who leads which area; 重大项目 is given out item by item. */
const LEADS = {
  工业运行: '市发展和改革委员会',
  招商引资: '市商务局',
  政务服务: '市政务服务和大数据管理局',
  城市更新: '市城市管理局',
  民生保障: '市民政局',
  安全生产: '市应急管理局',
};
const CORRECTED = '逐户破解用工用能难题，月底前走访一遍';

let office: Page;
let desk: Page;
let draftUrl: string;
let roundUrl: string;
let bulletinUrl: string;

test.beforeAll(async ({ browser }) => {
  office = await (await browser.newContext()).newPage();
  desk = await pageOf(browser, 'fagai');
});
test.afterAll(() => Promise.all([office, desk].map((page) => page.context().close())));

const draft = () => office.getByRole('region', { name: '清单', exact: true });
const source = () => office.getByRole('region', { name: '原文' });
const item = (n: number): Locator =>
  draft()
    .getByRole('listitem')
    .filter({ has: office.getByRole('textbox', { name: `第 ${n} 项的内容` }) });
const said = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
const lit = (place: Locator) => expect(place).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');

test('the supervisor signs in by the page and is at the workbench', async () => {
  const { login, password } = account('ducha');
  await office.goto('/minutes');
  await office.getByLabel('登录名').fill(login);
  await office.getByLabel('密码').fill(password);
  await office.getByRole('button', { name: '登录' }).click();
  await expect(office.getByRole('heading', { name: '会议纪要', level: 1 })).toBeVisible();
});

test('the sample page is read into seven areas, and every item stands in its place in the source', async () => {
  await office.getByRole('button', { name: '用示例报纸版试一试' }).click();
  await said(office, '已读完');
  draftUrl = office.url();
  const areas = Object.keys(LEADS).toSpliced(1, 0, '重大项目');
  await expect(draft().getByRole('heading', { level: 2 })).toHaveText(areas);
  const items = await draft()
    .getByRole('textbox', { name: /第 \d+ 项的内容/ })
    .count();
  expect(items).toBeGreaterThan(20);
  await expect(source().getByRole('button', { name: /到清单里看/ })).toHaveCount(items);
  await expect(source().getByText(/未用到 \d+ 字/)).toBeVisible();
  await expect(item(1).getByRole('button', { name: '选牵头单位' })).toBeVisible();
});

test('the source and the draft are linked both ways', async () => {
  const words = source().locator('[data-item]').filter({ hasText: '逐户破解用工用能难题' });
  await words.hover();
  await lit(item(2));
  await office.getByRole('heading', { level: 1 }).hover();
  await expect(item(2)).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await item(5).hover();
  await lit(source().locator('[data-item]').filter({ hasText: '加快办理开工前手续' }));
  await source().getByRole('button', { name: '第 9 项，到清单里看' }).click();
  await expect(item(9)).toBeInViewport();
  await expect(item(9).locator(':focus')).toBeVisible();
});

test('the same text pasted again is recognised, however it is wrapped', async () => {
  const { text } = await read<{ text: string }>(office, '/api/minutes/sample');
  await office.goto('/minutes');
  await office.getByLabel('或者粘贴全文').fill(text.replaceAll('\n', '\n '));
  await office.getByRole('button', { name: '读出事项' }).click();
  await said(office, '同样的文字以前读过');
  expect(office.url()).toBe(draftUrl);
});

test('units are set for an area at once and for a single item, with co-units, a day and better words', async () => {
  for (const [area, lead] of Object.entries(LEADS)) {
    const group = draft().getByRole('region', { name: area });
    await group.getByRole('button', { name: '整组设定' }).click();
    await chooseUnit(group.getByRole('combobox', { name: '牵头' }), lead);
    await group.getByLabel('时限').first().fill(DUE);
    await group.getByRole('button', { name: '只填空缺' }).click();
    await expect(group.getByRole('button', { name: '选牵头单位' })).toHaveCount(0);
  }
  for (const n of [4, 5, 6, 7]) {
    await item(n).getByRole('button', { name: '选牵头单位' }).click();
    await chooseUnit(item(n).getByRole('combobox', { name: '牵头' }), '市住房和城乡建设局');
    await expect(item(n).getByRole('button', { name: /牵头 市住建局/ })).toBeVisible();
  }
  await item(1).getByRole('button', { name: '+ 配合' }).click();
  await chooseUnit(item(1).getByRole('combobox', { name: '配合' }), '市工业和信息化局');
  await office.keyboard.press('Escape');
  await item(4).getByRole('button', { name: '+ 时限' }).click();
  await item(4).getByLabel('时限').fill(DUE);
  await item(4).getByLabel('时限').press('Enter');
  await item(2).getByRole('textbox', { name: '第 2 项的内容' }).fill(CORRECTED);
  await said(office, '已保存');
});

test('a reload keeps what was set', async () => {
  await office.reload();
  await expect(item(2).getByRole('textbox')).toHaveValue(CORRECTED);
  await expect(item(1).getByRole('button', { name: /配合 市工信局/ })).toBeVisible();
  await expect(item(3).getByRole('button', { name: /牵头 市发改委/ })).toBeVisible();
});

test('assigning says what will go out, and leads to the round', async () => {
  const day = draft().getByLabel('开会日期');
  if ((await day.inputValue()) === '') await day.fill(dayOf(new Date()));
  const number = await draft().getByLabel('第几次').inputValue();
  await office.getByRole('button', { name: '交办', exact: true }).click();
  const dialog = office.getByRole('dialog');
  await expect(dialog).toContainText(/\d+ 项交给 8 个单位/);
  await expect(dialog).toContainText('3 项没有写时限');
  await dialog.getByRole('button', { name: '确认交办', exact: true }).click();
  await said(office, /已交办 \d+ 项/);
  await expect(office.getByRole('heading', { level: 1 })).toContainText(`第${number}次`);
  roundUrl = office.url();
  await expect(office.getByText('副市长 顾明章、市政府秘书长 许汉章、督查室副主任 沈知远')).toBeVisible();
  await expect(office.getByRole('rowheader')).toHaveCount(7);
  await expect(office.getByRole('rowheader').first()).toContainText('工业运行');
});

test('the completion of the round before is a sentence whose numbers open', async () => {
  const completion = office.getByRole('region', { name: '上一次的完成情况' });
  const closed = completion.getByRole('button', { name: /已销号/ });
  const [, part] = /(\d+)\/\d+/.exec((await closed.textContent())!)!;
  await closed.click();
  const panel = office.getByRole('complementary', { name: `已销号 · ${part} 项` });
  await expect(panel.getByRole('listitem')).toHaveCount(Number(part));
  await office.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(closed).toBeFocused();
});

test('the handler finds the items in the workbench and accepts on the row', async () => {
  await desk.goto('/');
  const row = desk.getByRole('listitem').filter({ hasText: CORRECTED });
  await expect(row).toContainText('待签收');
  await row.getByRole('button', { name: /^签收/ }).click();
  await said(desk, /已签收：交办/);
  await expect(row).toContainText('待办结反馈');
});

test('on the matter the handler sees its clocks, and why other acts are off', async () => {
  await desk.getByRole('link', { name: CORRECTED }).click();
  await expect(desk.getByRole('heading', { name: CORRECTED, level: 1 })).toBeVisible();
  const clocks = desk.getByRole('region', { name: '时限' });
  await expect(clocks.getByRole('listitem').filter({ visible: true })).toHaveCount(1);
  await expect(clocks).toContainText(/市发改委·办理时限\s*●?\s*(还剩 \d+ 个工作日|今天到期)/);
  await desk.getByText(/还有 \d+ 项现在办不了/).click();
  const verify = desk.getByRole('region', { name: '我可以' }).getByRole('listitem').filter({ hasText: '核查通过' });
  await expect(verify.first()).toContainText(/督查室/);
  await expect(desk.getByRole('region', { name: '经过' }).getByText('林一帆').first()).toBeVisible();
});

test('the handler answers with a file as evidence', async () => {
  const acts = desk.getByRole('region', { name: /我可以|办结反馈/ });
  await acts.getByRole('button', { name: '办结反馈' }).click();
  const form = desk.getByRole('form', { name: /^办结反馈/ });
  await form.getByLabel('办理结果').fill('已走访规上企业 126 家，问题清单逐条销账。');
  await form.getByRole('button', { name: '办结反馈', exact: true }).click();
  await expect(form.getByText('请补上“佐证材料”')).toBeVisible();
  const name = '走访台账.txt';
  await form.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('台账\n') });
  await expect(form.getByRole('button', { name: `去掉 ${name}` })).toBeVisible();
  await form.getByRole('button', { name: '办结反馈', exact: true }).click();
  await said(desk, '已办结反馈');
  const stages = desk.getByRole('list', { name: '走到哪一步' });
  await expect(stages.locator('[aria-current=step]')).toContainText('已办结待核查');
  const kept = await desk.getByRole('link', { name }).first().getAttribute('href');
  expect(await (await office.request.get(kept!)).text()).toBe('台账\n');
});

test('the supervisor verifies it and strikes it off from the workbench', async () => {
  await office.goto('/');
  const row = office.getByRole('main').getByRole('listitem').filter({ hasText: CORRECTED });
  await lookedFor(office, row);
  await row.getByRole('button', { name: /^核查通过/ }).click();
  await row.getByRole('form').getByRole('button', { name: '核查通过', exact: true }).click();
  await said(office, /已核查通过：交办/);
  await row.getByRole('button', { name: /^销号/ }).click();
  await row.getByRole('form').getByRole('button', { name: '销号' }).click();
  await said(office, /已销号：交办/);
  await expect(row).toHaveCount(0);
  await office.goto(roundUrl);
  await expect(office.getByText(/已销号 1 \/ \d+/).first()).toBeVisible();
});

test('the bulletin is written, published and frozen', async () => {
  await office.getByRole('link', { name: '写通报' }).click();
  await office.getByLabel('结尾的话').fill('逾期未办结的，请于本周五前书面说明。');
  await office.reload();
  await expect(office.getByLabel('结尾的话')).toHaveValue('逾期未办结的，请于本周五前书面说明。');
  await office.getByRole('button', { name: '发布', exact: true }).click();
  await office.getByRole('dialog').getByRole('button', { name: '确认发布' }).click();
  await said(office, '已发布');
  bulletinUrl = office.url();
  await expect(office.getByText('逾期未办结的，请于本周五前书面说明。')).toBeVisible();
  await expect(office.getByText(/台账检查点/)).toBeVisible();
  await expect(office.getByRole('textbox', { name: '结尾的话' })).toHaveCount(0);
});

test('every number of the bulletin opens exactly the matters that it counts', async () => {
  const id = bulletinUrl.split('/').at(-1)!;
  const { before } = await read<BulletinView>(office, `/api/bulletins/${id}`);
  for (const { key: area, figures } of before!.figures.byArea.slice(0, 3)) {
    const closed = figures.find((figure) => figure.key === 'closed')!;
    const numbers = await Promise.all(
      closed.matters.map(
        async (matter) => (await read<{ row: { number: string } }>(office, `/api/matters/${matter}`)).row.number,
      ),
    );
    await office.getByRole('button', { name: new RegExp(`^${area}已销号`) }).click();
    const panel = office.getByRole('complementary', { name: `${area} · 已销号 · ${closed.value} 项` });
    await expect(panel.getByRole('link')).toHaveCount(closed.value);
    for (const number of numbers) await expect(panel).toContainText(number);
    await panel.getByRole('button', { name: '关闭' }).click();
  }
});

test('a bulletin is the city’s document: who reads the page in English reads it in Chinese', async () => {
  await office.goto(bulletinUrl);
  const sheet = office.getByRole('article');
  await expect(sheet.getByText(/台账检查点/)).toBeVisible();
  const chinese = await sheet.innerText();
  const speak = (language: string) => office.evaluate((to) => localStorage.setItem('huiyin.language', to), language);
  await speak('en');
  await office.reload();
  await expect(office.getByRole('link', { name: 'Workbench' }).first()).toBeVisible();
  await expect.poll(() => sheet.innerText()).toBe(chinese);
  await speak('zh');
  await office.reload();
});

test('a reload of the bulletin and of the round shows the same', async () => {
  for (const url of [bulletinUrl, roundUrl]) {
    await office.goto(url);
    const main = office.getByRole('main');
    await office.waitForLoadState('networkidle');
    const before = await main.innerText();
    await office.reload();
    await expect.poll(() => main.innerText()).toBe(before);
  }
});
