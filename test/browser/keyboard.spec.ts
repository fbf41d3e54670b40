import type { Locator, Page } from '@playwright/test';
import { account, expect, test } from './app.ts';
import { act, assigned, evidence, matterOf, pageOf, seatOf } from './scene.ts';

const UNIT = { login: 'weijian', name: '市卫健委' };

/** Whether one can see where the focus is: a ring or a shadow around what holds it, or around the field that it is in. */
const focusIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const shows = (element: Element | null): boolean => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    };
    const here = document.activeElement;
    return [here, here?.parentElement, here?.closest('.ant-select')].some((one) => shows(one ?? null));
  });

/** Walks on with Tab until the focus is there; every stop on the way must be seen. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160));
    expect(await focusIsSeen(page), `the focus is not to be seen at ${at}`).toBe(true);
    if (await place.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('forty steps of Tab do not lead there');
}

/** Walks the list to its end and back until the focus is on that row. */
async function walkTo(page: Page, row: Locator): Promise<void> {
  const there = () => row.evaluate((element) => element === document.activeElement);
  const length = await page.locator('main [data-row]').count();
  for (const key of ['j', 'k']) for (let n = 0; n < length && !(await there()); n++) await page.keyboard.press(key);
  await expect(row).toBeFocused();
}

test('a handler does the work by keyboard alone', async ({ page }) => {
  const office = await seatOf('ducha');
  const tasks = ['抽查社区卫生站夜间值守', '公布家庭医生名册', '补齐母婴室标识'].map((text) => ({
    text,
    lead: UNIT.name,
  }));
  const matters = await assigned(office, tasks);
  const rows = page.locator('main [data-row]');
  const rowOf = (matter: string) => page.locator(`[data-row="${matter}"]`);
  const h1 = page.getByRole('heading', { level: 1 });

  await test.step('signs in', async () => {
    await page.goto('/');
    await expect(page.getByLabel('登录名')).toBeFocused();
    expect(await focusIsSeen(page)).toBe(true);
    await page.keyboard.type(UNIT.login);
    await page.keyboard.press('Tab');
    await page.keyboard.type(account(UNIT.login).password);
    await page.keyboard.press('Enter');
    await expect(rows.nth(2)).toBeVisible();
  });

  await test.step('passes over the bar and the places by the first link', async () => {
    await page.reload();
    await expect(rows.nth(2)).toBeVisible();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: '跳到正文' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  await test.step('walks the list with j and k', async () => {
    await page.keyboard.press('j');
    await expect(rows.nth(0)).toBeFocused();
    expect(await focusIsSeen(page)).toBe(true);
    await page.keyboard.press('j');
    await expect(rows.nth(1)).toBeFocused();
    await page.keyboard.press('k');
    await expect(rows.nth(0)).toBeFocused();
  });

  await test.step('accepts on the row, and the walk goes on from there', async () => {
    const row = page.getByRole('listitem').filter({ has: rowOf(matters[0]!.id) });
    await walkTo(page, rowOf(matters[0]!.id));
    await tabTo(page, row.getByRole('button', { name: /^签收/ }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: '已签收' })).toBeVisible();
    await expect(row).toContainText('待办结反馈');
  });

  await test.step('opens a matter with Enter and arrives at its heading', async () => {
    await walkTo(page, rowOf(matters[1]!.id));
    await page.keyboard.press('Enter');
    await expect(h1).toHaveText(tasks[1]!.text);
    await expect(h1).toBeFocused();
  });

  await test.step('leaves a form with Escape, sends one with Ctrl-Enter, and is back at the acts each time', async () => {
    const accept = page.getByRole('button', { name: '签收' });
    await tabTo(page, accept);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('form', { name: /^签收/ }).getByLabel('说明')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(accept).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('form', { name: /^签收/ }).getByLabel('说明')).toBeFocused();
    await page.keyboard.type('今天开始');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('status').filter({ hasText: '已签收' })).toBeVisible();
    await expect(page.getByRole('region', { name: '我可以' }).getByRole('button').first()).toBeFocused();
    expect((await matterOf(office, matters[1]!.id)).row.stage).toBe('working');
  });

  await test.step('searches from anywhere, and comes back to the row that was opened', async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('母婴室');
    await page.keyboard.press('Enter');
    await expect(h1).toHaveText('台账');
    await expect(rowOf(matters[2]!.id)).toBeVisible();
    await expect(h1).toBeFocused();
    await walkTo(page, rowOf(matters[2]!.id));
    await page.keyboard.press('Enter');
    await expect(h1).toHaveText(tasks[2]!.text);
    await page.goBack();
    await expect(rowOf(matters[2]!.id)).toBeFocused();
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
  });

  await test.step('asks for the keys, and is back where it was', async () => {
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: '键盘' });
    await expect(sheet).toBeVisible();
    await expect(sheet).toContainText('Ctrl K');
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });
});

