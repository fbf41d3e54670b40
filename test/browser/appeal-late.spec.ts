import { uuidv7 } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { act, pageOf, send, unitNamed } from './scene.ts';

// An appeal's own page in two tabs: what is sent from the one that was left behind.

const PASS = 'ACDEFGHJKM';
const TEXT = `工业路被挖断，货车进不来。${'便道一下雨就陷车，请尽快修通。'.repeat(60)}`;

test('what comes too late is told, with its words, beside the matter as it is now, and a later question takes them', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const [first, second] = [await context.newPage(), await context.newPage()];
  const [office, handler] = [await pageOf(browser, 'ducha'), await pageOf(browser, 'fagai')];
  const [id, by] = [uuidv7(new Date()), uuidv7(new Date())];
  const appeal = { id, mechanism: 'appeal', text: TEXT, by: { id: by, pass: PASS } };
  const { number } = await send<{ number: string }>(first, '/api/counter/appeals', appeal);
  await act(office, id, 'classify', { category: '0101' });
  await act(office, id, 'assign', { lead: await unitNamed(office, '市发改委'), co: [] });
  await act(handler, id, 'accept');
  await act(handler, id, 'inquire', { text: '货车多宽？' });
  await send(first, '/api/counter/session', { number, pass: PASS });
  const answerIn = (tab: typeof first) => tab.getByRole('textbox', { name: '回答' });
  const press = (tab: typeof first) => tab.getByRole('button', { name: '回答' }).click();
  for (const tab of [first, second]) {
    await tab.goto(`/appeal/${id}`);
    await expect(
      answerIn(tab),
      'the question stands on the first screen under however long an appeal',
    ).toBeInViewport();
  }
  await expect(first.getByRole('button', { name: '展开' })).toHaveAttribute('aria-expanded', 'false');

  await answerIn(first).fill('3.2 米');
  await press(first);
  await expect(answerIn(first)).toBeHidden();
  await answerIn(second).fill('大概三米多');
  await press(second);
  await expect(answerIn(second), 'nothing is asked any more').toBeHidden();
  const late = second.getByRole('alert');
  await expect(late).toContainText('没有提交');
  await expect(late).toContainText('大概三米多');
  await expect(second.getByText('3.2 米')).toBeVisible();

  // Asked twice again: the page that is behind shows the newest question, keeps the words, and sends them at the second press.
  await act(handler, id, 'inquire', { text: '货车多长？' });
  for (const tab of [first, second]) await tab.reload();
  await answerIn(second).fill('九米六');
  await answerIn(first).fill('9.6 米');
  await press(first);
  await expect(answerIn(first)).toBeHidden();
  await act(handler, id, 'inquire', { text: '最长的呢？' });
  await press(second);
  await expect(second.getByRole('alert')).toContainText('写下的内容没有丢失');
  await expect(second.getByRole('form', { name: '回答' })).toContainText('最长的呢？');
  await expect(answerIn(second)).toHaveValue('九米六');
  await press(second);
  await expect(answerIn(second)).toBeHidden();
  await expect(second.getByText('九米六')).toBeVisible();
});
