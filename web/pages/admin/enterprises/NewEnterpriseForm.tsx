import { useT } from '../../../i18n/language.tsx';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import { EnterpriseFields, factsOf } from './EnterpriseFields.tsx';

/** Enters an enterprise in the register. */
export function NewEnterpriseForm({ onDone }: { onDone: () => void }) {
  const t = useT();
  const adding = useRegisterAct('/api/enterprises', t('admin.enterprise.added'), onDone);
  return (
    <RegisterForm
      kind="add-enterprise"
      title={t('admin.enterprise.add')}
      act={t('admin.enterprise.add')}
      doing={adding}
      onCancel={onDone}
      onSend={(form) => adding.mutate({ code: typed(form, 'code'), name: typed(form, 'name'), ...factsOf(form) })}
    >
      <TextField
        label={t('admin.enterprise.code')}
        name="code"
        required
        maxLength={24}
        autoCapitalize="characters"
        autoComplete="off"
        hint={t('admin.enterprise.code.hint')}
      />
      <TextField label={t('admin.enterprise.name')} name="name" required maxLength={100} autoComplete="off" />
      <EnterpriseFields />
    </RegisterForm>
  );
}
