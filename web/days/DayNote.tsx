import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/language.tsx';
import { dayNote } from './dayNote.ts';
import style from './DayField.module.css';
import { useCalendar } from './useCalendar.ts';

/** Beside the day chosen: in how many working days it is, and whether it is none. */
export function DayNote({ day, ahead }: { day: string | null; ahead: boolean }) {
  const { t, language } = useLanguage();
  const { today } = useFormat();
  const calendar = useCalendar(day && ahead ? [today, day] : []);
  if (!day || !ahead) return null;
  const note = dayNote(t, language, calendar, today, day);
  return note && <span className={style['note']}>{note}</span>;
}
