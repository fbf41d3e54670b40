import { useState } from 'react';
import { useT } from '../../i18n/language.tsx';
import { AlikeList } from './AlikeList.tsx';
import style from './Alike.module.css';
import { useAlikeMatter } from './alike.ts';

/** What else is open and like this matter, in one quiet line that opens; nothing where nothing is. */
export function AlikeMatterLine({ matter }: { matter: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const rows = useAlikeMatter(matter);
  if (rows.length === 0) return null;
  return (
    <details className={style['beside']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('web.alike.n', { n: rows.length })}</summary>
      {open && <AlikeList rows={rows} />}
    </details>
  );
}
