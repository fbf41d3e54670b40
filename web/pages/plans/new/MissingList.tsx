import { Button } from '../../../frame/Button.tsx';
import { useNarrow } from '../../../frame/useNarrow.ts';
import { useT } from '../../../i18n/language.tsx';
import { goToRow } from './goToRow.ts';
import style from './NewPlan.module.css';
import type { Missing, PlanRow } from './planRows.ts';

/** So many are named, on a desk and on a phone: they stand over the rows, and cover little of what is mended. */
const MOST_NAMED = { wide: 3, narrow: 1 };

/** What keeps the plan from being published, each a way to where it is mended. */
export function MissingList({ missing, rows }: { missing: readonly Missing[]; rows: readonly PlanRow[] }) {
  const t = useT();
  const named = MOST_NAMED[useNarrow() ? 'narrow' : 'wide'];
  const more = missing.length - named;
  return (
    <div className={style['missing']}>
      <span>{t('plans.missing', { n: missing.length })}</span>
      <ul>
        {missing.slice(0, named).map(({ n, code }) => (
          <li key={n}>
            <Button type="link" size="small" onClick={() => goToRow(rows[n - 1]!.id)}>
              {t(`plans.missing.${code}`, { n })}
            </Button>
          </li>
        ))}
      </ul>
      {more > 0 && <span>{t('plans.missing.more', { n: more })}</span>}
    </div>
  );
}
