import { memo } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { DraftMark } from '../../../acts/DraftMark.tsx';
import { Icon } from '../../../frame/Icon.tsx';
import { LateCoSlip } from '../../../slips/LateCoSlip.tsx';
import { PressChips } from '../../../slips/PressChips.tsx';
import { OfficeSlip } from '../../../slips/OfficeSlip.tsx';
import { columns, type CellTools, type ColumnKey } from './columns.tsx';
import style from './LedgerTable.module.css';
import type { RowActs } from './rowActs.ts';

type Props = RowActs & {
  row: MatterRow;
  index: number;
  heads: readonly (ColumnKey | 'text')[];
  tools: CellTools;
  chosen: boolean;
  /** Came or moved while the list was open. */
  fresh: boolean;
  active: boolean;
};

/** One matter as a row of the table, drawn again only when something of it changes. */
export const LedgerRow = memo(function LedgerRow(props: Props) {
  const { row, index, heads, tools, chosen, fresh, active, onOpen, onChoose } = props;
  return (
    <tr
      className={style['row']}
      data-line
      data-chosen={chosen}
      data-active={active}
      aria-rowindex={index + 2}
      aria-selected={chosen}
    >
      <td className={style['box']}>
        <input
          type="checkbox"
          aria-label={tools.t('ledger.choose', { number: row.number })}
          checked={chosen}
          onChange={(event) => onChoose(row.id, (event.nativeEvent as MouseEvent).shiftKey)}
        />
      </td>
      <Cells row={row} heads={heads} tools={tools} fresh={fresh} onOpen={onOpen} />
    </tr>
  );
});

/** What the row says, which is the same whether it is chosen or the keys stand on it. */
const Cells = memo(function Cells({
  row,
  heads,
  tools,
  fresh,
  onOpen,
}: Omit<Props, 'index' | 'chosen' | 'active' | 'onChoose'>) {
  return (
    <>
      {heads.map((key) =>
        key === 'text' ? (
          <td key={key} className={style['text']}>
            <div>
              <a
                href={`/matters/${row.id}`}
                data-row={row.id}
                title={row.text}
                onClick={(event) => onOpen(event, row.id)}
              >
                {fresh && <span className={style['fresh']}>{tools.t('web.fresh')}</span>}
                {row.confidential && (
                  <>
                    <Icon name="lock" size={14} />
                    <span className="unseen">{tools.t('web.confidential')}</span>
                  </>
                )}
                {row.text}
              </a>
              <DraftMark matter={row.id} />
              <Besides row={row} />
            </div>
          </td>
        ) : (
          <td key={key} data-column={key} className={key === 'number' ? 'docno' : undefined}>
            {columns[key].cell(row, tools)}
          </td>
        ),
      )}
    </>
  );
});

/** What presses on it, and who else is late with it, beside its words. */
const Besides = ({ row }: { row: MatterRow }) => (
  <span className={style['besides']}>
    <PressChips row={row} />
    <LateCoSlip short row={row} />
    <OfficeSlip short row={row} />
  </span>
);
