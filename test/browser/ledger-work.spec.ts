import type { Page } from '@playwright/test';
import type { MatterRow } from '../../src/matters/contract.ts';
import { expect, test } from './app.ts';
import { act, assigned, matterOf, pageOf, seatOf } from './scene.ts';

// Work in the ledger: views that are kept and shared, a matter beside the list, one act on many rows.

const rowOf = (page: Page, { id }: Pick<MatterRow, 'id'>) => page.locator(`[data-row="${id}"]`);
const scene = (office: Page, mark: string, lead: string): Promise<readonly MatterRow[]> =>
  assigned(
    office,
    ['摸排', '整改', '验收'].map((what) => ({ text: `${mark}${what}`, lead })),
  );

test('a view is saved under a name, pinned at the side, shared with the unit, and gone when it is removed', async ({
  browser,
}) => {
  const head = await pageOf(browser, 'fagai-head');
  const desk = await pageOf(browser, 'fagai');
  await head.goto('/ledger?bounced=yes&columns=number,lead');
  await head.getByRole('button', { name: '视图' }).click();
  const menu = head.getByRole('region', { name: '视图' });
  const name = menu.getByLabel('视图名称');
  await name.fill('退回过两次以上且牵头单位还没有说明原因'.repeat(3));
  await expect(menu.getByRole('alert')).toHaveText('名称有 57 个字，最多 40 个字。请删短一些再保存。');
  await expect(menu.getByRole('button', { name: '保存为视图' })).toBeDisabled();
  await name.fill('退回过的');
  await expect(menu).toContainText('4 / 40 个字');
  await menu.getByLabel('与本单位共享').check();
  const sent: string[] = [];
  head.on('request', (request) => request.method() === 'PUT' && sent.push(request.url()));
  await menu.getByRole('button', { name: '保存为视图' }).dblclick();
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('退回过的');
  expect(sent).toHaveLength(1);
  await expect(head).toHaveURL(/view=/);

  await desk.goto('/ledger');
  await desk.getByRole('button', { name: '视图' }).click();
  const shared = desk.getByRole('region', { name: '视图' });
  await expect(shared.getByRole('button', { name: '删除“退回过的”' })).toHaveCount(0);
  await shared.getByRole('button', { name: '固定“退回过的”到左侧' }).click();
  const pinned = desk.getByRole('list', { name: '固定的视图' });
  await desk.keyboard.press('Escape');
  await pinned.getByRole('link', { name: '退回过的' }).click();
  await expect(desk).toHaveURL(/bounced=yes/);
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('退回过的');

  await head.getByRole('button', { name: '视图' }).click();
  await menu.getByRole('button', { name: '删除“退回过的”' }).click();
  await expect(menu.getByRole('link', { name: '退回过的' })).toHaveCount(0);
  await desk.reload();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('台账');
  await expect(pinned).toHaveCount(0);
});

test('a matter opens beside the list, follows the keys, takes acts, and closes with Escape', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const [first, second] = await scene(office, '排查燃气管线', '市城管局');
  await office.goto('/ledger?scope=all&sort=newest&q=排查燃气管线');
  await expect(rowOf(office, first!)).toBeVisible();
  await office.keyboard.press('j');
  await office.keyboard.press('o');
  const pane = office.getByRole('region', { name: '打开的事项' });
  await expect(pane.getByRole('heading', { level: 2 }).first()).toContainText('排查燃气管线');
  await expect(office).toHaveURL(/open=/);
  const opened = () => new URL(office.url()).searchParams.get('open');
  const beside = opened();
  await office.keyboard.press('j');
  await expect.poll(opened, 'the matter beside is the next one').not.toBe(beside);
  await expect(rowOf(office, { id: opened()! })).toBeFocused();

  await rowOf(office, second!).click();
  await expect(pane).toContainText(second!.text);
  await pane.getByRole('button', { name: '催办' }).click();
  await pane.getByRole('form', { name: /^催办/ }).getByLabel('催办的话（选填）').fill('请抓紧');
  await office.keyboard.press('Escape');
  await expect(pane.getByRole('form')).toHaveCount(0);
  await expect(pane).toBeVisible();

  const divider = office.getByRole('separator', { name: '列表宽度' });
  const width = () => divider.getAttribute('aria-valuenow').then(Number);
  const before = await width();
  await divider.focus();
  await office.keyboard.press('ArrowRight');
  await expect.poll(width).toBeGreaterThan(before);
  const address = office.url();
  await office.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
  await expect(office).not.toHaveURL(/open=/);
  await office.goto(address);
  await expect(pane).toContainText(second!.text);
});

