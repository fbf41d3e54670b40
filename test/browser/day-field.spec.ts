import { randomInt } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import type { z } from 'zod';
import type { RoundPage } from '../../src/matters/rounds/round.contract.ts';
import { addDays, addWorkdays, dayOf, isWorkday, nationalCalendar, workdaysBetween } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { act, assigned, chooseUnit, matterOf, pageOf, read, seatOf, type Asker } from './scene.ts';

const TODAY = dayOf(new Date());
/** A day as a person in an office writes it. */
const written = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** A matter that its unit works on, and the form in which the unit asks for a later day. */
async function asking(office: Asker, desk: Page, text: string): Promise<{ form: Locator; id: string }> {
  const due = addDays(TODAY, 10);
  const [row] = await assigned(office, [{ text, lead: '市教育局', due }]);
  await act(desk, row!.id, 'accept');
  await desk.goto(`/matters/${row!.id}`);
  await desk.getByRole('button', { name: '申请延期' }).click();
  return { form: desk.getByRole('form', { name: /^申请延期/ }), id: row!.id };
}

test('a day is typed as officials write it, says how many working days it is, and is what goes out', async ({
  browser,
}) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'jiaoyu')];
  const { form, id } = await asking(office, desk, '核查校车年检');
  const until = addDays(TODAY, 30);
  const field = form.getByLabel('延期至');
  await field.fill('尽快');
  await form.getByLabel('理由').fill('等检测报告');
  await expect(form.getByRole('alert')).toContainText('看不懂这个日期');
  await form.getByRole('button', { name: '申请延期', exact: true }).click();
  await expect(form.getByText('不是日期。请写成“年-月-日”')).toBeVisible();
  await expect(field).toHaveValue('尽快');

  await field.fill(written(until));
  await form.getByLabel('理由').click();
  await expect(field).toHaveValue(new RegExp(`${written(until)} 周.$`));
  const n = workdaysBetween(nationalCalendar, TODAY, until);
  await expect(form.getByText(`${n} 个工作日`)).toBeVisible();
  await field.click();
  await expect(field).toHaveValue(until);
  // Pressed, the field shows its calendar; in a month of six weeks that lies over the button.
  await desk.keyboard.press('Escape');
  await form.getByRole('button', { name: '申请延期', exact: true }).click();
  await expect(desk.getByRole('status').filter({ hasText: '已申请延期' })).toBeVisible();
  expect((await matterOf(office, id)).extensions).toMatchObject([{ until }]);
});

test('a calendar that comes late takes nothing from under the hands of who types: neither the focus nor what was typed', async ({
  browser,
}) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'jiaoyu')];
  const { form } = await asking(office, desk, '更换操场地胶');
  await desk.route(/DayCalendar.*\.js/u, async (route) => {
    await new Promise((come) => setTimeout(come, 800));
    await route.continue();
  });
  const field = form.getByLabel('延期至');
  const until = addDays(TODAY, 30);
  await field.focus();
  await field.press('ArrowDown');
  await field.pressSequentially(until, { delay: 120 });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(until);
  await field.press('Tab');
  await expect(field).toHaveValue(new RegExp(`${written(until)} 周.$`));
  // A frame that is late does not select what was typed meanwhile.
  await desk.evaluate(() => {
    const soon = requestAnimationFrame;
    window.requestAnimationFrame = (draw) => Number(setTimeout(() => soon(draw), 400));
  });
  const later = addDays(TODAY, 37);
  await form.getByLabel('理由').focus();
  await field.focus();
  await field.press('ControlOrMeta+A');
  await field.pressSequentially(later, { delay: 90 });
  await field.press('Tab');
  await expect(field).toHaveValue(new RegExp(`${written(later)} 周.$`));
});

test('Enter sends no day but the one that is shown: what cannot be read keeps the form here', async ({ browser }) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'jiaoyu')];
  const { form, id } = await asking(office, desk, '更换教室灯具');
  const field = form.getByLabel('延期至');
  const until = addDays(TODAY, 30);
  await form.getByLabel('理由').fill('等灯具到货');
  await field.fill(until);
  await desk.keyboard.press('Tab');
  await field.focus();
  await expect(field).toHaveValue(until);
  for (const typed of ['2月30日', '2026-02-30']) {
    await field.fill(typed);
    await desk.keyboard.press('Enter');
    await expect(form.getByRole('alert')).toContainText('看不懂这个日期');
    await desk.keyboard.press('Control+Enter');
    await expect(field).toHaveValue(typed);
  }
  // Nor does a key sent from another field send the day that stood there before.
  await field.fill(until);
  await field.fill('2月30日');
  await form.getByLabel('理由').press('Control+Enter');
  await expect(form.getByText('不是日期。请写成“年-月-日”')).toBeVisible();
  expect((await matterOf(office, id)).extensions).toEqual([]);

  await field.fill(written(until));
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('status').filter({ hasText: '已申请延期' })).toBeVisible();
  expect((await matterOf(office, id)).extensions).toMatchObject([{ until }]);
});

test('a matter is not registered without the deadline that was typed and could not be read', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/matters/new');
  const form = office.getByRole('form', { name: '登记事项' });
  const text = `修剪行道树${randomInt(1e9)}`;
  await form.getByLabel('要办的事').fill(text);
  await chooseUnit(form.getByRole('combobox', { name: '牵头单位' }), '市城市管理局');
  await form.getByLabel('办结期限').fill('2月30日');
  await office.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toContainText('看不懂这个日期');
  await form.getByRole('button', { name: '登记并交办', exact: true }).click();
  await expect(form.getByRole('alert').filter({ hasText: '“期限”的格式不对' })).toBeVisible();
  const { rows } = await read<{ rows: unknown[] }>(office, `/api/matters?q=${encodeURIComponent(text)}`);
  expect(rows).toEqual([]);
});

