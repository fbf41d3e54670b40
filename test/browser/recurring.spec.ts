import { addDays, dayOf } from '../../src/kernel/index.ts';
import type { Agenda } from '../../src/matters/agenda/agenda.contract.ts';
import type { MatterView } from '../../src/matters/contract.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { SIZES } from './day.ts';
import { faultsOf, inScheme, matterOf, pageOf, read } from './scene.ts';

// What begins of itself below a project that was accepted: its page says what comes next and what was missed, the calendar has it on its day.

/** `3月13日`, as both pages begin a day. */
const named = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** By which projects are tended once they were accepted; other tests have matters that begin of themselves too. */
const UPKEEP = /^(整形修剪|病虫害防治|浇水施肥|清除杂草)$/u;

/** The first day from today on which a project's upkeep begins of itself, and below which project. */
async function firstBeginning(office: Page): Promise<{ day: string; matter: string; name: string }> {
  const from = dayOf(new Date());
  const { days } = await read<Agenda>(office, `/api/agenda?from=${from}&until=${addDays(from, 41)}`);
  const all = days.flatMap(({ day, begins }) => begins.map(({ matter, name: { zh } }) => ({ day, matter, name: zh })));
  return all.find(({ name }) => UPKEEP.test(name))!;
}

/** Looks at a page at a desk by day and on a phone by night: whatever it is made of is seen in both widths and both lights. */
async function looksWellAt(page: Page, path: string, name: string, seen: () => Promise<void>): Promise<void> {
  for (const [size, colorScheme] of [
    ['desk', 'light'],
    ['phone', 'dark'],
  ] as const) {
    const { viewport } = SIZES[size];
    await page.setViewportSize(viewport);
    // Opened in it: what is not drawn yet further down keeps the colours of before when they change.
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    await seen();
    await inScheme(page, colorScheme);
    expect.soft(await wrongOn(page)).toEqual([]);
    await glimpse(page, `test-results/${name}-${size}-${colorScheme}.png`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
  }
}

test('a project in upkeep says what begins below it next, and the calendar has it on its day', async ({ browser }) => {
  test.slow();
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  const faults = faultsOf(office);
  const { day, matter, name } = await firstBeginning(office);
  const { recurring, row } = await matterOf(office, matter);
  const section = office.getByRole('region', { name: '循环事项' });

  await looksWellAt(office, `/matters/${matter}`, 'recurring', async () => {
    await expect(section.locator('b')).toHaveText(recurring.map((one) => one.name.zh));
    const rule = section.getByRole('listitem').filter({ hasText: name });
    await expect(rule).toContainText(new RegExp(`下一次 .*${named(day)}`, 'u'));
    await expect(rule).toContainText(/已立 \d+ 次，最近一次|还没有立过/u);
    await expect(section.getByText('每月 5 日，共 24 次，遇休息日顺延，每次 5 个工作日')).toBeVisible();
    // No machine stood still, so nothing is said of that.
    await expect(section.getByText(/停机误过/u)).toHaveCount(0);
  });

  await looksWellAt(office, `/calendar?month=${day.slice(0, 7)}`, 'calendar-begins', async () => {
    const cell = office
      .getByRole('listitem')
      .filter({ has: office.getByRole('heading', { level: 2 }).getByText(named(day)) });
    await expect(cell.getByRole('link', { name: `立项 ${name}` }).first()).toBeVisible();
  });
  await office
    .getByRole('link', { name: `立项 ${name} ${row.text}`, exact: true })
    .first()
    .click();
  await expect(office.getByRole('heading', { level: 1 })).toContainText(row.text);
  expect(faults).toEqual([]);
});

test('what was missed while no machine ran is told with its days, and what could not be begun as a case to look into', async ({
  browser,
}) => {
  test.slow();
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  const { matter } = await firstBeginning(office);
  const path = `/api/matters/${matter}`;
  // The demo's machine never stood still: what the server says of such weeks is put into its answer.
  await office.route(
    (url) => url.pathname === path,
    async (route) => {
      const response = await route.fetch();
      const view = (await response.json()) as MatterView;
      const [first, second, ...others] = view.recurring;
      const recurring = [
        { ...first!, missed: 3, lately: ['2026-03-17', '2026-03-24'] },
        { ...second!, next: ['2026-03-10'], waits: true },
        ...others.map((one) => ({ ...one, next: [], stands: 'still' as const })),
      ];
      await route.fulfill({ response, json: { ...view, recurring } });
    },
  );
  const section = office.getByRole('region', { name: '循环事项' });
  await looksWellAt(office, `/matters/${matter}`, 'recurring-missed', async () => {
    await expect(section).toContainText(/停机误过 3 次：3月17日.*、3月24日/u);
    await expect(section).toContainText(/3月10日.*应立而没有立成/u);
    await expect(section.getByText('事项挂起期间不立项').first()).toBeVisible();
  });
});
