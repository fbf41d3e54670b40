import type { SamplePage } from '../../src/matters/samples/sample.contract.ts';
import { expect, signIn, test } from './app.ts';
import { lookedFor, read } from './scene.ts';

test('this week’s sample is called back from the workbench, one after the other', async ({ page }) => {
  await signIn(page, 'ducha');
  const { rows } = await read<SamplePage>(page, '/api/samples');
  const drawn = rows[0]?.drawn.find(({ waiting: waits }) => waits);
  test.skip(!drawn, 'early on a Monday last week’s sample is not drawn yet');
  await page.goto('/');
  const note = page.locator('details', { hasText: '本周抽样回访' });
  await note.locator('summary').click();
  const waiting = note.getByText('待回访', { exact: true });
  await expect(waiting).not.toHaveCount(0);
  const before = await waiting.count();
  const call = { name: `回访 ${drawn!.number}` };
  const row = page.getByRole('listitem').filter({ has: page.getByRole('button', call) });
  await lookedFor(page, row);
  await expect(row).toContainText('抽样回访时限');
  await row.getByRole('button', call).click();
  for (const asked of ['是否联系上', '是否解决', '是否满意'])
    await row.getByRole('radiogroup', { name: asked }).getByText('是', { exact: true }).click();
  await row.getByLabel('回访情况').fill('电话回访：都办好了。');
  await row.getByRole('form').getByRole('button', { name: '回访' }).click();
  await expect(waiting).toHaveCount(before - 1);
});

test('the digest says how many matters wait to be known, the worst first, and leads to each', async ({ page }) => {
  await signIn(page, 'ducha');
  await page.goto('/notices');
  await page.getByRole('link', { name: '今日汇总' }).click();
  const sum = page.getByText(/^有 \d+ 件事需要知悉/u);
  await expect(sum).toBeVisible();
  const lines = page.getByRole('main').getByRole('article');
  const n = Number(/\d+/u.exec((await sum.textContent())!)![0]);
  await expect(lines).toHaveCount(Math.min(n, 50));
  await lines.first().getByRole('link').click();
  await expect(page).toHaveURL(/\/matters\//u);
});
