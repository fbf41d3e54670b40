import type { AppealView } from '../../../src/counter/contract.ts';
import style from '../Counter.module.css';
import { useWords } from '../words.tsx';

/** What was said between the originator and the city, oldest first. */
export function SaidList({ view }: { view: AppealView }) {
  const { t, instant, day } = useWords();
  return (
    <section className={style['section']}>
      <h2>{t('appeal.said')}</h2>
      <ol className={style['said']}>
        {view.said.map((one) => (
          <li key={one.id} data-mine={one.mine} data-kind={one.kind}>
            <p className="quiet">
              {t(`appeal.said.${one.kind}`, { who: one.mine ? t('appeal.me') : (one.unit ?? t('appeal.office')) })} ·{' '}
              {instant(one.at)}
            </p>
            {one.text && <p className={style['words']}>{one.text}</p>}
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
      {[false, true].map((mine) => (
        <FileList key={String(mine)} view={view} mine={mine} />
      ))}
    </section>
  );
}

/** The files of the answer, or those that they sent themselves; what is sealed opens in the copy of one’s own data alone. */
function FileList({ view: { id: matter, files, sealed }, mine }: { view: AppealView; mine: boolean }) {
  const t = useWords().t;
  const own = files.filter((file) => file.mine === mine);
  if (own.length === 0) return null;
  return (
    <>
      <h3>{t(mine ? 'appeal.files' : 'appeal.files.of-answer')}</h3>
      <ul>
        {own.map(({ id, name, erased }) => (
          <li key={id}>
            {erased ? (
              t('appeal.files.erased', { name })
            ) : sealed ? (
              name
            ) : (
              <a href={`/api/counter/appeals/${matter}/files/${id}`} download={name}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
