import { expect, test } from './app.ts';
import { deskIn, LANGUAGES, MAKES, PHONE, picture } from './camera.ts';

// A picture of every page that the README and the chairs' own pages of the guide do not show, for docs/guide/*/pages.md; how
// they are made stands in camera.ts. That these pages come up is asked in pages.spec.ts and counter.spec.ts, so they are gone to only
// where pictures are made.

/** For whom the page is made, its address, and what its picture is called. */
const DESKS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  ducha: [
    ['/ledger', 'ledger'],
    ['/matters/new', 'register'],
    ['/rounds', 'rounds'],
    ['/minutes', 'minutes'],
    ['/bulletins', 'bulletins'],
    ['/figures?by=unit', 'figures'],
    ['/topics', 'topics'],
    ['/calendar', 'calendar'],
    ['/import', 'import'],
    ['/transfers', 'transfers'],
    ['/notices', 'notices'],
    ['/me', 'me'],
  ],
  guanli: [
    ['/admin/people', 'people'],
    ['/admin/enterprises', 'enterprises'],
    ['/admin/roster', 'roster'],
    ['/admin/passwords', 'passwords'],
    ['/admin/calendar?year=2026&day=2026-10-01', 'working-calendar'],
    ['/deliveries', 'deliveries'],
    ['/start', 'start'],
    ['/password', 'password'],
  ],
};

for (const language of MAKES ? LANGUAGES : []) {
  for (const [login, pages] of Object.entries(DESKS))
    test(`pictures of the other pages of ${login}, in ${language}`, async ({ browser }) => {
      const page = await deskIn(browser, language, login);
      for (const [path, name] of pages) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
        await picture(page, language, `pages/${name}`);
      }
    });

  test(`pictures of the pages for whoever has no seat, in ${language}`, async ({ browser }) => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const context = await browser.newContext({
      locale,
      viewport: PHONE,
      reducedMotion: 'reduce',
      colorScheme: 'light',
    });
    const page = await context.newPage();
    for (const [path, name] of [
      ['/appeal', 'appeal-phone'],
      ['/appeal/new', 'appeal-new-phone'],
      ['/appeal/follow', 'appeal-follow-phone'],
      ['/appeal/answers', 'appeal-answers-phone'],
      ['/sign-in', 'sign-in-phone'],
    ] as const) {
      await page.goto(path);
      await expect(
        page.locator('main').getByRole('button').or(page.locator('main').getByRole('link')).first(),
        path,
      ).toBeVisible();
      await picture(page, language, `pages/${name}`);
    }
  });
}
