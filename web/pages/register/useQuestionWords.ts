import { useLanguage } from '../../i18n/language.tsx';

/** How a question is put, and what helps to answer it; `raised`: somebody says it to a clerk, which is helped otherwise. */
export function useQuestionWords() {
  const { t, find } = useLanguage();
  return (name: string, raised: boolean): { label: string; hint?: string } => {
    const key = name === 'lead' ? 'web.register.unit.lead' : `web.register.${name}`;
    const own = `web.register.raised.${name}.hint`;
    const hint = raised && find(own) ? own : `${key}.hint`;
    return find(hint) ? { label: t(key), hint: t(hint) } : { label: t(key) };
  };
}
