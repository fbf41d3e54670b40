import type { Language, Translate } from '../i18n/language.tsx';
import type { WorkingCalendar } from './workdays.ts';

/**
 * What the city's calendar says of a day: which holiday or make-up day it is and, where they are counted from `today`, how many
 * working days it is away.
 */
export function dayNote(
  t: Translate,
  language: Language,
  calendar: WorkingCalendar,
  today: string | null,
  day: string,
): string {
  const known = calendar.day(day);
  if (!known) return '';
  const name = known.kind === 'amended' ? known.reason : known.holiday?.[language];
  const kind = known.working ? known.kind === 'makeup' || known.kind === 'amended' : true;
  const said = kind ? t(`web.day.${known.working ? 'worked' : 'off'}`) : '';
  const n = today === null ? undefined : calendar.between(today, day);
  const counted = n === undefined ? '' : n === 0 && day === today ? t('web.day.today') : t('web.day.workdays', { n });
  return [counted, said && (name ? t('web.day.named', { name, said }) : said)].filter(Boolean).join(' · ');
}
