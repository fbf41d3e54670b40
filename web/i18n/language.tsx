import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { languageAmong } from '../../src/platform/i18n/language.rules.ts';
import type { Catalogue, Locale } from './flatten.ts';
import { wordsToSpeak, type Words } from './words.ts';
import { translator, type Language, type Translate } from './translate.ts';

export type { Language, Translate };

type LanguageState = {
  language: Language;
  t: Translate;
  /** The sentence as it stands in the file, if there is one. */
  find: (key: string) => string | undefined;
  locale: Locale;
  speak: (to: Language) => Promise<void>;
};

const KEY = 'huiyin.language';
const LanguageContext = createContext<LanguageState | null>(null);

/** The language chosen before, else the first of the browser's that we speak, else Chinese; as the server does it. */
export const firstLanguage = (): Language => languageAmong([localStorage.getItem(KEY), ...navigator.languages]);

/** Loads a language's words; the one not in use is never loaded. Also tells the document and, by a cookie, the server. */
export async function loadWords(language: Language): Promise<Words> {
  const words = await wordsToSpeak(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`;
  return words;
}

export function LanguageProvider({ first, children }: { first: Words; children: ReactNode }) {
  const [words, setWords] = useState(first);
  const queries = useQueryClient();
  const speak = useCallback(
    async (to: Language) => {
      // Kept before its words have come: whoever reloads in between has chosen already.
      localStorage.setItem(KEY, to);
      setWords(await loadWords(to));
      await queries.invalidateQueries();
    },
    [queries],
  );
  const value = useMemo(() => stateOf(words, speak), [words, speak]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** A part of the page that speaks another language than the rest. */
export function Speaking({ words, children }: { words: Words; children: ReactNode }) {
  const { speak } = useLanguage();
  const value = useMemo(() => stateOf(words, speak), [words, speak]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** A part of the page in which some things are called otherwise than elsewhere: the sentences of `own` stand for those of their keys. */
export function Called({ own, children }: { own: Catalogue; children: ReactNode }) {
  const state = useLanguage();
  const value = useMemo(() => {
    const t = translator(own, state.language);
    return {
      ...state,
      find: (key: string) => own[key] ?? state.find(key),
      t: (key: string, params?: Parameters<Translate>[1]) =>
        Object.hasOwn(own, key) ? t(key, params) : state.t(key, params),
    };
  }, [own, state]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

function stateOf({ language, catalogue, locale }: Words, speak: LanguageState['speak']): LanguageState {
  const t = translator(catalogue, language);
  return { language, locale, t, find: (key) => catalogue[key], speak };
}

export function useLanguage(): LanguageState {
  const state = use(LanguageContext);
  if (!state) throw new Error('useLanguage outside LanguageProvider');
  return state;
}

export const useT = (): Translate => useLanguage().t;
