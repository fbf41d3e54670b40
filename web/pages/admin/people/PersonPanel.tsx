import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person, PersonAct, PersonDone } from '../../../../src/directory/people/people.contract.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { seatsQuery } from '../admin.queries.ts';
import style from '../Admin.module.css';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import { OpenSeatForm } from '../seats/OpenSeatForm.tsx';
import { SeatLine } from '../seats/SeatLine.tsx';
import { RegisterHistory } from '../story/RegisterHistory.tsx';
import { FirstPassword } from './FirstPassword.tsx';

/** What may be done to an account, the seats that it holds and held, what was done. */
export function PersonPanel({ person }: { person: Person }) {
  const t = useT();
  const [kind, setKind] = useState<PersonAct['kind'] | 'seat' | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const { data: seats } = useQuery(seatsQuery({ account: person.id }));
  const said = kind && kind !== 'seat' ? t(`admin.person.${kind}.done`, { name: person.name }) : '';
  const doing = useRegisterAct<PersonDone>(`/api/people/${person.id}/acts`, said, (done) => {
    setKind(null);
    setPassword(done.password);
  });
  const acts = ['rename', 'reset-password', person.disabledAt ? 'enable' : 'disable'] as const;
  return (
    <div className={style['panel']}>
      {password && <FirstPassword login={person.login} password={password} onDone={() => setPassword(null)} />}
      {kind === null && (
        <div className={style['acts']}>
          {acts.map((act) => (
            <Button key={act} onClick={() => setKind(act)}>
              {t(`admin.person.${act}`)}
            </Button>
          ))}
          <Button onClick={() => setKind('seat')}>{t('admin.seat.open')}</Button>
        </div>
      )}
      {kind === 'seat' && <OpenSeatForm account={person.id} onDone={() => setKind(null)} />}
      {kind && kind !== 'seat' && (
        <RegisterForm
          kind={`${kind}-person`}
          title={t(`admin.person.${kind}`)}
          act={t(`admin.person.${kind}`)}
          lead={t(`admin.person.${kind}.lead`, { name: person.name })}
          danger={kind === 'disable'}
          doing={doing}
          onCancel={() => setKind(null)}
          onSend={(form) => doing.mutate({ kind, given: kind === 'rename' ? { name: typed(form, 'name') } : {} })}
        >
          {kind === 'rename' && (
            <TextField label={t('admin.person.name')} name="name" defaultValue={person.name} required maxLength={60} />
          )}
        </RegisterForm>
      )}
      {seats && seats.length > 0 && (
        <ul>
          {seats.map((seat) => (
            <SeatLine key={seat.id} seat={seat} of={person.id} />
          ))}
        </ul>
      )}
      <RegisterHistory id={person.id} />
    </div>
  );
}
