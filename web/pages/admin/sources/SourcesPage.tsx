import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../frame/Button.tsx';
import { Nothing } from '../../../frame/Nothing.tsx';
import { Page } from '../../../frame/Page.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from '../Admin.module.css';
import { NewSourceForm } from './NewSourceForm.tsx';
import { sourcesQuery } from './source.queries.ts';
import { SourceLine } from './SourceLine.tsx';
import { SourceToken, type GivenToken } from './SourceToken.tsx';

/** Programs that hand over what was raised elsewhere: opened, given another token, ended; and what became of what came. */
export function SourcesPage() {
  const t = useT();
  const { data, error, isPending } = useQuery(sourcesQuery);
  const [adding, setAdding] = useState(false);
  const [given, setGiven] = useState<GivenToken | null>(null);
  return (
    <Page
      title={t('admin.nav.sources')}
      lead={t('admin.sources.lead')}
      actions={
        <>
          <Button href="/api/docs#/handing-over" target="_blank">
            {t('admin.sources.docs')}
          </Button>
          {!adding && <Button onClick={() => setAdding(true)}>{t('admin.source.add')}</Button>}
        </>
      }
    >
      <div className={style['panel']}>
        {isPending && <Waiting lines={4} />}
        {error && <Fault error={error} />}
        {given && <SourceToken given={given} onDone={() => setGiven(null)} />}
        {adding && data && (
          <NewSourceForm offers={data.offers} onDone={() => setAdding(false)} onOpened={(token) => setGiven(token)} />
        )}
        {data?.rows.length === 0 && !adding && <Nothing say={t('admin.sources.none')} />}
        <ul>
          {data?.rows.map((source) => (
            <SourceLine key={source.id} source={source} offers={data.offers} onToken={setGiven} />
          ))}
        </ul>
      </div>
    </Page>
  );
}
