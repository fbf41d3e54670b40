import { expect, test } from './app.ts';
import { pageOf } from './scene.ts';

// What is pasted may be a table, or nothing that assigns anything: either is said as it is.

test('a table pasted with tabs is read row by row; a year that is not printed is asked for and not made up', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/minutes');
  await office
    .getByLabel('或者粘贴全文')
    .fill(
      '第88次周交办会议纪要\n序号\t任务\t责任单位\t配合单位\t完成时限\n' +
        '1\t完成滨河路泵站检修\t市水利局\t市财政局\t2026年4月30日前\n2\t清理东渠淤泥\t市水利局\t\t2026年5月20日前\n',
    );
  await office.getByRole('button', { name: '读出事项' }).click();
  await expect(office.getByRole('status').filter({ hasText: '已读完' })).toBeVisible();
  const items = office.getByRole('textbox', { name: /第 \d+ 项的内容/ });
  await expect(items).toHaveCount(2);
  await expect(items.first()).toHaveValue(/完成滨河路泵站检修/);
  await expect(office.getByLabel('第几次')).toHaveValue('88');
  const year = office.getByRole('textbox', { name: /^年/ });
  await expect(year).toHaveValue('');
  await expect(year).toHaveAccessibleDescription('文中没有写，请填');
  await expect(office.getByLabel('开会日期')).toHaveValue('');
  await year.fill('2026');
  await expect(office.getByText('文中没有写，请填')).toHaveCount(0);
});

test('a text that assigns nothing is not said to be read: what it may be is said, and where it belongs', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/minutes');
  await office.getByLabel('或者粘贴全文').fill('甲\t乙\t丙\n春天\t花开\t满园\n夏天\t蝉鸣\t满树\n');
  await office.getByRole('button', { name: '读出事项' }).click();
  await expect(office.getByRole('status').filter({ hasText: '没有读出事项' })).toBeVisible();
  await expect(office.getByText('已读完')).toHaveCount(0);
  await expect(office.getByText(/没有读出事项：文字里没有认出/)).toBeVisible();
  await office.getByRole('link', { name: '按表格导入' }).click();
  await expect(office.getByRole('heading', { name: '导入事项' })).toBeVisible();
});
