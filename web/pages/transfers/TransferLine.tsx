import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Transfer } from '../../../src/platform/transfers/contract.ts';
import { api } from '../../api.ts';
import { sizeText } from '../../files/sizeText.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { Progress } from '../../transfers/Progress.tsx';
import { transfersQuery, underWay } from '../../transfers/transfers.ts';
import style from './Transfers.module.css';

/** One export or import: what it is, how it went, and what can be done with it. */
export function TransferLine({ transfer }: { transfer: Transfer }) {
  const t = useT();
  const { instant, day } = useFormat();
  const queries = useQueryClient();
  const { id, kind, title, status, problem, file, createdAt, expiresAt, done } = transfer;
  const refresh = () => queries.invalidateQueries({ queryKey: transfersQuery.queryKey });
  const cancel = useMutation({ mutationFn: () => api.post(`/api/transfers/${id}/cancel`, {}), onSettled: refresh });
  const forget = useMutation({ mutationFn: () => api.remove(`/api/transfers/${id}`), onSettled: refresh });
  const going = underWay(transfer);
  return (
    <li className={style['line']}>
      <div className={style['what']}>
        <span className={style['title']}>
          {kind === 'import' ? (
            <Link to="/import/$id" params={{ id }}>
              {title}
            </Link>
          ) : (
            title
          )}
        </span>
        <span className={style['facts']}>
          {t(`transfers.${kind}`)} · {instant(createdAt)}
          {file && ` · ${t('transfers.rows', { n: done.toLocaleString('en-US') })} · ${sizeText(file.size)}`}
          {!going && ` · ${t('transfers.kept', { day: day(expiresAt.slice(0, 10)) })}`}
        </span>
        {problem && <span className={style['problem']}>{problem}</span>}
        {(cancel.error ?? forget.error) && <Fault error={cancel.error ?? forget.error} />}
      </div>
      <div className={style['end']}>
        {going ? (
          <Progress of={transfer} />
        ) : (
          <span className={style['status']}>{t(`transfers.status.${status}`)}</span>
        )}
        {file && (
          <a href={`/api/transfers/${id}/file`} download={file.name}>
            {t('transfers.download')}
          </a>
        )}
        {going ? (
          <button type="button" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('transfers.cancel')}
          </button>
        ) : (
          <button type="button" disabled={forget.isPending} onClick={() => forget.mutate()}>
            {t('transfers.remove')}
          </button>
        )}
      </div>
    </li>
  );
}
