import { useState } from 'react';
import type { Unit, UnitAct } from '../../../../src/directory/contract.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import style from '../Admin.module.css';
import { SeatsOfUnit } from '../seats/SeatsOfUnit.tsx';
import { RegisterHistory } from '../story/RegisterHistory.tsx';
import { LocateForm } from './LocateForm.tsx';
import { MergeForm } from './MergeForm.tsx';
import { UnitActForm } from './UnitActForm.tsx';
import { UnitFacts } from './UnitFacts.tsx';

const ACTS = ['rename', 'amend', 'locate', 'move', 'merge', 'retire'] as const satisfies readonly UnitAct['kind'][];

/** One unit: what it is, what may be done to it, who sits in it, what was done. */
export function UnitPanel({ unit }: { unit: Unit }) {
  const t = useT();
  const [kind, setKind] = useState<UnitAct['kind'] | null>(null);
  return (
    <article className={style['panel']} aria-labelledby="unit-name">
      <h2 id="unit-name">{unit.name}</h2>
      <UnitFacts unit={unit} />
      {!unit.retiredAt && kind === null && (
        <div className={style['acts']}>
          {ACTS.map((act) => (
            <Button key={act} onClick={() => setKind(act)}>
              {t(`admin.unit.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {kind === 'merge' && <MergeForm unit={unit} onDone={() => setKind(null)} />}
      {kind === 'locate' && <LocateForm unit={unit} onDone={() => setKind(null)} />}
      {kind && kind !== 'merge' && kind !== 'locate' && (
        <UnitActForm unit={unit} kind={kind} onDone={() => setKind(null)} />
      )}
      <SeatsOfUnit unit={unit} />
      <RegisterHistory id={unit.id} />
    </article>
  );
}
