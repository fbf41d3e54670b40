import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Unit } from '../../../../src/directory/contract.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { seatsQuery } from '../admin.queries.ts';
import style from '../Admin.module.css';
import { OpenSeatForm } from './OpenSeatForm.tsx';
import { SeatLine } from './SeatLine.tsx';

/** Who sits in a unit, and who sat there before. */
export function SeatsOfUnit({ unit }: { unit: Unit }) {
  const t = useT();
  const { data, error } = useQuery(seatsQuery({ unit: unit.id }));
  const [opening, setOpening] = useState(false);
  // Its seats went to the heir, or were ended before it was retired.
  if (unit.retiredAt && !data?.length) return null;
  return (
    <section className={style['section']} aria-labelledby="unit-seats">
      <h2 id="unit-seats">{t('admin.seats')}</h2>
      {error && <Fault error={error} />}
      {data?.length === 0 && <p className="quiet">{t('admin.seats.none')}</p>}
      <ul>
        {data?.map((seat) => (
          <SeatLine key={seat.id} seat={seat} />
        ))}
      </ul>
      {!unit.retiredAt && !opening && (
        <div className={style['acts']}>
          <Button onClick={() => setOpening(true)}>{t('admin.seat.open')}</Button>
        </div>
      )}
      {opening && <OpenSeatForm unit={unit.id} onDone={() => setOpening(false)} />}
    </section>
  );
}
