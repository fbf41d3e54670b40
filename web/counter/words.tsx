import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { languageAmong } from '../../src/platform/i18n/language.rules.ts';
import { dayText, instantText, cityDay } from '../format/day.ts';
import { translator, type Language, type Translate } from '../i18n/translate.ts';

type Catalogue = Readonly<Record<string, string>>;
type Words = { readonly language: Language; readonly catalogue: Catalogue; readonly today: string };
type Speaking = {
  readonly language: Language;
  readonly t: Translate;
  readonly day: (day: string) => string;
  readonly instant: (at: string) => string;
  /** What has a name in both languages, in the reader's. */
  readonly named: (name: { zh: string; en: string }) => string;
  readonly speak: (to: Language) => Promise<void>;
};

/** The same choice as at the desk, where somebody has made one. */
const KEY = 'huiyin.language';
const WordsContext = createContext<Speaking | null>(null);

async function load(language: Language): Promise<Words> {
  const file =
    language === 'zh'
      ? await import('../../messages/zh/counter/counter-page.json')
      : await import('../../messages/en/counter/counter-page.json');
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  // The server words its refusals by this.
  document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`;
  return { language, catalogue: file.default, today: cityDay(new Date()) };
}

export const firstWords = (): Promise<Words> =>
  load(languageAmong([localStorage.getItem(KEY), ...navigator.languages]));

export function WordsProvider({ first, children }: { first: Words; children: ReactNode }) {
  const [words, setWords] = useState(first);
  const value = useMemo((): Speaking => {
    const { language, catalogue, today } = words;
    return {
      language,
      t: translator(catalogue, language),
      day: (day) => dayText(day, language, today),
      instant: (at) => instantText(at, language, today),
      named: (name) => name[language],
      speak: async (to) => {
        setWords(await load(to));
        localStorage.setItem(KEY, to);
      },
    };
  }, [words]);
  return <WordsContext value={value}>{children}</WordsContext>;
}

export function useWords(): Speaking {
  const words = use(WordsContext);
  if (!words) throw new Error('useWords outside WordsProvider');
  return words;
}