test('which of many rows cannot take an act is said before it is done; done rows are unticked, the others stay with their reason', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const desk = await pageOf(browser, 'jiaotong');
  const [first, second, third] = await scene(office, '治理占道停车', '市交通局');
  await act(desk, second!.id, 'accept');
  await desk.goto('/ledger?q=治理占道停车');
  await expect(rowOf(desk, first!)).toBeVisible();
  await desk.getByRole('checkbox', { name: '选已列出的 3 件' }).check();
  const bar = desk.getByRole('region', { name: '对选中的事项' });
  await expect(bar).toContainText('已选 3 件');
  await bar.getByRole('button', { name: '签收' }).click();
  const dialog = desk.getByRole('dialog', { name: '签收：3 件' });
  const refused = dialog.getByRole('listitem').filter({ hasText: second!.text });
  await expect(dialog.getByRole('status')).toHaveText('其中 1 件现在不能签收，原因如下；其余 2 件可以');
  await expect(refused).toContainText('不能办');
  await expect(refused).toContainText('已签收');
  await dialog.getByRole('button', { name: '签收其余 2 件' }).click();
  await expect(dialog.getByRole('status')).toHaveText('2 / 3 件已办，1 件没有办成，原因如下');
  await expect(refused).toContainText('已签收');
  for (const one of [first!, third!]) expect((await matterOf(office, one.id)).row.stage).toBe('working');
  const box = (row: MatterRow) => rowOf(desk, row).locator('xpath=ancestor::*[@data-line]').locator('input');
  await expect(box(first!)).not.toBeChecked();
  await expect(box(second!)).toBeChecked();

  await expect(dialog.getByRole('button', { name: /再试|^签收/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(bar).toContainText('已选 1 件');
  await bar.getByText('有 1 件没有办成，看原因').click();
  const left = bar.getByRole('listitem').filter({ hasText: second!.number });
  await expect(left).toContainText('已签收');
  const { story } = await matterOf(office, first!.id);
  expect(story.filter((one) => one.kind === 'accept')).toHaveLength(1);

  await bar.getByRole('button', { name: '签收' }).click();
  const none = desk.getByRole('dialog', { name: '签收：1 件' });
  await expect(none.getByRole('status')).toHaveText('这 1 件现在都不能签收，原因如下');
  await expect(none.getByRole('button', { name: /^签收/ })).toHaveCount(0);
  await none.getByRole('button', { name: '关闭' }).click();
});

test('a row on which others acted meanwhile, and one whose line was away, are tried again and done once', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const desk = await seatOf('jiaotong');
  const [first, second] = await scene(office, '修补人行道板', '市交通局');
  await office.goto('/ledger?scope=all&sort=newest&q=修补人行道板');
  for (const row of [first!, second!])
    await rowOf(office, row).locator('xpath=ancestor::*[@data-line]').getByRole('checkbox').check();
  const bar = office.getByRole('region', { name: '对选中的事项' });
  await bar.getByRole('button', { name: '备注' }).click();
  const dialog = office.getByRole('dialog', { name: '备注：2 件' });
  await dialog.getByRole('textbox').fill('已电话核实');
  await act(desk, first!.id, 'accept');
  const away = `**/api/matters/${second!.id}/acts`;
  await office.route(away, (route) => route.abort());
  await dialog.getByRole('button', { name: '备注', exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText('0 / 2 件已办，2 件没有办成，原因如下', { timeout: 15_000 });
  const overtaken = dialog.getByRole('listitem').filter({ hasText: first!.text });
  await expect(overtaken).toContainText('事项又有了新的办理');
  await expect(overtaken.getByRole('link')).toHaveAttribute('href', `/matters/${first!.id}#story`);
  await office.unroute(away);
  await dialog.getByRole('button', { name: '再试未办成的 2 件' }).click();
  await expect(dialog.getByRole('status')).toHaveText('2 / 2 件已办');
  for (const { id } of [first!, second!]) {
    const { story } = await matterOf(office, id);
    expect(story.filter((one) => one.kind === 'note')).toHaveLength(1);
  }
});
