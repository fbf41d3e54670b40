import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { addDays, dayOf } from '../../src/kernel/index.ts';
import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import { expect, test } from './app.ts';
import { begin, finish, rowOf, said, SIZES } from './day.ts';
import { act, chooseUnit, evidence, faultsOf, follow, lookedFor, matterOf, pageOf, read, seatOf } from './scene.ts';

// The supervision office's day: minutes into a round, the round into answers, the answers into a bulletin.

const DUE = addDays(dayOf(new Date()), 20);
const mark = `样张${randomInt(1e6)}`;
const MINUTES = `市政府关于${mark}的专题会议纪要
会议议定以下事项：
一、摸清${mark}换热站底数，完成检修。（责任单位：市商务局）
二、建立${mark}用户诉求响应机制。（责任单位：市商务局）
三、储备${mark}应急物资。`;

test('the office’s whole day, from the minutes to the wall', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  const unit = await seatOf('shangwu');
  const faults = faultsOf(office);
  const draft = office.getByRole('region', { name: '清单', exact: true });
  let round = '';

  await test.step('the minutes are read, looked over and assigned', async () => {
    await office.goto('/minutes');
    await office.getByLabel('或者粘贴全文').fill(MINUTES);
    await office.getByRole('button', { name: '读出事项' }).click();
    await expect(office).toHaveURL(/minutes\/./u);
    await expect(draft.getByRole('textbox', { name: /第 \d+ 项的内容/u })).toHaveCount(3);
    await draft.getByRole('button', { name: '选牵头单位' }).click();
    await chooseUnit(draft.getByRole('combobox', { name: '牵头' }), '市商务局');
    await expect(draft.getByRole('button', { name: '选牵头单位' })).toHaveCount(0);
    // A meeting of a year long past, so that it is nobody's latest.
    await draft.getByLabel('开会日期').fill(`${randomInt(2001, 2021)}-03-06`);
    await draft.getByLabel('开会日期').press('Enter');
    await draft.getByRole('textbox', { name: '年', exact: true }).fill(`${randomInt(2001, 2021)}`);
    await draft.getByLabel('第几次').fill(`${randomInt(1, 10_000)}`);
    await draft.getByRole('button', { name: '+ 时限' }).first().click();
    await draft.getByLabel('时限').first().fill(DUE);
    await draft.getByLabel('时限').first().press('Enter');
    await said(office, '已保存');
    await office.getByRole('button', { name: '交办', exact: true }).click();
    await office.getByRole('dialog').getByRole('button', { name: '确认交办', exact: true }).click();
    await said(office, '已交办 3 项');
    round = /rounds\/([^/?]+)/u.exec(office.url())![1]!;
  });

  const { rows } = await read<MatterPage>(office, `/api/matters?round=${round}`);
  const [good, poor, silent] = ['换热站', '诉求', '物资'].map((word) => rows.find(({ text }) => text.includes(word))!);
  for (const { id } of [good!, poor!]) {
    await act(unit, id, 'accept');
    await act(unit, id, 'answer', { result: '已办结', files: [await evidence(unit, '情况说明.txt', mark)] });
  }

  await test.step('one answer is found true and struck off, the other goes back with a reason', async () => {
    await follow(office, `/matters/${poor!.id}`);
    const form = await begin(office, '退回重办');
    await form.getByRole('button', { name: '退回重办', exact: true }).click();
    await expect(form.getByText('请补上“理由”')).toBeVisible();
    await form.getByLabel('理由').fill('只有部署，没有结果。');
    // What was mended is reproached no more.
    await expect(form.getByText('请补上“理由”')).toHaveCount(0);
    await finish(form, '退回重办');
    expect((await matterOf(office, poor!.id)).row.stage).toBe('working');

    await office.goto('/');
    const row = rowOf(office, good!.id);
    await lookedFor(office, row);
    await row.getByRole('button', { name: /^核查通过/u }).click();
    await row.getByRole('form').getByRole('button', { name: '核查通过', exact: true }).click();
    await said(office, /已核查通过：/u);
    // Nothing presses it now: among all that waits for the office it has gone below the first page.
    await follow(office, `/matters/${good!.id}`);
    await finish(await begin(office, '销号'), '销号');
    expect((await matterOf(office, good!.id)).row.stage).toBe('closed');
  });

  await test.step('those who owe are reminded in one go', async () => {
    await office.goto(`/ledger?scope=all&q=${mark}`);
    for (const { number } of [poor!, silent!]) await office.getByRole('checkbox', { name: `选 ${number}` }).check();
    await office.getByRole('region', { name: '对选中的事项' }).getByRole('button', { name: '催办' }).click();
    const dialog = office.getByRole('dialog', { name: '催办：2 件' });
    await dialog.getByLabel('催办的话（选填）').fill('请于本周内报来。');
    await dialog.getByRole('button', { name: '催办', exact: true }).click();
    await expect(dialog.getByRole('status')).toContainText('2 / 2 件已办');
    for (const { id } of [poor!, silent!]) expect((await matterOf(office, id)).counts.reminders).toBe(1);
    await dialog.getByRole('button', { name: '关闭' }).click();
  });

  await test.step('the list is taken away as a table', async () => {
    await office.goto(`/ledger?scope=all&phase=any&q=${mark}`);
    await office.getByRole('button', { name: '导出' }).click();
    await office.getByRole('menuitem', { name: /CSV/u }).click();
    const coming = office.waitForEvent('download');
    await office
      .getByRole('complementary', { name: '我的导出和导入' })
      .getByRole('link', { name: '下载' })
      .last()
      .click();
    const table = await readFile(await (await coming).path(), 'utf8');
    for (const { number } of rows) expect(table).toContain(number);
  });

  await test.step('the bulletin is published, and the round stands on the wall', async () => {
    await follow(office, `/rounds/${round}`);
    await expect(office.getByText('已销号 1 / 3').first()).toBeVisible();
    await office.getByRole('link', { name: '写通报' }).click();
    await office.getByLabel('标题').fill(`关于${mark}的通报`);
    await office.getByRole('button', { name: '发布', exact: true }).click();
    await office.getByRole('dialog').getByRole('button', { name: '确认发布', exact: true }).click();
    await said(office, '已发布');
    await expect(office.getByText(/台账检查点/u)).toBeVisible();
    await follow(office, `/rounds/${round}/wall`);
    await expect(office.getByText('已销号 1 / 3').first()).toBeVisible();
    await expect(office.getByRole('listitem').filter({ hasText: mark }).first()).toBeVisible();
  });
  expect(faults).toEqual([]);
});
