import type { Locator, Page } from '@playwright/test';
import type { Unit } from '../../src/directory/contract.ts';
import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import type { MatterRow } from '../../src/matters/contract.ts';
import type { RoundPage, RoundView } from '../../src/matters/rounds/round.contract.ts';
import type { z } from 'zod';
import { expect, test } from './app.ts';
import { assigned, pageOf, read } from './scene.ts';

// How the ledger lies on the smallest phone and at a desk: what must be read of a row can be read whole.

const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 360, height: 640 };
const DESK = { width: 1440, height: 900 };
/** The bars that stand over the page on a phone. */
const [TOP_BAR, BOTTOM_BAR] = [48, 57];

/** A hundred and some days late, the office too, and a co-unit: a row that says as much as any can. */
const worst = (row: MatterRow, unit: string): MatterRow => ({
  ...row,
  text: '牵头制定并组织实施全市老旧小区改造和城市更新三年行动计划，逐月通报进展情况，年底前完成验收并向社会公布结果',
  phase: 'answered',
  stage: 'answered',
  due: '2025-12-31',
  slip: 'overdue',
  workdaysLeft: -125,
  lateCo: { unit, workdaysLate: 118, others: 2 },
  office: { due: '2026-01-05', slip: 'overdue', workdaysLeft: -112 },
});

async function speak(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem('huiyin.language', chosen), language);
}

/** The ledger with nothing but rows that say the most. */
async function fullOfWorst(page: Page): Promise<void> {
  const [{ rows }, units] = [
    await read<MatterPage>(page, '/api/matters?phase=any'),
    await read<{ rows: Unit[] }>(page, '/api/units'),
  ];
  const longest = units.rows.toSorted((a, b) => (b.shortName ?? b.name).length - (a.shortName ?? a.name).length)[0]!;
  const told = rows.slice(0, 10).map((row, n) => {
    const { lateCo, ...rest } = worst({ ...row, lead: longest.id }, longest.id);
    return n % 2 ? rest : { ...rest, lateCo };
  });
  await page.route('**/api/matters?*', (route) => route.fulfill({ json: { rows: told, next: null } }));
}

/** Those of some elements that reach out of what holds them, or whose own words do not fit. */
const cutOff = (of: Locator, holder: string): Promise<string[]> =>
  of.evaluateAll(
    (all, within) =>
      all
        .filter((one) => {
          const [mine, room] = [one.getBoundingClientRect(), one.closest(within)!.getBoundingClientRect()];
          return (
            mine.right > room.right + 0.5 || mine.bottom > room.bottom + 0.5 || one.scrollWidth > one.clientWidth + 1
          );
        })
        .map((one) => one.textContent),
    holder,
  );

for (const language of ['zh', 'en'] as const) {
  test(`a slip stands whole in the table at a desk, in ${language}`, async ({ browser }) => {
    const office = await pageOf(browser, 'ducha', { viewport: DESK });
    await speak(office, language);
    await fullOfWorst(office);
    await office.goto('/ledger');
    const slips = office.locator('td[data-column="slip"] [data-slip]');
    await expect(slips).toHaveCount(10);
    await expect(slips.first()).toContainText('125');
    expect(await cutOff(slips, 'td')).toEqual([]);
    expect(await cutOff(office.locator('td[data-column="stage"], td[data-column="due"]'), 'td')).toEqual([]);
    const own = office.locator('tbody tr').nth(1).locator('td div [data-slip]');
    await expect(own).toContainText('112');
    expect(await cutOff(own, 'td')).toEqual([]);
    const words = await office.locator('tbody tr a').first().boundingBox();
    expect(words!.width).toBeGreaterThan(119);
  });

  test(`on the narrowest phone nothing of a line reaches out of it, in ${language}`, async ({ browser }) => {
    const office = await pageOf(browser, 'ducha', { viewport: NARROWEST });
    await speak(office, language);
    await fullOfWorst(office);
    await office.goto('/ledger');
    const lines = office.locator('main li[data-line]');
    await expect(lines.first()).toBeVisible();
    // A long name of a unit may be cut at its end, but how late it is stands before it.
    await expect(lines.first().locator('[data-slip]').nth(1)).toContainText(/118.*：|118.*:/u);
    expect(await cutOff(office.locator('main li[data-line] [data-slip]'), 'article')).toEqual([]);
    expect(await cutOff(lines, 'ol')).toEqual([]);
    // How far it is stands whole; the weekday goes before it would be cut.
    const stages = lines.locator('article > div:first-child > span:last-child');
    if (language === 'zh') expect(await cutOff(stages, 'article')).toEqual([]);
  });
}

