import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expect } from './app.ts';
import { lighter } from './png.ts';
import { pageOf } from './scene.ts';

// The pictures of the README and of the guide, made by `HUIYIN_PICTURES=1 npm test -- test/browser/pictures.spec.ts
// test/browser/guide-pictures.spec.ts test/browser/page-pictures.spec.ts` in a fresh demo city. Every run goes the README's ways in Chinese
// and asserts that each page is in the state that its picture shows; the others are gone, and files in docs/pictures replaced, only with it.
export const MAKES = process.env['HUIYIN_PICTURES'] === '1';
const FOLDER = join(import.meta.dirname, '../../docs/pictures');
const HEAVIEST = 200_000;

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
export type Language = 'zh' | 'en';
/** The English pictures are of the same pages in the same states; what is English on a page is asked in pages.spec.ts. */
export const LANGUAGES: readonly Language[] = MAKES ? ['zh', 'en'] : ['zh'];

/** A page at which that account sits, as every picture shows it: by day, in that language, with nothing moving. */
export async function deskIn(browser: Browser, language: Language, login = 'ducha', viewport = DESK): Promise<Page> {
  const page = await pageOf(browser, login, { viewport, colorScheme: 'light', reducedMotion: 'reduce' });
  await page.addInitScript((chosen) => localStorage.setItem('huiyin.language', chosen), language);
  return page;
}

/** Takes the page as it stands, under that name below docs/pictures, the English one with `-en` behind it. */
export async function picture(page: Page, language: Language, name: string): Promise<void> {
  if (!MAKES) return;
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const path = join(FOLDER, `${name}${language === 'zh' ? '' : `-${language}`}.png`);
  await mkdir(dirname(path), { recursive: true });
  const png = lighter(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  await writeFile(path, png);
  expect(png.length, `${path} is too heavy for a page`).toBeLessThan(HEAVIEST);
}

/** Takes the page as it stands for whoever wants to look at it afterwards, who asks for that by `HUIYIN_LOOK=1`: a picture costs more than a step. */
export async function glimpse(page: Page, path: string): Promise<void> {
  if (process.env['HUIYIN_LOOK'] === '1') await page.screenshot({ path, fullPage: true });
}
