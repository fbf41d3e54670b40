import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { pageOf } from './scene.ts';

// An address that was written by hand, or cut short on its way: what is wrong with it, what would be right, and a way on.

test('whatever is wrong in an address is said by name, with what would be right and a way on', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const main = office.getByRole('main');
  for (const [address, says] of [
    ['/topics?week=abc', '“周”（week）写的是“abc”，不是日历上有的日子'],
    ['/calendar?month=2026-13', '“月份”（month）写的是“2026-13”，不是可以查看的月份'],
    ['/calendar?month=0000-01', '“月份”（month）写的是“0000-01”，不是可以查看的月份。应写成 2026-03 这样'],
    ['/figures?from=2026-02-30', '“起始日”（from）写的是“2026-02-30”'],
    ['/?filter=later', '没有这个选项。可以写：overdue、today、week、dispatched'],
    ['/figures?mechanism=appeals', '“机制”（mechanism）写的是“appeals”，没有这个选项。可以写：appeal（企业诉求）'],
    ['/figures/ranking?mechanism=x', '“机制”（mechanism）写的是“x”'],
    ['/access-log?matter=x', '“事项”（matter）写的是“x”，不是一个编号'],
  ] as const) {
    await office.goto(address);
    await expect(main.getByRole('alert'), address).toContainText(says);
    await expect(main, address).not.toContainText('提交的内容有误');
    await main.getByRole('button', { name: '去掉以后再打开' }).click();
    await expect(main.getByText('地址里有不对的内容')).toHaveCount(0);
  }
  await office.goto('/figures/matters');
  await expect(main.getByRole('alert')).toContainText('地址里没有写“起始日”、“截止日”、“机制”、“指标”');
  await expect(main).not.toContainText('提交的内容有误');
  await office.goto('/bulletins/preview?round=x');
  await expect(main.getByRole('alert')).toContainText('“交办会”（round）写的是“x”，不是一个编号');
  await office.goto('/bulletins/preview');
  await expect(main.getByRole('alert')).toContainText('地址里没有写“交办会”');
  expect(await wrongOn(office)).toEqual([]);
  await main.getByRole('button', { name: '回上一级' }).click();
  await expect(office).toHaveURL(/\/bulletins$/);
});

test('an enterprise’s address that names none is said in plain words', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/enterprises/nope');
  const said = office.getByRole('main').getByRole('alert').first();
  await expect(said).toContainText('名录中没有这家企业。请从企业列表中选择。');
  await expect(said).not.toContainText('UUID');
});

test('days of the ledger’s address that end before they begin are put right by one click', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/ledger?dueFrom=2099-12-01&dueTo=2000-01-01&scope=all');
  const main = office.getByRole('main');
  await expect(main.getByRole('alert')).toContainText('“到期日自”是2099年12月1日，却晚于“到期日至”的2000年1月1日');
  await main.getByRole('link', { name: '起止对调' }).click();
  await expect(office).toHaveURL(/dueFrom=2000-01-01&dueTo=2099-12-01/);
  await expect(main.getByRole('alert')).toHaveCount(0);
  await expect(main.locator('[data-row]').first()).toBeVisible();
});

test('a search in the ledger’s address that is too long is told as that, and its chip by its beginning', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto(`/ledger?q=${'路'.repeat(300)}&scope=all`);
  const main = office.getByRole('main');
  const told = `“${'路'.repeat(20)}…”`;
  await expect(main.getByRole('alert')).toContainText(`“搜索”太长：写的是${told}，共 300 个字符，最多 60 个。`);
  await expect(main.getByRole('list', { name: '已加的条件' })).toContainText(`搜索${told}`);
  await main.getByRole('alert').getByRole('link').click();
  await expect(main.locator('[data-row]').first()).toBeVisible();
});

test('what of an address the ledger does not know is told and left out; the rest applies', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const main = office.getByRole('main');
  const told = main.getByRole('alert');
  await office.goto('/ledger?scope=all&phase=any&bounces=abc&view=nope&columns=foo,bar');
  await expect(told).toContainText('没有名为“bounces”的筛选条件，没有按“abc”筛选。');
  await expect(told).toContainText('没有编号为“nope”的视图。');
  await expect(told).toContainText('没有名为“foo, bar”的列。');
  await expect(main.getByRole('columnheader', { name: '阶段' })).toBeVisible();
  await expect(main.locator('[data-row]').first()).toBeVisible();
  expect(await wrongOn(office)).toEqual([]);
  await told.getByRole('link', { name: '从地址里去掉“bounces”' }).click();
  await expect(told).not.toContainText('bounces');
  await expect(told).toContainText('nope');
  await told.getByRole('link', { name: '2 个都去掉' }).click();
  await expect(told).toHaveCount(0);
  await expect(office).toHaveURL(/\/ledger\?scope=all&phase=any$/);
  await office.goto('/ledger?stage=nope&phase=any&scope=all');
  await expect(told).toContainText('“阶段”的值“nope”在本市找不到。');
});
