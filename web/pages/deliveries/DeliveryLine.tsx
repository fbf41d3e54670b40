import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DeliveryRow } from '../../../src/notices/contract.ts';
import { api } from '../../api.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import style from './DeliveryLine.module.css';

/** One message: to whom, by which way, how it went; and once more, where it did not arrive, though it is still being tried. */
export function DeliveryLine({ row }: { row: DeliveryRow }) {
  const t = useT();
  const { instant } = useFormat();
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () => api.post(`/api/notices/deliveries/${row.id}/again`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['deliveries'] }),
  });
  return (
    <li className={style['line']}>
      <div className={style['what']}>
        <span>
          {row.who ?? t('notice.originator')} · {t(`notice.channel.${row.channel}`)}{' '}
          {row.target || t('web.deliveries.erased')}
        </span>
        <span className={style['facts']}>
          {instant(row.at)} · {row.matters ? t('web.deliveries.holds', { n: row.matters }) : t('web.deliveries.test')}
          {row.tries > 0 && ` · ${t('web.deliveries.tries', { n: row.tries })}`}
        </span>
        {row.said && <span className={style['said']}>{t('web.deliveries.said', { said: row.said })}</span>}
        {again.error && <Fault error={again.error} />}
      </div>
      <span className={style['state']} data-state={row.state}>
        {t(`notice.state.${row.state}`)}
      </span>
      {(row.state === 'failed' || (row.state === 'waiting' && row.tries > 0)) && (
        <Button loading={again.isPending} onClick={() => again.mutate()}>
          {t('web.deliveries.again')}
        </Button>
      )}
    </li>
  );
}
