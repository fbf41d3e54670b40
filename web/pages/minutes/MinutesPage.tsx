import { mayReadDrafts, mayWriteDrafts } from '../../../src/intake/draft-access.rules.ts';
import { Page } from '../../frame/Page.tsx';
import { useT } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import { DraftList } from './drafts/DraftList.tsx';
import { Intake } from './intake/Intake.tsx';

/** Minutes are read in by the supervision office; a mayor reads the drafts; for others they begin when they are assigned. */
export function MinutesPage() {
  const t = useT();
  const { role } = useSession().caller;
  const lead = mayWriteDrafts(role) ? 'documents.minutes.lead' : 'documents.minutes.others';
  return (
    <Page title={t('web.nav.minutes')} lead={t(lead)}>
      {mayWriteDrafts(role) && <Intake />}
      {mayReadDrafts(role) && <DraftList />}
    </Page>
  );
}
