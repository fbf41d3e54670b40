import { randomInt } from 'node:crypto';
import type { NoticePage } from '../../src/notices/contract.ts';
import { addDays, dayOf } from '../../src/kernel/day.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { SIZES } from './day.ts';
import { faultsOf, inScheme, pageOf, read, unitNamed } from './scene.ts';

// Two mediators change a duty between them, under the rule that the supervision office made; and anybody sees who is there.

const today = dayOf(new Date());
const next = addDays(`${today.slice(0, 7)}-01`, 31).slice(0, 7);

test('a rule is made, two people change their duties on their phones, and the month goes out as a sheet', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  const [one, two] = [await pageOf(browser, 'tiaojie', SIZES.phone), await pageOf(browser, 'tiaojie-2', SIZES.phone)];
  const faults = [faultsOf(office), faultsOf(one), faultsOf(two)];
  const unit = await unitNamed(office, '涉企调解中心');

  // The month above says which year it is; said again beside each day it did not fit its line on a phone.
  await office.goto(`/duties?unit=${unit}&month=${Number(today.slice(0, 4)) + 1}-01`);
  await expect(office.getByRole('list', { name: '值班表' })).toContainText('1月');
  await expect(office.getByRole('list', { name: '值班表' })).not.toContainText('年');
  await office.goto(`/duties?unit=${unit}&month=${next}`);
  await office.getByRole('button', { name: '改规则' }).click();
  const rule = office.getByRole('form', { name: '值班规则' });
  // What a browser would say in the language of its menus is said in ours, and again for what is wrong then.
  const people = rule.getByLabel('每天几人');
  const told = () => people.evaluate((field: HTMLInputElement) => field.validationMessage);
  for (const [typed, says] of [
    ['0', '“每天几人”要填 1 到 20 的整数。'],
    ['', '请填写“每天几人”。'],
  ] as const) {
    await people.fill(typed);
    await rule.getByRole('button', { name: '保存规则' }).click();
    expect(await told()).toBe(says);
    await expect(people).toBeFocused();
  }
  await people.fill('1');
  expect(await told()).toBe('');
  await rule.getByLabel('起始日期').fill(today);
  await rule.getByLabel('起始日期').press('Tab');
  await rule.getByLabel('几点开始').fill('09:00');
  await rule.getByLabel('几点结束').fill('17:00');
  await rule.getByRole('checkbox', { name: '唐若水' }).check();
  await rule.getByRole('checkbox', { name: '顾以宁' }).check();
  await glimpse(office, 'test-results/duties-rule.png');
  await rule.getByRole('button', { name: '保存规则' }).click();
  await expect(office.getByText('周二、周四值班，每天 1 人')).toBeVisible();
  // A day's hours are one word on a phone too.
  const hours = office.getByText('09:00—17:00', { exact: true });
  await expect(hours).toHaveCSS('white-space', 'nowrap');
  // Who changed the rule, and when, stands beside it, behind what looks like a button.
  await expect(office.getByRole('button', { name: '规则变动' })).not.toHaveCSS('border-top-color', 'rgba(0, 0, 0, 0)');
  await office.getByRole('button', { name: '规则变动' }).click();
  const changes = office.getByRole('region', { name: '规则变动' }).getByRole('listitem');
  await expect(changes).toHaveCount(2);
  await expect(changes.first()).toContainText(/沈知远.*每天 1 人.*2 人参加/u);
  const roster = office.getByRole('list', { name: '值班表' });
  await expect(roster.getByRole('listitem').filter({ hasText: '唐若水' }).first()).toBeVisible();
  await expect(office.getByRole('navigation', { name: '导航' }).getByRole('link', { name: '值班表' })).toBeVisible();
  await expect(office.getByRole('region', { name: '值班次数' }).getByRole('listitem')).toHaveCount(2);

  // One asks from the phone; nothing changes before the other agrees.
  await one.goto(`/duties?month=${next}`);
  const mine = one.getByRole('list', { name: '值班表' }).getByRole('listitem').filter({ hasText: '唐若水' }).first();
  const day = (await mine.textContent())!.split('唐若水')[0]!;
  const row = (page: typeof one) =>
    page.getByRole('list', { name: '值班表' }).getByRole('listitem').filter({ hasText: day });
  await mine.getByRole('button', { name: /^换班/u }).click();
  const asking = one.getByRole('form', { name: /的班和谁换$/u });
  await expect(asking.getByRole('option').nth(1)).toHaveText(/顾以宁$/u);
  // Nobody is asked for a day that was not chosen.
  await asking.getByRole('button', { name: '请对方换班' }).click();
  await expect(asking.getByLabel('换成')).toHaveJSProperty('validity.valid', false);
  await asking.getByLabel('换成').selectOption({ index: 1 });
  await asking.getByRole('button', { name: '请对方换班' }).click();
  const waiting = (page: typeof one) => page.getByRole('region', { name: '等答复的换班' });
  await expect(waiting(one).getByRole('button', { name: '撤回' })).toBeVisible();
  await expect(row(one)).toContainText('唐若水');

  // Whoever is asked hears of it, and comes to the roster from there.
  await expect
    .poll(async () => (await read<NoticePage>(two, '/api/notices')).rows[0]?.kind, { timeout: 30_000 })
    .toBe('swap-asked');
  await two.goto('/notices');
  await expect(two.getByRole('article').first()).toContainText(/请我换班.*唐若水想用.*的班换.*的班/u);
  await glimpse(two, 'test-results/duties-asked-phone.png');
  await two.goto(`/duties?month=${next}`);
  await expect(waiting(two)).toContainText(/唐若水.*换 顾以宁/u);
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(two, colorScheme);
    expect.soft(await wrongOn(two)).toEqual([]);
    await glimpse(two, `test-results/duties-phone-${colorScheme}.png`);
  }
  expect(await two.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect(waiting(two).getByRole('button', { name: '撤回' })).toHaveCount(0);
  await waiting(two).getByRole('button', { name: '同意换班' }).click();
  await expect(waiting(two)).toHaveCount(0);
  await expect(row(two)).toContainText('顾以宁');
  await office.reload();
  await expect(row(office)).toContainText('顾以宁');
  await glimpse(office, 'test-results/duties-desk.png');

  await office.getByRole('button', { name: '导出' }).click();
  await office.getByRole('menuitem', { name: /CSV/u }).click();
  const strip = office.getByRole('complementary', { name: '我的导出和导入' });
  const coming = office.waitForEvent('download');
  await strip.getByRole('link', { name: /下载/u }).click();
  const stream = await (await coming).createReadStream();
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  expect(text).toContain('值班人员');
  expect(text.match(/顾以宁（调解员）/gu)!.length).toBeGreaterThan(1);
  expect(faults.flat()).toEqual([]);
});

