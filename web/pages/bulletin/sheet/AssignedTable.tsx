import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { BulletinView } from '../../../../src/bulletins/contract.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import { shortDay } from './shortDay.ts';
import style from './AssignedTable.module.css';

const COLUMNS = ['number', 'item', 'lead', 'co', 'due'] as const;

/** `at`: the moment whose names the units bear; null, of a preview, is now. */
type Props = { list: BulletinView['list']; year: number; at: string | null };

/** The list of assignments; on a phone each becomes a block of its own with its columns named. */
export function AssignedTable({ list, year, at }: Props) {
  const { t, language } = useLanguage();
  const { unitName } = useUnits(at);
  return (
    <table className={style['table']}>
      <caption className="unseen">{t('documents.bulletin.assigned')}</caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(`documents.column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.map(({ area, matters }) => (
          <Fragment key={area ?? ''}>
            <tr className={style['area'] ?? ''}>
              <th scope="colgroup" colSpan={COLUMNS.length}>
                {area ?? t('documents.area.unnamed')}
              </th>
            </tr>
            {matters.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to="/matters/$id" params={{ id: row.id }}>
                    {row.number}
                  </Link>
                </td>
                <td>{row.text}</td>
                <td data-name={t('documents.column.lead')}>{row.lead ? unitName(row.lead) : '—'}</td>
                <td data-name={t('documents.column.co')} data-none={row.co.length === 0}>
                  {row.co.map(unitName).join(t('documents.comma')) || '—'}
                </td>
                <td data-name={t('documents.column.due')} data-none={!row.due}>
                  {row.due ? shortDay(row.due, language, year) : '—'}
                </td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
