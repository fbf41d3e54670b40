import { uuidv7 } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { act, pageOf, send, unitNamed } from './scene.ts';

test('what becomes of an appeal shows on the page of whoever raised it by itself, and that there is no line goes when it is back', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const [office, handler, head] = await Promise.all(
    ['ducha', 'fagai', 'fagai-head'].map((who) => pageOf(browser, who)),
  );
  const pass = 'ACDEFGHJKP';
  const id = uuidv7(new Date());
  const raised = { id, mechanism: 'appeal', text: '办事大厅门口没有无障碍坡道', by: { id: uuidv7(new Date()), pass } };
  const { number } = await send<{ number: string }>(page, '/api/counter/appeals', raised);
  await act(office!, id, 'classify', { category: '0701' });
  await act(office!, id, 'assign', { lead: await unitNamed(office!, '市发改委'), co: [] });
  await act(handler!, id, 'accept');
  await send(page, '/api/counter/session', { number, pass });
  await page.goto(`/appeal/${id}`);
  const judging = page.getByRole('form', { name: '评价' });
  await expect(page.getByText('办事大厅门口没有无障碍坡道').first()).toBeVisible();
  await expect(judging).toHaveCount(0);

  await act(head!, id, 'answer', { result: '坡道已修好' });
  await expect(judging, 'an answer is offered to be judged without a reload').toBeVisible({ timeout: 20_000 });
  const [where, form] = [page.getByRole('region', { name: '办理情况' }), judging];
  const [above, below] = [(await where.boundingBox())!, (await form.boundingBox())!];
  expect(below.y - above.y - above.height, 'what stands there has room between').toBeGreaterThan(8);

  await act(office!, id, 'return', { reason: '坡度不合规范' });
  await expect(judging, 'sent back, there is nothing to judge').toHaveCount(0, { timeout: 20_000 });

  await act(head!, id, 'answer', { result: '坡道按规范重做了' });
  await expect(judging).toBeVisible({ timeout: 20_000 });
  for (const group of [/解决/u, /满意/u])
    await judging.getByRole('group', { name: group }).getByRole('radio').first().check();
  await judging.getByText('5 星').click({ force: true });
  await context.setOffline(true);
  await judging.getByRole('button', { name: '提交评价' }).click();
  const waits = page.getByRole('status').filter({ hasText: '没有网络，恢复后自动提交' });
  await expect(waits).toBeVisible();
  await expect(judging.getByRole('radio').nth(4), 'and what was chosen stands').toBeChecked();
  await context.setOffline(false);
  await expect(waits, 'the line is back').toHaveCount(0, { timeout: 20_000 });
  await expect(judging, 'and the judgement went out by itself').toHaveCount(0, { timeout: 20_000 });
});
