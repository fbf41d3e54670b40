import { Page } from '../../frame/Page.tsx';
import { useT } from '../../i18n/language.tsx';

export function BulletinsPage() {
  const t = useT();
  return <Page title={t('web.nav.bulletins')}>{null}</Page>;
}
