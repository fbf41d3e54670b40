import { Link } from '@tanstack/react-router';
import { mayReadDrafts, mayWriteDrafts } from '../../../src/intake/draft-access.rules.ts';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { useT } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import { DraftList } from './drafts/DraftList.tsx';
import { Intake } from './intake/Intake.tsx';

/** Minutes are read in by the supervision office; a mayor reads the drafts; for others they begin when they are assigned. */
export function MinutesPage() {
  const t = useT();
  const { role } = useSession().caller;
  return (
    <Page title={t('web.nav.minutes')} lead={mayReadDrafts(role) ? t('documents.minutes.lead') : undefined}>
      {mayWriteDrafts(role) && <Intake />}
      {mayReadDrafts(role) ? (
        <DraftList />
      ) : (
        <Nothing say={t('documents.minutes.others')}>
          <Link to="/">{t('web.home')}</Link>
          <Link to="/rounds">{t('web.workbench.next.mayor')}</Link>
        </Nothing>
      )}
    </Page>
  );
}
