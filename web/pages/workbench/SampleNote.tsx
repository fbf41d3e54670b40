import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SamplePage } from '../../../src/matters/samples/sample.contract.ts';
import { api } from '../../api.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import style from './SampleNote.module.css';
import { useStands, type Stands } from './useStands.ts';

/** A sample older than this is no longer this week's. */
const WEEK_DAYS = 14;
const MS_PER_DAY = 86_400_000;

/** Those drawn this week to be called back, for the supervision office; nothing where none were. */
export function SampleNote({ onStands }: { onStands: Stands }) {
  const t = useT();
  const { day, today } = useFormat();
  const { data, isLoading } = useQuery({
    queryKey: ['figures', 'samples'],
    queryFn: ({ signal }) => api.get<SamplePage>('/api/samples', signal),
  });
  useStands(!isLoading, onStands);
  const recent = (data?.rows ?? []).filter(
    ({ week, drawn }) => drawn.length > 0 && Date.parse(today) - Date.parse(week) < WEEK_DAYS * MS_PER_DAY,
  );
  return recent.map(({ mechanism, week, population, share, least, drawn }) => {
    const waiting = drawn.filter((one) => one.waiting).length;
    return (
      <details key={`${mechanism} ${week}`} className={style['sample']}>
        <summary>
          {t('web.sample.week', { n: drawn.length })}
          <span className="quiet">{t(waiting > 0 ? 'web.sample.waiting' : 'web.sample.done', { n: waiting })}</span>
        </summary>
        <ul>
          {drawn.map(({ id, number, text, waiting: waits, reached }) => (
            <li key={id}>
              <Link to="/matters/$id" params={{ id }}>
                <span className="docno">{number}</span>
              </Link>
              <span className={style['text']}>{text}</span>
              <span className="faint">{t(`web.sample.${waits ? 'waits' : reached ? 'called' : 'tried'}`)}</span>
            </li>
          ))}
        </ul>
        <p className="faint">{t('web.sample.how', { week: day(week), among: population.length, share, least })}</p>
      </details>
    );
  });
}
