import { useLanguage } from '../../i18n/language.tsx';

/** How a question is put, and what helps to answer it. */
export function useQuestionWords() {
  const { t, find } = useLanguage();
  return (name: string): { label: string; hint?: string } => {
    const key = name === 'lead' ? 'web.register.unit.lead' : `web.register.${name}`;
    return find(`${key}.hint`) ? { label: t(key), hint: t(`${key}.hint`) } : { label: t(key) };
  };
}
