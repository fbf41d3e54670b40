import type { z } from 'zod';
import type { RoundPage } from '../../src/matters/rounds/round.contract.ts';
import { expect, test } from './app.ts';
import { pageOf, read } from './scene.ts';

// Screens wider than a desk's: what is a table uses them, and on a wall everything grows together.

test('on a very wide screen the ledger uses its width, and no words of a matter are cut', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', { viewport: { width: 2560, height: 1200 } });
  await office.goto('/ledger?scope=all&phase=any');
  const table = office.getByRole('table');
  await expect(table.locator('[data-row]').first()).toBeVisible();
  const box = (await table.boundingBox())!;
  expect(box.x + box.width).toBeGreaterThan(2500);
  const cut = await table
    .locator('[data-row]')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
  expect(cut).toEqual([]);
});

test('on a wide screen the round’s board leaves no quarter of it blank', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', { viewport: { width: 1920, height: 1080 } });
  const { rows } = await read<z.infer<typeof RoundPage>>(office, '/api/rounds');
  await office.goto(`/rounds/${rows[0]!.id}`);
  const board = (await office.getByRole('table').boundingBox())!;
  expect(board.x + board.width).toBeGreaterThan(1860);
});

test('beside an open matter every filter of the day can be read whole', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', { viewport: { width: 1440, height: 900 } });
  await office.goto('/ledger?scope=all');
  await office.getByRole('button', { name: '对看' }).click();
  await office.locator('[data-row]').first().click();
  const list = (await office.getByRole('list', { name: '阶段' }).boundingBox())!;
  const last = (await office.getByRole('link', { name: '全部状态' }).boundingBox())!;
  expect(last.x + last.width).toBeLessThanOrEqual(list.x + list.width);
});

test('on the wall a slip’s ground is as high as its words', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', { viewport: { width: 1920, height: 1080 } });
  const { rows } = await read<z.infer<typeof RoundPage>>(office, '/api/rounds');
  await office.goto(`/rounds/${rows[0]!.id}/wall`);
  const slips = office.locator('[data-slip]');
  await expect(slips.first()).toBeVisible();
  const low = await slips.evaluateAll(
    (all) => all.filter((one) => one.clientHeight < 1.5 * Number.parseFloat(getComputedStyle(one).fontSize)).length,
  );
  expect(low).toBe(0);
});

test('the calendar uses a wide screen, and on a wall of four times the dots everything is as large as on one of one', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', { viewport: { width: 2560, height: 1200 } });
  await office.goto('/calendar');
  await office.getByText('周日', { exact: true }).first().waitFor();
  const sunday = (await office.getByText('周日', { exact: true }).first().boundingBox())!;
  expect(sunday.x + sunday.width).toBeGreaterThan(2400);
  const { rows } = await read<z.infer<typeof RoundPage>>(office, '/api/rounds');
  await office.setViewportSize({ width: 1920, height: 1080 });
  await office.goto(`/rounds/${rows[0]!.id}/wall`);
  const area = office.getByRole('heading', { level: 2 }).first();
  const share = () => area.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize) / innerWidth);
  await expect(area).toBeVisible();
  const ofOne = await share();
  await office.setViewportSize({ width: 3840, height: 2160 });
  // The page hears of its new size a moment after it has it.
  await expect.poll(share).toBeCloseTo(ofOne, 4);
});
