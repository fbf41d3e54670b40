import { useMemo } from 'react';
import { useLanguage } from '../i18n/language.tsx';

/** The fonts that the page is set in, as a style sheet names them: another language has others (base.css). */
export function useFontFamily(): string {
  const { language } = useLanguage();
  return useMemo(() => (language ? getComputedStyle(document.body).fontFamily : ''), [language]);
}
