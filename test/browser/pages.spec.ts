import type { Browser, Page } from '@playwright/test';
import type { BulletinPage } from '../../src/bulletins/contract.ts';
import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import type { RoundPage } from '../../src/matters/rounds/round.contract.ts';
import type { z } from 'zod';
import { expect, test } from './app.ts';
import { WCAG, wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { faultsOf, follow, inScheme, pageOf, read, send } from './scene.ts';
import { requestsOf, settled } from './settled.ts';

// Every page, for whom it is made, at every width: nothing that axe finds, no error in the console, no name of a fact without the fact,
// no sideways scroll, which on the narrowest phone is all that is looked for.

type Language = 'zh' | 'en';
type Look = { width: 1440 | 390 | 360; scheme: 'light' | 'dark'; axe: boolean };
/**
 * Axe costs more than all else together. It sees each page three times: the desk by day, the phone by night, and the desk by night in
 * English, so that whatever a page is made of is seen at both widths and in both lights. Words only change widths.
 */
const LOOKS: Record<Language, readonly Look[]> = {
  zh: [
    { width: 1440, scheme: 'light', axe: true },
    { width: 360, scheme: 'light', axe: false },
    { width: 390, scheme: 'dark', axe: true },
  ],
  en: [
    { width: 1440, scheme: 'dark', axe: true },
    { width: 390, scheme: 'dark', axe: false },
    { width: 360, scheme: 'dark', axe: false },
  ],
};

/** The pages of each seat. `:matter`, `:round`, `:bulletin` and `:draft` are the newest that the seat can see. */
const PLACES = {
  ducha: [
    '/',
    '/ledger',
    '/matters/new',
    '/rounds',
    '/rounds/:round',
    '/rounds/:round/wall',
    '/calendar',
    '/minutes',
    '/minutes/:draft',
    '/matters/:matter',
    '/bulletins',
    '/bulletins/preview?round=:round',
    '/bulletins/:bulletin',
    '/me',
    '/transfers',
    '/ledger?q=没有这样的事项&scope=all',
    '/ledger?scope=all&phase=any&columns=number,slip,due,stage,lead,co,area,bounces,registered,updated',
    '/ledger?open=:matter',
    '/import',
    '/notices',
    '/topics',
    '/duplicates',
    '/notices?digest=1',
    '/enterprises',
    '/figures',
    '/figures/ranking',
    '/access-log',
    '/guide',
    '/guide/supervisor',
  ],
  fagai: [
    '/',
    '/?filter=today',
    '/ledger',
    '/calendar',
    '/matters/:matter',
    '/rounds/:round',
    '/bulletins/:bulletin',
    '/me',
    '/notices',
    '/guide/handler',
  ],
  'fagai-head': ['/', '/ledger', '/calendar', '/matters/:matter', '/guide/unit-head'],
  shizhang: ['/', '/rounds', '/rounds/:round', '/matters/:matter', '/bulletins/:bulletin', '/guide/mayor'],
  guanli: [
    '/',
    '/ledger',
    '/me',
    '/deliveries',
    '/no-such-page',
    '/admin/units',
    '/admin/units?unit=:unit',
    '/admin/people',
    '/admin/enterprises',
    '/admin/enterprises/import',
    '/admin/privacy',
    '/admin/sources',
    '/admin/roster',
    '/admin/roster?do=seats',
    '/admin/passwords',
    '/start',
    '/admin/mechanisms',
    '/admin/mechanisms/weekly-assignment',
    '/admin/schemes',
    '/admin/schemes?making=true',
    '/admin/schemes/appeals',
    '/admin/calendar?year=2026&day=2026-10-01',
    '/guide/administrator',
    '/password',
  ],
} as const;

const MINUTES = `市政府关于冬季供热的专题会议纪要
会议议定以下事项：
一、摸清老旧换热站底数，12月底前完成检修。（责任单位：市城管局、市住建局）
二、建立用户诉求半小时响应机制。（责任单位：供热服务中心）
三、各县（市、区）储备应急燃煤不少于七天用量。`;

async function openIn(browser: Browser, login: string, language: Language): Promise<Page> {
  const page = await pageOf(browser, login, { reducedMotion: 'reduce' });
  await page.addInitScript((chosen) => localStorage.setItem('huiyin.language', chosen), language);
  return page;
}

/** The addresses with the newest of each thing in place of its name. */
async function addresses(page: Page, places: readonly string[]): Promise<string[]> {
  const [matters, rounds, bulletins] = await Promise.all([
    read<MatterPage>(page, '/api/matters'),
    read<z.infer<typeof RoundPage>>(page, '/api/rounds'),
    read<z.infer<typeof BulletinPage>>(page, '/api/bulletins'),
  ]);
  const ids: Record<string, string | undefined> = {
    matter: matters.rows[0]?.id,
    round: rounds.rows[0]?.id,
    bulletin: bulletins.rows[0]?.id,
  };
  if (places.some((place) => place.includes(':unit')))
    ids['unit'] = (await read<{ rows: { id: string }[] }>(page, '/api/units')).rows[0]?.id;
  if (places.some((place) => place.includes(':draft')))
    ids['draft'] = (await send<{ id: string }>(page, '/api/minutes', { text: MINUTES })).id;
  return places.map((place) => place.replace(/:([a-z]+)/u, (_, name: string) => ids[name]!));
}

/** Looks at the page as it stands, in one look; without loading it anew, as a window is made smaller. */
async function inspect(page: Page, { width, axe }: Look, about: string): Promise<void> {
  await page.setViewportSize({ width, height: width === 1440 ? 900 : 844 });
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect
    .configure({ soft: true })
    .poll(sideways, { message: `${about}: pixels to scroll sideways`, timeout: 3000 })
    .toBe(0);
  if (!axe) return;
  const look = () => wrongOn(page, { rules: WCAG });
  const told = await look();
  // What lies half under a bar that floats is small only there: it is so wherever the page is scrolled to, or it is none.
  const small = told.some((one) => one.startsWith('target-size'));
  if (small) await page.evaluate(() => window.scrollBy(0, 200));
  const again = small ? await look() : told;
  expect
    .soft(
      told.filter((one) => again.includes(one)),
      about,
    )
    .toEqual([]);
}

/** No key of the catalogue stands where a sentence should, and the page's own words are not Chinese. */
async function onlyEnglish(page: Page, address: string): Promise<void> {
  const words = (await page.getByRole('navigation').allInnerTexts()).join(' ');
  expect.soft(words, address).not.toMatch(/\p{Script=Han}/u);
  const body = await page.locator('body').innerText();
  expect.soft(body, address).not.toMatch(/\b(web|documents|matter|http|intake)\.[a-z]+[.a-z-]*\b/u);
}

/** The names of facts that have no value; what isn't known has no line. */
const saidOfNothing = (page: Page): Promise<string[]> =>
  page.locator('dd:empty').evaluateAll((all) => all.map((one) => one.previousElementSibling?.textContent ?? ''));

test.describe.configure({ mode: 'parallel' });

for (const language of ['zh', 'en'] as const)
  for (const [login, places] of Object.entries(PLACES))
    test(`the pages of ${login} in ${language}`, async ({ browser }, info) => {
      test.setTimeout(300_000);
      const page = await openIn(browser, login, language);
      const faults = faultsOf(page);
      const open = requestsOf(page);
      for (const [n, address] of (await addresses(page, places)).entries()) {
        await page.emulateMedia({ colorScheme: LOOKS[language][0]!.scheme });
        // That each opens by its address is asked once.
        await (language === 'zh' || n === 0 ? page.goto(address) : follow(page, address));
        await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
        await settled(page, open);
        if (language === 'en') await onlyEnglish(page, address);
        expect.soft(await saidOfNothing(page), `${address}: names with nothing beside them`).toEqual([]);
        for (const look of LOOKS[language]) {
          const { width, scheme } = look;
          await inScheme(page, scheme);
          await inspect(page, look, `${places[n]} ${width} ${scheme} ${language}`);
          await glimpse(page, info.outputPath(`${n}-${scheme}-${width}.png`));
        }
      }
      expect(faults).toEqual([]);
    });
