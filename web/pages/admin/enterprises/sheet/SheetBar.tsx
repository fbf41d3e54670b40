import { TableHelp } from '../../../../acts/help/TableHelp.tsx';
import { announce } from '../../../../frame/announce.ts';
import { Button } from '../../../../frame/Button.tsx';
import { useT } from '../../../../i18n/language.tsx';
import style from '../../roster/Roster.module.css';
import type { EnterpriseDesk } from './useEnterpriseSheet.ts';

/** How much would be brought in, and the act that does it: all of it or nothing. */
export function SheetBar({ desk: { plan, preview, change, bringing } }: { desk: EnterpriseDesk }) {
  const t = useT();
  const faulty = new Set(plan?.lines.filter(({ state }) => state === 'fault').map(({ id }) => id));
  const waiting = !plan || preview.isFetching;
  return (
    <div className={style['bar']}>
      <output className={style['sum']}>
        {plan && t('roster.enterprises.sum', { adds: plan.adds, changes: plan.changes })}
        {plan && plan.there > 0 && t('roster.enterprises.sum.there', { n: plan.there })}
      </output>
      <button type="button" className={style['quiet']} onClick={() => change(() => [])}>
        {t('roster.clear')}
      </button>
      {faulty.size > 0 && (
        <Button onClick={() => change((now) => now.filter(({ id }) => !faulty.has(id)))}>
          {t('roster.leave-faults', { n: faulty.size })}
        </Button>
      )}
      <Button
        type="primary"
        size="large"
        disabled={waiting || faulty.size > 0 || plan.adds + plan.changes === 0}
        loading={bringing.isPending}
        onClick={() => bringing.mutate(undefined, { onSuccess: () => announce(t('roster.done.said')) })}
      >
        {t('roster.enterprises.go')}
      </Button>
      <TableHelp of="enterprises" />
    </div>
  );
}
