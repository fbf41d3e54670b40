import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n/language.tsx';
import { percentOf } from '../../round/figures/figure.ts';
import type { Shown } from '../../round/figures/opened.ts';
import { roundQuery } from '../../round/round.queries.ts';
import style from './Margin.module.css';

const NAMED = 6;

/** In the margin: what the figure under the cursor is made of, so that nobody must believe it. */
export function Margin({ shown }: { shown: Shown | null }) {
  const t = useT();
  const { data } = useQuery({ ...roundQuery(shown?.round ?? ''), enabled: shown !== null });
  if (!shown) return <p className={style['hint']}>{t('documents.margin.hint')}</p>;
  const { figure, of, group } = shown;
  const percent = of && percentOf(figure.value, of.value);
  const numbers = new Map(data?.matters.map((row) => [row.id, row.number]));
  const name = (ids: readonly string[]) => {
    const known = ids.flatMap((id) => numbers.get(id) ?? []);
    const more = ids.length > NAMED ? t('documents.margin.more', { n: ids.length - NAMED }) : '';
    return known.slice(0, NAMED).join(t('documents.comma')) + more;
  };
  const rest = of?.matters.filter((id) => !figure.matters.includes(id)) ?? [];
  return (
    <div className={style['note']} aria-hidden="true">
      <p className={style['name']}>{[group, t(`documents.figure.${figure.key}`)].filter(Boolean).join(' · ')}</p>
      <p className={style['value']}>
        {percent ? t('documents.margin.rate', { part: figure.value, whole: of.value, percent }) : figure.value}
      </p>
      <p className="quiet">{t(`documents.figure.${figure.key}.means`)}</p>
      <p>{name(figure.matters)}</p>
      {rest.length > 0 && (
        <p className="quiet">{t('documents.margin.rest', { n: rest.length, numbers: name(rest) })}</p>
      )}
    </div>
  );
}