test('where the usual columns have no room the ledger shows lines, and a table to whoever chose columns', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', { viewport: { width: 1024, height: 768 } });
  await office.goto('/ledger');
  const words = office.locator('main li[data-line] a');
  await expect(words.first()).toBeVisible();
  expect(await cutOff(words, 'article')).toEqual([]);
  await office.getByRole('button', { name: '列与密度' }).click();
  await office.locator('#ledger-looks').getByLabel('领域').check();
  await expect(office.locator('main tbody tr').first()).toBeVisible();
  await office.goto('/ledger');
  await expect(office.locator('main tbody tr').first(), 'remembered on this machine').toBeVisible();
});

test('beside the words of a matter it gives way which co-unit is late, before the words are cut', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', { viewport: DESK });
  await office.goto('/ledger');
  const who = office.locator('main tbody [data-who]').first();
  await expect(who).toBeVisible();
  await office.setViewportSize({ width: 1280, height: 720 });
  await expect(who).toBeHidden();
  await expect(who.locator('..').locator('..')).toHaveAttribute('title', /配合单位/u);
});

test('ticks are in the page’s own colour, days stand by twos, and the menu of columns ends on the page', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', { viewport: DESK });
  await office.goto('/ledger');
  await expect(office.locator('main tbody input').first()).toHaveCSS('accent-color', 'rgb(15, 107, 92)');
  await office.getByRole('button', { name: '筛选' }).click();
  for (const [from, to] of [
    ['到期日自', '到期日至'],
    ['登记日自', '登记日至'],
    ['最近办理自', '最近办理至'],
  ] as const) {
    const [left, right] = [office.getByLabel(from), office.getByLabel(to)];
    // For a moment something stands for each field, and goes.
    const level = async () => (await left.boundingBox())?.y === (await right.boundingBox())?.y;
    await expect.poll(level, { message: from }).toBe(true);
  }
  await office.getByRole('button', { name: '列与密度' }).click();
  const menu = (await office.locator('#ledger-looks').boundingBox())!;
  expect(menu.y).toBeGreaterThanOrEqual(0);
  expect(menu.y + menu.height).toBeLessThanOrEqual(DESK.height);
});

test('a phone shows at least five whole matters of the ledger between its bars, each with its unit', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', { viewport: PHONE });
  await office.goto('/ledger');
  const lines = office.locator('main li[data-line]');
  await expect(lines.nth(5)).toBeAttached();
  const whole = await lines.evaluateAll(
    (all, [top, bottom]) =>
      all.filter((one) => {
        const { top: from, bottom: to } = one.getBoundingClientRect();
        return from >= top! && to <= window.innerHeight - bottom!;
      }).length,
    [TOP_BAR, BOTTOM_BAR],
  );
  expect(whole).toBeGreaterThanOrEqual(5);
  for (const words of await lines.locator('p').allInnerTexts()) expect(words).toMatch(/^(牵头 |未定牵头单位)/u);
});

test('a line is as high as its words need, and its words stand in it whole up to the second row', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', { viewport: PHONE });
  const [short, long] = [
    '丈量河堤甲',
    '丈量河堤乙段及其上下游各一公里范围内的全部护岸、闸门、泵站和巡查道路，并逐一登记造册',
  ];
  await assigned(office, [
    { text: short, lead: '市水利局' },
    { text: long, lead: '市水利局' },
  ]);
  await office.goto('/ledger?q=丈量河堤&scope=all');
  const line = (text: string) => office.locator('main li[data-line]').filter({ hasText: text });
  const [low, high] = [await line(short).boundingBox(), await line(long).boundingBox()];
  expect(high!.height - low!.height).toBeGreaterThan(15);
  const { scroll, client } = await line(long)
    .locator('a')
    .evaluate((words) => ({ scroll: words.scrollHeight, client: words.clientHeight }));
  expect(scroll).toBeLessThanOrEqual(client + 2);
});

test('the office’s own delay fits on a card of the round', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', { viewport: DESK });
  await speak(office, 'en');
  const { rows } = await read<z.infer<typeof RoundPage>>(office, '/api/rounds');
  const { id } = rows[0]!;
  const units = await read<{ rows: Unit[] }>(office, '/api/units');
  const view = await read<RoundView>(office, `/api/rounds/${id}`);
  const matters = view.matters.map((row) => worst(row, units.rows[0]!.id));
  await office.route(`**/api/rounds/${id}`, (route) => route.fulfill({ json: { ...view, matters } }));
  await office.goto(`/rounds/${id}`);
  const slips = office.locator('main a[data-row] > [data-slip]');
  await expect(slips.first()).toContainText('112');
  expect(await cutOff(slips, 'a')).toEqual([]);
});
