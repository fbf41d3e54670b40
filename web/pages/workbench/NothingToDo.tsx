import { Link } from '@tanstack/react-router';
import { Nothing } from '../../frame/Nothing.tsx';
import { useT } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';

const next = {
  supervisor: '/minutes',
  handler: '/ledger',
  head: '/ledger',
  mayor: '/rounds',
  administrator: '/admin/units',
} as const;

/** An empty list says the next thing to do for this seat, or shows the way back to the whole. */
export function NothingToDo({ filter }: { filter: string | undefined }) {
  const t = useT();
  const { role } = useSession().caller;
  return (
    <Nothing say={t(filter ? 'web.workbench.none.filtered' : `web.workbench.none.${role}`)}>
      {filter ? (
        <Link to="/" search={{}}>
          {t('web.workbench.all')}
        </Link>
      ) : (
        <Link to={next[role]}>{t(`web.workbench.next.${role}`)}</Link>
      )}
    </Nothing>
  );
}
