import { useLanguage } from '../../i18n/language.tsx';

/** How a question is put, and what helps to answer it; `raised`: somebody says it to a clerk, which is asked for otherwise. */
export function useQuestionWords() {
  const { t, find } = useLanguage();
  return (name: string, raised: boolean): { label: string; hint?: string } => {
    const own = `web.register.raised.${name}`;
    const key = name === 'lead' ? 'web.register.unit.lead' : raised && find(own) ? own : `web.register.${name}`;
    return find(`${key}.hint`) ? { label: t(key), hint: t(`${key}.hint`) } : { label: t(key) };
  };
}
