import type { AppealView } from '../../../src/counter/contract.ts';
import style from '../Counter.module.css';
import { useWords } from '../words.tsx';
import { cityName } from './cityName.ts';
import { FileList } from './FileList.tsx';

/** What was said between the originator and the city, oldest first. */
export function SaidList({ view }: { view: AppealView }) {
  const { t, instant, day } = useWords();
  const own = view.files.filter(({ mine }) => mine);
  return (
    <section className={style['section']}>
      <h2>{t('appeal.said')}</h2>
      <ol className={style['said']}>
        {view.said.map((one) => (
          <li key={one.id} data-mine={one.mine} data-kind={one.kind}>
            <p className="quiet">
              {t(`appeal.said.${one.kind}`, { who: one.mine ? t('appeal.me') : cityName(one, t) })} · {instant(one.at)}
            </p>
            {one.text && <p className={style['words']}>{one.text}</p>}
            {!one.mine && <FileList view={view} files={view.files.filter(({ act }) => act === one.id)} />}
            {one.day && <p>{t('appeal.said.by-day', { day: day(one.day) })}</p>}
            {one.stars !== null && (
              <p>
                <span aria-hidden="true">{'★'.repeat(one.stars) + '☆'.repeat(5 - one.stars)}</span>{' '}
                {t('appeal.stars', { n: one.stars })}
              </p>
            )}
            {one.solved !== null && <p>{t(one.solved ? 'appeal.solved' : 'appeal.unsolved')}</p>}
            {one.satisfied !== null && <p>{t(one.satisfied ? 'appeal.satisfied' : 'appeal.dissatisfied')}</p>}
          </li>
        ))}
      </ol>
      {own.length > 0 && (
        <>
          <h3>{t('appeal.files')}</h3>
          <FileList view={view} files={own} />
        </>
      )}
    </section>
  );
}
