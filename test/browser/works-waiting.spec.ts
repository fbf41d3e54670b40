import { dayOf } from '../../src/kernel/index.ts';
import type { WorksView } from '../../src/matters/works/works.contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { SIZES } from './day.ts';
import { act, evidence, inScheme, matterOf, pageOf, read } from './scene.ts';

// What waits on a phone for a line: what is taken after it knows of it, and a stop of the work does not make it untrue.

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGNgGAWjYBSMAggAAAQIAAHZB9b1AAAAAElFTkSuQmCC';
const bytes = Buffer.from(PIXEL, 'base64');
const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: bytes });
const DAY_MS = 24 * 60 * 60_000;

test('without a line a reading is held against what waits on the same phone, and no day is taken that has not come', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const phone = await pageOf(browser, 'qinghe', SIZES.phone);
  const { rows } = await read<WorksView>(phone, '/api/works');
  const row = rows.find(({ may, targets }) => may.measure && targets.rows.some(({ standing }) => standing))!;
  const target = row.targets.rows.findIndex(({ standing }) => standing);
  const last = Number(row.targets.rows[target]!.readings.at(-1)!.value);
  const [more, less] = [20, 10].map((parts) => String(Math.round(last * 1e4 + parts) / 1e4)) as [string, string];
  await phone.goto('/works');
  await phone.getByRole('button', { name: row.text }).click();
  await phone.context().setOffline(true);
  const form = phone.getByRole('form', { name: /填报读数/u });
  const value = form.getByLabel('累计完成');
  const keep = form.getByRole('button', { name: /保存并发送/u });
  const open = async () => {
    await phone.getByRole('button', { name: '填报读数' }).click();
    await form.getByLabel('目标').selectOption({ index: target + 1 });
    await form.getByLabel('现场照片').setInputFiles(photo('现场.png'));
  };
  await open();
  await value.fill(more);
  const tomorrow = dayOf(new Date(Date.now() + DAY_MS));
  const on = form.getByLabel('测量日期');
  await on.fill(tomorrow);
  await on.press('Tab');
  await keep.click();
  await expect(on).toHaveAccessibleDescription(/测量日期 .* 还没到，今天是 /u);
  await glimpse(phone, 'test-results/works-ahead.png');
  await on.fill(dayOf(new Date()));
  await on.press('Tab');
  await keep.click();
  await expect(phone.getByRole('heading', { name: '待发 1 条' })).toBeVisible();

  await open();
  await expect(value).toHaveAccessibleDescription(new RegExp(`上次 .*：${more} .*（在这台手机上待发）`, 'u'));
  await value.fill(less);
  await expect(form.getByLabel('原因')).toHaveAccessibleDescription(new RegExp(`少于上次的 ${more} `, 'u'));
  await keep.click();
  await expect(form.getByLabel('原因')).toHaveAttribute('aria-invalid', 'true');
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(phone, colorScheme);
    expect.soft(await wrongOn(phone)).toEqual([]);
    await glimpse(phone, `test-results/works-waiting-${colorScheme}.png`);
  }
  await form.getByLabel('原因').fill('先前读错');
  await keep.click();
  await expect(phone.getByRole('heading', { name: '待发 2 条' })).toBeVisible();
  await phone.context().setOffline(false);
  await expect(phone.getByRole('heading', { name: /待发/u })).toHaveCount(0);
  const { readings } = (await matterOf(phone, row.id)).targets!.rows[target]!;
  expect(readings.slice(-2)).toMatchObject([
    { value: more, odd: null },
    { value: less, odd: 'back', reason: '先前读错' },
  ]);
});

test('a reading kept before the work was stopped is taken after it; one kept behind the stop waits for the gate, and is sent by itself', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const phone = await pageOf(browser, 'donghu', SIZES.phone);
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  const { rows } = await read<WorksView>(phone, '/api/works');
  const row = rows.findLast(({ may, targets }) => may.measure && targets.rows.some(({ standing }) => standing))!;
  const target = row.targets.rows.findIndex(({ standing }) => standing);
  const last = Number(row.targets.rows[target]!.readings.at(-1)!.value);
  const [before, behind] = [10, 20].map((parts) => String(Math.round(last * 1e4 + parts) / 1e4)) as [string, string];
  const files = [await evidence(office, '查验.png', bytes)];
  const gate = row.gates.find(({ gate: key }) => key === 'works')!;
  const inspect = (verdict: 'pass' | 'fail') =>
    act(office, row.id, 'inspect', {
      gate: gate.gate,
      items: gate.items.map(({ item }) => ({ item, verdict, ...(verdict === 'fail' ? { text: '不合格' } : {}) })),
      ...(verdict === 'fail' ? { halt: true } : {}),
      files,
    });
  await phone.goto('/works');
  await phone.getByRole('button', { name: row.text }).click();
  await phone.context().setOffline(true);
  const form = phone.getByRole('form', { name: /填报读数/u });
  const keep = async (value: string) => {
    await phone.getByRole('button', { name: '填报读数' }).click();
    await form.getByLabel('目标').selectOption({ index: target + 1 });
    await form.getByLabel('累计完成').fill(value);
    await form.getByLabel('现场照片').setInputFiles(photo('现场.png'));
    await form.getByRole('button', { name: /保存并发送/u }).click();
  };
  await keep(before);
  await expect(phone.getByRole('heading', { name: '待发 1 条' })).toBeVisible();
  await inspect('fail');
  await keep(behind);
  await expect(phone.getByRole('heading', { name: '待发 2 条' })).toBeVisible();
  await phone.context().setOffline(false);
  const waits = phone.getByRole('region', { name: '待发 1 条' });
  await expect(waits).toContainText(/“工程质量关”查验不合格，已停工.*这条先存着，关口放行后自动发出。/u);
  await expect(waits.getByRole('button', { name: '改好再发' })).toHaveCount(0);
  await expect(waits.getByRole('button', { name: '不发了' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(phone, colorScheme);
    expect.soft(await wrongOn(phone)).toEqual([]);
    await glimpse(phone, `test-results/works-held-${colorScheme}.png`);
  }
  const readings = async () => (await matterOf(office, row.id)).targets!.rows[target]!.readings;
  const [taken] = (await readings()).slice(-1);
  expect(taken).toMatchObject({ value: before });
  expect(taken!.taken! < taken!.at).toBe(true);
  await office.goto(`/matters/${row.id}`);
  await office.getByText('计划和读数明细').nth(target).click();
  await expect(office.getByRole('row', { name: /停工前测得，.* 记下，停工后发出/u })).toBeVisible();
  await inspect('pass');
  await expect.poll(async () => (await readings()).at(-1)!.value, { timeout: 60_000 }).toBe(behind);
  await expect(phone.getByRole('heading', { name: /待发/u })).toHaveCount(0);
});
