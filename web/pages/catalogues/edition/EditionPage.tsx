import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EditionRead } from '../../../../src/intake/catalogues/edition.contract.ts';
import { mayImport } from '../../../../src/intake/sheets/import-access.rules.ts';
import { api } from '../../../api.ts';
import { DropArea } from '../../../files/DropArea.tsx';
import { Nothing } from '../../../frame/Nothing.tsx';
import { Page } from '../../../frame/Page.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { useSession } from '../../../session/session.ts';
import { cataloguesQuery } from '../catalogues.queries.ts';
import { EditionReview } from './EditionReview.tsx';

/** A table of a list is handed in; what it adds, changes and leaves out is told item by item before anything is done. */
export function EditionPage() {
  const t = useT();
  const { role } = useSession().caller;
  const lists = useQuery(cataloguesQuery);
  const [read, setRead] = useState<(EditionRead & { name: string }) | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const take = async (file: File) => {
    setFault(null);
    setBusy(true);
    try {
      const found = await api.file<EditionRead>('/api/catalogues/editions/read', file);
      setRead({ ...found, name: file.name.replace(/\.\w+$/u, '') });
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  if (!mayImport(role))
    return (
      <Page title={t('catalogues.edition.title')} width="reading">
        <Nothing say={t('catalogues.none.others')}>
          <Link to="/catalogues">{t('catalogues.title')}</Link>
        </Nothing>
      </Page>
    );
  return (
    <Page title={t('catalogues.edition.title')} lead={t('catalogues.edition.lead')}>
      {!read && (
        <>
          <DropArea
            icon="ledger"
            accept=".xlsx,.xlsm,.csv,.tsv,.txt,text/csv"
            words={{
              ask: t('catalogues.edition.drop'),
              choose: t('catalogues.edition.choose'),
              formats: t('catalogues.edition.formats'),
            }}
            busy={busy}
            take={(file) => void take(file)}
          />
          <p className="quiet">
            <a href="/api/catalogues/editions/template">{t('catalogues.edition.template')}</a>{' '}
            <a href="/api/catalogues/editions/template?of=sample">{t('catalogues.edition.sample')}</a>
          </p>
        </>
      )}
      {fault !== null && <Fault error={fault} />}
      {lists.error && <Fault error={lists.error} />}
      {read && lists.data && <EditionReview read={read} lists={lists.data} onAgain={() => setRead(null)} />}
    </Page>
  );
}