test('the office registers, assigns, reminds, verifies and strikes off by keyboard alone', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const desk = await seatOf(UNIT.login);
  const { keyboard } = office;
  const h1 = office.getByRole('heading', { level: 1 });
  const said = (words: string) => expect(office.getByRole('status').filter({ hasText: words })).toBeVisible();
  const text = '更新卫生院候诊区座椅并公布完成时间';
  let id = '';

  await test.step('registers by n and assigns, the lead unit found by its initials or its name', async () => {
    await office.goto('/');
    await expect(office.getByRole('link', { name: /^登记/ }).first()).toBeVisible();
    await keyboard.press('n');
    await expect(office.getByLabel('要办的事')).toBeFocused();
    await keyboard.type(text);
    await tabTo(office, office.getByRole('combobox', { name: '牵头单位' }));
    await keyboard.type('卫健');
    await expect(office.getByTitle('市卫生健康委员会', { exact: true }).locator('visible=true').first()).toBeVisible();
    await keyboard.press('Enter');
    await expect(office.getByRole('combobox', { name: '牵头单位' })).toHaveAttribute('aria-expanded', 'false');
    await keyboard.press('Control+Enter');
    await said('已登记并交办');
    await expect(h1).toHaveText(text);
    id = office.url().split('/').at(-1)!;
    expect((await matterOf(office, id)).row.phase).toBe('assigned');
  });

  const byPalette = async (words: string) => {
    await keyboard.press('Control+k');
    await expect(office.getByRole('dialog', { name: '命令面板' }).getByRole('combobox')).toBeFocused();
    await keyboard.type(words);
    await expect(office.getByRole('option', { selected: true })).toContainText(words);
    await keyboard.press('Enter');
    await expect(office.getByRole('form', { name: new RegExp(`^${words}`) })).toBeVisible();
  };

  await test.step('reminds from the palette, on the row of a list', async () => {
    await keyboard.press('/');
    await keyboard.type('候诊区座椅');
    await keyboard.press('Enter');
    await expect(office.locator(`[data-row="${id}"]`)).toBeVisible();
    await walkTo(office, office.locator(`[data-row="${id}"]`));
    await byPalette('催办');
    // From a list of choices too the form is sent, which opens the list no more than it chooses anything of it.
    await expect(office.getByRole('form', { name: /^催办/ }).getByRole('combobox')).toBeFocused();
    await keyboard.press('Control+Enter');
    await said('已催办');
    await expect.poll(async () => (await matterOf(office, id)).counts.reminders).toBe(1);
  });

  await test.step('verifies and strikes off what the unit has answered', async () => {
    await act(desk, id, 'accept');
    await act(desk, id, 'answer', { result: '座椅已更新', files: [await evidence(desk, '座椅.txt', '六排')] });
    await office.goto(`/matters/${id}`);
    await expect(h1).toHaveText(text);
    for (const words of ['核查通过', '销号']) {
      await expect(office.getByRole('region', { name: '我可以' }).getByRole('button', { name: words })).toBeVisible();
      await byPalette(words);
      expect(await focusIsSeen(office)).toBe(true);
      await keyboard.press('Control+Enter');
      await expect(office.getByRole('form', { name: new RegExp(`^${words}`) })).toHaveCount(0);
    }
    await expect.poll(async () => (await matterOf(office, id)).row.phase).toBe('closed');
  });
});
