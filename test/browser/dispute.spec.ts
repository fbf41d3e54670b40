import { randomInt } from 'node:crypto';
import type { Counted } from '../../src/figures/counts/count.contract.ts';
import { addDays, dayOf } from '../../src/kernel/day.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { begin, finish, SIZES } from './day.ts';
import { act, faultsOf, follow, inScheme, matterOf, pageOf, read, unitNamed } from './scene.ts';

// A mediator's day with a phone: a case comes in, whoever bears a party's name is refused, the two sides meet and agree, one promise
// is kept and one broken; and the figures move.

const today = dayOf(new Date());

test('a dispute, from the desk where it is taken in to an agreement that is half kept', async ({ browser }) => {
  test.setTimeout(180_000);
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  const mediator = await pageOf(browser, 'tiaojie', SIZES.phone);
  const faults = faultsOf(mediator);
  const figures = async () => {
    const span = `mechanism=dispute&from=${today.slice(0, 4)}-01-01&to=${today}`;
    const { figures: all, whole } = await read<Counted>(office, `/api/figures/counted?${span}`);
    return Object.fromEntries(all.map(({ key }, i) => [key, whole[i]!.part ?? 0]));
  };
  const before = await figures();

  // Taken in at the desk: who stands against whom, and about how much.
  const text = `设备款拖欠三个月（${randomInt(1e6)}）`;
  await office.goto('/matters/new?mechanism=dispute');
  const form = office.getByRole('form', { name: '登记事项' });
  await form.getByRole('textbox').first().fill(text);
  await form.getByText('匿名').click();
  const [claimant, respondent] = [1, 2].map((n) => form.getByRole('group', { name: `第 ${n} 位当事人` }));
  await claimant!.getByLabel('名称或姓名').fill('莲城市远航机械有限公司');
  await respondent!.getByLabel('类型').selectOption('个人');
  await respondent!.getByLabel('名称或姓名').fill('方立行');
  await respondent!.getByLabel('代理人（可不填）').fill('顾以宁');
  await respondent!.getByLabel('联系方式（可不填）').fill('13900005678');
  await form.getByLabel('涉案金额（元，可不填）').fill('34,000,000');
  await form.getByRole('checkbox', { name: /查询码/u }).uncheck();
  await glimpse(office, 'test-results/dispute-register.png');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await office.waitForURL(/\/matters\/[0-9a-f-]{36}$/u);
  const id = office.url().split('/').at(-1)!;
  await expect(office.getByRole('region', { name: '当事人和协议' })).toContainText('3400 万元');
  await expect(office.getByText('方立行')).toHaveCount(0);
  await act(office, id, 'classify', { category: '01' });
  await act(office, id, 'assign', { lead: await unitNamed(office, '涉企调解中心'), co: [] });
  await act(mediator, id, 'accept');

  // Who bears the name of whoever speaks for a party stands aside.
  await mediator.goto(`/matters/${id}`);
  const between = mediator.getByRole('region', { name: '当事人和协议' });
  const appoint = await begin(mediator, '指定经办人');
  const whom = appoint.getByLabel('经办人', { exact: false }).first();
  await expect(whom.getByRole('option', { name: /顾以宁.*应当回避/u })).toBeAttached();
  const choose = async (name: string) => {
    const value = await whom.getByRole('option', { name: new RegExp(`^${name}`, 'u') }).getAttribute('value');
    await whom.selectOption(value);
  };
  await choose('顾以宁');
  await appoint.getByRole('button', { name: '指定经办人', exact: true }).click();
  await expect(appoint.getByText(/同名.*应当回避/u).first()).toBeVisible();
  await choose('唐若水');
  await finish(appoint, '指定经办人');
  await expect(between).toContainText('唐若水 · 利害关系未知');

  const convene = await begin(mediator, '约定会谈');
  await convene.getByLabel('约定哪天').fill(addDays(today, 1));
  await convene.getByLabel('约定哪天').press('Tab');
  await convene.getByLabel('几点', { exact: false }).fill('9点半');
  await convene.getByLabel('地点').fill('二号调解室');
  for (const box of await convene.getByRole('checkbox').all()) await box.check();
  await finish(convene, '约定会谈');
  await expect(between).toContainText(/下次会谈.*09:30 二号调解室 · 请到：/u);
  await glimpse(mediator, 'test-results/dispute-convened-phone.png');

  await mediator.goto('/');
  await expect(mediator.getByRole('article').filter({ hasText: text })).toContainText(/待会谈 .*09:30/u);
  await glimpse(mediator, 'test-results/dispute-workbench-phone.png');
  await follow(mediator, `/matters/${id}`);

  const meet = await begin(mediator, '记录会谈');
  // Of yesterday: what is said to have begun today must have, at whatever hour this runs.
  await meet.getByLabel('会谈日期').fill(addDays(today, -1));
  await meet.getByLabel('会谈日期').press('Tab');
  await meet.getByLabel('开始时间', { exact: false }).fill('9点半');
  await meet.getByLabel('地点').fill('调解室');
  for (const box of await meet.getByRole('checkbox').all()) await box.check();
  await meet.getByLabel('当事人都没有到场').uncheck();
  await meet.getByLabel('会谈记录').fill('双方对账，确认尚欠三千四百万元，同意分两期付。');
  await finish(meet, '记录会谈');
  await expect(between).toContainText('09:30 调解室');
  await expect(between).not.toContainText('下次会谈');

  const settle = await begin(mediator, '达成协议');
  await settle.getByLabel('协议要点').fill('分两期付清，第一期三日内。');
  await settle.getByLabel('签署日期').fill(today);
  await settle.getByLabel('签署日期').press('Tab');
  for (const box of await settle.getByRole('checkbox').all()) await box.check();
  await settle.getByRole('button', { name: '再加一项' }).click();
  for (const [n, due, amount] of [
    [1, addDays(today, 3), '10,000,000'],
    [2, addDays(today, 30), '2400万元左右'],
  ] as const) {
    const row = settle.getByRole('group', { name: `第 ${n} 项` });
    await row.getByLabel('谁来履行').selectOption({ index: 2 });
    await row.getByLabel('到期日').fill(due);
    await row.getByLabel('到期日').press('Tab');
    await row.getByLabel('做什么').fill(`第 ${n} 期设备款`);
    await row.getByLabel('金额（元，可不填）').fill(amount);
  }
  const file = { name: '调解协议书.txt', mimeType: 'text/plain', buffer: Buffer.from('双方签字') };
  await settle.locator('input[type=file]').first().setInputFiles(file);
  await expect(settle.getByText('调解协议书.txt')).toBeVisible();
  await glimpse(mediator, 'test-results/dispute-settle-phone.png');
  // What cannot be read is told beside its line, and nothing goes out without it.
  await settle.getByRole('button', { name: '达成协议', exact: true }).click();
  const second = settle.getByRole('group', { name: '第 2 项' });
  await expect(second).toContainText('“2400万元左右”看不懂是多少钱');
  await expect(settle).toContainText('第 2 项的金额：“2400万元左右”看不懂是多少钱');
  await second.getByLabel('金额（元，可不填）').fill('0');
  await expect(settle).toContainText('约定的金额不能是 0 元');
  await second.getByLabel('金额（元，可不填）').fill('2400万');
  await expect(second).toContainText('即 24,000,000 元');
  await finish(settle, '达成协议');
  await expect(between.locator('[data-obligation]')).toHaveCount(2);

  const keep = await begin(mediator, '确认已履行');
  await keep.getByLabel('哪一项').selectOption('1');
  await finish(keep, '确认已履行');
  const breach = await begin(mediator, '认定未履行');
  await breach.getByLabel('哪一项').selectOption('2');
  await breach.getByLabel('未履行的情况').fill('明确表示不再支付。');
  // Its day is to come: not broken but where they have said so.
  await breach.getByRole('button', { name: '认定未履行', exact: true }).click();
  await expect(breach.getByText('还没有过', { exact: false }).first()).toBeVisible();
  await breach.getByLabel('对方已明确表示', { exact: false }).check();
  await finish(breach, '认定未履行');
  await expect(between.locator('[data-obligation="1"]')).toContainText('已履行');
  await expect(between.locator('[data-obligation="2"]')).toContainText('未履行');
  await expect(between.locator('[data-obligation="2"]')).toContainText('2400 万元');

  // The wrong line was found kept: taken back, it is owed again, and both stay in the story.
  const retract = await begin(mediator, '撤销履行认定');
  await expect(retract.getByLabel('哪一项').getByRole('option')).toHaveCount(3);
  await retract.getByLabel('哪一项').selectOption('1');
  await retract.getByRole('button', { name: '撤销履行认定', exact: true }).click();
  await expect(retract).toContainText('请补上');
  await retract.getByLabel('原来的认定错在哪里').fill('到账的是另一份合同的货款。');
  await glimpse(mediator, 'test-results/dispute-retract-phone.png');
  await finish(retract, '撤销履行认定');
  await expect(between.locator('[data-obligation="1"]')).not.toContainText('已履行');
  await expect(mediator.getByText('撤销了第 1 项的履行认定')).toBeVisible();
  await expect(mediator.getByText('到账的是另一份合同的货款。').first()).toBeVisible();
  expect((await matterOf(mediator, id)).acts.find(({ kind }) => kind === 'close')).toMatchObject({ allowed: false });
  const again = await begin(mediator, '确认已履行');
  await again.getByLabel('哪一项').selectOption('1');
  await finish(again, '确认已履行');
  await expect(between.locator('[data-obligation="1"]')).toContainText('已履行');
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(mediator, colorScheme);
    expect.soft(await wrongOn(mediator)).toEqual([]);
    await glimpse(mediator, `test-results/dispute-phone-${colorScheme}.png`);
  }
  expect(await mediator.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await office.reload();
  await expect(office.getByRole('region', { name: '当事人和协议' })).toContainText('2400 万元');
  await glimpse(office, 'test-results/dispute-desk.png');

  const after = await figures();
  expect(after['accepted']! - before['accepted']!).toBe(1);
  expect(after['settled']! - before['settled']!).toBe(1);
  expect(after['broken']! - before['broken']!).toBe(1);
  expect(after['at-stake']! - before['at-stake']!).toBe(3_400_000_000);
  expect((await matterOf(mediator, id)).acts.find(({ kind }) => kind === 'close')).toMatchObject({ allowed: true });

  // Closed with a broken promise, the parties still have their thirty days; what was noted wrongly is put right; then the court rules.
  await finish(await begin(mediator, '销号'), '销号');
  const asking = await begin(mediator, '登记司法确认申请');
  await asking.getByLabel('法院').fill('西湖区人民法院');
  await asking.getByLabel('申请日期').fill(today);
  await asking.getByLabel('申请日期').press('Tab');
  await finish(asking, '登记司法确认申请');
  await expect(between).toContainText('向西湖区人民法院申请');
  const putting = await begin(mediator, '登记司法确认申请');
  await expect(putting.getByLabel('法院'), 'begins with what was noted').toHaveValue('西湖区人民法院');
  await putting.getByLabel('法院').fill('东湖区人民法院');
  await finish(putting, '登记司法确认申请');
  await expect(between).toContainText('向东湖区人民法院申请');
  const ruling = await begin(mediator, '登记司法确认裁定');
  await ruling.getByRole('radio', { name: '裁定驳回申请' }).check();
  await ruling.getByLabel('裁定日期').fill(addDays(today, -1));
  await ruling.getByLabel('裁定日期').press('Tab');
  await ruling.getByLabel('裁定书文号').fill('（2026）莲01民特12号');
  const scan = { name: '裁定书草稿.txt', mimeType: 'text/plain', buffer: Buffer.from('驳回申请') };
  await ruling.locator('input[type=file]').first().setInputFiles(scan);
  await expect(ruling.getByText('裁定书草稿.txt')).toBeVisible();
  await ruling.getByRole('button', { name: '登记司法确认裁定', exact: true }).click();
  // Said once, at its field, to which the cursor goes.
  await expect(ruling.getByText(/早于申请日期/u)).toHaveCount(1);
  await expect(ruling.getByLabel('裁定日期')).toBeFocused();
  await ruling.getByRole('button', { name: '去掉 裁定书草稿.txt' }).click();
  await ruling.getByLabel('裁定日期').fill(today);
  await ruling.getByLabel('裁定日期').press('Tab');
  await ruling.getByLabel('裁定书文号').fill('（2026）莲01民特12号');
  await ruling.getByRole('button', { name: '登记司法确认裁定', exact: true }).click();
  await expect(ruling, 'not without the document').toContainText('请补上');
  const paper = { name: '民事裁定书.txt', mimeType: 'text/plain', buffer: Buffer.from('驳回申请') };
  await ruling.locator('input[type=file]').first().setInputFiles(paper);
  await expect(ruling.getByText('民事裁定书.txt')).toBeVisible();
  await glimpse(mediator, 'test-results/dispute-ruling-form-phone.png');
  await finish(ruling, '登记司法确认裁定');
  await expect(between).toContainText(
    /裁定驳回申请，文号（2026）莲01民特12号。当事人可以变更原协议、达成新的协议，或者向法院起诉/u,
  );
  await expect(mediator.getByText(/登记了司法确认裁定.*裁定驳回申请/u)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(mediator, colorScheme);
    expect.soft(await wrongOn(mediator)).toEqual([]);
    await glimpse(mediator, `test-results/dispute-ruled-phone-${colorScheme}.png`);
  }
  await office.reload();
  await glimpse(office, 'test-results/dispute-ruled-desk.png');
  expect(faults.filter((fault) => !/409|422/u.test(fault))).toEqual([]);
});

