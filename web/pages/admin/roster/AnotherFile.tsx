import { useId } from 'react';
import { useT } from '../../../i18n/language.tsx';
import style from './Roster.module.css';

/** One more table beside what lies here already, as where units and people are two files. */
export function AnotherFile({ accept, busy, take }: { accept: string; busy: boolean; take: (file: File) => void }) {
  const t = useT();
  const id = useId();
  return (
    <label htmlFor={id} className={style['another']} data-busy={busy}>
      {t('roster.another')}
      <input
        id={id}
        type="file"
        className="unseen"
        accept={accept}
        disabled={busy}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) take(file);
          target.value = '';
        }}
      />
    </label>
  );
}
