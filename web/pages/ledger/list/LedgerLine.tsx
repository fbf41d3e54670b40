import { memo, type CSSProperties } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { DraftMark } from '../../../acts/DraftMark.tsx';
import { Icon } from '../../../frame/Icon.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { lineDay } from '../../../matters/lineDay.ts';
import { LateCoSlip } from '../../../slips/LateCoSlip.tsx';
import { MatterSlip } from '../../../slips/MatterSlip.tsx';
import { hasSlipAlone, PressChips } from '../../../slips/PressChips.tsx';
import { OfficeSlip } from '../../../slips/OfficeSlip.tsx';
import type { CellTools } from './columns.tsx';
import { leadText } from '../../../matters/useLeadText.ts';
import style from './LedgerLine.module.css';
import type { RowActs } from './rowActs.ts';

type Props = RowActs & {
  row: MatterRow;
  tools: CellTools;
  /** Its place among all, from 1. */
  place: number;
  of: number;
  /** How many lines its words take, and how high all of it is. */
  words: number;
  height: number;
  chosen: boolean;
  active: boolean;
  fresh: boolean;
  open: boolean;
};

/** One matter as a line, drawn again only when something of it changes. */
export const LedgerLine = memo(function LedgerLine(props: Props) {
  const { row, tools, place, of, words, height, chosen, active, fresh, open, onOpen, onChoose } = props;
  const { t, language } = useLanguage();
  const { day, unitName, stageName } = tools;
  const on = lineDay(row);
  return (
    <li
      data-line
      className={style['line']}
      style={{ height, '--words': words } as CSSProperties}
      data-chosen={chosen}
      data-active={active}
      data-open={open}
      aria-setsize={of}
      aria-posinset={place}
    >
      <label className={style['box']}>
        <input
          type="checkbox"
          aria-label={t('ledger.choose', { number: row.number })}
          checked={chosen}
          onChange={(event) => onChoose(row.id, (event.nativeEvent as MouseEvent).shiftKey)}
        />
      </label>
      <article className={style['matter']}>
        <div className={style['head']}>
          <MatterSlip row={row} />
          {on && <span className={style['due']}>{day(on)}</span>}
          {hasSlipAlone(row, language) && <PressChips row={row} />}
          <span className={style['end']}>
            <DraftMark matter={row.id} />
            {fresh && <span className={style['fresh']}>{t('web.fresh')}</span>}
            {row.phase !== 'closed' && stageName(row.mechanism, row.stage)}
          </span>
        </div>
        <a
          href={`/matters/${row.id}`}
          className={style['words']}
          data-row={row.id}
          onClick={(event) => onOpen(event, row.id)}
        >
          {row.text}
        </a>
        <p className={style['facts']}>
          <span className={style['lead']}>{leadText(t, unitName, row)}</span>
          <span className="docno">{row.number}</span>
          {row.confidential && (
            <span className={style['lock']}>
              <Icon name="lock" size={14} />
              {t('web.confidential')}
            </span>
          )}
          {row.co.length > 0 && <span>{t('web.co.n', { n: row.co.length })}</span>}
          {row.area && <span>{row.area}</span>}
        </p>
        {!hasSlipAlone(row, language) && <PressChips row={row} />}
        <LateCoSlip short row={row} />
        <OfficeSlip short row={row} />
      </article>
    </li>
  );
});
