import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { registrableQuery } from '../../matters/queries.ts';
import { Fault } from '../../problems/Fault.tsx';
import { RegisterForm } from './RegisterForm.tsx';
import { TakenNote, type Taken } from './TakenNote.tsx';

const route = getRouteApi('/desk/matters/new');

/** Registers a matter that no minutes gave, and assigns it at once where it is known to whom. */
export function RegisterPage() {
  const t = useT();
  const { data, error } = useQuery(registrableQuery);
  const search = route.useSearch();
  const navigate = useNavigate();
  const [taken, setTaken] = useState<Taken | null>(null);
  const none = data?.rows.length === 0;
  return (
    <Page title={t('web.register')} lead={none ? undefined : t('web.register.lead')} width="reading">
      {!data && (error ? <Fault error={error} /> : <Waiting lines={8} />)}
      {none && (
        <Nothing say={t('web.register.nobody')}>
          <Link to="/">{t('web.home')}</Link>
        </Nothing>
      )}
      {taken && (
        <TakenNote
          taken={taken}
          onNext={() => {
            const { mechanism, channel } = taken;
            setTaken(null);
            void navigate({
              to: '/matters/new',
              search: { mechanism, ...(channel ? { channel } : {}) },
              replace: true,
            });
          }}
        />
      )}
      {data && !none && !taken && <RegisterForm mechanisms={data.rows} begin={search} onTaken={setTaken} />}
    </Page>
  );
}
