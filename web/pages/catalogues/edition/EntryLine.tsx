import { Link } from '@tanstack/react-router';
import type { EditionEntry } from '../../../../src/intake/catalogues/edition.contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { withNodes } from '../../../i18n/withNodes.tsx';
import { Marked } from '../../../story/Marked.tsx';
import { wordChangeKey } from '../../../story/changeText.ts';
import { useUnits } from '../../../units/useUnits.ts';
import style from '../Catalogues.module.css';

type Asked = 'end' | 'reopen';
type Props = {
  entry: EditionEntry;
  left: boolean;
  waits: boolean;
  onLeft: () => void;
  /** Of units that it names no more, and of parts that were struck off by other words: what was chosen. */
  chosen: Readonly<Record<Asked, boolean>>;
  onChoose: (what: Asked, on: boolean) => void;
};

/** What becomes of one item: new, changed (word by word), dropped, or at fault; it can be left out for this time. */
export function EntryLine({ entry, left, waits, onLeft, chosen, onChoose }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  const { state, item, n, text, matter, changes, units, carries, leaving, struck, issues } = entry;
  const acts = state !== 'same' && state !== 'fault';
  return (
    <li data-state={state}>
      <div className={style['entry']}>
        {acts && (
          <input
            type="checkbox"
            checked={!left}
            disabled={waits}
            onChange={onLeft}
            aria-label={t('catalogues.edition.take', { item, state: t(`catalogues.state.${state}`) })}
          />
        )}
        <span className={style['state']} data-state={left ? 'left' : state}>
          {t(`catalogues.state.${left ? 'left' : state}`)}
        </span>
        <span>
          <span className={style['item']}>{item || t('catalogues.edition.row', { n: n ?? 0 })}</span> {text}
        </span>
        {matter && (
          <Link to="/matters/$id" params={{ id: matter.id }} className="docno">
            {matter.number}
          </Link>
        )}
      </div>
      {changes.length > 0 && (
        <ul className="quiet">
          {changes.map((change) => (
            <li key={change.of}>
              {withNodes(t(wordChangeKey(change)), {
                from: <Marked from={change.from ?? ''} to={change.to ?? ''} side="from" />,
                to: <Marked from={change.from ?? ''} to={change.to ?? ''} side="to" />,
              })}
            </li>
          ))}
        </ul>
      )}
      {acts && units.length > 0 && (
        <p className="quiet">{t('catalogues.edition.to', { n: units.length, units: units.map(unitName) })}</p>
      )}
      {acts &&
        (['done', 'going', 'none'] as const).map((stands) => {
          const taken = carries.filter((one) => one.stands === stands).map(({ unit }) => unitName(unit));
          return (
            taken.length > 0 && (
              <p key={stands} className="quiet">
                {t(`catalogues.edition.carry.${stands}`, { n: taken.length, units: taken })}
              </p>
            )
          );
        })}
      {state !== 'fault' &&
        !left &&
        (
          [
            ['end', 'leaving', leaving],
            ['reopen', 'struck', struck],
          ] as const
        ).map(
          ([what, told, of]) =>
            of.length > 0 && (
              <div key={what} className={style['asked']}>
                {t(`catalogues.edition.${told}`, { units: of.map(unitName) })}{' '}
                <label>
                  <input
                    type="checkbox"
                    checked={chosen[what]}
                    onChange={(event) => onChoose(what, event.target.checked)}
                  />{' '}
                  {t(`catalogues.edition.${what}`)}
                </label>
              </div>
            ),
        )}
      {issues.length > 0 && (
        <ul className={style['issues']}>
          {issues.map(({ detail }) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
