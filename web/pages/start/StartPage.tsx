import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FrontSheet } from '../../frame/FrontSheet.tsx';
import { useT } from '../../i18n/language.tsx';
import { FoundForm } from './FoundForm.tsx';
import { setupQuery } from './setup.queries.ts';

/** The first page of a server without a city: whoever has the code from its terminal founds one. */
export function StartPage() {
  const t = useT();
  const { data } = useQuery(setupQuery);
  const closed = data?.open === false;
  return (
    <FrontSheet
      title={t(closed ? 'start.closed' : 'start.title')}
      lead={t(closed ? 'start.closed.lead' : 'start.lead')}
      wide
    >
      {closed ? <Link to="/sign-in">{t('start.sign-in')} →</Link> : <FoundForm />}
    </FrontSheet>
  );
}
