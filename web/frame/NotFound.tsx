import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/language.tsx';
import { Page } from './Page.tsx';

export function NotFound() {
  const t = useT();
  return (
    <Page title={t('web.not-found')} lead={t('web.not-found.what')} width="reading">
      <Link to="/">{t('web.nav.workbench')} →</Link>
    </Page>
  );
}
