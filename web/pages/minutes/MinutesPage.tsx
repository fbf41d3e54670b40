import { Page } from '../../frame/Page.tsx';
import { useT } from '../../i18n/language.tsx';
import { DraftList } from './drafts/DraftList.tsx';
import { Intake } from './intake/Intake.tsx';

export function MinutesPage() {
  const t = useT();
  return (
    <Page title={t('web.nav.minutes')} lead={t('documents.minutes.lead')}>
      <Intake />
      <DraftList />
    </Page>
  );
}
