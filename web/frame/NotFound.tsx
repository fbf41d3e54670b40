import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/language.tsx';
import { Nothing } from './Nothing.tsx';
import { Page } from './Page.tsx';

export function NotFound() {
  const t = useT();
  return (
    <Page title={t('web.not-found')} width="reading">
      <Nothing say={t('web.not-found.what')}>
        <Link to="/">{t('web.home')}</Link>
        <Link to="/ledger">{t('web.search')}</Link>
      </Nothing>
    </Page>
  );
}
