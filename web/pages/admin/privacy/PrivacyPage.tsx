import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { KeptOriginators } from '../../../../src/privacy/contract.ts';
import field from '../../../acts/Field.module.css';
import { api } from '../../../api.ts';
import { Button } from '../../../frame/Button.tsx';
import { Nothing } from '../../../frame/Nothing.tsx';
import { Page } from '../../../frame/Page.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from '../Admin.module.css';
import people from '../people/People.module.css';
import { DueList } from './DueList.tsx';
import { KeptCard } from './KeptCard.tsx';
import { wishesQuery } from './privacy.queries.ts';

/** Whose personal data the city keeps: who asked to be erased, who falls due to be, and anybody by contact or number. */
export function PrivacyPage() {
  const t = useT();
  const [q, setQ] = useState('');
  const finding = useMutation({
    mutationFn: (asked: string) => api.post<KeptOriginators>('/api/privacy/originators/find', { q: asked }),
  });
  const wishes = useQuery(wishesQuery);
  const again = () => finding.variables && finding.mutate(finding.variables);
  return (
    <Page
      title={t('admin.nav.privacy')}
      lead={t('admin.privacy.lead')}
      actions={<Link to="/access-log">{t('access.title')}</Link>}
    >
      <div className={style['panel']}>
        <section className={style['section']} aria-labelledby="find-originator">
          <h2 id="find-originator">{t('admin.privacy.find')}</h2>
          <search>
            <form
              className={people['filters']}
              onSubmit={(event) => {
                event.preventDefault();
                if (q.trim()) finding.mutate(q.trim());
              }}
            >
              <input
                type="search"
                className={field['input']}
                aria-label={t('admin.privacy.q')}
                placeholder={t('admin.privacy.q')}
                autoComplete="off"
                maxLength={254}
                value={q}
                onChange={(event) => setQ(event.target.value)}
              />
              <Button htmlType="submit" loading={finding.isPending}>
                {t('admin.privacy.search')}
              </Button>
            </form>
          </search>
          {finding.error && <Fault error={finding.error} />}
          {finding.data?.rows.length === 0 && <Nothing say={t('admin.privacy.none-found')} />}
          {finding.data?.rows.map((kept) => (
            <KeptCard key={kept.originator} kept={kept} onDone={again} />
          ))}
        </section>
        <section className={style['section']} aria-labelledby="wishes">
          <h2 id="wishes">{t('admin.privacy.wishes')}</h2>
          {wishes.error && <Fault error={wishes.error} />}
          {wishes.data?.rows.length === 0 && <p className="quiet">{t('admin.privacy.wishes.none')}</p>}
          {wishes.data?.rows.map((kept) => (
            <KeptCard key={kept.wish} kept={kept} wish={kept} />
          ))}
        </section>
        <DueList />
      </div>
    </Page>
  );
}
