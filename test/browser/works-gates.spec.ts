import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { SIZES } from './day.ts';
import { act, faultsOf, inScheme, matterOf, pageOf, read } from './scene.ts';
import type { WorksView } from '../../src/matters/works/works.contract.ts';

// The gates that the work must pass: one inspection stops it, another lets it go on.

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGNgGAWjYBSMAggAAAQIAAHZB9b1AAAAAElFTkSuQmCC';
const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') });

test('the office inspects a gate, stops the work and lets it go on; the page of the project says which gate and why', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  const faults = faultsOf(office);
  const { rows } = await read<WorksView>(office, '/api/works');
  const row = rows.find(({ gates, may }) => may.inspect && gates.some(({ gate, last }) => gate === 'works' && !last))!;
  await office.goto(`/matters/${row.id}`);
  await expect(office.getByRole('region', { name: '目标和进度' })).toBeVisible();
  await expect(office.getByRole('region', { name: '关口' })).toContainText('工程质量关 还没有查验');
  await office.getByRole('button', { name: '关口查验' }).click();
  const form = office.getByRole('form', { name: /^关口查验/u });
  await expect(form.getByLabel('关口', { exact: true })).toHaveValue('works');
  await form.getByRole('button', { name: '全部合格' }).click();
  await form.getByRole('radiogroup', { name: '灌溉排水通畅' }).getByText('不合格').click();
  await form.getByLabel('“灌溉排水通畅”哪里不合格').fill('东侧排水沟没有接通');
  await form.getByLabel('停工，整改后重新查验').check();
  await form.locator('input[type=file]').first().setInputFiles(photo('查验.png'));
  await expect(form.getByText('查验.png')).toBeVisible();
  await form.getByRole('button', { name: '关口查验', exact: true }).click();
  // At the head of its page, with who stopped it and the way to what was found.
  const stopped = office.getByRole('region', { name: '已停工' });
  await expect(stopped).toContainText(/已停工：工程质量关。.*由 .*督查.* 责令停工/u);
  await expect(office.getByText('灌溉排水通畅：东侧排水沟没有接通')).toBeVisible();
  // The record of a gate stands with it: what was looked at, and what was found of each.
  const gate = office.getByRole('region', { name: '关口' }).getByRole('listitem').filter({ hasText: '工程质量关' });
  await stopped.getByRole('button', { name: '看查验记录' }).click();
  await expect(gate.getByText('查验了什么（4 项，附件 1 个）')).toBeFocused();
  await expect(gate.getByRole('listitem')).toHaveText([
    /树穴.* 合格$/u,
    / 合格$/u,
    / 合格$/u,
    /^灌溉排水通畅 不合格$/u,
  ]);
  const next = office.getByRole('region', { name: '关口' }).getByRole('listitem').filter({ hasText: '检查验收关' });
  await next.getByText(/^要查什么（/u).click();
  await expect(next.getByText('数量与目标相符')).toBeVisible();
  const halted = await matterOf(office, row.id);
  expect(halted.acts.find(({ kind }) => kind === 'measure')).toMatchObject({
    allowed: false,
    code: 'matter.work-halted',
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(office, colorScheme);
    expect.soft(await wrongOn(office)).toEqual([]);
    await glimpse(office, `test-results/works-matter-${colorScheme}.png`);
  }
  await office.goto('/works?area=' + encodeURIComponent(row.area!));
  await expect(office.getByRole('button', { name: row.text })).toContainText('已停工');
  await glimpse(office, 'test-results/works-desk.png');

  const files = halted.files.slice(-1).map(({ id }) => id);
  const items = row.gates.find(({ gate }) => gate === 'works')!.items.map(({ item }) => ({ item, verdict: 'pass' }));
  await act(office, row.id, 'inspect', { gate: 'works', items, files });
  expect((await matterOf(office, row.id)).acts.find(({ kind }) => kind === 'measure')!.allowed).toBe(true);
  await office.goto(`/matters/${row.id}`);
  await expect(office.getByRole('region', { name: '关口' })).toContainText('工程质量关');
  await expect(stopped).toHaveCount(0);
  expect(faults).toEqual([]);
});
