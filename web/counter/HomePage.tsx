import type { Counter, CounterSession } from '../../src/counter/contract.ts';
import { limitText } from './limitText.ts';
import style from './Counter.module.css';
import { Way } from './way.tsx';
import { useWords } from './words.tsx';

type Props = { open: Counter; city: string; who: CounterSession | null };

/** What this is, what the city promises, and the ways in. */
export function HomePage({ open, city, who }: Props) {
  const { t, named } = useWords();
  const signedIn = who !== null && who.matter === null;
  return (
    <>
      <h1 className={style['great']}>{t('appeal.home.title')}</h1>
      <p className={style['lead']}>{t('appeal.home.lead', { city })}</p>
      {open.mechanisms.length === 0 && <p className={style['note']}>{t('appeal.home.closed')}</p>}
      <div className={style['ways']}>
        {open.mechanisms.length > 0 && (
          <Way to="/appeal/new" className={style['primary']}>
            {t('appeal.new')}
          </Way>
        )}
        <Way to="/appeal/follow" className={style['plain']}>
          {t('appeal.follow')}
        </Way>
        <Way to={signedIn ? '/appeal/mine' : '/appeal/sign-in'} className={style['plain']}>
          {t(signedIn ? 'appeal.mine' : 'appeal.sign-in')}
        </Way>
        <Way to="/appeal/listed" className={style['plain']}>
          {t('appeal.listed')}
        </Way>
        {open.sealed.length > 0 && (
          <Way to="/clue" className={style['plain']}>
            {t('sealed.home')}
          </Way>
        )}
        <Way to="/appeal/answers" className={style['plain']}>
          {t('appeal.answers')}
        </Way>
        <Way to="/appeal/duties" className={style['plain']}>
          {t('appeal.duties')}
        </Way>
      </div>
      {open.mechanisms.map(({ key, promises }) => (
        <section key={key} className={style['section']}>
          <h2>{t('appeal.promises')}</h2>
          <dl className={style['facts']}>
            {promises.map(({ name, limit }) => (
              <div key={name.zh}>
                <dt>{named(name)}</dt>
                <dd>{limitText(limit, t)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section className={style['section']}>
        <h2>{t('appeal.home.how')}</h2>
        <ol className={style['steps']}>
          {['1', '2', '3', '4'].map((n) => (
            <li key={n}>{t(`appeal.home.how.${n}`)}</li>
          ))}
        </ol>
      </section>
    </>
  );
}
