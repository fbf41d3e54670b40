import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { MatterRow, RoundRow, RoundView } from '../../src/matters/contract.ts';
import { expect, test } from './app.ts';
import { pageOf, read, send } from './scene.ts';

// The pictures of the README, made by `HUIYIN_PICTURES=1 npm test -- test/browser/pictures.spec.ts` in a fresh demo city.
// Every run walks to each place and sees that it is drawn; only with the variable are the files in docs/pictures replaced.

const FOLDER = join(import.meta.dirname, '../../docs/pictures');
const KEEP = process.env['HUIYIN_PICTURES'] === '1';
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  if (!KEEP) return;
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

const open = async (browser: Browser, login: string, language: 'zh' | 'en', viewport = DESK): Promise<Page> => {
  const page = await pageOf(browser, login, { viewport });
  await page.addInitScript((chosen) => localStorage.setItem('huiyin.language', chosen), language);
  return page;
};

for (const language of ['zh', 'en'] as const) {
  const suffix = language === 'zh' ? '' : '-en';

  test(`the places of the main job, in ${language}`, async ({ browser }) => {
    const page = await open(browser, 'ducha', language);
    const { rows } = await read<{ rows: RoundRow[] }>(page, '/api/rounds');
    // The newest round that the demo city has lived through, not one that a test has just opened.
    const round = rows.find((row) => row.closed > 0 && row.total > 20)!;
    const { matters } = await read<RoundView>(page, `/api/rounds/${round.id}`);
    const answered = matters.find((row: MatterRow) => row.phase === 'answered' && row.co.length > 1)!;
    const bulletins = await read<{ rows: { id: string }[] }>(page, '/api/bulletins');

    await page.goto('/');
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await picture(page, `workbench${suffix}`);

    const sample = await read<{ text: string; date: string }>(page, '/api/minutes/sample');
    const draft = await send<{ id: string }>(page, '/api/minutes', sample);
    await page.goto(`/minutes/${draft.id}`);
    await expect(page.getByText('加密企业走访频次').first()).toBeVisible();
    await picture(page, `minutes${suffix}`);

    await page.goto(`/rounds/${round.id}`);
    await expect(page.getByText(answered.number)).toBeVisible();
    await picture(page, `round${suffix}`);

    await page.goto(`/matters/${answered.id}`);
    await expect(page.getByRole('heading', { name: answered.text })).toBeVisible();
    await picture(page, `matter${suffix}`);

    await page.goto(`/bulletins/${bulletins.rows.at(-1)!.id}`);
    await expect(page.getByText(/督查通报〔\d{4}〕第 \d+ 期/u).first()).toBeVisible();
    await picture(page, `bulletin${suffix}`);
  });

  test(`the desk on a phone, in ${language}`, async ({ browser }) => {
    const page = await open(browser, 'chengguan', language, PHONE);
    await page.goto('/');
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await picture(page, `phone${suffix}`);
  });
}
