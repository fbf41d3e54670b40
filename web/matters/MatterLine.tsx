import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MatterRow } from '../../src/matters/contract.ts';
import { DraftMark } from '../acts/DraftMark.tsx';
import { useFormat } from '../format/useFormat.ts';
import { Icon } from '../frame/Icon.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { LateCoSlip } from '../slips/LateCoSlip.tsx';
import { MatterSlip } from '../slips/MatterSlip.tsx';
import { PressChips } from '../slips/PressChips.tsx';
import { OfficeSlip } from '../slips/OfficeSlip.tsx';
import { Slip } from '../slips/Slip.tsx';
import { lineDay } from './lineDay.ts';
import { useLeadText } from './useLeadText.ts';
import style from './MatterLine.module.css';

type Props = {
  row: MatterRow;
  /** Not looked at since it arrived. */
  fresh?: boolean;
  /** The act that it waits for from me, said in words. */
  waitsFor?: string;
  /** What else is to be known of it, under its facts. */
  more?: ReactNode;
  /** The acts at the end of the row. */
  children: ReactNode;
};

/** One matter in a list: how late, its number, its words, who leads, and what can be done with it here. */
export function MatterLine({ row, fresh, waitsFor, more, children }: Props) {
  const { t, find, language } = useLanguage();
  const { day } = useFormat();
  const leadText = useLeadText();
  // What the supervision office itself must do comes first where it does it, and how the unit stands beside it.
  const own = waitsFor ? row.office : undefined;
  const on = lineDay(row);
  return (
    <article className={style['line']}>
      <div className={style['slip']}>
        {own ? <Slip slip={own.slip} left={own.workdaysLeft} /> : <MatterSlip row={row} />}
        {own ? (
          <span className={style['due']}>
            {own.name
              ? t('web.office.due.clock', { clock: own.name[language], day: day(own.due) })
              : t('web.office.due', { work: t(`matter.office.${row.phase}`), day: day(own.due) })}
          </span>
        ) : (
          on && <span className={style['due']}>{day(on)}</span>
        )}
      </div>
      <div className={style['what']}>
        <Link to="/matters/$id" params={{ id: row.id }} className={style['text']} data-row={row.id}>
          {fresh && <span className={style['fresh']}>{t('web.fresh')}</span>}
          {row.text}
        </Link>
        <p className={style['facts']}>
          <DraftMark matter={row.id} />
          <span className="docno">{row.number}</span>
          {row.confidential && (
            <span className={style['lock']}>
              <Icon name="lock" size={14} />
              {t('web.confidential')}
            </span>
          )}
          {row.below && <span className="docno">{t('web.below.of', { number: row.below })}</span>}
          {row.area && <span>{row.area}</span>}
          <span>{leadText(row)}</span>
          {row.co.length > 0 && <span>{t('web.co.n', { n: row.co.length })}</span>}
          <PressChips row={row} />
          <LateCoSlip row={row} />
          {own ? (
            <span>
              <MatterSlip row={row} />
              {on && ` ${day(on)}`}
            </span>
          ) : (
            <OfficeSlip row={row} />
          )}
          {waitsFor && (
            <span className={style['waits']}>
              {find(`web.waits.${waitsFor === 'answer' && row.drafted ? 'approve' : waitsFor}`) ??
                t('web.waits.act', { act: t(`matter.act.${waitsFor}`) })}
              {waitsFor === 'meet' && row.meeting && ` ${day(row.meeting.on)} ${row.meeting.from ?? ''}`.trimEnd()}
            </span>
          )}
        </p>
        {more}
      </div>
      <div className={style['acts']}>{children}</div>
    </article>
  );
}
