import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { LateCoSlip } from '../../../slips/LateCoSlip.tsx';
import { OfficeSlip } from '../../../slips/OfficeSlip.tsx';
import { columns, headsOf, type ColumnKey } from '../list/columns.tsx';
import { useCellTools } from '../list/useCellTools.ts';
import style from './LedgerPaper.module.css';

type Props = { rows: readonly MatterRow[]; keys: readonly ColumnKey[] };

/** The rows as they lie on paper: numbered, all of each matter's words, the columns that are chosen on the page. */
export function PaperTable({ rows, keys }: Props) {
  const t = useT();
  const tools = useCellTools(keys);
  const heads = headsOf(keys);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('ledger.print.place')}</th>
          {heads.map((key) => (
            <th key={key} scope="col">
              {t(`ledger.column.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={row.id}>
            <td className={style['place']}>{i + 1}</td>
            {heads.map((key) =>
              key === 'text' ? (
                <td key={key} data-column={key}>
                  {row.confidential && <b>{t('ledger.print.confidential')}</b>}
                  {row.text}
                  <LateCoSlip row={row} />
                  <OfficeSlip row={row} />
                </td>
              ) : (
                <td key={key} data-column={key}>
                  {columns[key].cell(row, tools)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
