import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { BulletinRow } from '../../../../src/bulletins/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import style from './List.module.css';

export function BulletinLine({ row }: { row: z.infer<typeof BulletinRow> }) {
  const { instant } = useFormat();
  return (
    <li className={style['line']}>
      <span className={style['number']}>{row.number}</span>
      <Link to="/bulletins/$id" params={{ id: row.id }} data-row>
        {row.title}
      </Link>
      <span className={style['facts']}>
        {row.by} · {instant(row.publishedAt)}
      </span>
    </li>
  );
}
