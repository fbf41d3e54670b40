import { SECOND_LIST } from '../../src/app/demo/replication/lists.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { begin, finish } from './day.ts';
import { faultsOf, follow, inScheme, pageOf } from './scene.ts';

// The supervision office's afternoon with a list of practice to be copied: what waits is seen in the matrix, one part is struck off
// against its evidence, another is agreed not to apply, and a new edition is merged.

const cell = (item: string, unit: string) => new RegExp(`^第 ${item} 条，${unit}：`, 'u');

test('a list of practice: struck off one by one in the matrix, a new edition merged, what came of it noted', async ({
  browser,
}) => {
  test.slow();
  const office = await pageOf(browser, 'ducha');
  const faults = faultsOf(office);
  await office.setViewportSize({ width: 1440, height: 900 });
  const at = (item: string, unit: string) => office.getByRole('link', { name: cell(item, unit) });

  await test.step('the matrix says what waits, and is gone through by the arrows', async () => {
    await office.goto('/');
    await office.getByRole('navigation').getByRole('link', { name: '清单', exact: true }).first().click();
    await expect(office.getByText(/9 条、18 个单位，共 162 项分工.*其中 1 条上级已不再列入/u)).toBeVisible();
    await expect(at('5', '市财政局')).toHaveAccessibleName(/已完成待核验/u);
    await expect(office.getByText('第二批不再列入')).toBeVisible();
    await at('5', '市工信局').focus();
    await office.keyboard.press('ArrowRight');
    await expect(at('5', '市财政局')).toBeFocused();
    expect(await wrongOn(office)).toEqual([]);
    await glimpse(office, 'test-results/catalogues-1440.png');
  });

  await test.step('a part is struck off against its evidence', async () => {
    await office.keyboard.press('Enter');
    await expect(office.getByRole('heading', { level: 1 })).toContainText('外商投资信息报告');
    await expect(office.getByText('系统截图、填报指引')).toBeVisible();
    await expect(office.getByText('佐证材料.txt').first()).toBeVisible();
    await finish(await begin(office, '销号'), '销号');
    await follow(office, '/catalogues');
    await expect(at('5', '市财政局')).toHaveAccessibleName(/：已销号$/u);
  });

  await test.step('what does not apply is agreed to, with the reason in sight, and is not counted as done', async () => {
    await at('7', '清河县').click();
    await expect(office.getByText('县里没有设立对应的金融机构（待督查室同意）')).toBeVisible();
    await finish(await begin(office, '同意不适用'), '同意不适用');
    await office.goto('/catalogues');
    await expect(at('7', '清河县')).toHaveAccessibleName(/：不适用$/u);
  });

  await test.step('the unit notes what came of it', async () => {
    const unit = await pageOf(browser, 'caizheng');
    await unit.setViewportSize({ width: 390, height: 844 });
    await unit.goto('/catalogues');
    await unit.getByRole('link', { name: /外商投资信息报告/u }).click();
    const form = await begin(unit, '记录成效');
    await form.getByLabel('取得了什么成效').fill('填报次数由两次减为一次');
    await finish(form, '记录成效');
    await unit.goto('/catalogues');
    await expect(unit.getByRole('link', { name: /外商投资信息报告/u })).toContainText('已销号并记成效');
    // What the list no longer has is told on a phone as well.
    await expect(unit.getByRole('link', { name: /跨部门检查合并上门/u })).toContainText('第二批不再列入');
    await inScheme(unit, 'dark');
    expect(await wrongOn(unit)).toEqual([]);
    expect(await unit.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await glimpse(unit, 'test-results/catalogues-390.png');
  });

  await test.step('a new edition is compared item by item, word by word, and merged', async () => {
    const rows = SECOND_LIST.filter(({ item }) => item !== '4').map(({ item, area, text, wanted }) =>
      [item, area, item === '2' ? `${text}，不再重复编报` : text, wanted].join(','),
    );
    const table = [
      '序号,领域,改革经验,佐证材料,责任单位',
      ...rows.map((row) => `${row},各单位`),
      '10,人才流动,职称跨区互认,互认目录,市人社局',
    ];
    await follow(office, '/catalogues/edition');
    // A short table takes nothing away before it is said that it is the whole list.
    await office.locator('input[type=file]').setInputFiles({
      name: '补充.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([table[0], table[1], table.at(-1)].join('\n')),
    });
    await expect(office.getByText('新增 1 条、不变 1 条、不动 7 条')).toBeVisible();
    await office.getByLabel('哪一版').fill('第三批');
    const which = office.getByRole('group', { name: /表里没有台账里的 7 条/u });
    await expect(which.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(office.getByRole('button', { name: '合并 1 条' })).toBeDisabled();
    await expect(office.getByText('先选这张表是完整的清单还是补充')).toBeVisible();
    await glimpse(office, 'test-results/edition-short-1440.png');
    await which.getByRole('radio', { name: /完整的清单：/u }).check();
    await expect(office.getByRole('button', { name: '合并 8 条' })).toBeEnabled();
    await which.getByRole('radio', { name: /只是补充：/u }).check();
    await expect(office.getByRole('button', { name: '合并 1 条' })).toBeEnabled();
    await expect(office.getByText('不再列入', { exact: true })).toHaveCount(0);
    expect(await wrongOn(office)).toEqual([]);
    await office.getByRole('button', { name: '换一个文件' }).click();
    await office.locator('input[type=file]').setInputFiles({
      name: '第三批清单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table.join('\n')),
    });
    await expect(office.getByText('新增 1 条、修改 1 条、不再列入 1 条、不变 6 条')).toBeVisible();
    // A table of what is new or changed alone takes nothing away.
    const part = office.getByLabel('表里没有的 1 条保持不动');
    await part.check();
    await expect(office.getByRole('button', { name: '合并 2 条' })).toBeVisible();
    await expect(
      office.getByText('新增 1 条、修改 1 条、不变 6 条、不动 1 条'),
      'counts say what will be done',
    ).toBeVisible();
    await expect(office.getByText('不再列入'), 'and so do the lines').toHaveCount(0);
    await part.uncheck();
    const changed = office.getByRole('listitem').filter({ hasText: /^修改/u });
    await expect(changed.locator('ins').first()).toContainText('不再重复编报');
    await expect(office.getByRole('button', { name: '合并 3 条' })).toBeDisabled();
    await office.getByLabel('哪一版').fill('第三批');
    expect(await wrongOn(office)).toEqual([]);
    await glimpse(office, 'test-results/edition-1440.png');
    await office.getByRole('button', { name: '合并 3 条' }).click();
    await expect(office.getByText(/已合并 3 条：登记 1 条，修订 \d+ 件，分给单位 1 项/u)).toBeVisible({
      timeout: 30_000,
    });
    await office.getByRole('link', { name: '打开清单' }).click();
    await expect(office.getByText('第三批不再列入')).toBeVisible();
    // What was struck off by the words before says so.
    await expect(office.getByRole('link', { name: /^第 2 条，.*按旧文字，第三批改过/u }).first()).toBeVisible();
    await expect(office.getByText(/其中 \d+ 项按旧文字销号/u)).toBeVisible();
    await glimpse(office, 'test-results/catalogues-old-1440.png');
    await expect(at('10', '市人社局')).toBeVisible();
    await office.getByRole('link', { name: /由政府统一做/u }).click();
    await expect(office.getByText(/按《第三批》修订/u).first()).toBeVisible();
  });

  await test.step('who is named no more is told and let go, and what was struck off is taken up by the new words', async () => {
    const table = [
      '序号,改革经验,责任单位',
      `3,${SECOND_LIST.find(({ item }) => item === '3')!.text},市财政局`,
      '2,建设项目开工前的评估由政府统一做，企业直接用结果，并在网上公布,各单位',
    ];
    await follow(office, '/catalogues/edition');
    await office.locator('input[type=file]').setInputFiles({
      name: '第四批.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table.join('\n')),
    });
    await office.getByLabel('哪一版').fill('第四批');
    await office.getByRole('radio', { name: /只是补充：/u }).check();
    const third = office.getByRole('listitem').filter({ hasText: '不再分给：' });
    await expect(third).toContainText('东湖区');
    await expect(third).not.toContainText('市财政局');
    await expect(office.getByRole('button', { name: '合并 1 条' })).toBeEnabled();
    await third.getByLabel(/结束他们的分工/u).check();
    await office.getByLabel(/按新文字重启他们的分工/u).check();
    expect(await wrongOn(office)).toEqual([]);
    await glimpse(office, 'test-results/edition-leaving-1440.png');
    await office.getByRole('button', { name: '合并 2 条' }).click();
    await expect(office.getByText(/已合并 2 条.*结束分工 \d+ 项。重启分工 \d+ 项/u)).toBeVisible({ timeout: 60_000 });
    await office.getByRole('link', { name: '打开清单' }).click();
    await expect(office.getByRole('link', { name: /^第 2 条，.*按旧文字/u })).toHaveCount(0);
    await expect(at('3', '东湖区')).toHaveAccessibleName(/：不适用$/u);
  });

  await test.step('the matrix leaves as a workbook', async () => {
    await follow(office, '/catalogues');
    const download = office.waitForEvent('download');
    await office.getByRole('link', { name: '导出 XLSX' }).click();
    expect((await download).suggestedFilename()).toBe('河中省自贸试验区改革试点经验复制推广清单.xlsx');
  });
  expect(faults).toEqual([]);
});

test('the city’s own ledger is another list: asked about first, then brought in with how far each unit is', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const faults = faultsOf(office);
  await office.setViewportSize({ width: 1440, height: 900 });
  const table = [
    '序号,改革事项,责任单位,推进情况,完成情况,完成时间,佐证材料',
    '1,跨境电商退货中心仓,市财政局,已完成,中心仓已启用,2026-01-20,启用照片',
    '1,跨境电商退货中心仓,市工信局,推进中,正在选址,,',
    '1,跨境电商退货中心仓,市商务局,长期坚持,,,',
    '2,不动产登记与水电气联动过户,"各县（市、区）、市住建局",,,,',
    '3,知识产权质押登记线上办,各有关部门,,,,',
  ];
  await office.goto('/catalogues/edition');
  await expect(office.getByRole('link', { name: '下载填好的样表' })).toBeVisible();
  await office.locator('input[type=file]').setInputFiles({
    name: '莲城市复制推广台账.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(table.join('\n')),
  });
  const other = office.getByRole('group', { name: /是不是另一张清单/u });
  await office.getByLabel('哪一版').fill('2026年台账');
  await expect(other).toBeVisible();
  await expect(office.getByRole('listitem').filter({ hasText: '跨境电商' }), 'nothing is a change yet').toHaveCount(0);
  await expect(office.getByRole('button', { name: /^合并/u })).toBeDisabled();
  expect(await wrongOn(office)).toEqual([]);
  await glimpse(office, 'test-results/edition-other-1440.png');
  await other.getByRole('button', { name: '是另一张清单，按《莲城市复制推广台账》登记' }).click();
  await expect(office.getByText('新增 3 条')).toBeVisible();
  await expect(office.getByText('按台账登记已完成、待核验 1 个单位：市财政局')).toBeVisible();
  await expect(office.getByText('按台账登记推进中 1 个单位：市工信局')).toBeVisible();
  await expect(office.getByText(/第 4 行的推进情况“长期坚持”看不出/u)).toBeVisible();
  const counties = office.getByRole('listitem').filter({ hasText: '不动产登记' });
  for (const unit of ['东湖区', '清河县', '石梁县', '市住建局']) await expect(counties).toContainText(unit);
  await expect(counties).not.toContainText('市财政局');
  await expect(office.getByText('“各有关部门”指哪些单位？').first()).toBeVisible();
  await expect(office.getByText(/没有写是哪些单位，没有分：各有关部门/u)).toBeVisible();
  expect(await wrongOn(office)).toEqual([]);
  await glimpse(office, 'test-results/edition-ledger-1440.png');
  await office.getByRole('button', { name: '导入 3 条' }).click();
  await expect(office.getByText(/登记 3 条.*按台账登记原有进展 2 项/u)).toBeVisible({ timeout: 30_000 });
  await office.getByRole('link', { name: '打开清单' }).click();
  const at = (unit: string) => office.getByRole('link', { name: cell('1', unit) });
  await expect(at('市工信局')).toHaveAccessibleName(/：推进中/u);
  await expect(at('市商务局')).toHaveAccessibleName(/：已分工/u);
  await expect(at('市财政局')).toHaveAccessibleName(/：已完成待核验/u);
  await at('市财政局').click();
  await expect(office.getByText(/《莲城市复制推广台账》写的是已完成.*中心仓已启用.*佐证：启用照片/u)).toBeVisible();
  await expect(office.getByText(/还没有佐证材料。请先附上材料/u).first()).toBeAttached();
  await glimpse(office, 'test-results/part-carried-1440.png');
  expect(faults).toEqual([]);
});
