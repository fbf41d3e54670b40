import { useWords } from '../words.tsx';
import style from '../Counter.module.css';
import { ListedPart } from './ListedPart.tsx';

/** What the city is held to before everybody: who answers for it, by when, and what came of what was on the list. */
export function ListedPage() {
  const { t } = useWords();
  return (
    <>
      <h1>{t('appeal.listed')}</h1>
      <p className={style['lead']}>{t('appeal.listed.lead')}</p>
      <section className={style['section']}>
        <h2>{t('appeal.listed.standing')}</h2>
        <ListedPart part="standing" none={t('appeal.listed.none')} />
      </section>
      <section className={style['section']}>
        <h2>{t('appeal.listed.done')}</h2>
        <ListedPart part="done" none={t('appeal.listed.done.none')} />
      </section>
    </>
  );
}
