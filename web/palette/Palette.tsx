import { useEffect, useId, useRef, useState } from 'react';
import { useT } from '../i18n/language.tsx';
import { GROUPS, type Entry } from './entry.ts';
import style from './Palette.module.css';
import { PaletteEntry } from './PaletteEntry.tsx';
import { useActEntries } from './useActEntries.ts';
import { useFoundEntries } from './useFoundEntries.ts';
import { usePageEntries } from './usePageEntries.ts';

/** Everything that can be done from here, by typing some of its name: acts, pages, views, units, people, matters. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const list = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const acts = useActEntries(typed);
  const all = [...acts.entries, ...usePageEntries(typed), ...useFoundEntries(typed)];
  const groups = GROUPS.map((group) => ({ group, entries: all.filter((entry) => entry.group === group) })).filter(
    ({ entries }) => entries.length > 0,
  );
  const entries = groups.flatMap((one) => one.entries);
  const here = entries[Math.min(at, entries.length - 1)];
  useEffect(() => dialog.current?.showModal(), []);
  const idOf = (entry: Entry) => `${list}-${entry.key.replaceAll(' ', '-')}`;
  const run = (entry: Entry | undefined) => {
    if (!entry || entry.off) return;
    dialog.current?.close();
    entry.run();
  };
  const step = (by: 1 | -1) => {
    const next = (Math.min(at, entries.length - 1) + by + entries.length) % entries.length;
    setAt(next);
    const id = entries[next] && idOf(entries[next]);
    if (id) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <dialog ref={dialog} className={style['palette']} aria-label={t('palette')} onClose={onClose} closedby="any">
      <input
        role="combobox"
        className={style['input']}
        aria-label={t('palette')}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={list}
        aria-activedescendant={here && idOf(here)}
        autoComplete="off"
        maxLength={60}
        placeholder={t('palette.hint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') step(1);
          else if (event.key === 'ArrowUp') step(-1);
          else if (event.key === 'Enter') run(here);
          else return;
          event.preventDefault();
        }}
      />
      <div
        id={list}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no select shows a second line, or why an option is off
        role="listbox"
        aria-label={t('palette')}
        className={style['list']}
      >
        {groups.map(({ group, entries: some }) => (
          <div
            key={group}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- of a listbox, as above
            role="group"
            aria-labelledby={`${list}-${group}`}
          >
            <p id={`${list}-${group}`} className={style['group']}>
              {t(group === 'acts' ? `palette.group.acts.${acts.of}` : `palette.group.${group}`)}
            </p>
            {some.map((entry) => (
              <PaletteEntry
                key={entry.key}
                id={idOf(entry)}
                entry={entry}
                here={entry === here}
                onRun={() => run(entry)}
              />
            ))}
          </div>
        ))}
      </div>
    </dialog>
  );
}
