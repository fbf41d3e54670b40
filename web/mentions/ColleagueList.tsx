import type { Colleagues, NamedSeat } from '../../src/matters/mentions/mention.contract.ts';
import { useT } from '../i18n/language.tsx';
import { useUnits } from '../units/useUnits.ts';
import style from './Mentions.module.css';

type Props = { id: string; of: Colleagues; q: string; at: number; onChoose: (who: NamedSeat) => void };

/**
 * Who may read the matter; the colleagues of them who may be meant, each with their unit; and who may not be mentioned though the
 * letters fit, with the reason. The focus stays in the words.
 */
export function ColleagueList({ id, of, q, at, onChoose }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  const place = ({ unit, title }: NamedSeat): string => (unit ? `${unitName(unit)} ${title}` : title);
  return (
    <div className={style['list']}>
      <p className={style['readers']}>{t(`mention.readers.${of.readers}`)}</p>
      {of.rows.length > 0 && (
        <div
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no select is walked while the focus stays in the words
          role="listbox"
          id={id}
          aria-label={t('mention.list')}
        >
          {of.rows.map((who, i) => (
            <div
              key={who.seat}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- of a listbox that is no select
              role="option"
              id={`${id}-${i}`}
              tabIndex={-1}
              aria-selected={i === at}
              // Before the words lose the focus, or the list would be gone before the click.
              onPointerDown={(event) => {
                event.preventDefault();
                onChoose(who);
              }}
            >
              <b>{who.name}</b>
              <span>{place(who)}</span>
            </div>
          ))}
        </div>
      )}
      <div aria-live="polite">
        {of.barred.map((who) => (
          <p key={who.seat} className={style['barred']}>
            {t('mention.barred', { name: who.name, of: place(who) })}
          </p>
        ))}
        {of.rows.length + of.barred.length === 0 && (
          <p className={style['barred']}>{t(q ? 'mention.none' : 'mention.nobody', { q })}</p>
        )}
      </div>
    </div>
  );
}
