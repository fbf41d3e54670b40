import { Button } from 'antd';
import { useState } from 'react';
import type { Seat, SeatAct } from '../../../../src/directory/people/people.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { SeatActForm } from './SeatActForm.tsx';
import style from './SeatLine.module.css';

const ACTS = ['hand-over', 'retitle', 'end'] as const satisfies readonly SeatAct['kind'][];

/** A seat: who sits there since when, who sat there before, and what may be done to it. */
export function SeatLine({ seat }: { seat: Seat }) {
  const t = useT();
  const { instant } = useFormat();
  const [kind, setKind] = useState<SeatAct['kind'] | null>(null);
  const before = seat.tenures.slice(0, -1).toReversed();
  const since = seat.tenures.at(-1)?.from ?? seat.from;
  return (
    <li className={style['seat']} data-ended={seat.until !== null}>
      <div className={style['head']}>
        <span className={style['who']}>{seat.name}</span>
        <span className="quiet">{[t(`web.role.${seat.role}`), seat.title].filter(Boolean).join(' · ')}</span>
        <span className="faint">
          {seat.until ? t('admin.seat.ended', { at: instant(seat.until) }) : t('admin.since', { at: instant(since) })}
        </span>
        {seat.until === null && kind === null && (
          <span className={style['acts']}>
            {ACTS.map((act) => (
              <Button
                key={act}
                size="small"
                aria-label={t('admin.seat.act-on', { act: t(`admin.seat.${act}`), name: seat.name })}
                onClick={() => setKind(act)}
              >
                {t(`admin.seat.${act}`)}
              </Button>
            ))}
          </span>
        )}
      </div>
      {before.map((tenure) => (
        <p key={tenure.from} className="faint">
          {t('admin.seat.before', {
            name: tenure.name,
            title: tenure.title,
            from: instant(tenure.from),
            until: instant(tenure.until ?? tenure.from),
          })}
        </p>
      ))}
      {kind && <SeatActForm seat={seat} kind={kind} onDone={() => setKind(null)} />}
    </li>
  );
}
