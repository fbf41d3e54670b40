import type { Catalogue, Locale } from './flatten.ts';
import type { Language } from './translate.ts';

/** One language loaded: its sentences and Ant Design's own words. */
export type Words = { language: Language; catalogue: Catalogue; locale: Locale };

/** The one object of each language: what is fetched later is added to it, and whoever speaks the language has it at once. */
const whole: Partial<Record<Language, Promise<void>>> = {};
let speaking: Language = 'zh';
/** Whether any page but the first was gone to. */
let pages = false;

// Each by a function of its own: chosen between in one expression, both would be fetched wherever one is.
const FIRST = { zh: () => import('./zh.ts'), en: () => import('./en.ts') };
const PAGES = { zh: () => import('./zh-pages.ts'), en: () => import('./en-pages.ts') };

/** The words of every page of a language, those of the first screen among them. */
export async function wholeWords(language: Language): Promise<Words> {
  const { catalogue, locale } = await FIRST[language]();
  whole[language] ??= PAGES[language]().then(
    (more) => void Object.assign(catalogue, more.catalogue),
    (error: unknown) => {
      // The line was away: asked again it is fetched again.
      delete whole[language];
      throw error;
    },
  );
  await whole[language];
  return { language, catalogue, locale };
}

async function firstWords(language: Language): Promise<Words> {
  const { catalogue, locale } = await FIRST[language]();
  return { language, catalogue, locale };
}

/** The words to speak a language by from now on: of the first screen, and of all pages where one of them was gone to. */
export async function wordsToSpeak(language: Language): Promise<Words> {
  const words = pages ? await wholeWords(language) : await firstWords(language);
  speaking = language;
  return words;
}

/** Fetches the words of all pages in the language that is spoken, once; they are there when a page is drawn. */
export async function pageWords(): Promise<void> {
  pages = true;
  await wholeWords(speaking);
}
