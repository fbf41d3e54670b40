import { useId, useState } from 'react';
import { uuidv7 } from '../../../act-id.ts';
import { useT } from '../../../i18n/language.tsx';
import { addBlank, patchArea, type Group, type Review } from '../review/review.ts';
import { AreaBulk } from './AreaBulk.tsx';
import { ItemCard } from './ItemCard.tsx';
import style from './Item.module.css';

type Props = { group: Group; areas: readonly string[]; edit: (change: (review: Review) => Review) => void };

/** One area of the meeting with its tasks, and what can be said of all of them at once. */
export function AreaGroup({ group: { area, rows }, areas, edit }: Props) {
  const t = useT();
  const id = useId();
  const [bulk, setBulk] = useState(false);
  return (
    <section className={style['area']} aria-labelledby={id}>
      <div className={style['area-head']}>
        <h2 id={id}>{area ?? t('documents.area.unnamed')}</h2>
        <span className="faint">{t('documents.items', { n: rows.length })}</span>
        <button type="button" aria-expanded={bulk} onClick={() => setBulk(!bulk)}>
          {t('documents.area.bulk')}
        </button>
        <button type="button" onClick={() => edit((review) => addBlank(review, uuidv7(), area))}>
          {t('documents.item.add')}
        </button>
      </div>
      {bulk && (
        <AreaBulk
          area={area}
          apply={(patch, gaps) => {
            edit((review) => patchArea(review, area, patch, gaps));
            setBulk(false);
          }}
        />
      )}
      <ol>
        {rows.map(({ item, n }) => (
          <ItemCard key={item.id} item={item} n={n} areas={areas} edit={edit} />
        ))}
      </ol>
    </section>
  );
}