test('the figures of a year of disputes say money as money, each a way to what is behind it', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  await office.goto('/figures?mechanism=dispute&from=2023-01-01&to=2023-12-31');
  const of = (key: string) => office.locator(`[data-figure="${key}"]`);
  await expect(of('at-stake')).toContainText('13 亿元');
  await expect(of('accepted')).toContainText('1585');
  await expect(of('settled-rate')).toContainText('1238 / 1585');
  await of('at-stake').getByRole('link').click();
  await expect(office.getByRole('main')).toContainText('涉案金额');
  await office.goto('/figures?mechanism=dispute&from=2023-01-01&to=2023-12-31');
  await glimpse(office, 'test-results/dispute-figures.png');
});

test('on their own page people see who is on duty, and declare what they have to do with an enterprise', async ({
  browser,
}) => {
  const mediator = await pageOf(browser, 'tiaojie-2', SIZES.phone);
  const faults = faultsOf(mediator);
  await mediator.goto('/me');
  const duty = mediator.getByRole('region', { name: '本单位值班' });
  await expect(duty.getByRole('term').first()).toContainText(/周[二四]/u);
  const declared = mediator.getByRole('region', { name: '利害关系申报' });
  await declared.getByRole('button', { name: '申报没有利害关系' }).click();
  await expect(declared.getByText('没有需要申报的')).toBeVisible();
  await declared.getByRole('button', { name: '已不存在' }).click();
  await expect(declared.getByRole('listitem')).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(mediator, colorScheme);
    expect.soft(await wrongOn(mediator)).toEqual([]);
  }
  await glimpse(mediator, 'test-results/dispute-me-phone.png');
  expect(await mediator.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(faults).toEqual([]);
});

