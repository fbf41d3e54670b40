import { useState } from 'react';
import type { PersonDone } from '../../../../src/directory/people/people.contract.ts';
import { uuidv7 } from '../../../act-id.ts';
import { useT } from '../../../i18n/language.tsx';
import { fieldFaults } from '../../../problems/fieldFaults.ts';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import { SeatFields } from '../seats/SeatFields.tsx';
import { FirstPassword } from './FirstPassword.tsx';

/** Opens an account, and its seat if it is to have one already, and shows the first password once. */
export function NewPersonForm({ onDone }: { onDone: () => void }) {
  const t = useT();
  const [unit, setUnit] = useState<string | null>(null);
  const [seat] = useState(() => uuidv7());
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState<string | null>(null);
  const opening = useRegisterAct<PersonDone>('/api/people', t('admin.person.opened'), (done) =>
    done.password ? setPassword(done.password) : onDone(),
  );
  const { login: fault, unit: placeFault } = fieldFaults(opening.error);
  if (password) return <FirstPassword login={login} password={password} onDone={onDone} />;
  return (
    <RegisterForm
      kind="open-person"
      title={t('admin.person.open')}
      act={t('admin.person.open')}
      lead={t('admin.person.open.lead')}
      doing={fault || placeFault ? { ...opening, error: null } : opening}
      onCancel={onDone}
      onSend={(form) => {
        const [role, title] = [typed(form, 'role'), typed(form, 'title')];
        setLogin(typed(form, 'login'));
        opening.mutate({
          login: typed(form, 'login'),
          name: typed(form, 'name'),
          seat: role ? { id: seat, unit, role, title } : null,
        });
      }}
    >
      <TextField label={t('admin.person.name')} name="name" required maxLength={60} autoComplete="off" />
      <TextField
        label={t('admin.person.login')}
        name="login"
        required
        maxLength={64}
        autoCapitalize="none"
        autoComplete="off"
        hint={t('admin.person.login.hint')}
        fault={fault}
      />
      <SeatFields unit={unit} onUnit={setUnit} fault={placeFault} optional />
    </RegisterForm>
  );
}
