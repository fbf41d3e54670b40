import { memo } from 'react';
import { useT } from '../../../i18n/language.tsx';
import { Icon } from '../../../frame/Icon.tsx';
import { useLink } from '../review/link.ts';
import { patchItem, type Numbered, type Patch, type Review } from '../review/review.ts';
import { DueChip } from './DueChip.tsx';
import { GrowingText } from './GrowingText.tsx';
import { Guesses } from './Guesses.tsx';
import { LineChip } from './LineChip.tsx';
import { UnitChips } from './UnitChips.tsx';
import style from './Item.module.css';

type Props = Numbered & { areas: readonly string[]; edit: (change: (review: Review) => Review) => void };

/** One task of the draft: its words, who, by when; pointing at it shows where it stands in the source. */
export const ItemCard = memo(function ItemCard({ item, n, areas, edit }: Props) {
  const t = useT();
  const { active, jump } = useLink();
  const change = (patch: Patch) => edit((review) => patchItem(review, item.id, patch));
  const areaUnsure = item.unsure.includes('area');
  const area = (
    <LineChip
      name="area"
      value={item.area}
      max={120}
      list={areas}
      quiet={!areaUnsure}
      unsure={areaUnsure}
      change={(to) => change({ area: to })}
    />
  );
  return (
    <li className={style['item']} data-anchor={item.id} data-active={active === item.id} data-item={item.id}>
      {item.start === null ? (
        <span className={style['n']}>{n}</span>
      ) : (
        <button
          type="button"
          className={style['n']}
          aria-label={t('documents.to-source', { n })}
          onClick={() => jump(item.id, 'draft')}
        >
          {n}
        </button>
      )}
      <div className={style['body']}>
        <GrowingText
          label={t('documents.item.text', { n })}
          placeholder={t('documents.item.text.hint')}
          value={item.text}
          unsure={item.unsure.includes('text')}
          change={(text) => change({ text })}
        />
        <div className={style['chips']}>
          <UnitChips item={item} change={change} />
          <DueChip item={item} change={(due) => change({ due })} />
          <LineChip name="aim" value={item.aim} max={400} change={(aim) => change({ aim })} />
          {areaUnsure && area}
        </div>
        <Guesses item={item} change={change} />
      </div>
      <span className={style['judge']}>
        {!areaUnsure && area}
        <button
          type="button"
          className={style['secret']}
          aria-pressed={item.confidential}
          onClick={() => change({ confidential: !item.confidential })}
        >
          {item.confidential && <Icon name="lock" size={14} />} {t('documents.confidential')}
        </button>
        {item.unsure.length > 0 && (
          <button type="button" onClick={() => change({ unsure: [] })} aria-label={t('documents.sure.of', { n })}>
            {t('documents.sure')}
          </button>
        )}
        <button type="button" onClick={() => change({ keep: false })} aria-label={t('documents.drop.of', { n })}>
          {t('documents.drop')}
        </button>
      </span>
    </li>
  );
});
