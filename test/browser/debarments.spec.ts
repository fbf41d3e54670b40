import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { pageOf, read, send, unitNamed } from './scene.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import type { PersonDone } from '../../src/directory/people/people.contract.ts';
import { addDays, dayOf } from '../../src/kernel/day.ts';

const CODE = '91110108551385082Q';
const FIRM = '莲城远舟工程有限公司';

test('a debarment is proposed by one, approved by another, looked at for a purpose, and known by its number on a day', async ({
  browser,
}, info) => {
  const today = dayOf(new Date());
  const admin = await pageOf(browser, 'guanli');
  const unit = await unitNamed(admin, '督查室');
  const person = { id: uuidv7(new Date()), login: 'debarment-2', name: '许安和' };
  const seat = { id: uuidv7(new Date()), unit, role: 'supervisor', title: '督查专员' };
  const { password } = await send<PersonDone>(admin, '/api/people', { ...person, seat });

  const office = await pageOf(browser, 'ducha');
  const inTerm = async (page: Page) =>
    (await read<{ rows: unknown[] }>(page, `/api/debarments?day=${today}`)).rows.length;
  const before = await inTerm(office);
  await office.goto('/debarments');
  await office.getByRole('button', { name: '提请列入' }).click();
  const form = office.getByRole('form', { name: '提请列入' });
  await form.getByLabel('姓名或名称').fill(FIRM);
  await form.getByLabel('证件号码').fill(CODE);
  await form.getByLabel('事实和依据').fill('向项目负责人行贿，已经查实。');
  await form.getByLabel('决定书文号').fill('莲监决〔2026〕3 号');
  await form.getByLabel('决定机关').fill('莲城市监察委员会');
  const days = { 告知日期: -120, '听取（放弃、逾期）日期': -110, 决定日期: -100, 禁入起: -98, 禁入止: 300 };
  for (const [label, n] of Object.entries(days))
    await form.getByLabel(label, { exact: false }).first().fill(addDays(today, n));
  await form.getByLabel('陈述申辩的内容').fill('承认事实。');
  await form.getByRole('button', { name: '提请列入' }).click();
  await expect(form.getByText('请附上决定书'), 'without its document it is not sent').toBeInViewport();
  await form
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '决定书.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('\uFEFF决定书：查明以下事实。'),
    });
  await expect(form.getByText('决定书.txt')).toBeVisible();
  await expect(form.getByText('请附上决定书')).toHaveCount(0);
  expect(await wrongOn(office)).toEqual([]);
  await form.getByRole('button', { name: '提请列入' }).click();
  const line = office.getByRole('listitem').filter({ hasText: '沈知远提请' }).first();
  await expect(line).toContainText('待审批');
  await expect(line.getByRole('button', { name: '同意列入' }), 'whoever proposes does not approve').toBeDisabled();
  await expect(line).not.toContainText('远舟');

  const other = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await send(other, '/api/session', { login: person.login, password });
  const changed = { id: uuidv7(new Date()), current: password, next: 'Lotus pond 2026' };
  expect((await other.request.put('/api/session/password', { data: changed })).ok()).toBe(true);
  await other.goto('/debarments');
  const waiting = other.getByRole('listitem').filter({ hasText: '沈知远提请' }).first();
  await waiting.getByRole('button', { name: '查看' }).click();
  await waiting.getByLabel('用途').fill('审批前核对');
  await waiting.getByRole('form').getByRole('button', { name: '查看' }).click();
  await expect(waiting).toContainText(FIRM);
  await expect(waiting).toContainText('用途：审批前核对');
  expect(await wrongOn(other)).toEqual([]);
  await expect(waiting, 'its words alone are not the decision').toContainText('打开决定书核对，再同意列入');
  await glimpse(other, info.outputPath('shown-phone.png'));
  await waiting.getByRole('link', { name: '决定书.txt' }).click();
  await expect(other.getByRole('dialog')).toContainText('查明');
  await other.keyboard.press('Escape');
  await waiting.getByRole('button', { name: '同意列入' }).click();
  await waiting.getByRole('form', { name: '同意列入' }).getByRole('button', { name: '同意列入' }).click();
  await expect(waiting).toContainText('禁入中');
  await expect(waiting, 'nobody knows until when before it is served').toContainText(/尚未登记送达.*现在还算不出/u);
  await expect(waiting).not.toContainText('最晚可在');
  await glimpse(other, info.outputPath('unserved-phone.png'));
  await waiting.getByRole('button', { name: '登记送达' }).click();
  const serving = waiting.getByRole('form', { name: '登记送达' });
  await serving.getByLabel('送达方式').selectOption('邮寄送达');
  await serving.getByRole('button', { name: '登记送达' }).click();
  await expect(serving.getByText('请附上送达证明'), 'without its proof it is not sent').toBeInViewport();
  await serving
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '签收单.txt', mimeType: 'text/plain', buffer: Buffer.from('\uFEFF本人签收') });
  await expect(serving.getByText('签收单.txt')).toBeVisible();
  await expect(serving.getByText('请附上送达证明'), 'sent whole').toHaveCount(0);
  const servedOn = async (n: number) => {
    await serving.getByLabel('送达日期').fill(addDays(today, n));
    await serving.getByLabel('送达日期').press('Tab');
    await serving.getByRole('button', { name: '登记送达' }).click();
  };
  await servedOn(-101);
  await expect(serving, 'nothing is served before it is decided').toContainText('送达不能早于决定');
  expect(await wrongOn(other)).toEqual([]);
  await glimpse(other, info.outputPath('serving-phone.png'));
  await servedOn(-95);
  await expect(serving).toHaveCount(0);
  await expect(waiting).toContainText(/决定书送达 .*邮寄送达/u);
  await expect(waiting).not.toContainText('尚未登记送达');
  await expect(waiting, 'until when it may be contested').toContainText(/复核申请最晚可在.*行政复议最晚可在.*起诉/u);
  await glimpse(other, info.outputPath('standing-phone.png'));

  const mayor = await pageOf(browser, 'shizhang');
  await mayor.goto('/debarments');
  await expect(mayor.getByRole('button', { name: '提请列入' })).toHaveCount(0);
  await mayor.getByRole('button', { name: '查询' }).click();
  const search = mayor.getByRole('form', { name: '某人某日是否禁入' });
  await search.getByLabel('证件号码').fill(CODE);
  await search.getByLabel('用途').fill('投标资格审查');
  await search.getByRole('button', { name: '查询' }).click();
  await expect(search).toContainText(FIRM);
  await expect(search).toContainText('用途：投标资格审查');
  await expect(search).toContainText('按现在所知');
  await expect(search).not.toContainText('按当日所知');
  // Of a day that is over there are two answers: the decision held yesterday, and the register did not have it yet.
  await search.getByLabel('日期').fill(addDays(today, -1));
  await search.getByLabel('日期').press('Tab');
  await search.getByLabel('用途').fill('复核当时的资格审查');
  await search.getByRole('button', { name: '查询' }).click();
  await expect(search).toContainText(/按现在所知：.*日.*在禁入期间.*按当日所知：.*不在禁入期间.*两者不同/u);
  expect(await wrongOn(mayor)).toEqual([]);
  await glimpse(mayor, info.outputPath('search.png'));

  await office.goto(`/debarments?day=${addDays(today, 1200)}`);
  await expect(office.getByText('没有处于禁入期间的记录')).toBeVisible();

  await admin.goto('/debarments');
  await expect(admin.getByText('禁入名册只供督查室和市领导查看')).toBeVisible();
  await expect(admin.getByRole('list', { name: '禁入名册' })).toHaveCount(0);
  expect(await inTerm(mayor)).toBe(before + 1);

  // Once it is over, whoever contests it after the days of a review is noted, with how late it was and what follows.
  await other.goto('/debarments');
  const mine = other.getByRole('listitem').filter({ hasText: '沈知远提请' }).first();
  await expect(mine.getByRole('button', { name: '登记逾期提出的异议' }), 'while it stands').toHaveCount(0);
  await mine.getByRole('button', { name: '提前移出' }).click();
  const lifting = mine.getByRole('form', { name: '提前移出' });
  await lifting.getByLabel('理由').fill('整改到位。');
  await lifting.getByRole('button', { name: '提前移出' }).click();
  await expect(mine).toContainText('已移出');
  await mine.getByRole('button', { name: '登记逾期提出的异议' }).click();
  const late = mine.getByRole('form', { name: '登记逾期提出的异议' });
  await expect(late.getByLabel('提出的是').getByRole('option')).toHaveText([/^复核申请（最晚 /u, /^行政复议（最晚 /u]);
  await late.getByLabel('怎么处理').selectOption('不予受理，已书面告知');
  await late.getByLabel('谁提出、说了什么').fill('公司来信，称认定有误。');
  expect(await wrongOn(other)).toEqual([]);
  await glimpse(other, info.outputPath('late-phone.png'));
  await late.getByRole('button', { name: '登记逾期提出的异议' }).click();
  await expect(late).toHaveCount(0);
  await mine.getByRole('button', { name: '查看' }).click();
  await mine.getByLabel('用途').fill('核对来信');
  await mine.getByRole('form').getByRole('button', { name: '查看' }).click();
  await expect(mine, 'the story has who noted the service, and its proof').toContainText(
    /登记送达 · 禁入决定书 · 邮寄送达.*签收单\.txt/u,
  );
  await expect(mine).toContainText(/提出复核申请，最晚应在.*逾期 \d+ 天：不予受理，已书面告知.*公司来信/u);
  await glimpse(other, info.outputPath('late-shown-phone.png'));
});
