import type { BulletinView } from '../../../../src/bulletins/contract.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { AssignedTable } from './AssignedTable.tsx';
import { shortDay } from './shortDay.ts';
import style from './Sheet.module.css';

/** 二、 What was assigned this week, by area in the order of the minutes. */
export function AssignedSection({ view }: { view: BulletinView }) {
  const { t, language } = useLanguage();
  const areas = view.list.filter(({ area }) => area).length;
  const total = view.list.reduce((sum, { matters }) => sum + matters.length, view.withheld);
  const { roundYear: year, roundNumber: number } = view;
  return (
    <section>
      <h3 className={style['heading']}>{t('documents.bulletin.assigned')}</h3>
      <p className={style['paragraph']}>
        {t('documents.bulletin.assigned.intro', {
          day: shortDay(view.heldOn, language, year),
          year,
          number,
          areas,
          total,
        })}
      </p>
      <AssignedTable list={view.list} year={year} at={view.published?.publishedAt ?? null} />
      {view.withheld > 0 && (
        <p className={style['paragraph']}>{t('documents.bulletin.withheld', { n: view.withheld })}</p>
      )}
    </section>
  );
}
