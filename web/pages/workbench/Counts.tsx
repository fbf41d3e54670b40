import { Link } from '@tanstack/react-router';
import type { Workbench } from '../../../src/matters/lists/list.contract.ts';
import { useT } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import style from './Counts.module.css';
import { filters, type Filter } from './filters.ts';

type Props = { counts: Workbench['counts']; filter: Filter | undefined; hand: string | undefined };

/** The day in one line: each count is the filter that shows what it counts. */
export function Counts({ counts, filter, hand }: Props) {
  const t = useT();
  const { role } = useSession().caller;
  const parts = [undefined, ...filters.filter((one) => one !== 'dispatched' || role === 'supervisor')] as const;
  return (
    <nav aria-label={t('web.workbench.filters')}>
      <ul className={style['counts']}>
        {parts.map((part) => {
          const n = counts[part ?? 'total'];
          return (
            <li key={part ?? 'total'}>
              <Link
                to="/"
                search={part ? { filter: part } : {}}
                className={style['count']}
                data-part={part ?? 'total'}
                data-none={n === 0}
                aria-current={part === filter && !hand ? 'true' : undefined}
                activeOptions={{ exact: true }}
              >
                {t(`web.workbench.count.${part ?? 'total'}`)} <b>{n}</b>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
