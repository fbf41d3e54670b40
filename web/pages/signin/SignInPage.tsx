import { Page } from '../../frame/Page.tsx';
import { useT } from '../../i18n/language.tsx';

export function SignInPage() {
  const t = useT();
  return <Page title={t('web.nav.me')}>{null}</Page>;
}
