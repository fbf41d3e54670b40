import { Link } from '@tanstack/react-router';
import { DropArea } from '../../../../files/DropArea.tsx';
import { SheetNotes } from '../../../../files/SheetNotes.tsx';
import { Page } from '../../../../frame/Page.tsx';
import { useT } from '../../../../i18n/language.tsx';
import { Fault } from '../../../../problems/Fault.tsx';
import { useSession } from '../../../../session/session.ts';
import style from '../../roster/Roster.module.css';
import { SheetBar } from './SheetBar.tsx';
import { SheetLines } from './SheetLines.tsx';
import { useEnterpriseSheet } from './useEnterpriseSheet.ts';

const ACCEPT = '.xlsx,.xlsm,.csv,.tsv,.txt,text/csv';

/** Enterprises from a file: what each row would add or change and what is wrong with it, and then all of it at once. */
export function EnterpriseSheetPage() {
  const t = useT();
  const { seat } = useSession().caller;
  const desk = useEnterpriseSheet(seat);
  const { empty, preview, reading, bringing, share, told } = desk;
  const error = reading.error ?? bringing.error ?? preview.error;
  return (
    <Page
      title={t('roster.enterprises.page')}
      over={<Link to="/admin/enterprises">{t('admin.nav.enterprises')}</Link>}
      lead={t('roster.enterprises.page.lead')}
      width="reading"
    >
      {bringing.data && empty && (
        <section className={style['done']} aria-label={t('roster.done.said')}>
          <p className={style['name']}>{t('roster.enterprises.done', bringing.data)}</p>
          <Link to="/admin/enterprises">{t('admin.nav.enterprises')} →</Link>
        </section>
      )}
      {empty && (
        <div className={style['intake']}>
          <DropArea
            icon="ledger"
            accept={ACCEPT}
            words={{
              ask: t('roster.enterprises.drop'),
              choose: t('import.choose'),
              formats: t('import.formats'),
            }}
            busy={share !== null}
            take={(file) => reading.mutate(file)}
          />
          {share !== null && <output className="quiet">{t('import.reading')}</output>}
          <p className={style['templates']}>
            {t('import.template')} <a href="/api/enterprises/sheet/template">{t('transfers.format.xlsx')}</a>{' '}
            <a href="/api/enterprises/sheet/template?format=csv">{t('transfers.format.csv')}</a>
          </p>
        </div>
      )}
      {error && <Fault error={error} />}
      {told && <SheetNotes notes={told.notes} />}
      {told && told.unused.length > 0 && (
        <p className={style['note']}>{t('roster.unused', { heads: [...told.unused] })}</p>
      )}
      {!empty && (
        <>
          <SheetLines desk={desk} />
          <SheetBar desk={desk} />
        </>
      )}
    </Page>
  );
}
