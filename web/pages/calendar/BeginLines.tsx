import { Link } from '@tanstack/react-router';
import type { Begins } from '../../../src/matters/agenda/agenda.contract.ts';
import { useLanguage } from '../../i18n/language.tsx';
import style from './BeginLines.module.css';

/** The first of what begins on a day of itself, by a rule of the matter that it will stand below, and how many more there are. */
export function BeginLines({ begins, beginning }: { begins: readonly Begins[]; beginning: number }) {
  const { t, language } = useLanguage();
  const more = beginning - begins.length;
  return (
    <ul className={style['lines']}>
      {begins.map(({ matter, number, text, name }) => (
        <li key={`${matter} ${name.zh}`}>
          <Link
            to="/matters/$id"
            params={{ id: matter }}
            className={style['line']}
            title={`${number} ${text}`}
            data-row
          >
            <span className={style['mark']}>{t('web.calendar.begins')}</span> <b>{name[language]}</b> {text}
          </Link>
        </li>
      ))}
      {more > 0 && <li className={style['more']}>{t('web.calendar.begins.more', { n: more })}</li>}
    </ul>
  );
}
