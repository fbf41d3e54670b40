import { addDays, dayOf } from '../../src/kernel/index.ts';
import type { MatterView } from '../../src/matters/contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { assigned, chooseUnit, matterOf, pageOf, read } from './scene.ts';

const DUE = addDays(dayOf(new Date()), 14);
const idOf = (url: string): string => url.split('/').at(-1)!;

test('the office registers and assigns a matter by hand: from the ledger by n, faults at their fields, through a closed tab', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/ledger');
  await expect(office.getByRole('link', { name: '登记事项' })).toBeVisible();
  await office.keyboard.press('n');
  await expect(office.getByRole('heading', { name: '登记事项', level: 1 })).toBeVisible();
  await expect(office.getByLabel('要办的事')).toBeFocused();

  await office.keyboard.press('Control+Enter');
  await expect(office.getByText('请补上“要办的事”')).toBeVisible();
  await office.getByLabel('要办的事').fill('给西湖公园东门补两盏路灯');
  await expect(office.getByText('请补上“要办的事”')).toHaveCount(0);
  await office.getByLabel('领域').fill('城市管理');
  await chooseUnit(office.getByRole('combobox', { name: '配合单位' }), '市财政局');
  await office.keyboard.press('Escape');
  await office.getByRole('button', { name: '登记', exact: true }).click();
  await expect(office.getByText('有配合单位，就要先有牵头单位')).toBeVisible();
  await chooseUnit(office.getByRole('combobox', { name: '牵头单位' }), '市城市管理局');
  await office.getByLabel('办结期限').fill('2020-01-01');
  const files = { name: '现场.txt', mimeType: 'text/plain', buffer: Buffer.from('路灯缺失\n') };
  await office.locator('input[type=file]').setInputFiles(files);
  await expect(office.getByRole('button', { name: '去掉 现场.txt' })).toBeVisible();
  await office.getByRole('button', { name: '登记并交办' }).click();
  await expect(office.locator('[data-name="due"]')).toContainText(/已经过去/);
  await office.getByLabel('办结期限').fill('');
  await expect(office.locator('[data-name="due"]')).not.toContainText(/已经过去/);
  await office.getByLabel('办结期限').fill('2020-01-01');

  const context = office.context();
  await office.close();
  const again = await context.newPage();
  await again.goto('/matters/new');
  await expect(again.getByLabel('要办的事')).toHaveValue('给西湖公园东门补两盏路灯');
  await expect(again.getByText('现场.txt')).toBeVisible();
  expect(await wrongOn(again)).toEqual([]);
  await expect(again.getByLabel('办结期限')).toHaveValue(/^2020年1月1日/u);
  await again.getByLabel('办结期限').fill(DUE);
  await again.getByRole('button', { name: '登记并交办' }).click();
  await expect(again.getByRole('heading', { name: '给西湖公园东门补两盏路灯', level: 1 })).toBeVisible();
  await expect(again.getByRole('status').filter({ hasText: '已登记并交办' })).toBeVisible();
  const { row, files: kept } = await matterOf(again, idOf(again.url()));
  expect(row).toMatchObject({ area: '城市管理', phase: 'assigned', due: DUE, round: null });
  expect(kept.map((file) => file.name)).toEqual(['现场.txt']);
  await again.goto('/matters/new');
  await expect(again.getByLabel('要办的事')).toHaveValue('');
});

test('a matter added to a meeting takes its next number', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const { rows } = await read<{ rows: { id: string; name: string; year: number; number: number }[] }>(
    office,
    '/api/rounds',
  );
  const latest = rows[0]!;
  await office.goto('/');
  await office.getByRole('link', { name: '登记事项' }).click();
  await office.getByLabel('要办的事').fill('会后补充：核对危桥清单');
  await office.getByRole('combobox', { name: '属于哪次会议' }).click();
  await office.getByTitle(latest.name).locator('visible=true').first().click();
  await office.getByRole('button', { name: '登记', exact: true }).click();
  await expect(office.getByRole('heading', { name: '会后补充：核对危桥清单', level: 1 })).toBeVisible();
  const { row } = await read<MatterView>(office, `/api/matters/${idOf(office.url())}`);
  expect(row).toMatchObject({ round: latest.id, phase: 'open' });
  expect(row.number).toContain(`〔${latest.year}〕${latest.number}-`);
});

test('on a phone it is asked one question at a time, and all is checked before it goes out', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', { viewport: { width: 390, height: 844 } });
  await office.goto('/matters/new');
  const form = office.getByRole('form', { name: '登记事项' });
  const next = form.getByRole('button', { name: '下一问' });
  await expect(form).toContainText('第 1 问，共 9 问');
  await expect(form.getByRole('textbox')).toHaveCount(1);
  await next.click();
  await expect(form).toContainText('请补上“要办的事”');
  await form.getByLabel('要办的事').fill('清掏老城区三处雨水井');
  await next.click();
  await expect(form.getByRole('combobox', { name: '机制' })).toBeVisible();
  await next.click();
  await expect(form.getByLabel('领域')).toBeFocused();
  await office.keyboard.type('城市管理');
  await office.keyboard.press('Enter');
  await expect(form).toContainText('属于哪次会议');
  await next.click();
  await chooseUnit(form.getByRole('combobox', { name: '牵头单位' }), '市城市管理局');
  for (const left of ['配合单位', '办结期限', '说明', '附件']) {
    await next.click();
    await expect(form).toContainText(left === '说明' ? '交办时的话' : left);
  }
  await next.click();
  await next.click();
  const answers = form.getByRole('definition');
  await expect(answers.filter({ hasText: '清掏老城区三处雨水井' })).toBeVisible();
  await expect(answers.filter({ hasText: '市城管局' })).toBeVisible();
  await form.getByRole('button', { name: '修改：领域' }).click();
  await expect(form.getByLabel('领域')).toHaveValue('城市管理');
  for (let n = 0; n < 8; n++) await next.click();
  await form.getByRole('button', { name: '登记并交办', exact: true }).click();
  await expect(office.getByRole('heading', { name: '清掏老城区三处雨水井', level: 1 })).toBeVisible();
});

test('whoever may not register is offered no way to it, and is told who does', async ({ browser }) => {
  const desk = await pageOf(browser, 'fagai');
  await assigned(await pageOf(browser, 'ducha'), [{ text: '核对充电桩台账', lead: '市发改委' }]);
  await desk.goto('/');
  await expect(desk.locator('main [data-row]').first()).toBeVisible();
  await expect(desk.getByRole('link', { name: '登记事项' })).toHaveCount(0);
  await desk.keyboard.press('n');
  await expect(desk).toHaveURL(/\/$/);
  await desk.goto('/matters/new');
  await expect(desk.getByText('这个岗位不登记事项')).toBeVisible();
});
