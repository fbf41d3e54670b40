import { Link } from '@tanstack/react-router';
import { Activity, memo, useState } from 'react';
import { Icon } from '../../../frame/Icon.tsx';
import { useAfterPaint } from '../../../frame/useAfterPaint.ts';
import { useNarrow } from '../../../frame/useNarrow.ts';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import { filterCount, usualPhase, type LedgerSearch } from '../ledger-search.ts';
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
  const [closed, setClosed] = useState(0);
  // What is closed is out of sight at once; its fields, a dozen and more, are taken away behind it.
  const taken = useAfterPaint(closed);
  const toggle = () => {
    setOpen(!open);
    if (open) setClosed(closed + 1);
  };
  const on = filterCount(search);
  return (
    <div className={style['filters']}>
      <div className={style['row']}>
        <EverydayFilters search={search} />
        <button
          type="button"
          className={style['more']}
          aria-expanded={open}
          aria-controls="ledger-filters"
          onClick={toggle}
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
      {!narrow && (
        // Drawn out of sight while nothing else is to be done: opening it only shows it.
        <Activity key={taken} mode={open ? 'visible' : 'hidden'}>
          <section id="ledger-filters" className={style['panel']} aria-label={t('ledger.filters')}>
            <Fields search={search} />
          </section>
        </Activity>
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
