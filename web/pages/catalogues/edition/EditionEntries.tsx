import type { EditionEntry } from '../../../../src/intake/catalogues/edition.contract.ts';
import { useT } from '../../../i18n/language.tsx';
import style from '../Catalogues.module.css';
import { EntryLine } from './EntryLine.tsx';

type Props = {
  entries: readonly EditionEntry[];
  /** The items that stay as they are, whatever the edition says. */
  left: ReadonlySet<string>;
  onLeft: (left: ReadonlySet<string>) => void;
  /** Whether so much is not in the table that it has to be said what it is; and what was said. */
  asks: boolean;
  whole: boolean | null;
  onWhole: (whole: boolean) => void;
  /** Items whose parts are ended, or taken up again. */
  chosen: Readonly<Record<'end' | 'reopen', ReadonlySet<string>>>;
  onChoose: (what: 'end' | 'reopen', item: string, on: boolean) => void;
};
const STATES = ['new', 'changed', 'back', 'dropped', 'fault', 'same', 'left'] as const;

/** Whether something would be done to an item, and is not to be. */
const isLeft = ({ state, item }: EditionEntry, left: ReadonlySet<string>): boolean =>
  state !== 'same' && state !== 'fault' && left.has(item);

/** What an edition makes of each item of its list, counted and line by line; any of them may be left as it is. */
export function EditionEntries({ entries, left, onLeft, asks, whole, onWhole, chosen, onChoose }: Props) {
  const t = useT();
  // What is told is what will be done: an item that is left as it is is counted as that, and not as what the table says of it.
  const count = (state: (typeof STATES)[number]) =>
    entries.filter((one) => (isLeft(one, left) ? 'left' : one.state) === state).length;
  const gone = entries.flatMap(({ state, item }) => (state === 'dropped' ? item : []));
  /** A table that holds what is new alone says nothing of all the others. */
  const keepOthers = (keep: boolean) =>
    onLeft(new Set([...[...left].filter((item) => !gone.includes(item)), ...(keep ? gone : [])]));
  const toggle = (item: string) =>
    onLeft(left.has(item) ? new Set([...left].filter((one) => one !== item)) : new Set([...left, item]));
  return (
    <>
      <p>
        {STATES.filter((state) => count(state) > 0)
          .map((state) => t(`catalogues.edition.n.${state}`, { n: count(state) }))
          .join(t('catalogues.and'))}
      </p>
      {asks && (
        <fieldset className={style['which']}>
          <legend>{t('catalogues.edition.which', { n: gone.length })}</legend>
          {[true, false].map((all) => (
            <label key={String(all)} className={style['only']}>
              <input
                type="radio"
                name="which"
                checked={whole === all}
                onChange={() => {
                  keepOthers(!all);
                  onWhole(all);
                }}
              />{' '}
              {t(all ? 'catalogues.edition.whole' : 'catalogues.edition.supplement', { n: gone.length })}
            </label>
          ))}
        </fieldset>
      )}
      {!asks && gone.length > 0 && (
        <label className={style['only']}>
          <input
            type="checkbox"
            checked={gone.every((item) => left.has(item))}
            onChange={(event) => keepOthers(event.target.checked)}
          />{' '}
          {t('catalogues.edition.only', { n: gone.length })}
        </label>
      )}
      <ul className={style['entries']}>
        {entries.map((entry) => (
          <EntryLine
            key={`${entry.item} ${entry.n ?? ''}`}
            entry={entry}
            left={isLeft(entry, left)}
            waits={asks && whole === null && entry.state === 'dropped'}
            onLeft={() => toggle(entry.item)}
            chosen={{ end: chosen.end.has(entry.item), reopen: chosen.reopen.has(entry.item) }}
            onChoose={(what, on) => onChoose(what, entry.item, on)}
          />
        ))}
      </ul>
    </>
  );
}
