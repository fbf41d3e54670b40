import { useState } from 'react';
import { Button } from '../../../frame/Button.tsx';
import type { Enterprise, EnterpriseAct } from '../../../../src/directory/enterprises/enterprise.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import style from '../Admin.module.css';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import { RegisterHistory } from '../story/RegisterHistory.tsx';
import { EnterpriseContacts } from './EnterpriseContacts.tsx';
import { EnterpriseFields, factsOf } from './EnterpriseFields.tsx';

/** What may be done to an enterprise, what it was called, what was done. */
export function EnterprisePanel({ enterprise }: { enterprise: Enterprise }) {
  const t = useT();
  const { instant } = useFormat();
  const { id, name } = enterprise;
  const [kind, setKind] = useState<EnterpriseAct['kind'] | null>(null);
  const said = kind ? t(`admin.enterprise.${kind}.done`, { name }) : '';
  const doing = useRegisterAct(`/api/enterprises/${id}/acts`, said, () => setKind(null));
  const acts = ['rename', 'amend', enterprise.closedAt ? 'restore' : 'close'] as const;
  const givenOf = (form: FormData): object =>
    kind === 'rename' ? { name: typed(form, 'name') } : kind === 'amend' ? factsOf(form) : {};
  return (
    <div className={style['panel']}>
      {kind === null && (
        <div className={style['acts']}>
          {acts.map((act) => (
            <Button key={act} onClick={() => setKind(act)}>
              {t(`admin.enterprise.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {kind && (
        <RegisterForm
          kind={`${kind}-enterprise`}
          title={t(`admin.enterprise.${kind}`)}
          act={t(`admin.enterprise.${kind}`)}
          lead={t(`admin.enterprise.${kind}.lead`, { name })}
          danger={kind === 'close'}
          doing={doing}
          onCancel={() => setKind(null)}
          onSend={(form) => doing.mutate({ kind, given: givenOf(form) })}
        >
          {kind === 'rename' && (
            <TextField label={t('admin.enterprise.name')} name="name" defaultValue={name} required maxLength={100} />
          )}
          {kind === 'amend' && <EnterpriseFields of={enterprise} />}
        </RegisterForm>
      )}
      {enterprise.earlier.length > 0 && (
        <dl className={style['facts']}>
          {enterprise.earlier.map(({ name: earlier, until }) => (
            <div key={until} style={{ display: 'contents' }}>
              <dt>{t('admin.enterprise.earlier')}</dt>
              <dd>
                {earlier} <span className="faint">{t('admin.until', { at: instant(until) })}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <EnterpriseContacts enterprise={id} />
      <RegisterHistory id={id} />
    </div>
  );
}
