import { useDeferredValue, useId, useMemo, useState, type KeyboardEvent } from 'react';
import field from '../../../acts/Field.module.css';
import { useT } from '../../../i18n/language.tsx';
import { CategoryRow } from './CategoryRow.tsx';
import { rowsOf, type Row } from './rows.ts';
import style from './Scheme.module.css';
import type { SchemeEdit, TreeAct } from './useSchemeEdit.ts';

const ACTS: Readonly<Record<string, TreeAct>> = {
  n: 'beside',
  Insert: 'beside',
  N: 'below',
  'shift+Insert': 'below',
  'alt+ArrowUp': 'up',
  'alt+ArrowDown': 'down',
  'alt+ArrowRight': 'in',
  'alt+ArrowLeft': 'out',
};

type Props = { edit: SchemeEdit; faulty: ReadonlySet<string> };

/** The categories as a tree: walked, unfolded, changed and moved by the keys that stand below it. */
export function CategoryTree({ edit, faulty }: Props) {
  const t = useT();
  const keys = useId();
  const [words, setWords] = useState('');
  const [retired, setRetired] = useState(false);
  const wanted = useDeferredValue(words.trim());
  const { tree, open } = edit;
  const chosen = edit.one?.code;
  const rows = useMemo(
    () => rowsOf(tree, { open, words: wanted, retired, chosen }),
    [tree, open, wanted, retired, chosen],
  );
  const here = rows.findIndex(({ category }) => category.code === chosen);
  const left = tree.filter((one) => one.retired).length;

  const walk = (key: string): boolean => {
    const row = rows[here];
    const to = (next: Row | undefined) => next && edit.choose(next.category.code);
    if (key === 'ArrowDown') to(rows[here + 1]);
    else if (key === 'ArrowUp') to(rows[Math.max(0, here - 1)]);
    else if (key === 'Home') to(rows[0]);
    else if (key === 'End') to(rows.at(-1));
    else if (key === 'ArrowRight' && row?.open === false) edit.fold(row.category.code, true);
    else if (key === 'ArrowRight' && row?.open) to(rows[here + 1]);
    else if (key === 'ArrowLeft' && row?.open) edit.fold(row.category.code, false);
    else if (key === 'ArrowLeft') to(rows.find(({ category }) => category.code === row?.category.parent));
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent) => {
    const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
    if (ctrlKey || metaKey || event.nativeEvent.isComposing) return;
    const act = ACTS[`${altKey ? 'alt+' : ''}${shiftKey && key.length > 1 ? 'shift+' : ''}${key}`];
    if (act) edit.act(act);
    else if (key === 'Delete' && edit.one) edit.act(edit.leaving(edit.one));
    else if (key === 'Enter' || key === 'F2') edit.choose(chosen ?? rows[0]!.category.code, 'name');
    else if (altKey || !walk(key)) return;
    event.preventDefault();
  };

  return (
    <section className={style['list']} aria-label={t('admin.scheme.tree')}>
      <input
        type="search"
        className={field['input']}
        value={words}
        aria-label={t('admin.scheme.find')}
        placeholder={t('admin.scheme.find')}
        onChange={(event) => setWords(event.target.value)}
      />
      {left > 0 && (
        <label className={field['check']}>
          <input type="checkbox" checked={retired} onChange={(event) => setRetired(event.target.checked)} />
          {t('admin.scheme.retired', { n: left })}
        </label>
      )}
      {tree.length > 0 && rows.length === 0 && <p className="quiet">{t('admin.scheme.none-found')}</p>}
      {rows.length > 0 && (
        <ul role="tree" aria-label={t('admin.scheme.tree')} aria-describedby={keys}>
          {rows.map((row, n) => (
            <CategoryRow
              key={row.category.code}
              row={row}
              chosen={n === here}
              reached={n === Math.max(0, here)}
              fresh={edit.before.size > 0 && !edit.before.has(row.category.code)}
              faulty={faulty.has(row.category.code)}
              edit={edit}
              onKey={press}
            />
          ))}
        </ul>
      )}
      <p id={keys} className={style['keys']}>
        {(['walk', 'name', 'add', 'move', 'leave'] as const).map((what) => (
          <span key={what}>
            {t(`admin.scheme.keys.${what}`)
              .split(' ')
              .map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}{' '}
            {t(`admin.scheme.keys.${what}.what`)}
          </span>
        ))}
      </p>
    </section>
  );
}
