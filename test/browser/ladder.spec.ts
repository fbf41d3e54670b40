import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import { expect, test } from './app.ts';
import { glimpse } from './camera.ts';
import { faultsOf, follow, matterOf, pageOf, read } from './scene.ts';

test('a mechanism’s ladder stands in words beside its picture', async ({ browser }, info) => {
  const page = await pageOf(browser, 'guanli');
  const faults = faultsOf(page);
  await page.goto('/admin/mechanisms/weekly-assignment');
  const table = page.getByRole('table', { name: '督办阶梯' });
  await expect(table.getByRole('row', { name: /办理时限 到期前 1 个工作日 蓝单 经办人/ })).toBeVisible();
  await expect(
    table.getByRole('row', { name: /逾期 5 个工作日 红单 经办人、单位负责人、督查室、市领导/ }),
  ).toBeVisible();
  await table.scrollIntoViewIfNeeded();
  await glimpse(page, info.outputPath('ladder.png'));

  const text = page.getByRole('textbox', { name: '机制文件' });
  const source = await text.inputValue();
  await text.fill(source.replace('at: 3 workdays after, slip: orange', 'at: 9 workdays after, slip: orange'));
  await expect(page.getByText(/“5 workdays after”排在“9 workdays after”之后，却比它早/)).toBeVisible();
  expect(faults).toEqual([]);
});

for (const width of [1440, 390])
  test(`the ledger is filtered by the colour of slips, and a clock says what comes next, ${width} px wide`, async ({
    browser,
  }, info) => {
    const page = await pageOf(browser, 'ducha', { viewport: { width, height: 900 } });
    const faults = faultsOf(page);
    const slipped = await read<MatterPage>(page, '/api/matters?color=blue&limit=50');
    expect(slipped.rows.length).toBeGreaterThan(0);
    expect(slipped.rows.every((row) => row.slipColor === 'blue')).toBe(true);
    await page.goto('/ledger?scope=all&color=blue');
    await expect(page.locator(`[data-row="${slipped.rows[0]!.id}"]`).first()).toBeVisible();
    // The closed filters, which are laid out beforehand, say it too.
    await expect(page.getByText('蓝色督查单').filter({ visible: true }).first()).toBeVisible();
    await glimpse(page, info.outputPath('ledger.png'));

    const views = await Promise.all(slipped.rows.map((row) => matterOf(page, row.id)));
    const found = views.find((view) => view.clocks.some((clock) => clock.next !== null))!;
    await follow(page, `/matters/${found.row.id}`);
    await expect(page.getByText(/月\d+日.*起：黄单/).first()).toBeVisible();
    await page
      .getByText(/月\d+日.*起：黄单/)
      .first()
      .scrollIntoViewIfNeeded();
    await glimpse(page, info.outputPath('matter.png'));
    expect(faults).toEqual([]);
  });
