import { useState } from 'react';
import type { Seat, SeatAct } from '../../../../src/directory/people/people.contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import { PersonField } from './PersonField.tsx';

type Props = { seat: Seat; kind: SeatAct['kind']; onDone: () => void };

/** One act on a seat. */
export function SeatActForm({ seat, kind, onDone }: Props) {
  const t = useT();
  const [account, setAccount] = useState<string | null>(null);
  const doing = useRegisterAct(`/api/seats/${seat.id}/acts`, t(`admin.seat.${kind}.done`, { name: seat.name }), onDone);
  const send = (form: FormData) => {
    if (kind === 'hand-over') {
      if (account) doing.mutate({ kind, given: { account } });
    } else doing.mutate({ kind, given: kind === 'retitle' ? { title: typed(form, 'title') } : {} });
  };
  return (
    <RegisterForm
      kind={`${kind}-seat`}
      title={t('admin.seat.act-on', { act: t(`admin.seat.${kind}`), name: seat.name })}
      act={t(`admin.seat.${kind}`)}
      lead={t(`admin.seat.${kind}.lead`, { name: seat.name })}
      danger={kind === 'end'}
      doing={doing}
      onCancel={onDone}
      onSend={send}
    >
      {kind === 'hand-over' && (
        <PersonField label={t('admin.seat.successor')} value={account} onChange={setAccount} but={seat.account} />
      )}
      {kind === 'retitle' && (
        <TextField label={t('admin.seat.title')} name="title" defaultValue={seat.title} maxLength={100} />
      )}
    </RegisterForm>
  );
}
