import { useState } from 'react';
import type { Seat, SeatAct } from '../../../../src/directory/people/people.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import { RegisterHistory } from '../story/RegisterHistory.tsx';
import { SeatActForm } from './SeatActForm.tsx';
import style from './SeatLine.module.css';
import { TenureLine } from './TenureLine.tsx';

const ACTS = ['hand-over', 'retitle', 'end'] as const satisfies readonly SeatAct['kind'][];

type Props = {
  seat: Seat;
  /** The person among whose seats it stands; without: it stands among those of a unit. */
  of?: string;
};

/** A seat: who sits there since when, who sat there before, what may be done to it, and what was. */
export function SeatLine({ seat, of }: Props) {
  const t = useT();
  const { instant } = useFormat();
  const { unitName } = useUnits();
  const [kind, setKind] = useState<SeatAct['kind'] | null>(null);
  const [told, setTold] = useState(false);
  const before = seat.tenures.slice(0, -1).toReversed();
  const since = seat.tenures.at(-1)?.from ?? seat.from;
  const passedOn = of !== undefined && of !== seat.account;
  const called = of === undefined ? seat.name : seat.unit ? unitName(seat.unit) : t('admin.seat.above');
  const people = new Map(seat.tenures.map(({ account, name }) => [account, name]));
  return (
    <li className={style['seat']} data-ended={seat.until !== null || passedOn}>
      <div className={style['head']}>
        <span className={style['who']}>{called}</span>
        <span className="quiet">
          {[...new Set([t(`web.role.${seat.role}`), seat.title])].filter(Boolean).join(' · ')}
        </span>
        {passedOn && <span>{t('admin.seat.now', { name: seat.name })}</span>}
        <span className="faint">
          {seat.until ? t('admin.seat.ended', { at: instant(seat.until) }) : t('admin.since', { at: instant(since) })}
        </span>
        {kind === null && (
          <span className={style['acts']}>
            {(seat.until === null && !passedOn ? ACTS : []).map((act) => (
              <Button
                key={act}
                size="small"
                aria-label={t('admin.seat.act-on', { act: t(`admin.seat.${act}`), name: called })}
                onClick={() => setKind(act)}
              >
                {t(`admin.seat.${act}`)}
              </Button>
            ))}
            <Button
              size="small"
              type="text"
              aria-expanded={told}
              aria-label={t('admin.seat.act-on', { act: t('admin.seat.story'), name: called })}
              onClick={() => setTold(!told)}
            >
              {t(told ? 'admin.fold' : 'admin.seat.story')}
            </Button>
          </span>
        )}
      </div>
      {before.map((tenure) => (
        <TenureLine key={tenure.from} tenure={tenure} seat={seat} />
      ))}
      {kind && <SeatActForm seat={seat} kind={kind} onDone={() => setKind(null)} />}
      {told && <RegisterHistory id={seat.id} people={people} />}
    </li>
  );
}
