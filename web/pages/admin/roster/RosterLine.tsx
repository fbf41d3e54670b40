import { useState } from 'react';
import type { LineState } from '../../../../src/intake/roster/roster.contract.ts';
import { useT } from '../../../i18n/language.tsx';
import type { LineCells, LineField } from './fields.ts';
import { LineForm } from './LineForm.tsx';
import style from './Roster.module.css';

type Judged = {
  state: LineState;
  issues: readonly { field: string; level: 'fault' | 'doubt'; detail: string }[];
};
type Props = {
  line: LineCells;
  fields: readonly LineField[];
  /** As the server judged it; not yet for a line that has just changed. */
  judged: Judged | undefined;
  text: string;
  /** Puts the line right, or leaves it out. */
  onSet: (to: Record<string, string> | null) => void;
};

/**
 * One unit or person: what it would do, what is wrong, and the form in which that is put right. One without a name is called
 * by its login or its row; one that has nothing yet is being typed.
 */
export function RosterLine({ line, fields, judged, text, onSet }: Props) {
  const t = useT();
  const name = String(line['name'] ?? '');
  const [editing, setEditing] = useState(line['n'] === 0 && fields.every((field) => line[field.name] === ''));
  const login = String(line['login'] ?? '');
  const called = name || login || (line['n'] ? t('roster.row', { n: Number(line['n']) }) : t('roster.nameless'));
  return (
    <li className={style['line']} data-state={judged?.state}>
      <span className={style['n']}>{line['n'] ? line['n'] : ''}</span>
      <div className={style['what']}>
        <p className={style['name']}>{called}</p>
        {text && <p className="quiet">{text}</p>}
        {!editing &&
          judged?.issues.map(({ field, level, detail }) => (
            <p key={`${field} ${detail}`} className={style['issue']} data-level={level}>
              <span className={style['level']}>{t(`import.level.${level}`)}</span> {detail}
            </p>
          ))}
        {editing && (
          <LineForm
            line={line}
            fields={fields}
            label={t('roster.edit-of', { name: called })}
            onSave={(to) => {
              onSet(to);
              setEditing(false);
            }}
            onCancel={() => setEditing(false)}
          />
        )}
      </div>
      {!editing && (
        <div className={style['ends']}>
          <button type="button" aria-label={t('roster.edit-of', { name: called })} onClick={() => setEditing(true)}>
            {t('import.edit')}
          </button>
          <button type="button" aria-label={t('roster.drop-of', { name: called })} onClick={() => onSet(null)}>
            {t('roster.leave-out')}
          </button>
        </div>
      )}
    </li>
  );
}
