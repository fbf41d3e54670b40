import { Link } from '@tanstack/react-router';
import { useT } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import type { Filter } from './filters.ts';
import style from './NothingToDo.module.css';

const next = {
  supervisor: '/minutes',
  handler: '/ledger',
  head: '/ledger',
  mayor: '/rounds',
  administrator: '/admin/units',
} as const;

/** An empty list says the next thing to do for this seat, or shows the way back to the whole. */
export function NothingToDo({ filter }: { filter: Filter | undefined }) {
  const t = useT();
  const { role } = useSession().caller;
  return (
    <div className={style['nothing']}>
      <p>{t(filter ? 'web.workbench.none.filtered' : `web.workbench.none.${role}`)}</p>
      {filter ? (
        <Link to="/" search={{}}>
          {t('web.workbench.all')} →
        </Link>
      ) : (
        <Link to={next[role]}>{t(`web.workbench.next.${role}`)} →</Link>
      )}
    </div>
  );
}
