import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../../../i18n/language.tsx';
import style from './FilterSheet.module.css';

/** The filters on a phone: a sheet from below that leaves the top of the list in sight, closed by its button or the way back. */
export function FilterSheet({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const t = useT();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.showModal(), []);
  return (
    <dialog
      ref={sheet}
      id="ledger-filters"
      className={style['sheet']}
      aria-label={t('ledger.filters')}
      onClose={onClose}
    >
      <div className={style['fields']}>{children}</div>
      <form method="dialog" className={style['foot']}>
        <button className={style['done']}>{t('ledger.filters.done')}</button>
      </form>
    </dialog>
  );
}
