import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { BulletinRow } from '../../../../src/bulletins/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './List.module.css';

export function BulletinLine({ row }: { row: z.infer<typeof BulletinRow> }) {
  const t = useT();
  const { instant } = useFormat();
  const { supersedes, supersededBy } = row;
  return (
    <li className={style['line']}>
      <span className={`${style['number']} docno`}>{row.number}</span>
      <span>
        <Link to="/bulletins/$id" params={{ id: row.id }} data-row>
          {row.title}
        </Link>
        {supersedes && <span className={style['note']}>{t('documents.correction.corrects', supersedes)}</span>}
        {supersededBy && (
          <span className={style['note']} data-over>
            {t('documents.correction.corrected', supersededBy)}
          </span>
        )}
      </span>
      <span className={style['facts']}>
        {row.by} · {instant(row.publishedAt)}
      </span>
    </li>
  );
}
