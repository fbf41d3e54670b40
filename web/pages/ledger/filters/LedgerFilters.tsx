import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { TOLD_FILTERS } from '../../../../src/matters/lists/filter.rules.ts';
import { Fold } from '../../../frame/Fold.tsx';
import { Icon } from '../../../frame/Icon.tsx';
import { useNarrow } from '../../../frame/useNarrow.ts';
import { useWhenIdle } from '../../../frame/useWhenIdle.ts';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import { usualPhase, type LedgerSearch } from '../ledger-search.ts';
import { FilterChips } from './FilterChips.tsx';
import { FilterFields } from './FilterFields.tsx';
import { FilterSheet } from './FilterSheet.tsx';
import style from './LedgerFilters.module.css';

const scopes = [undefined, 'all'] as const;
const phases = ['unclosed', 'open', 'assigned', 'working', 'answered', 'closed', 'any'] as const;
const slips = ['overdue', 'soon'] as const;

/** The filters of every day as links, each an address that can be kept and shared; all others behind one button. */
export function LedgerFilters({ search }: { search: LedgerSearch }) {
  const t = useT();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const idle = useWhenIdle();
  // As many as are told below, each to be dropped there; those of every day are seen on their own links.
  const on = TOLD_FILTERS.filter((key) => search[key]).length;
  return (
    <div className={style['filters']}>
      <div className={style['row']}>
        <EverydayFilters search={search} />
        <button
          type="button"
          className={style['more']}
          aria-expanded={open}
          aria-controls="ledger-filters"
          onClick={() => setOpen(!open)}
        >
          <Icon name="filter" size={16} />
          {t('ledger.filters')}
          {on > 0 && <span className={style['on']}>{on}</span>}
        </button>
      </div>
      {open && narrow && (
        <FilterSheet onClose={() => setOpen(false)}>
          <Fields search={search} />
        </FilterSheet>
      )}
      {!narrow && (open || idle) && (
        <Fold open={open}>
          <section id="ledger-filters" className={style['panel']} aria-label={t('ledger.filters')}>
            <Fields search={search} />
          </section>
        </Fold>
      )}
      <Chips search={search} />
    </div>
  );
}

// A dozen addresses to work out: not again for a panel that opens.
const Chips = memo(FilterChips);
// Nor sixteen fields for one that closes.
const Fields = memo(FilterFields);
const EverydayFilters = memo(function EverydayFilters({ search }: { search: LedgerSearch }) {
  const t = useT();
  const { role } = useSession().caller;
  // Who stands above the units has all of it before them anyway.
  const ofUnit = role === 'handler' || role === 'head';
  const usual = usualPhase(search);
  const link = (key: 'scope' | 'phase' | 'slip', value: string | undefined, words: string) => {
    const on = (search[key] ?? (key === 'phase' ? usual : undefined)) === value;
    return (
      <li key={value ?? ''}>
        <Link
          to="/ledger"
          search={{ ...search, [key]: on || (key === 'phase' && value === usual) ? undefined : value }}
          className={style['choice']}
          activeOptions={{ exact: true }}
          aria-current={on ? 'true' : undefined}
        >
          {words}
        </Link>
      </li>
    );
  };
  return (
    <>
      {ofUnit && (
        <ul aria-label={t('web.ledger.scope')}>
          {scopes.map((one) => link('scope', one, t(`web.ledger.scope.${one ?? 'mine'}`)))}
        </ul>
      )}
      <ul aria-label={t('web.ledger.phase')} className={style['phases']}>
        {phases.map((one) =>
          link(
            'phase',
            one,
            t(one === 'any' || one === 'unclosed' ? `web.ledger.phase.${one}` : `matter.phase.${one}`),
          ),
        )}
      </ul>
      <ul aria-label={t('web.ledger.slip')}>{slips.map((one) => link('slip', one, t(`web.slip.${one}`)))}</ul>
    </>
  );
});
