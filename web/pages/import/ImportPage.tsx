import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { mayImport } from '../../../src/intake/sheets/import-access.rules.ts';
import type { ImportReceipt } from '../../../src/intake/sheets/contract.ts';
import { TableHelp } from '../../acts/help/TableHelp.tsx';
import { DropArea } from '../../files/DropArea.tsx';
import { upload } from '../../files/upload.ts';
import { announce } from '../../frame/announce.ts';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { useSession } from '../../session/session.ts';
import style from './ImportPage.module.css';

/** A table is handed in here; what it would become is looked over on the next page, before anything is registered. */
export function ImportPage() {
  const t = useT();
  const navigate = useNavigate();
  const { role } = useSession().caller;
  const [share, setShare] = useState<number | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const take = async (file: File) => {
    setFault(null);
    setShare(0);
    try {
      const { id, known } = await upload<ImportReceipt>(
        `/api/imports?name=${encodeURIComponent(file.name)}`,
        file,
        setShare,
      );
      await navigate({ to: '/import/$id', params: { id } });
      if (known) announce(t('import.known'));
    } catch (error) {
      setFault(error);
    } finally {
      setShare(null);
    }
  };
  if (!mayImport(role))
    return (
      <Page title={t('import.title')} width="reading">
        <Nothing say={t('import.others')}>
          <Link to="/ledger">{t('web.calendar.none.go')}</Link>
        </Nothing>
      </Page>
    );
  return (
    <Page title={t('import.title')} lead={t('import.lead')} width="reading">
      <DropArea
        icon="ledger"
        accept=".xlsx,.xlsm,.csv,.tsv,.txt,text/csv"
        words={{ ask: t('import.drop'), choose: t('import.choose'), formats: t('import.formats') }}
        busy={share !== null}
        take={(file) => void take(file)}
      />
      {share !== null && (
        <output className={style['reading']}>
          <span>{share < 1 ? t('import.sending', { percent: Math.round(share * 100) }) : t('import.reading')}</span>
          <progress data-drawn="bar" aria-label={t('import.reading')} {...(share < 1 ? { value: share } : {})} />
        </output>
      )}
      {fault !== null && <Fault error={fault} />}
      <div className={style['template']}>
        {t('import.template')} <a href="/api/imports/template?format=xlsx">{t('transfers.format.xlsx')}</a>{' '}
        <a href="/api/imports/template?format=csv">{t('transfers.format.csv')}</a>
        <TableHelp of="import" />
      </div>
      <ol className={style['steps']}>
        {['columns', 'rows', 'go'].map((step) => (
          <li key={step}>{t(`import.step.${step}`)}</li>
        ))}
      </ol>
    </Page>
  );
}