test('the calendar is walked by keys, and Escape closes it and not the form', async ({ browser }) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'jiaoyu')];
  const { form } = await asking(office, desk, '更新校园急救箱');
  const field = form.getByLabel('延期至');
  await field.focus();
  await desk.keyboard.press('ArrowDown');
  const sheet = desk.getByRole('dialog', { name: '选日期' });
  const day = (at: string) => sheet.locator(`[data-day="${at}"]`);
  await expect(day(TODAY)).toBeFocused();
  await desk.keyboard.press('ArrowLeft');
  await expect(day(TODAY)).toBeFocused();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('ArrowRight');
  const there = addDays(TODAY, 8);
  await expect(day(there)).toBeFocused();
  const n = workdaysBetween(nationalCalendar, TODAY, there);
  await expect(day(there)).toHaveAccessibleName(new RegExp(`${written(there)} 周.，${n} 个工作日`));
  expect(await wrongOn(desk)).toEqual([]);
  await desk.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(field).toBeFocused();
  await expect(form).toBeVisible();
  await desk.keyboard.press('ArrowDown');
  await expect(day(TODAY)).toBeFocused();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('ArrowRight');
  await expect(day(there)).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(sheet).toBeHidden();
  await expect(field).toHaveValue(there);
});

test('a calendar that comes late takes neither the focus nor what is being typed', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  let bring = (): void => {};
  const called = new Promise<void>((resolve) => (bring = resolve));
  await office.route(/\/DayCalendar-[^/]*\.js$/u, async (route) => {
    await called;
    await route.continue();
  });
  await office.goto('/minutes');
  const field = office.getByLabel('会议日期');
  await field.click();
  await office.keyboard.type('2026-');
  bring();
  await expect(office.getByRole('dialog', { name: '选日期' })).toBeVisible();
  await office.keyboard.type('11-27');
  await expect(field).toHaveValue('2026-11-27');
});

test('holidays and make-up days stand in the calendar as the State Council set them, in both languages', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/minutes');
  for (const [label, open, before, off, worked] of [
    ['会议日期', '打开日历', '上个月', '休', '班'],
    ['Day of the meeting', 'Open the calendar', 'The month before', 'off', 'on'],
  ] as const) {
    const field = office.getByLabel(label);
    await field.fill('2026-09-30');
    await office.getByRole('main').getByRole('button', { name: open }).click();
    const sheet = office.getByRole('dialog');
    const day = (at: string) => sheet.locator(`[data-day="${at}"]`);
    await expect(day('2026-10-01')).toHaveText(`1${off}`);
    await expect(day('2026-10-10')).toHaveText(`10${worked}`);
    await expect(day('2026-09-30')).toHaveText('30');
    await sheet.getByRole('button', { name: before }).click();
    await expect(day('2026-08-10')).toBeVisible();
    await day('2026-08-10').click();
    await expect(sheet).toBeHidden();
    await expect(field).toHaveValue('2026-08-10');
    await office.evaluate(() => localStorage.setItem('huiyin.language', 'en'));
    await office.reload();
  }
});

test('the completion of a round is asked as of a day at the close of business, or of a time typed', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const { rows } = await read<z.infer<typeof RoundPage>>(office, '/api/rounds');
  const { id, heldOn } = rows.find((round) => round.name.includes('重点工作周交办会议'))!;
  await office.goto(`/rounds/${id}`);
  const completion = office.getByRole('region', { name: '上一次的完成情况' });
  await completion.getByLabel('截至').fill(written(addDays(heldOn, -1)));
  const day = new RegExp(`数字为 ${written(addDays(heldOn, -1))} 周. 18:00 时点`);
  await expect(completion).toContainText(day);
  await completion.getByLabel('几点').fill('9点半');
  await office.keyboard.press('Enter');
  await expect(completion).toContainText('09:30 时点');
  await completion.getByRole('button', { name: '回到现在' }).click();
  await expect(completion).not.toContainText('时点');
  await expect(completion.getByLabel('截至')).toHaveValue('');
});

test('a deadline on a day of rest says so beside its field, and offers the working days around it', async ({
  browser,
}) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'jiaoyu')];
  const { form } = await asking(office, desk, '检修校园围墙');
  const field = form.getByLabel('延期至');
  // Of the days from the thirtieth on, the first on which nobody works.
  let rest = addDays(TODAY, 30);
  while (isWorkday(nationalCalendar, rest)) rest = addDays(rest, 1);
  const [before, after] = [addWorkdays(nationalCalendar, rest, -1), addWorkdays(nationalCalendar, rest, 1)];
  await field.fill(rest);
  await expect(form.getByText('这一天是休息日，不上班。')).toBeVisible();
  await expect(form.getByRole('button', { name: new RegExp(`^改为 .*${written(before)}`, 'u') })).toBeVisible();
  await form.getByRole('button', { name: new RegExp(`^改为 .*${written(after)}`, 'u') }).click();
  await expect(field).toHaveValue(after);
  await expect(form.getByText('这一天是休息日，不上班。')).toBeHidden();
});
