import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SourceAct, SourceRow } from '../../../../src/counter/sources/source.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { Button } from '../../../frame/Button.tsx';
import { MoreButton } from '../../../frame/MoreButton.tsx';
import { Nothing } from '../../../frame/Nothing.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from '../Admin.module.css';
import { RegisterForm } from '../form/RegisterForm.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import { RegisterHistory } from '../story/RegisterHistory.tsx';
import { latelyQuery } from './source.queries.ts';
import table from './Sources.module.css';
import type { GivenToken } from './SourceToken.tsx';

const ACTS = { 'renew-source': 'renew', 'revoke-source': 'revoke' } as const satisfies Record<
  SourceAct['kind'],
  string
>;
const DONE = { renew: 'admin.source.renewed', revoke: 'admin.source.revoked' } as const;

/** What may be done to a source, what it handed over lately and where that stands, what of it was refused and why. */
export function SourcePanel({ source, onToken }: { source: SourceRow; onToken: (given: GivenToken) => void }) {
  const { t, language } = useLanguage();
  const { instant } = useFormat();
  const { id, name, revokedAt } = source;
  const [kind, setKind] = useState<SourceAct['kind'] | null>(null);
  const word = ACTS[kind ?? 'renew-source'];
  const doing = useRegisterAct<{ token: string | null }>(`/api/sources/${id}/acts`, t(DONE[word]), ({ token }) => {
    if (token) onToken({ name, token });
    setKind(null);
  });
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(latelyQuery(id));
  const taken = data?.pages.flatMap((page) => page.taken) ?? [];
  const refused = data?.pages[0]?.refused ?? [];
  return (
    <div className={style['panel']}>
      {!revokedAt && kind === null && (
        <div className={style['acts']}>
          <Button onClick={() => setKind('renew-source')}>{t('admin.source.renew')}</Button>
          <Button onClick={() => setKind('revoke-source')}>{t('admin.source.revoke')}</Button>
        </div>
      )}
      {kind && (
        <RegisterForm
          kind={kind}
          title={t(`admin.source.${word}`)}
          act={t(`admin.source.${word}`)}
          lead={t(`admin.source.${word}.lead`, { name })}
          danger={kind === 'revoke-source'}
          doing={doing}
          onCancel={() => setKind(null)}
          onSend={() => doing.mutate({ kind, given: {} })}
        />
      )}
      {error && <Fault error={error} />}
      {refused.length > 0 && (
        <section className={style['section']}>
          <h2>{t('admin.source.refused')}</h2>
          <p className="quiet">{t('admin.source.refused.lead')}</p>
          <ul className={table['list']}>
            {refused.map(({ external, why, times, at }) => (
              <li key={`${external} ${why}`} className={table['refused']}>
                <span>{external || t('admin.source.no-number')}</span>
                <span>{why}</span>
                <span className="faint">
                  {t('admin.source.times', { n: times })} · {instant(at)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={style['section']}>
        <h2>{t('admin.source.taken')}</h2>
        {data && taken.length === 0 && <Nothing small say={t('admin.source.taken.none')} />}
        {taken.length > 0 && (
          <table className={table['table']}>
            <thead>
              <tr>
                {(['external', 'number', 'stage', 'at'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`admin.source.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {taken.map(({ external, number, stage, at }) => (
                <tr key={external}>
                  <td>{external}</td>
                  <td>{number}</td>
                  <td>{stage[language]}</td>
                  <td className="faint">{instant(at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
      </section>
      <RegisterHistory id={id} />
    </div>
  );
}
