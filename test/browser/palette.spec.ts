import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { assigned, matterOf, pageOf } from './scene.ts';

// ⌘K: every act of the open matter and every page, by typing some of its name.

test('goes to a page, a unit, a person and a matter by a few letters', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const [matter] = await assigned(office, [{ text: '清点应急物资储备', lead: '市应急局' }]);
  await office.goto('/');
  const h1 = office.getByRole('heading', { level: 1 });
  await expect(h1).toBeVisible();
  const palette = office.getByRole('dialog', { name: '命令面板' });
  const ask = async (words: string) => {
    await office.keyboard.press('Control+k');
    await expect(palette.getByRole('combobox')).toBeFocused();
    await office.keyboard.type(words);
  };

  await ask('tz');
  await expect(palette.getByRole('option', { name: '台账', exact: true })).toHaveAttribute('aria-selected', 'true');
  await office.keyboard.press('Enter');
  await expect(h1).toHaveText('台账');
  await expect(palette).toHaveCount(0);

  await ask('yjj');
  await palette.getByRole('option', { name: /^市应急局/ }).click();
  await expect(office).toHaveURL(/unit=/);

  await ask('林一帆');
  await palette.getByRole('option', { name: /^林一帆/ }).click();
  await expect(office).toHaveURL(/person=/);

  await ask('应急物资');
  await expect(palette.getByRole('option', { name: new RegExp(matter!.text) })).toBeVisible();
  expect(await wrongOn(office, { within: 'dialog[open]' })).toEqual([]);
  await palette.getByRole('option', { name: new RegExp(matter!.text) }).click();
  await expect(h1).toHaveText(matter!.text);

  await ask('没有这回事');
  await office.keyboard.press('Enter');
  await expect(h1).toHaveText('台账');
  await expect(office).toHaveURL(/q=/);
});

test('Enter before the answer searches for what was typed, and opens nothing that fewer letters had found', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const [matter] = await assigned(office, [{ text: '修补滨河步道护栏', lead: '市城管局' }]);
  await office.goto('/calendar');
  const h1 = office.getByRole('heading', { level: 1 });
  await expect(h1).toBeVisible();
  await office.keyboard.press('Control+k');
  const palette = office.getByRole('dialog', { name: '命令面板' });
  const typed = palette.getByRole('combobox');
  await typed.fill('滨河步道');
  await expect(palette.getByRole('option', { name: new RegExp(matter!.text) })).toBeVisible();
  // From here on nothing that is looked for is answered.
  await office.route(/\/api\/find/u, () => undefined);
  await typed.fill('滨河步道护墙');
  await expect(palette.getByRole('option', { name: new RegExp(matter!.text) })).toHaveCount(0);
  await office.keyboard.press('Enter');
  await expect(h1).toHaveText('台账');
  await expect(office).toHaveURL((url) => url.searchParams.get('q') === '滨河步道护墙');
});

test('opens the form of an act of the open matter, and says why others are off', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const [matter] = await assigned(office, [{ text: '校准桥梁限高架', lead: '市交通局' }]);
  await office.goto(`/matters/${matter!.id}`);
  await expect(office.getByRole('heading', { level: 1 })).toHaveText(matter!.text);
  await office.keyboard.press('Control+k');
  const palette = office.getByRole('dialog', { name: '命令面板' });
  const off = palette.getByRole('option', { name: /^核查通过/ });
  await expect(off).toHaveAttribute('aria-disabled', 'true');
  await expect(off).toContainText('已办结待核查');
  await office.keyboard.type('核查通过');
  await office.keyboard.press('Enter');
  await expect(palette).toBeVisible();
  await palette.getByRole('combobox').fill('催办');
  await office.keyboard.press('Enter');
  const form = office.getByRole('form', { name: /^催办/ });
  await form.getByLabel('催办的话（选填）').fill('本周内报来');
  await office.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  expect((await matterOf(office, matter!.id)).counts.reminders).toBe(1);
});

test('in a list it offers the acts of the row that the keys stand on; where they stand on none, it says to choose one', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const [matter] = await assigned(office, [{ text: '更换老化的井盖', lead: '市城管局' }]);
  await office.goto('/ledger?scope=all&sort=newest&q=更换老化的井盖');
  await expect(office.locator(`[data-row="${matter!.id}"]`)).toBeVisible();
  const palette = office.getByRole('dialog', { name: '命令面板' });
  await office.keyboard.press('Control+k');
  await palette.getByRole('combobox').fill('催办');
  const none = palette.getByRole('option', { name: /^要办理事项，先选一行/ });
  await expect(none).toHaveAttribute('aria-disabled', 'true');
  await expect(none).toContainText('按 j、k 移到那一行');
  await expect(palette.getByRole('option', { name: /^催办/ })).toHaveCount(0);
  await office.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  await office.keyboard.press('j');
  await expect(office.locator(`[data-row="${matter!.id}"]`)).toBeFocused();
  await office.keyboard.press('Control+k');
  await expect(palette).toContainText('对这一行的事项');
  await office.keyboard.type('催办');
  await expect(palette.getByRole('option', { name: /^催办/ })).toContainText(matter!.number);
  await office.keyboard.press('Enter');
  const form = office.getByRole('form', { name: /^催办/ });
  await form.getByLabel('催办的话（选填）').fill('请抓紧');
  await office.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  expect((await matterOf(office, matter!.id)).counts.reminders).toBe(1);
});

test('does what is done everywhere: notices, import, export, columns, printing, the password, the way out, by sound or initials', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await office.addInitScript(() => {
    window.print = () => void (document.body.dataset['printed'] = 'yes');
  });
  const palette = office.getByRole('dialog', { name: '命令面板' });
  const h1 = office.getByRole('heading', { level: 1 });
  const ask = async (words: string, name: string) => {
    await office.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill(words);
    await palette.getByRole('option', { name }).first().click();
    await expect(palette).toHaveCount(0);
  };
  await office.goto('/rounds');
  await expect(h1).toBeVisible();
  for (const [words, name, address] of [
    ['tongzhi', '通知', /notices$/],
    ['dr', '导入', /import$/],
    ['taizhang', '台账', /ledger/],
  ] as const) {
    await ask(words, name);
    await expect(office).toHaveURL(address);
  }
  await expect(office.getByRole('button', { name: '列与密度' })).toBeVisible();
  await ask('lymd', '列与密度');
  await expect(office.getByRole('checkbox', { name: '领域' })).toBeVisible();
  await office.keyboard.press('Escape');
  const begun = office.waitForRequest((request) => request.url().endsWith('/api/exports'));
  await ask('daochu', '导出 CSV');
  expect((await begun).postDataJSON()).toMatchObject({ format: 'csv', list: { kind: 'ledger' } });
  await ask('dayin', '打印');
  await expect(office.locator('body[data-printed]')).toHaveCount(1);
  await ask('xgmm', '修改密码');
  await expect(office).toHaveURL(/password$/);
  await office.goto('/ledger');
  await expect(h1).toBeVisible();
  await ask('tuichu', '退出登录');
  await expect(office.getByLabel('登录名')).toBeVisible();
});

test('the keys are told on their sheet', async ({ browser }) => {
  const desk = await pageOf(browser, 'fagai');
  await desk.goto('/ledger');
  await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();
  await desk.keyboard.press('?');
  const sheet = desk.getByRole('dialog', { name: '键盘' });
  for (const words of ['选中这一行', '在列表旁打开这一行', '命令面板']) await expect(sheet).toContainText(words);
});
