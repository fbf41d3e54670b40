import { uuidv7 } from '../../src/kernel/index.ts';
import type { Countable, Counted } from '../../src/figures/counts/count.contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { act, pageOf, read, seatOf, send, unitNamed } from './scene.ts';

const WORDS = ['东岭路占道施工无告示', '东岭路围挡遮住店门'];

test('the office opens the figures, clicks on a part, and sees exactly the matters that it counts', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  // Of a unit that no other test gives an appeal to: what it has accepted today is counted.
  const handler = await seatOf('shiliang');
  const lead = await unitNamed(office, '石梁县');
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const span = { mechanism: 'appeal', from: today, to: today, unit: lead };
  const before = await read<Counted>(office, `/api/figures/counted?${new URLSearchParams(span)}`);
  const { rows: countable } = await read<Countable>(office, '/api/figures');
  expect(countable.map(({ key }) => key)).toContain('appeal');
  const ids: string[] = [];
  for (const text of WORDS) {
    const id = uuidv7(new Date());
    await send(office, '/api/matters', { id, mechanism: 'appeal', given: { text, channel: 'visit' } });
    await act(office, id, 'classify', { category: '0701' });
    await act(office, id, 'assign', { lead, co: [] });
    await act(handler, id, 'accept');
    ids.push(id);
  }
  const accepted = before.whole[0]!.part! + WORDS.length;

  await office.goto('/ledger');
  await office.getByRole('link', { name: '数字', exact: true }).click();
  await expect(office.getByRole('heading', { name: '数字', level: 1 })).toBeVisible();
  await office.goto(`/figures?${new URLSearchParams({ ...span, by: 'channel' })}`);
  const whole = office.getByRole('list', { name: '全部' });
  const response = whole.getByRole('listitem').filter({ has: office.getByRole('heading', { name: '响应率' }) });
  await expect(response).toContainText(`/ ${accepted}`);
  expect(await wrongOn(office)).toEqual([]);
  await glimpse(office, 'test-results/figures-wide.png');

  await response
    .getByRole('link', { name: new RegExp(`${accepted} 件，打开`, 'u') })
    .last()
    .click();
  await expect(office.getByRole('heading', { name: '响应率 · 受理', level: 1 })).toBeVisible();
  await expect(office.getByText(`共 ${accepted} 件`)).toBeVisible();
  for (const text of WORDS) await expect(office.getByRole('link', { name: text })).toBeVisible();
  await expect(office.locator('[data-row]')).toHaveCount(accepted);
  await office.getByRole('link', { name: WORDS[0]! }).click();
  await expect(office.getByRole('heading', { name: WORDS[0]!, level: 1 })).toBeVisible();

  const phone = await pageOf(browser, 'ducha', { viewport: { width: 390, height: 844 } });
  await phone.goto(`/figures?${new URLSearchParams({ ...span, by: 'channel' })}`);
  await expect(phone.getByRole('table')).toBeVisible();
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
  await glimpse(phone, 'test-results/figures-phone.png');
  await phone.goto(`/figures/ranking?${new URLSearchParams({ mechanism: 'appeal', from: today, to: today })}`);
  await expect(phone.getByRole('heading', { name: /^排名/u, level: 1 })).toBeVisible();
  await glimpse(phone, 'test-results/figures-ranking.png');
});

test('on a phone the figures are under the thumb, the ranking, the topics and the public list a touch further', async ({
  browser,
}) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const office = await pageOf(browser, 'ducha', phone);
  await office.goto('/');
  const bar = office.getByRole('navigation', { name: '导航' }).locator('visible=true');
  await bar.getByRole('link', { name: '数字' }).tap();
  await expect(office.getByRole('heading', { level: 1 })).toHaveText('数字');
  await bar.getByRole('link', { name: '我的' }).tap();
  const more = office.getByRole('navigation', { name: '更多' });
  for (const name of ['日历', '通报', '热点话题', '企业']) await expect(more.getByRole('link', { name })).toBeVisible();
  const [listed] = await Promise.all([
    office.context().waitForEvent('page'),
    more.getByRole('link', { name: '挂牌督办公示' }).tap(),
  ]);
  await expect(listed.getByRole('heading', { level: 1, name: '挂牌督办公示' })).toBeVisible();
  await more.getByRole('link', { name: '排名' }).tap();
  await expect(office).toHaveURL(/figures\/ranking/);
  expect(await office.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});
