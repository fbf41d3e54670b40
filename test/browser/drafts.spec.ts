import type { Locator, Page } from '@playwright/test';
import { account, expect, test } from './app.ts';
import { act, assigned, follow, pageOf, seatOf } from './scene.ts';

// Words that were typed and not sent wait on this machine: where they wait is seen without opening every form.

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

for (const [where, options] of [
  ['at a desk', {}],
  ['on a phone', PHONE],
] as const)
  test(`a draft is marked on its act, on the row of the ledger and of the workbench, ${where}, until it is sent`, async ({
    browser,
  }) => {
    const office = await seatOf('ducha');
    const text = `草稿标记：${where === 'at a desk' ? '检修路灯' : '清理河道'}`;
    const [row] = await assigned(office, [{ text, lead: '市发改委', co: ['市财政局', '市水利局'] }]);
    const page = await pageOf(browser, 'fagai', options);
    const mark = page.locator('main').getByText('有草稿');
    const form = page.getByRole('form');
    const more = page.getByRole('button', { name: /^其他 \d+ 项/ });
    const open = async () => {
      if (where === 'on a phone') await more.click();
      await page.getByRole('button', { name: /^备注/ }).click();
    };
    await page.goto(`/matters/${row!.id}`);
    await open();
    await form.getByRole('textbox').fill('   ');
    await form.getByRole('button', { name: '取消' }).click();
    await expect(more.or(page.getByRole('button', { name: /^备注/ })).first()).toBeVisible();
    await expect(mark).toHaveCount(0);

    await open();
    await form.getByRole('textbox').fill('明天到现场');
    await form.getByRole('button', { name: '取消' }).click();
    if (where === 'on a phone') {
      await expect(more).toContainText('有草稿');
      await more.click();
    }
    await expect(page.getByRole('button', { name: '备注 有草稿' })).toBeVisible();
    await expect(mark).toHaveCount(1);

    await page.goto(`/ledger?q=${encodeURIComponent(text)}`);
    const line = page.locator('[data-line]').filter({ hasText: text });
    await expect(line.getByText('有草稿')).toBeVisible();
    // Rows are of one height, and what does not fit beside the number is cut off: this must not be.
    const foot = (place: Locator) => place.boundingBox().then((box) => box!.y + box!.height);
    const beside = line.getByText('有草稿').locator('..');
    expect(await foot(line.getByText('有草稿'))).toBeLessThanOrEqual((await foot(beside)) + 1);
    await expect(page.getByTitle('写了还没有提交，留在本机：备注')).toBeVisible();
    await page.goto('/');
    const todo = page.getByRole('listitem').filter({ hasText: text }).first();
    await expect(todo.getByText('有草稿')).toBeVisible();

    await follow(page, `/matters/${row!.id}`);
    await open();
    await expect(form.getByRole('textbox')).toHaveValue('明天到现场');
    await form.getByRole('button', { name: '备注', exact: true }).click();
    await expect(form).toHaveCount(0);
    await expect(mark).toHaveCount(0);
    await act(page, row!.id, 'accept');
  });

test('open in two tabs a draft is one: written in either, it is whole in both, and sent from one it is not kept any more', async ({
  browser,
}) => {
  const office = await seatOf('ducha');
  const [row] = await assigned(office, [{ text: '两个标签页：检修泵站', lead: '市发改委' }]);
  const first = await pageOf(browser, 'fagai');
  const second = await first.context().newPage();
  const words = (page: Page) => page.getByRole('form').getByRole('textbox');
  for (const page of [first, second]) {
    await page.goto(`/matters/${row!.id}`);
    await page.getByRole('button', { name: /^备注/ }).click();
    await expect(words(page)).toBeVisible();
  }
  await words(first).fill('上午去看');
  await expect(words(second)).toHaveValue('上午去看');
  await words(second).fill('上午去看，带图纸');
  await expect(words(first)).toHaveValue('上午去看，带图纸');

  await first.reload();
  await first.getByRole('button', { name: /^备注/ }).click();
  await expect(words(first)).toHaveValue('上午去看，带图纸');
  await words(first).fill('上午去看，带图纸和钥匙');
  await expect(words(second)).toHaveValue('上午去看，带图纸和钥匙');
  await second.getByRole('form').getByRole('button', { name: '备注', exact: true }).click();
  await expect(second.getByRole('form')).toHaveCount(0);
  await expect(second.getByText('上午去看，带图纸和钥匙').first()).toBeVisible();
  await expect.poll(() => keptHere(first)).toEqual([]);
});

const keptHere = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('huiyin.draft.')));
async function enter(page: Page, login: string): Promise<void> {
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码').fill(account(login).password);
  await page.getByLabel('密码').press('Enter');
  await expect(page.getByLabel('密码')).toHaveCount(0);
}

test('whoever signs out with words not sent is asked first, and leaves none on the machine; an ended session keeps them', async ({
  browser,
}) => {
  const office = await seatOf('ducha');
  const [row] = await assigned(office, [{ text: '清点共享电脑上的草稿', lead: '市发改委' }]);
  const page = await pageOf(browser, 'fagai');
  const note = page.getByRole('form').getByRole('textbox');
  const question = page.getByRole('dialog', { name: '有 1 份草稿没有提交' });
  const leave = async () => {
    await page.getByRole('button', { name: /换岗位或退出/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
  };
  await page.goto(`/matters/${row!.id}`);
  await page.getByRole('button', { name: /^备注/ }).click();
  await note.fill('只有我能看的话');

  await page.context().clearCookies();
  await page.goto(`/matters/${row!.id}`);
  await enter(page, 'fagai');
  await page.getByRole('button', { name: /^备注/ }).click();
  await expect(note).toHaveValue('只有我能看的话');

  await leave();
  await question.getByRole('button', { name: '先不退出' }).click();
  await expect(note).toHaveValue('只有我能看的话');
  await page.goto('/me');
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(question).toContainText('从这台设备上删除');
  await question.getByRole('button', { name: '删除草稿并退出' }).click();
  await expect(page.getByLabel('登录名')).toBeVisible();
  expect(await keptHere(page)).toEqual([]);

  await enter(page, 'fagai');
  await page.goto('/me');
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByLabel('登录名')).toBeVisible();
});
