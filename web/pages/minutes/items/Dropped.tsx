import type { ReviewItem } from '../../../../src/intake/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { patchItem, type Review } from '../review/review.ts';
import style from './Item.module.css';

type Props = { items: readonly ReviewItem[]; edit: (change: (review: Review) => Review) => void };

/** What was left out on purpose; it comes back with one press. */
export function Dropped({ items, edit }: Props) {
  const t = useT();
  if (items.length === 0) return null;
  return (
    <details className={style['dropped']}>
      <summary>{t('documents.dropped', { n: items.length })}</summary>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <s>{item.text || t('documents.item.empty')}</s>{' '}
            <button type="button" onClick={() => edit((review) => patchItem(review, item.id, { keep: true }))}>
              {t('documents.restore')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
