import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { ImportLink } from '../../transfers/ImportLink.tsx';
import { transfersQuery } from '../../transfers/transfers.ts';
import { TransferLine } from './TransferLine.tsx';
import style from './Transfers.module.css';

/** What this seat has exported and imported in the last days, to be found again. */
export function TransfersPage() {
  const t = useT();
  const { data, error } = useQuery(transfersQuery);
  return (
    <Page title={t('transfers.title')} lead={t('transfers.lead')} width="reading" actions={<ImportLink />}>
      {error && <Fault error={error} />}
      {!data && !error && <Waiting lines={4} />}
      {data?.length === 0 && (
        <Nothing say={t('transfers.none')}>
          <Link to="/ledger">{t('transfers.none.go')}</Link>
        </Nothing>
      )}
      {data && data.length > 0 && (
        <ul className={style['list']}>
          {data.map((one) => (
            <TransferLine key={one.id} transfer={one} />
          ))}
        </ul>
      )}
    </Page>
  );
}
