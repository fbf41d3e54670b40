import type { Translate } from '../i18n/translate.ts';

/** A limit as a mechanism writes it (`2 workdays`, `30 days`, `due`), in words. */
export function limitText(limit: string, t: Translate): string {
  const [, n, unit] = /^(\d+) (workday|day)s?$/u.exec(limit) ?? [];
  return n && unit ? t(`appeal.limit.${unit}`, { n: Number(n) }) : t('appeal.limit.due');
}