test('a rule to come is taken back and duties are ended, each with its reason; what was done stays', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  const faults = faultsOf(office);
  // Ends so late that nothing else here sees it.
  const [planned, last] = [addDays(today, 200), addDays(today, 300)];
  await office.goto(`/duties?unit=${await unitNamed(office, '商会调解站')}&month=${next}`);
  const days = office.getByRole('list', { name: '值班表' }).getByRole('listitem');
  await expect(days.nth(3)).toBeVisible();
  const before = await days.allTextContents();
  await office.getByRole('button', { name: '改规则' }).click();
  const rule = office.getByRole('form', { name: '值班规则' });
  await rule.getByLabel('起始日期').fill(planned);
  await rule.getByLabel('起始日期').press('Tab');
  await rule.getByRole('checkbox', { name: '周五' }).check();
  await rule.getByRole('button', { name: '保存规则' }).click();
  await expect(office.getByText('周二、周四、周五值班')).toBeVisible();
  await office.getByRole('button', { name: /^收回规则/u }).click();
  const taking = office.getByRole('form', { name: '收回规则' });
  // Nothing is taken back without a reason.
  await taking.getByRole('button', { name: '收回规则' }).click();
  await expect(taking.getByLabel('理由')).toHaveJSProperty('validity.valid', false);
  await taking.getByLabel('理由').fill('周五不对外接待');
  await taking.getByRole('button', { name: '收回规则' }).click();
  await expect(office.getByText('周二、周四、周五值班')).toHaveCount(0);
  await expect(office.getByRole('button', { name: /^收回规则/u })).toHaveCount(0);

  await office.getByRole('button', { name: '结束值班' }).click();
  const ending = office.getByRole('form', { name: '结束值班' });
  await ending.getByLabel('从哪天起不再值班').fill(last);
  await ending.getByLabel('从哪天起不再值班').press('Tab');
  await ending.getByLabel('理由').fill('并入涉企调解中心');
  await glimpse(office, 'test-results/duties-ending.png');
  await ending.getByRole('button', { name: '结束值班' }).click();
  await expect(ending).toHaveCount(0);
  await expect(office.getByText(/09:00—17:00 · .*起不再值班$/u)).toBeVisible();
  await expect(days).toHaveText(before);
  await office.getByRole('button', { name: '规则变动' }).click();
  const changes = office.getByRole('region', { name: '规则变动' }).getByRole('listitem');
  await expect(changes.first()).toContainText(/沈知远.*起不再值班：并入涉企调解中心/u);
  await expect(changes.nth(1)).toContainText(/沈知远.*收回.*起的规则：周五不对外接待/u);
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(office, colorScheme);
    expect.soft(await wrongOn(office)).toEqual([]);
    await glimpse(office, `test-results/duties-ended-${colorScheme}.png`);
  }
  await office.goto(`/duties?unit=${await unitNamed(office, '商会调解站')}&month=${addDays(last, 40).slice(0, 7)}`);
  await expect(office.getByText('这个单位没有安排值班')).toBeVisible();
  await expect(office.getByRole('button', { name: '规则变动' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('anybody sees who is on duty today, or when somebody is next, and only names and what they do there', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage();
  await page.goto('/appeal');
  await page.getByRole('link', { name: '今天谁值班' }).click();
  await expect(page.getByRole('heading', { name: '今天谁值班' })).toBeVisible();
  const stations = page.getByRole('main').getByRole('listitem');
  await expect(stations).toHaveCount(7);
  for (const station of await stations.all()) await expect(station).toContainText(/调解员|企业|下一个值班日/u);
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(page, colorScheme);
    expect.soft(await wrongOn(page)).toEqual([]);
  }
  await glimpse(page, 'test-results/duties-public-phone.png');
});

test('where a station is and how it is called is entered by an administrator, and anybody goes or calls there', async ({
  browser,
}) => {
  const keeper = await pageOf(browser, 'guanli', SIZES.desk);
  const anybody = await (await browser.newContext(SIZES.phone)).newPage();
  const faults = faultsOf(anybody);
  const address = `经开区龙泉路物流园 ${randomInt(1e4)} 号楼`;
  await keeper.goto(`/admin/units?unit=${await unitNamed(keeper, '物流调解站')}`);
  await keeper.getByRole('button', { name: '登记地址和电话' }).click();
  const form = keeper.getByRole('form', { name: '登记地址和电话' });
  await form.getByLabel('地址').fill(address);
  await form.getByLabel('电话').fill('找老王');
  await form.getByRole('button', { name: '登记地址和电话' }).click();
  await expect(form).toContainText('电话写法不对');
  await form.getByLabel('电话').fill('0374-0190017 转 801');
  expect.soft(await wrongOn(keeper)).toEqual([]);
  await glimpse(keeper, 'test-results/unit-located.png');
  await form.getByRole('button', { name: '登记地址和电话' }).click();
  await expect(form).toHaveCount(0);
  await expect(keeper.getByRole('main')).toContainText('登记了地址和电话');
  await expect(keeper.getByText(address)).toBeVisible();

  await anybody.goto('/appeal/duties');
  const station = anybody.getByRole('listitem').filter({ hasText: '莲城市物流行业调解工作站' });
  await expect(station).toContainText(address);
  await expect(station.getByRole('link', { name: '0374-0190017 转 801' })).toHaveAttribute('href', 'tel:03740190017');
  await station.getByText('在地图上看').click();
  await expect(station.getByRole('img')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(anybody, colorScheme);
    expect.soft(await wrongOn(anybody)).toEqual([]);
    await glimpse(anybody, `test-results/duties-public-${colorScheme}.png`);
  }
  expect(await anybody.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(faults).toEqual([]);
});
