import { randomInt } from 'node:crypto';
import { expect, test } from './app.ts';
import { assigned, follow, pageOf } from './scene.ts';

// What a person sees at a glance: numbers as they are printed, words that are not cut, what comes next first.

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

test('a matter’s number is set close, in the ledger and over its words', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/ledger?scope=all');
  /** How wide its opening bracket is, in characters of its size. */
  const bracket = (selector: string) =>
    office
      .locator(selector)
      .filter({ hasText: '〔' })
      .first()
      .evaluate((element) => {
        const words = [...element.childNodes].find((node) => node.textContent?.includes('〔'))!;
        const at = words.textContent!.indexOf('〔');
        const range = document.createRange();
        range.setStart(words, at);
        range.setEnd(words, at + 1);
        return range.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(element).fontSize);
      });
  expect(await bracket('td[data-column="number"]')).toBeLessThan(0.7);
  await office.locator('[data-row]').first().click();
  expect(await bracket('main header span')).toBeLessThan(0.7);
});

test('on a phone the search says what it takes without being cut', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', { ...PHONE, viewport: { width: 360, height: 740 } });
  await office.goto('/');
  const field = office.getByRole('searchbox');
  await expect(field).toHaveAttribute('placeholder', /姓名$/u);
  const [room, words] = await field.evaluate((input: HTMLInputElement) => {
    const pen = document.createElement('canvas').getContext('2d')!;
    pen.font = getComputedStyle(input).font;
    return [input.clientWidth, pen.measureText(input.placeholder).width];
  });
  expect(words).toBeLessThanOrEqual(room!);
});

test('an administrator’s phone has the administration under the thumb, and no other seat’s has', async ({
  browser,
}) => {
  const [admin, office] = [await pageOf(browser, 'guanli', PHONE), await pageOf(browser, 'ducha', PHONE)];
  await admin.goto('/');
  await admin.getByRole('navigation').getByRole('link', { name: '管理' }).locator('visible=true').click();
  await expect(admin).toHaveURL(/\/admin/u);
  await office.goto('/');
  await expect(office.getByRole('link', { name: '台账' }).locator('visible=true')).toBeVisible();
  await expect(office.getByRole('link', { name: '管理' }).locator('visible=true')).toHaveCount(0);
});

test('on a phone what a unit already has is first of all urged', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', PHONE);
  const [matter] = await assigned(office, [{ text: '疏通城南排涝沟渠', lead: '市水利局' }]);
  await office.goto(`/matters/${matter!.id}`);
  await expect(office.getByRole('region', { name: '我可以' }).getByRole('button').first()).toHaveText('催办');
});

test('a very long matter folds after four lines, on a phone and beside the list, and opens when asked for', async ({
  browser,
}) => {
  const text = `${'逐户走访规上工业企业并摸清产值下滑原因，'.repeat(13)}${randomInt(1e6)}`;
  const office = await pageOf(browser, 'ducha', PHONE);
  const [matter, short] = await assigned(office, [
    { text, lead: '市水利局' },
    { text: '清运渣土', lead: '市水利局' },
  ]);
  await office.goto(`/matters/${matter!.id}`);
  const heading = office.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(text);
  expect((await heading.boundingBox())!.height).toBeLessThan(4.5 * 28);
  await office.getByRole('button', { name: '展开', exact: true }).click();
  expect((await heading.boundingBox())!.height).toBeGreaterThan(8 * 28);
  await office.getByRole('button', { name: '收起', exact: true }).click();
  expect((await heading.boundingBox())!.height).toBeLessThan(4.5 * 28);

  await follow(office, `/matters/${short!.id}`);
  await expect(heading).toHaveText('清运渣土');
  await expect(office.getByRole('button', { name: '展开', exact: true })).toHaveCount(0);
  const desk = await pageOf(browser, 'ducha', { viewport: { width: 1440, height: 900 } });
  await desk.goto(`/ledger?scope=all&open=${matter!.id}`);
  await expect(desk.getByRole('button', { name: '展开', exact: true })).toBeVisible();
});

test('a mayor reads of each overdue matter once, and is told how many stand above', async ({ browser }) => {
  const mayor = await pageOf(browser, 'shizhang');
  await mayor.goto('/');
  const reminders = mayor.getByRole('main').getByRole('listitem').filter({ hasText: '可催办' });
  await expect(mayor.getByText(/^其中 \d+ 件已列在上面/u)).toBeVisible();
  const ids = await reminders
    .locator('[data-row]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-row')));
  expect(ids.length).toBeGreaterThan(3);
  expect(new Set(ids).size).toBe(ids.length);
  // By the filter the brief is away, and nothing is missing.
  await mayor.getByRole('navigation', { name: '今天的事' }).getByRole('link', { name: /逾期/u }).click();
  await expect(mayor.getByText(/^其中 \d+ 件已列在上面/u)).toHaveCount(0);
  await expect(reminders.locator(`[data-row="${ids[0]}"]`)).toBeVisible();
});

test('buttons beside each other are of one height on a phone', async ({ browser }) => {
  const admin = await pageOf(browser, 'guanli', PHONE);
  await admin.goto('/admin/units');
  const [link, button] = await Promise.all([
    admin.getByRole('link', { name: '导入' }).boundingBox(),
    admin.getByRole('button', { name: '新增单位' }).boundingBox(),
  ]);
  expect(button!.height).toBe(link!.height);
});

test('a search that takes its time shows that it is under way, and says not yet that nothing was found', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/ledger?scope=all&q=没有的字样');
  await expect(office.getByText('没有的字样').first()).toBeVisible();
  const none = office.getByText(/没有(找到|符合)/u).first();
  await expect(none).toBeVisible();
  await office.route('**/api/matters?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await office.getByRole('searchbox').fill('雨污混接');
  await office.getByRole('searchbox').press('Enter');
  await expect(office.getByRole('status', { name: '正在加载' })).toBeVisible({ timeout: 2500 });
  await expect(none).toBeHidden();
  await expect(office.locator('[data-row]').first()).toBeVisible();
});

test('every choice among the filters says that without one anything will do', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/ledger?scope=all');
  await office.getByRole('button', { name: /^筛选/u }).click();
  const fields = office.getByRole('region', { name: '筛选' });
  const choices = fields.getByRole('combobox').and(fields.locator('.ant-select input'));
  await expect(choices.first()).toBeVisible();
  await expect(fields.locator('[data-stand]')).toHaveCount(0);
  await expect(fields.locator('.ant-select').filter({ hasText: /^不限/u })).toHaveCount(await choices.count());
});

test('who wants nothing to move sees every change at once: nothing is on its way to another colour', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', { reducedMotion: 'reduce' });
  await office.goto('/');
  await expect(office.getByRole('heading', { level: 1 })).toBeVisible();
  const moving = () =>
    office.evaluate(() => {
      for (const ink of ['#111', '#999']) {
        document.documentElement.style.setProperty('--ink', ink);
        getComputedStyle(document.body).getPropertyValue('color');
      }
      return document.getAnimations().length;
    });
  await expect.poll(moving, 'what was fetched shows no more that it is waited for').toBe(0);
});
