import { uuidv7 } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { begin, finish, rowOf } from './day.ts';
import { act, chooseUnit, faultsOf, follow, inScheme, matterOf, pageOf, seatOf, send, unitNamed } from './scene.ts';

// An appeal is divided by the unit that leads: another unit gets part of it, with a day of its own, and the answer waits for that.

const TEXT = '厂区门前道路积水，货车进不来';

test('a unit divides an appeal, sees how far its parts have come, and why it cannot answer yet', async ({
  browser,
}) => {
  const firm = await (await browser.newContext()).newPage();
  await firm.goto('/');
  const id = uuidv7(new Date());
  const by = { id: uuidv7(new Date()), pass: 'ACDEFGHJK7' };
  await send(firm, '/api/counter/appeals', { id, mechanism: 'appeal', text: TEXT, by });
  const [office, handler, head, other] = await Promise.all(
    ['ducha', 'fagai', 'fagai-head', 'zhujian'].map((who) => pageOf(browser, who)),
  );
  await act(office!, id, 'classify', { category: '0701' });
  await act(office!, id, 'assign', { lead: await unitNamed(office!, '市发改委'), co: [] });
  await act(handler!, id, 'accept');

  const faults = faultsOf(handler!);
  await handler!.goto(`/matters/${id}`);
  const form = await begin(handler!, '分解');
  await form.getByLabel('分出去办的内容').fill('清通门前雨水管');
  await chooseUnit(form.getByRole('combobox', { name: '交给哪个单位' }), '市住房和城乡建设局');
  await finish(form, '分解');
  const below = handler!.getByRole('region', { name: /分解出的事项/u });
  await expect(below).toContainText('0 / 1 已销号');
  await expect(below).toContainText('已分办');
  await expect(below).toContainText(/分办〔\d{4}〕\d{4}/u);

  // The unit that got it works on it, and knows below what it stands, without being able to open that.
  await below.getByRole('link', { name: '清通门前雨水管' }).click();
  await expect(handler!.getByRole('heading', { name: '清通门前雨水管', level: 1 })).toBeVisible();
  const child = handler!.url().split('/').at(-1)!;
  await other!.goto('/');
  await expect(rowOf(other!, child)).toContainText(/属于 诉求〔\d{4}〕\d+/u);
  await act(other!, child, 'accept');
  await act(other!, child, 'report', { text: '清了一半', percent: 50 });
  await follow(other!, `/matters/${child}`);
  await expect(other!.getByText('上级事项')).toBeVisible();
  await expect(other!.getByRole('link', { name: /诉求〔/u })).toHaveCount(0);
  await expect(handler!.getByRole('link', { name: /诉求〔/u })).toBeVisible();

  await act(handler!, id, 'propose', { result: '雨水管已清通' });
  await head!.goto(`/matters/${id}`);
  await expect(head!.getByRole('region', { name: /分解出的事项/u })).toContainText('进度 50%');
  await head!
    .getByText(/现在办不了/u)
    .first()
    .click();
  await expect(head!.getByText(/分解出去的还没有全部反馈：分办/u)).toBeVisible();

  await act(other!, child, 'answer', { result: '已清通' });
  await head!.reload();
  await finish(await begin(head!, '审定答复'), '审定答复');
  for (const [width, scheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    await handler!.setViewportSize({ width, height: 900 });
    await handler!.goto(`/matters/${id}`);
    await inScheme(handler!, scheme);
    await expect(handler!.getByRole('region', { name: /分解出的事项/u })).toBeVisible();
    expect(await wrongOn(handler!)).toEqual([]);
    expect(await handler!.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect(faults).toEqual([]);
});

test('of many parts the page has the first, and the others are asked for; one that is struck off says so once', async ({
  browser,
}) => {
  test.slow();
  const parts = 25;
  const office = await pageOf(browser, 'ducha', { viewport: { width: 390, height: 844 } });
  const faults = faultsOf(office);
  const id = uuidv7(new Date());
  await send(office, '/api/matters', { id, mechanism: 'appeal', given: { text: '沿街管网分段改造' } });
  await act(office, id, 'classify', { category: '0701' });
  await act(office, id, 'assign', { lead: await unitNamed(office, '市发改委'), co: [] });
  const handler = await seatOf('fagai');
  await act(handler, id, 'accept');
  const lead = await unitNamed(office, '市住房和城乡建设局');
  for (let n = 1; n <= parts; n++) await act(handler, id, 'divide', { text: `改造第 ${n} 段`, lead });
  const done = (await matterOf(office, id)).below.rows[0]!.row.id;
  const other = await seatOf('zhujian');
  await act(other, done, 'accept');
  await act(other, done, 'answer', { result: '已改造' });
  await act(office, done, 'close');

  await office.goto(`/matters/${id}`);
  const below = office.getByRole('region', { name: /分解出的事项/u });
  await expect(below).toContainText(`1 / ${parts} 已销号`);
  await expect(below.getByRole('listitem')).toHaveCount(20);
  await expect(below).toContainText(`另有 ${parts - 20} 件没有列出`);
  await below.getByRole('button', { name: '再看一些' }).click();
  await expect(below.getByRole('listitem')).toHaveCount(parts);
  await expect(below.getByRole('button', { name: '再看一些' })).toHaveCount(0);
  await expect(below.getByRole('listitem').last().getByText('已销号')).toHaveCount(1);
  expect(faults).toEqual([]);
});
