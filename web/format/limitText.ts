import type { Translate } from '../i18n/language.tsx';

/** A limit in words: `2 workdays`, `30 days`; `due` is the date that the assignment names. */
export function limitText(t: Translate, limit: string): string {
  const [n, unit] = limit.split(' ');
  if (!unit) return t('web.limit.due');
  return t(unit.startsWith('workday') ? 'web.limit.workdays' : 'web.limit.days', { n: Number(n) });
}
