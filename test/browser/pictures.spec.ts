import type { Page } from '@playwright/test';
import enDocuments from '../../messages/en/pages/web-documents.json' with { type: 'json' };
import enWeb from '../../messages/en/web.json' with { type: 'json' };
import zhDocuments from '../../messages/zh/pages/web-documents.json' with { type: 'json' };
import zhWeb from '../../messages/zh/web.json' with { type: 'json' };
import { addDays } from '../../src/kernel/index.ts';
import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import { expect, test } from './app.ts';
import { LANGUAGES, deskIn, picture, PHONE } from './camera.ts';
import { chooseUnit, read, send } from './scene.ts';

// The pictures of the README; how they are made stands in camera.ts.

const WORDS = { zh: { ...zhWeb, ...zhDocuments }, en: { ...enWeb, ...enDocuments } };

/** The example page with another reporter's name: a draft of its own, which no other test assigns. */
async function ownDraft(page: Page, reporter: string): Promise<{ id: string; date: string }> {
  const { text, date } = await read<{ text: string; date: string }>(page, '/api/minutes/sample');
  const named = text.replaceAll('白 岚', reporter).replaceAll('白岚', reporter);
  return { ...(await send<{ id: string }>(page, '/api/minutes', { text: named, date })), date };
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`picture of the workbench, in ${language}`, async ({ browser }) => {
    const page = await deskIn(browser, language);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: words['web.nav.workbench'], level: 1 })).toBeVisible();
    await expect(page.locator('main [data-row]').nth(4)).toBeVisible();
    await expect(page.getByText(words['web.waits.verify']).first()).toBeVisible();
    await picture(page, language, 'workbench');
  });

  test(`picture of minutes under review, in ${language}`, async ({ browser }) => {
    const page = await deskIn(browser, language);
    const { id, date } = await ownDraft(page, language === 'zh' ? '白薇' : '白芷');
    await page.goto(`/minutes/${id}`);
    const draft = page.getByRole('region', { name: words['documents.draft'], exact: true });
    const area = draft.getByRole('region', { name: '工业运行' });
    await area.getByRole('button', { name: words['documents.area.bulk'] }).click();
    await chooseUnit(area.getByRole('combobox', { name: words['documents.lead'] }), '市工业和信息化局');
    await area.getByLabel(words['documents.due']).first().fill(addDays(date, 4));
    await area.getByRole('button', { name: words['documents.area.fill'] }).click();
    await expect(area.getByRole('button', { name: `${words['documents.lead']} 市工信局` })).toHaveCount(3);
    await expect(page.getByText(words['documents.save.saved'])).toBeVisible();
    await page.reload();
    const mark = page.locator('[data-side=source] [data-item]').filter({ hasText: '逐户破解用工用能难题' });
    await mark.hover();
    await expect(mark).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await picture(page, language, 'minutes');
  });

  test(`picture of a matter, in ${language}`, async ({ browser }) => {
    const page = await deskIn(browser, language);
    const { rows } = await read<MatterPage>(page, '/api/matters?paused=yes');
    await page.goto(`/matters/${rows[0]!.id}`);
    await expect(page.getByText(words['web.slip.paused']).first()).toBeVisible();
    const story = page.getByRole('region', { name: words['web.story'] });
    await expect(story.getByText(words['web.story.instruct']).first()).toBeVisible();
    await page.getByRole('region', { name: words['web.acts'] }).locator('summary').click();
    await picture(page, language, 'matter');
  });

  test(`picture of a round, in ${language}`, async ({ browser }) => {
    const page = await deskIn(browser, language);
    const { rows } = await read<{ rows: { id: string; closed: number }[] }>(page, '/api/rounds');
    await page.goto(`/rounds/${rows.find(({ closed }) => closed > 5)!.id}`);
    await expect(
      page.getByRole('region', { name: words['documents.completion'] }).getByRole('button').first(),
    ).toBeVisible();
    await expect(page.getByRole('table').getByRole('link').nth(10)).toBeVisible();
    await picture(page, language, 'round');
  });

  test(`picture of a bulletin, in ${language}`, async ({ browser }) => {
    const page = await deskIn(browser, language);
    const { rows } = await read<{ rows: { id: string }[] }>(page, '/api/rounds');
    await page.goto(`/bulletins/preview?round=${rows[0]!.id}`);
    // A bulletin stays in the language that it was written in.
    const closed = page.getByRole('article').getByRole('button', { name: WORDS.zh['documents.figure.closed'] }).first();
    await closed.hover();
    await expect(page.getByText(words['documents.figure.closed.means'])).toBeVisible();
    await picture(page, language, 'bulletin');
  });

  test(`picture of the workbench on a phone, in ${language}`, async ({ browser }) => {
    const page = await deskIn(browser, language, 'chengguan', PHONE);
    await page.goto('/');
    await expect(page.locator('main [data-row]').first()).toBeVisible();
    await expect(
      page.getByRole('navigation').getByRole('link', { name: words['web.nav.todo'], exact: true }),
    ).toBeInViewport();
    await picture(page, language, 'phone');
  });
}
