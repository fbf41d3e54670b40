import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../frame/Button.tsx';
import type { EnterpriseContacts as Contacts } from '../../../../src/directory/originators/originator.contract.ts';
import { api } from '../../../api.ts';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from '../Admin.module.css';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import rows from '../List.module.css';

const contactsQuery = (enterprise: string) =>
  queryOptions({
    queryKey: ['admin', 'contacts', enterprise],
    queryFn: ({ signal }) => api.get<Contacts>(`/api/enterprises/${enterprise}/contacts`, signal),
  });

type Doing = { kind: 'add' } | { kind: 'show' } | { kind: 'remove'; contact: string; masked: string };

/** The contacts by which an enterprise signs in at the counter: masked, until somebody says what for. */
export function EnterpriseContacts({ enterprise }: { enterprise: string }) {
  const t = useT();
  const { data, error } = useQuery(contactsQuery(enterprise));
  const [doing, setDoing] = useState<Doing | null>(null);
  const [shown, setShown] = useState<readonly string[]>([]);
  const done = () => setDoing(null);
  const adding = useRegisterAct(`/api/enterprises/${enterprise}/contacts`, t('admin.contact.added'), done);
  const removing = useRegisterAct(`/api/originators/${data?.originator}/acts`, t('admin.contact.removed'), done);
  const showing = useRegisterAct<{ contacts: string[] }>(
    `/api/originators/${data?.originator}/contacts/show`,
    t('admin.contact.shown'),
    ({ contacts }) => {
      setShown(contacts);
      done();
    },
  );
  return (
    <section className={style['section']} aria-labelledby={`contacts-${enterprise}`}>
      <h2 id={`contacts-${enterprise}`}>{t('admin.contacts')}</h2>
      <p className="quiet">{t('admin.contacts.lead')}</p>
      {error && <Fault error={error} />}
      <ul className={rows['rows']}>
        {data?.rows.map(({ id, masked }, n) => (
          <li key={id}>
            <span>{shown[n] ?? masked}</span>
            <Button size="small" onClick={() => setDoing({ kind: 'remove', contact: id, masked })}>
              {t('admin.contact.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {doing === null && (
        <div className={style['acts']}>
          <Button onClick={() => setDoing({ kind: 'add' })}>{t('admin.contact.add')}</Button>
          {data && data.rows.length > 0 && (
            <Button onClick={() => setDoing({ kind: 'show' })}>{t('admin.contact.show')}</Button>
          )}
        </div>
      )}
      {doing?.kind === 'add' && (
        <RegisterForm
          kind="add-contact"
          title={t('admin.contact.add')}
          act={t('admin.contact.add')}
          lead={t('admin.contact.add.lead')}
          doing={adding}
          onCancel={done}
          onSend={(form) => adding.mutate({ contact: typed(form, 'contact') })}
        >
          <TextField label={t('admin.contact')} name="contact" required maxLength={254} autoComplete="off" />
        </RegisterForm>
      )}
      {doing?.kind === 'remove' && (
        <RegisterForm
          kind="remove-contact"
          title={t('admin.contact.remove-of', { contact: doing.masked })}
          act={t('admin.contact.remove')}
          danger
          doing={removing}
          onCancel={done}
          onSend={() => removing.mutate({ kind: 'remove-contact', given: { contact: doing.contact } })}
        />
      )}
      {doing?.kind === 'show' && (
        <RegisterForm
          kind="show-contact"
          title={t('admin.contact.show')}
          act={t('admin.contact.show')}
          doing={showing}
          onCancel={done}
          onSend={(form) => showing.mutate({ purpose: typed(form, 'purpose') })}
        >
          <TextField label={t('admin.contact.purpose')} name="purpose" required maxLength={200} autoComplete="off" />
        </RegisterForm>
      )}
    </section>
  );
}
