import { useState } from 'react';
import { useT } from '../../../i18n/language.tsx';
import { fieldFaults } from '../../../problems/fieldFaults.ts';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import { PersonField } from './PersonField.tsx';
import { SeatFields } from './SeatFields.tsx';

type Props = { onDone: () => void } & ({ unit: string; account?: never } | { account: string; unit?: never });

/** Opens a seat: in a unit for somebody, or for somebody in a unit. */
export function OpenSeatForm({ unit, account, onDone }: Props) {
  const t = useT();
  const [person, setPerson] = useState<string | null>(account ?? null);
  const [where, setWhere] = useState<string | null>(unit ?? null);
  const opening = useRegisterAct('/api/seats', t('admin.seat.opened'), onDone);
  const { unit: fault } = fieldFaults(opening.error);
  return (
    <RegisterForm
      kind="open-seat"
      title={t('admin.seat.open')}
      act={t('admin.seat.open')}
      doing={fault && !unit ? { ...opening, error: null } : opening}
      onCancel={onDone}
      onSend={(form) => {
        if (person)
          opening.mutate({ account: person, unit: where, role: typed(form, 'role'), title: typed(form, 'title') });
      }}
    >
      {!account && <PersonField label={t('admin.person')} value={person} onChange={setPerson} />}
      <SeatFields unit={where} onUnit={unit ? undefined : setWhere} fault={fault} />
    </RegisterForm>
  );
}
