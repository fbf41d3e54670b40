import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { registrableQuery } from '../../matters/queries.ts';
import { Fault } from '../../problems/Fault.tsx';
import { RegisterForm } from './RegisterForm.tsx';

/** Registers a matter that no minutes gave, and assigns it at once where it is known to whom. */
export function RegisterPage() {
  const t = useT();
  const { data, error } = useQuery(registrableQuery);
  const none = data?.rows.length === 0;
  return (
    <Page title={t('web.register')} lead={none ? undefined : t('web.register.lead')} width="reading">
      {!data && (error ? <Fault error={error} /> : <Waiting lines={8} />)}
      {none && (
        <Nothing say={t('web.register.nobody')}>
          <Link to="/">{t('web.home')}</Link>
        </Nothing>
      )}
      {data && !none && <RegisterForm mechanisms={data.rows} />}
    </Page>
  );
}
