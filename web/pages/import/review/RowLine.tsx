import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportRow } from '../../../../src/intake/sheets/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './Review.module.css';
import { RowForm } from './RowForm.tsx';
import { RowIssues } from './RowIssues.tsx';
import type { Importing } from './useImport.ts';
import { usePlanText } from './usePlanText.ts';

type Props = { row: ImportRow; open: boolean; importing: Importing };

/** So much of a text is shown, in characters, the whole when it is asked for; a few more than that hide nothing. */
const SHOWN = 160;
const SLACK = 40;

/** One row: whether it is imported, what it becomes, what is wrong with it, and the form in which it is put right. */
export function RowLine({ row, open, importing }: Props) {
  const t = useT();
  const planText = usePlanText();
  const [editing, setEditing] = useState(false);
  // As it was just ticked, until the server has said so too.
  const [ticked, setTicked] = useState<boolean | null>(null);
  const [whole, setWhole] = useState(false);
  const { n, state, chosen, plan, issues, fixed, matter } = row;
  const text = plan.text || t('import.no-text');
  const isLong = text.length > SHOWN + SLACK;
  const brief = isLong ? `${text.slice(0, SHOWN)}…` : text;
  const shown = whole ? text : brief;
  return (
    <li className={style['row']} data-state={state}>
      <label className={style['pick']}>
        <input
          type="checkbox"
          checked={ticked ?? chosen}
          disabled={!open || (state !== 'ready' && state !== 'doubt')}
          aria-label={t('import.pick', { n, text: brief })}
          onChange={({ target }) => {
            setTicked(target.checked);
            importing.row.mutate({ n, chosen: target.checked }, { onSettled: () => setTicked(null) });
          }}
        />
        <span className={style['n']}>{n}</span>
      </label>
      <div className={style['what']}>
        <p className={style['text']}>
          {matter ? (
            <Link to="/matters/$id" params={{ id: matter }}>
              {shown}
            </Link>
          ) : (
            shown
          )}
          {isLong && (
            <button type="button" className={style['whole']} aria-expanded={whole} onClick={() => setWhole(!whole)}>
              {whole ? t('import.text.less') : t('import.text.whole', { n: text.length })}
            </button>
          )}
        </p>
        <p className="quiet">{planText(row)}</p>
        <RowIssues issues={issues} open={open} onUnit={(printed, unit) => importing.unit({ printed, unit })} />
        {editing && (
          <RowForm
            plan={plan}
            busy={importing.row.isPending}
            onLeave={() => setEditing(false)}
            onSave={(fix) => importing.row.mutate({ n, fix }, { onSuccess: () => setEditing(false) })}
          />
        )}
      </div>
      {open && state !== 'imported' && !editing && (
        <div className={style['ends']}>
          <button type="button" aria-label={t('import.edit.row', { n })} onClick={() => setEditing(true)}>
            {t('import.edit')}
          </button>
          {fixed.length > 0 && (
            <button
              type="button"
              aria-label={t('import.undo.row', { n })}
              onClick={() => importing.row.mutate({ n, fix: null })}
            >
              {t('import.undo')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}
