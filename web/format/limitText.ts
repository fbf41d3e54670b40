import type { Translate } from '../i18n/language.tsx';

/** A limit in words: `2 workdays`, `30 days`, `5 workdays next month`; `due` is the date that the assignment names. */
export function limitText(t: Translate, limit: string): string {
  const [n, unit, , into] = limit.split(' ');
  if (!unit) return t('web.limit.due');
  const kind = unit.startsWith('workday') ? 'workdays' : 'days';
  return t(into ? `web.limit.${kind}.${into}` : `web.limit.${kind}`, { n: Number(n) });
}
