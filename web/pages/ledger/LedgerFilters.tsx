import { Link, useNavigate } from '@tanstack/react-router';
import { useT } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import { UnitPicker } from '../../units/UnitPicker.tsx';
import type { LedgerSearch } from './ledger-search.ts';
import style from './LedgerFilters.module.css';
import { RoundPicker } from './RoundPicker.tsx';

const scopes = [undefined, 'all'] as const;
const phases = [undefined, 'open', 'assigned', 'working', 'answered', 'closed', 'any'] as const;
const slips = ['overdue', 'soon'] as const;

/** The filters as links: each is an address that can be kept and shared. What is on, is switched off by the same link. */
export function LedgerFilters({ search }: { search: LedgerSearch }) {
  const t = useT();
  const navigate = useNavigate();
  const { role } = useSession().caller;
  // Who stands above the units has all of it before them anyway.
  const ofUnit = role === 'handler' || role === 'head';
  const go = (change: Partial<Record<keyof LedgerSearch, string | undefined>>) =>
    void navigate({ to: '/ledger', search: { ...search, ...change } as LedgerSearch });
  const link = (key: keyof LedgerSearch, value: string | undefined, words: string) => {
    const on = search[key] === value;
    return (
      <li key={value ?? ''}>
        <Link
          to="/ledger"
          search={{ ...search, [key]: on ? undefined : value }}
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
    <div className={style['filters']}>
      {ofUnit && (
        <ul aria-label={t('web.ledger.scope')}>
          {scopes.map((one) => link('scope', one, t(`web.ledger.scope.${one ?? 'mine'}`)))}
        </ul>
      )}
      <ul aria-label={t('web.ledger.phase')} className={style['phases']}>
        {phases.map((one) =>
          link('phase', one, t(one && one !== 'any' ? `matter.phase.${one}` : `web.ledger.phase.${one ?? 'unclosed'}`)),
        )}
      </ul>
      <ul aria-label={t('web.ledger.slip')}>{slips.map((one) => link('slip', one, t(`web.slip.${one}`)))}</ul>
      <div className={style['picks']}>
        <div>
          <UnitPicker
            label={t('web.ledger.unit')}
            placeholder={t('web.ledger.unit')}
            value={search.unit ?? null}
            onChange={(unit) => go({ unit: unit ?? undefined })}
          />
        </div>
        <div>
          <RoundPicker value={search.round} onChange={(round) => go({ round })} />
        </div>
      </div>
      {(['q', 'area'] as const).map(
        (key) =>
          search[key] && (
            <Link key={key} to="/ledger" search={{ ...search, [key]: undefined }} className={style['chip']}>
              {t(`web.ledger.${key}`, { what: search[key] })} <span aria-hidden="true">×</span>
              <span className="unseen">{t('web.ledger.drop')}</span>
            </Link>
          ),
      )}
    </div>
  );
}