test('a sum of money is read as people write it and shown as it was understood; what cannot be read is refused at its field', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  const text = `货款差额（${randomInt(1e6)}）`;
  await office.goto('/matters/new?mechanism=dispute');
  const form = office.getByRole('form', { name: '登记事项' });
  await form.getByRole('textbox').first().fill(text);
  await form.getByText('匿名').click();
  for (const [n, name] of [
    [1, '莲城市远航机械有限公司'],
    [2, '莲城市新岸物流有限公司'],
  ] as const)
    await form
      .getByRole('group', { name: `第 ${n} 位当事人` })
      .getByLabel('名称或姓名')
      .fill(name);
  const amount = form.getByLabel('涉案金额（元，可不填）');
  const sent: string[] = [];
  office.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())));
  for (const [typed, why] of [
    ['18万左右', '“18万左右”看不懂是多少钱。请写数字，单位是元'],
    ['-5万', '“-5万”是负数'],
    ['12.345', '“12.345”里有不足一分的零头'],
    ['9'.repeat(20), `“${'9'.repeat(20)}”太大，最多 100 亿元`],
  ] as const) {
    await amount.fill(typed);
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await expect(amount).toHaveAccessibleDescription(new RegExp(`^${why}`, 'u'));
  }
  // What nobody knows is left empty; that there is no money in it is said, and not guessed from a nought.
  await amount.fill('0');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(amount).toHaveAccessibleDescription(/^0 元？数额还不知道的，请留空/u);
  await glimpse(office, 'test-results/dispute-amount-zero.png');
  await form.getByRole('button', { name: '确实不涉及金额' }).click();
  await expect(amount).toHaveValue('0元整');
  await expect(form.getByRole('status').filter({ hasText: '即 0 元' })).toBeVisible();
  expect(sent.filter((url) => /\/api\/matters/u.test(url))).toEqual([]);
  expect.soft(await wrongOn(office)).toEqual([]);
  await glimpse(office, 'test-results/dispute-amount.png');
  await amount.fill('18万5');
  await expect(form.getByRole('status').filter({ hasText: '即 185,000 元' })).toBeVisible();
  await form.getByRole('checkbox', { name: /查询码/u }).uncheck();
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await office.waitForURL(/\/matters\/[0-9a-f-]{36}$/u);
  const id = office.url().split('/').at(-1)!;
  expect((await matterOf(office, id)).between!.amount).toBe(18_500_000);

  const correct = await begin(office, '更正');
  await correct.getByLabel('涉案金额（元，可不填）').fill('二十万');
  await correct.getByLabel('更正理由').fill('按合同核对');
  await correct.getByRole('button', { name: '更正', exact: true }).click();
  await expect(correct).toContainText('“二十万”看不懂是多少钱');
  expect((await matterOf(office, id)).between!.amount).toBe(18_500_000);
  await correct.getByLabel('涉案金额（元，可不填）').fill('20万');
  await finish(correct, '更正');
  await expect(office.getByText('涉案金额由 185,000 元 改为 200,000 元')).toBeVisible();
});
