import { Link } from '@tanstack/react-router';
import { mayPublish } from '../../../src/bulletins/publish-access.rules.ts';
import { mayReadDrafts } from '../../../src/intake/draft-access.rules.ts';
import type { RoundRow } from '../../../src/matters/rounds/round.contract.ts';
import { Button } from '../../frame/Button.tsx';
import { Icon } from '../../frame/Icon.tsx';
import { useT } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import { ExportButton } from '../../transfers/ExportButton.tsx';
import style from './Round.module.css';

/** What can be made of a round: the bulletin, the table, and the way back to its minutes. */
export function RoundActions({ round }: { round: RoundRow }) {
  const t = useT();
  const { caller } = useSession();
  return (
    <>
      {round.draft && mayReadDrafts(caller.role) && (
        <Link to="/minutes/$id" params={{ id: round.draft }} className={style['quiet']}>
          <Icon name="minutes" size={16} /> {t('documents.round.minutes')}
        </Link>
      )}
      <ExportButton list={{ kind: 'ledger', query: { round: round.id, scope: 'all' } }} />
      <Link to="/rounds/$id/wall" params={{ id: round.id }} className={style['quiet']}>
        <Icon name="system" size={16} /> {t('wall.open')}
      </Link>
      <Button onClick={() => print()}>{t('print')}</Button>
      {mayPublish(caller.role) && (
        <Link to="/bulletins/preview" search={{ round: round.id }} className={style['act']}>
          {t('documents.round.bulletin')}
        </Link>
      )}
    </>
  );
}
