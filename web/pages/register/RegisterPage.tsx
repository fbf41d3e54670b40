import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { registrableQuery } from '../../matters/queries.ts';
import { Fault } from '../../problems/Fault.tsx';
import { SealedRegister } from './SealedRegister.tsx';
import { RegisterForm } from './RegisterForm.tsx';
import { TakenNote, type Taken } from './TakenNote.tsx';

const route = getRouteApi('/desk/matters/new');

/** Registers a matter that no minutes gave, and assigns it at once where it is known to whom. */
export function RegisterPage() {
  const { t, language } = useLanguage();
  const { data, error } = useQuery(registrableQuery);
  const search = route.useSearch();
  const navigate = useNavigate();
  const [taken, setTaken] = useState<Taken | null>(null);
  // What is sealed is registered by itself, so that no word of it is typed into a form of another kind.
  const sealed = data?.rows.filter((one) => one.sealed) ?? [];
  const secret = sealed.filter(({ key }) => key === search.mechanism);
  const rows = secret.length ? secret : (data?.rows.filter((one) => !one.sealed) ?? []);
  const none = data !== undefined && rows.length === 0;
  return (
    <Page
      title={t('web.register')}
      lead={none ? undefined : t(secret.length ? 'circles.register.lead' : 'web.register.lead')}
      width="reading"
    >
      {!data && (error ? <Fault error={error} /> : <Waiting lines={8} />)}
      {none && (
        <Nothing say={t('web.register.nobody')}>
          <Link to="/">{t('web.home')}</Link>
        </Nothing>
      )}
      {!secret.length &&
        sealed.map(({ key, name }) => (
          <p key={key}>
            <Link to="/matters/new" search={{ mechanism: key }}>
              {t('circles.register', { name: name[language] })}
            </Link>
          </p>
        ))}
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
      {data && !none && !taken && (
        <SealedRegister sealed={secret.length > 0}>
          <RegisterForm key={secret[0]?.key ?? ''} mechanisms={rows} begin={search} onTaken={setTaken} />
        </SealedRegister>
      )}
    </Page>
  );
}
