import type { Translate } from '../i18n/translate.ts';

/** A limit as a mechanism writes it (`2 workdays`, `30 days`, `5 workdays next month`, `due`), in words. */
export function limitText(limit: string, t: Translate): string {
  const [, n, unit, into] = /^(\d+) (workday|day)s?(?: next (month|quarter))?$/u.exec(limit) ?? [];
  if (!n || !unit) return t('appeal.limit.due');
  return t(into ? `appeal.limit.${unit}.${into}` : `appeal.limit.${unit}`, { n: Number(n) });
}
