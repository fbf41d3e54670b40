import type { Page } from '@playwright/test';
import { uuidv7 } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { act, assigned, pageOf, send } from './scene.ts';

/** A round of its own with a bulletin published; the address of that bulletin, and of the desk where the next is written. */
async function publishedRound(office: Page): Promise<{ round: string; first: string }> {
  const [row] = await assigned(office, [{ text: '清查窨井盖台账', lead: '市城管局' }]);
  const round = row!.round!;
  const words = { title: '关于窨井盖清查的通报', opening: '', closing: '' };
  const { bulletin } = await send<{ bulletin: string }>(office, '/api/bulletins', {
    id: uuidv7(new Date()),
    round,
    ...words,
  });
  return { round, first: bulletin };
}

test('the desk warns that a bulletin is published, and what another means; the two then name each other', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const { round, first } = await publishedRound(office);
  await office.goto(`/bulletins/preview?round=${round}`);
  const notice = office.getByRole('complementary', { name: '已经发布过' });
  await expect(notice).toContainText(/已经发布过通报：.*督查通报〔\d+〕第 \d+ 期.*沈知远/);
  await expect(notice).toContainText('再发布一份就是更正');
  await expect(notice.getByRole('link')).toHaveAttribute('href', `/bulletins/${first}`);
  const number = (await notice.getByRole('link').textContent())!;

  await office.getByLabel('标题').fill('关于窨井盖清查的通报（更正）');
  await office.getByRole('button', { name: '发布更正' }).click();
  const dialog = office.getByRole('dialog', { name: '发布更正通报' });
  await expect(dialog).toContainText(`这一份更正 ${number}`);
  await dialog.getByRole('button', { name: /确认发布更正$/ }).click();
  await expect(office.getByRole('status').filter({ hasText: '已发布' })).toBeVisible();
  const sheet = office.getByRole('article');
  await expect(sheet).toContainText(`（更正 ${number}，以本期为准）`);
  const newer = (await office.getByRole('heading', { level: 1 }).textContent())!;
  await expect(office.getByRole('complementary', { name: '已被更正' })).toHaveCount(0);

  await sheet.getByRole('link', { name: number }).click();
  await expect(office).toHaveURL(new RegExp(`${first}$`));
  await expect(office.getByRole('complementary', { name: '已被更正' })).toContainText(newer);
  await office.goto('/bulletins');
  const line = office.getByRole('main').getByRole('listitem');
  await expect(line.filter({ hasText: `更正 ${number}` })).toHaveCount(1);
  await expect(line.filter({ hasText: `已由 ${newer} 更正` })).toContainText(number);
});

test('whoever began before the first was published is told, keeps the words, and decides again', async ({
  browser,
}) => {
  const [one, other] = await Promise.all([pageOf(browser, 'ducha'), pageOf(browser, 'ducha')]);
  const [row] = await assigned(one, [{ text: '复核公交站牌', lead: '市城管局' }]);
  for (const page of [one, other]) {
    await page.goto(`/bulletins/preview?round=${row!.round}`);
    await page.getByLabel('结尾的话').fill('站牌一周内复核完。');
    await page.getByRole('button', { name: '发布', exact: true }).click();
  }
  await one.getByRole('dialog').getByRole('button', { name: '确认发布' }).click();
  await expect(one.getByRole('status').filter({ hasText: '已发布' })).toBeVisible();
  // An act has the other desk read anew: it tells so before the button is pressed, and its open question is still the one asked.
  await act(one, row!.id, 'remind', { text: '请报进展' });
  await expect(other.getByText(/已经发布过通报：/u)).toBeVisible();
  const dialog = other.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName('发布这份通报');
  await dialog.getByRole('button', { name: '确认发布', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('已经发布过通报');
  await expect(dialog.getByRole('button', { name: /确认发布更正$/ })).toBeVisible();
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(other.getByRole('complementary', { name: '已经发布过' })).toBeVisible();
  await expect(other.getByLabel('结尾的话')).toHaveValue('站牌一周内复核完。');
});
