import { uuidv7 } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { act, pageOf, send, unitNamed } from './scene.ts';

// The pages for whoever has no seat, on a line that comes and goes.

const PASS = 'ACDEFGHJKN';
const WAITS = '没有网络，恢复后自动提交';

test('a reply and an addition written without a line say that they wait, and go out by themselves once', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const [office, handler] = [await pageOf(browser, 'ducha'), await pageOf(browser, 'fagai')];
  const [id, by] = [uuidv7(new Date()), uuidv7(new Date())];
  const appeal = { id, mechanism: 'appeal', text: '厂区门口路灯坏了半个月', by: { id: by, pass: PASS } };
  const { number } = await send<{ number: string }>(page, '/api/counter/appeals', appeal);
  await act(office, id, 'classify', { category: '0101' });
  await act(office, id, 'assign', { lead: await unitNamed(office, '市发改委'), co: [] });
  await act(handler, id, 'accept');
  await act(handler, id, 'inquire', { text: '一共几盏？' });
  await send(page, '/api/counter/session', { number, pass: PASS });
  await page.goto(`/appeal/${id}`);

  const reply = page.getByRole('form', { name: '回答' });
  await reply.getByRole('textbox').fill('东门口四盏');
  await context.setOffline(true);
  await reply.getByRole('button', { name: '回答' }).click();
  await expect(reply.getByRole('status').filter({ hasText: WAITS })).toBeVisible();
  await context.setOffline(false);
  await expect(reply).toBeHidden();
  await expect(page.getByText('东门口四盏')).toHaveCount(1);

  await page.getByRole('button', { name: '补充说明' }).click();
  const note = page.getByRole('form', { name: '补充说明' });
  await note.getByRole('textbox').fill('西门口也灭了一盏');
  await context.setOffline(true);
  await note.getByRole('button').last().click();
  await expect(note.getByRole('status').filter({ hasText: WAITS })).toBeVisible();
  await context.setOffline(false);
  await expect(note).toBeHidden();
  await expect(page.getByText('西门口也灭了一盏')).toHaveCount(1);
  await context.close();
});

test('a new appeal sent without a line says that it waits, and is there once the line is back', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto('/appeal/new');
  await page.getByRole('textbox', { name: '诉求内容' }).fill('工业园三号路积水，货车过不去');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('radio', { name: '不透露身份' }).check();
  await context.setOffline(true);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: WAITS })).toBeVisible();
  await expect(page.getByText('正在提交…')).toHaveCount(0);
  await context.setOffline(false);
  await expect(page.getByText(/诉求〔\d{4}〕\d{4}/u).first()).toBeVisible();
  await context.close();
});
