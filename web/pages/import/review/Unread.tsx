import type { ImportView } from '../../../../src/intake/sheets/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './Review.module.css';
import { unreadColumns } from './unread.ts';

/** Which columns of the table nothing is taken from. */
export function Unread({ view }: { view: ImportView }) {
  const t = useT();
  const unread = unreadColumns(view);
  if (unread.length === 0) return null;
  const heads = unread.map(({ head, n, twin }) => (twin ? t('import.unread.twin', { head, n }) : head));
  return <p className={style['unread']}>{t('import.unread', { heads })}</p>;
}
