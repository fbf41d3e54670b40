import { Link } from '@tanstack/react-router';
import type { DraftRow } from '../../../../src/intake/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './DraftList.module.css';

export function DraftLine({ row }: { row: DraftRow }) {
  const t = useT();
  const { instant } = useFormat();
  return (
    <li className={style['line']}>
      <Link to="/minutes/$id" params={{ id: row.id }} data-row className={style['title']}>
        {row.title}
      </Link>
      <span className={style['facts']}>
        {t('documents.items', { n: row.items })} · {row.by} · {instant(row.createdAt)}
      </span>
      {row.round ? (
        <Link to="/rounds/$id" params={{ id: row.round }} className={style['status']}>
          {t('documents.draft.assigned')}
        </Link>
      ) : (
        <span className={style['status']} data-open>
          {t('documents.draft.open')}
        </span>
      )}
    </li>
  );
}
