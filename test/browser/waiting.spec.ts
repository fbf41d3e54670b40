import { dayOf, uuidv7 } from '../../src/kernel/index.ts';
import type { SamplePage } from '../../src/matters/samples/sample.contract.ts';
import { expect, test } from './app.ts';
import { assigned, matterOf, pageOf, seatOf } from './scene.ts';

// A slow line, a server that fails, a line that is cut: what is shown meanwhile, what is kept, what to do, what to quote.

const LATE_MS = 1_500;

test('lines stand in for a list only when it is late', async ({ browser }) => {
  const page = await pageOf(browser, 'fagai');
  let late = true;
  await page.route(/\/api\/workbench/u, async (route) => {
    if (late) await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    await route.continue();
  });
  await page.goto('/');
  const waiting = page.getByRole('status', { name: '正在加载' });
  await expect(waiting.first()).toBeVisible();
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible();
  await expect(waiting).toHaveCount(0);

  late = false;
  const seen = await page.evaluateHandle(() => {
    const found: string[] = [];
    new MutationObserver(() => {
      for (const it of document.querySelectorAll('output[aria-label="正在加载"]')) found.push(it.outerHTML);
    }).observe(document.body, { childList: true, subtree: true });
    return found;
  });
  await page.getByRole('navigation').getByRole('link', { name: '日历' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('月');
  await page.getByRole('navigation').getByRole('link', { name: '工作台' }).first().click();
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible();
  expect(await seen.jsonValue()).toEqual([]);
});

/** A sample of this week, whatever was drawn in the demo city: early on a Monday that is nothing. */
const drawnToday = (): SamplePage => ({
  rows: [
    {
      mechanism: 'enterprise-appeal',
      week: dayOf(new Date()),
      share: 10,
      least: 1,
      drawnAt: new Date().toISOString(),
      population: [{ id: uuidv7(new Date()), unit: null }],
      drawn: [{ id: uuidv7(new Date()), number: '诉求〔2026〕1', text: '路灯不亮', waiting: true, reached: false }],
    },
  ],
  next: null,
});

/** What stands above whose list, what is asked for it, and with which answer if not the server's. */
const ABOVE = [
  ['a head', 'fagai-head', /\/api\/workbench\/hands/u, '谁手上有什么', undefined],
  ['a mayor', 'shizhang', /\/api\/(rounds|figures\/rounds)/u, /上周第 \d+ 次/u, undefined],
  ['the supervision office', 'ducha', /\/api\/samples/u, '本周抽样回访 1 件', drawnToday],
] as const;

for (const [whose, login, asked, words, answer] of ABOVE)
  test(`the list of ${whose} does not move under the finger when what stands above it comes late`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, login);
    await page.route(asked, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      await (answer ? route.fulfill({ json: answer() }) : route.continue());
    });
    await page.goto('/');
    const main = page.getByRole('main');
    // Of what stands above the list and may be pressed, the first; and the first of the rows, which of a mayor stands in the brief.
    const seen = [main.getByRole('navigation').getByRole('link').first(), main.getByRole('article').first()];
    for (const one of seen) await expect(one).toBeVisible();
    const at = async (): Promise<number[]> => Promise.all(seen.map(async (one) => (await one.boundingBox())!.y));
    const before = await at();
    await expect(main).toContainText(words);
    expect(await at()).toEqual(before);
  });

test('what is asked for without a line says so in place of grey lines, and comes with the line', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'ducha');
  await page.goto('/');
  const overdue = page.getByRole('navigation').locator('[data-part="overdue"]');
  await expect(overdue).toBeVisible();
  await page.context().setOffline(true);
  await overdue.click();
  const said = page.getByText('没有网络，这里的内容还打不开');
  await expect(said).toBeVisible();
  await page.context().setOffline(false);
  await expect(said).toHaveCount(0);
  await expect(overdue).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('main').locator('a[href^="/matters/"]').first()).toBeVisible();
});

test('a list that the server could not give tells the number to quote, and is asked for again from there', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'ducha');
  let down = true;
  await page.route(/\/api\/rounds(\?|$)/u, (route) => (down ? route.fulfill(FAULT) : route.continue()));
  await page.goto('/rounds');
  const told = page.getByRole('main').getByRole('alert');
  await expect(told).toContainText('报修时请提供编号 7a1f');
  down = false;
  await told.getByRole('button', { name: '再试一次' }).click();
  await expect(told).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
});

const FAULT = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    title: '系统故障',
    status: 500,
    code: 'http.fault',
    detail: '系统发生了未预料的故障，所作操作未生效。',
    instance: '7a1f',
  }),
};

test('a page never opened before and asked for while the line is cut is told of in its place, and opens later', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'ducha');
  await page.goto('/notices');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: '日历', exact: true }).first().click();
  await expect(page.getByRole('alert').first()).toContainText('连不上服务器');
  await expect(page.getByRole('link', { name: '台账', exact: true }).first()).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '再试一次' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /年\d+月/u })).toBeVisible();
});

test('what is typed while the line is cut is said to be kept, is kept, and goes out once', async ({ browser }) => {
  const office = await seatOf('ducha');
  const [row] = await assigned(office, [{ text: '清点全市防汛物资', lead: '市发改委' }]);
  const page = await pageOf(browser, 'fagai');
  await page.goto(`/matters/${row!.id}`);
  await page.getByRole('button', { name: '备注', exact: true }).click();
  await page.context().setOffline(true);
  const words = page.getByRole('form').getByRole('textbox');
  await words.fill('物资清单正在核对');
  const button = page.getByRole('form').getByRole('button', { name: '备注', exact: true });
  await button.click();
  await expect(page.getByRole('form').getByRole('alert')).toContainText('写下的内容还在这里');
  await expect(words).toHaveValue('物资清单正在核对');
  await page.context().setOffline(false);
  await button.click();
  await expect(page.getByRole('form')).toHaveCount(0);
  const notes = (await matterOf(page, row!.id)).story.filter(({ kind }) => kind === 'note');
  expect(notes.map(({ given }) => given['text'])).toEqual(['物资清单正在核对']);
});

test('a button that waits for the server keeps its name, is said to be busy, and turns a wheel that is not read out', async ({
  browser,
}) => {
  const office = await seatOf('ducha');
  const [row] = await assigned(office, [{ text: '核对应急物资清单', lead: '市发改委' }]);
  const page = await pageOf(browser, 'fagai');
  let go = (): void => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route(/\/acts$/u, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/matters/${row!.id}`);
  await page.getByRole('button', { name: '备注', exact: true }).click();
  const form = page.getByRole('form');
  await form.getByRole('textbox').fill('清单已核对');
  const button = form.getByRole('button', { name: '备注', exact: true });
  await expect(button).not.toHaveAttribute('aria-busy');
  await button.click();
  await expect(button).toHaveAttribute('aria-busy', 'true');
  await expect(button.locator('svg')).toBeVisible();
  go();
  await expect(form).toHaveCount(0);
});

test('a matter that is not there is told in words, with the way back', async ({ browser }) => {
  const page = await pageOf(browser, 'fagai');
  await page.goto('/matters/00000000-0000-7000-8000-000000000000');
  await expect(page.getByText('没有这一事项，或者无权查看')).toBeVisible();
  await expect(page.getByRole('main').getByRole('heading', { name: '这一页没有打开' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: '工作台' }).click();
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible();
});
