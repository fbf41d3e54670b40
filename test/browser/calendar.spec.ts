import { addDays, dayOf, weekday } from '../../src/kernel/index.ts';
import { act, assigned, evidence, follow, pageOf, seatOf } from './scene.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';

// The week laid out by days, and a meeting's round on the wall of its room.

const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };
const WALL = { viewport: { width: 1920, height: 1080 } };

/** A day some weeks ahead on which the demo has nothing due. */
const farDay = (n: number): string => {
  const day = addDays(dayOf(new Date()), 200 + n);
  return addDays(day, 1 - weekday(day));
};

test('what falls due stands on its day, the day opens the rest, and a make-up day says so', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', DESK);
  const due = farDay(0);
  const words = [1, 2, 3, 4, 5, 6].map((n) => `日历第${n}件：查明一处积水点的成因`);
  await assigned(
    office,
    words.map((text) => ({ text, lead: '市水利局', due })),
  );
  await office.goto(`/calendar?month=${due.slice(0, 7)}`);
  const day = office
    .getByRole('listitem')
    .filter({ has: office.getByRole('heading', { level: 2 }).getByText(text(due)) });
  await expect(day.getByRole('link', { name: /日历第/u })).toHaveCount(4);
  await day.getByRole('link', { name: '还有 2 件' }).click();
  await expect(office.locator('main [data-row]')).toHaveCount(6);

  // The first of October is the one holiday that needs no notice to be known.
  await follow(office, '/calendar?month=2026-10');
  const holiday = office.getByRole('listitem').filter({ hasText: '国庆节' }).first();
  await expect(holiday).toContainText('休');
  await expect(office.getByRole('main').getByRole('listitem').filter({ hasText: '班' }).first()).toContainText(
    '国庆节',
  );
});

test('a unit sees its own deadlines, on a phone as a list of the days that have any', async ({ browser }) => {
  const office = await seatOf('ducha');
  const due = farDay(7);
  await assigned(office, [
    { text: '手机日历：完成一次泵站检修', lead: '市发改委', due },
    { text: '手机日历：别的单位的事', lead: '市水利局', due },
  ]);
  const unit = await pageOf(browser, 'fagai', PHONE);
  await unit.goto(`/calendar?month=${due.slice(0, 7)}`);
  await expect(unit.getByText('手机日历：完成一次泵站检修')).toBeVisible();
  await expect(unit.getByText('手机日历：别的单位的事')).toHaveCount(0);
  await expect(unit.getByRole('heading', { level: 2 }).locator('visible=true')).toHaveCount(1);
});

test('on the wall the nearest stands first, and what is struck off elsewhere is counted there by itself', async ({
  browser,
}) => {
  const office = await seatOf('ducha');
  const today = dayOf(new Date());
  const [calm, soon] = await assigned(office, [
    { text: '大屏：还早的一件', lead: '市水利局', due: addDays(today, 60) },
    { text: '大屏：就要到期的一件', lead: '市水利局', due: addDays(today, 1) },
  ]);
  const wall = await pageOf(browser, 'shizhang', WALL);
  await wall.goto(`/rounds/${soon!.round}/wall`);
  await expect(wall.getByRole('listitem').filter({ hasText: '大屏' })).toHaveText([/就要到期/, /还早/]);
  await expect(wall.getByText('已销号 0 / 2').first()).toBeVisible();

  const unit = await seatOf('shuili');
  await act(unit, calm!.id, 'accept');
  await act(unit, calm!.id, 'answer', { result: '已办结', files: [await evidence(unit, '验收单.txt', '合格')] });
  await act(office, calm!.id, 'verify');
  await act(office, calm!.id, 'close');
  await expect(wall.getByText('已销号 1 / 2').first()).toBeVisible({ timeout: 30_000 });
  await wall.keyboard.press('Escape');
  await expect(wall).toHaveURL(new RegExp(`/rounds/${soon!.round}$`, 'u'));
});

test('the way back from the wall is set apart from the day beside it by more than its colour', async ({ browser }) => {
  const office = await seatOf('ducha');
  const [row] = await assigned(office, [{ text: '大屏：路灯不亮的一件', lead: '市水利局' }]);
  const wall = await pageOf(browser, 'shizhang', { ...PHONE, colorScheme: 'dark' });
  await wall.goto(`/rounds/${row!.round}/wall`);
  await expect(wall.getByRole('listitem').filter({ hasText: '大屏' })).toBeVisible();
  expect(await wrongOn(wall, { rules: { type: 'rule', values: ['link-in-text-block'] } })).toEqual([]);
});

/** `6月8日 周一` in the page's own way, without its year. */
const text = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

test('a calendar that is printed from a dark page is printed in the colours of paper, and is dark again after', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', { ...DESK, colorScheme: 'dark' });
  await office.goto('/calendar');
  const theme = () => office.evaluate(() => document.documentElement.dataset['theme']);
  await expect.poll(theme).toBe('dark');
  await office.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect.poll(theme).toBe('light');
  await expect(office.locator('body')).toHaveCSS('color', 'rgb(31, 35, 40)');
  await office.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await expect.poll(theme).toBe('dark');
});
