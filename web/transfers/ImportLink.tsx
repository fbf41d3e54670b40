import { Link } from '@tanstack/react-router';
import { mayImport } from '../../src/intake/sheets/import-access.rules.ts';
import { useT } from '../i18n/language.tsx';
import { useSession } from '../session/session.ts';
import style from './ExportButton.module.css';

/** The way to register many matters from a table; for whoever may, and for nobody else. */
export function ImportLink() {
  const t = useT();
  const { role } = useSession().caller;
  if (!mayImport(role)) return null;
  return (
    <Link to="/import" className={style['button']}>
      {t('transfers.import')}
    </Link>
  );
}
