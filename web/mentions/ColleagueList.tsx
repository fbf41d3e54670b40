import type { NamedSeat } from '../../src/matters/mentions/mention.contract.ts';
import { useT } from '../i18n/language.tsx';
import { useUnits } from '../units/useUnits.ts';
import style from './Mentions.module.css';

type Props = { id: string; found: readonly NamedSeat[]; at: number; onChoose: (who: NamedSeat) => void };

/** The colleagues who may be meant, each with their unit; the focus stays in the words. */
export function ColleagueList({ id, found, at, onChoose }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no select is walked while the focus stays in the words
      role="listbox"
      id={id}
      aria-label={t('mention.list')}
      className={style['list']}
    >
      {found.map((who, i) => (
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
          <span>{who.unit ? `${unitName(who.unit)} ${who.title}` : who.title}</span>
        </div>
      ))}
    </div>
  );
}
