import { TableHelp } from '../../../acts/help/TableHelp.tsx';
import { Button } from '../../../frame/Button.tsx';
import { announce } from '../../../frame/announce.ts';
import { useT } from '../../../i18n/language.tsx';
import { NOBODY } from './draft.ts';
import style from './Roster.module.css';
import type { RosterDesk } from './useRoster.ts';

/** How much would be brought in, and the act that does it: all of it or nothing. */
export function RosterBar({ desk }: { desk: RosterDesk }) {
  const t = useT();
  const { plan, preview, change, bringing } = desk;
  const adds = plan ? plan.adds.units + plan.adds.seats : 0;
  const faulty = new Set(
    [...(plan?.units ?? []), ...(plan?.people ?? [])]
      .filter(({ state }) => state === 'fault')
      .map((one) => ('seat' in one ? one.seat : one.id)),
  );
  const waiting = !plan || preview.isFetching;
  return (
    <div className={style['bar']}>
      <output className={style['sum']}>
        {plan && t('roster.sum', plan.adds)}
        {plan && plan.there > 0 && t('roster.sum.there', { n: plan.there })}
      </output>
      <button type="button" className={style['quiet']} onClick={() => change(() => NOBODY)}>
        {t('roster.clear')}
      </button>
      {faulty.size > 0 && (
        <Button
          onClick={() =>
            change((now) => ({
              units: now.units.filter(({ id }) => !faulty.has(id)),
              people: now.people.filter(({ seat }) => !faulty.has(seat)),
            }))
          }
        >
          {t('roster.leave-faults', { n: faulty.size })}
        </Button>
      )}
      <Button
        type="primary"
        size="large"
        disabled={waiting || faulty.size > 0 || adds === 0}
        loading={bringing.isPending}
        onClick={() => bringing.mutate(undefined, { onSuccess: () => announce(t('roster.done.said')) })}
      >
        {t('roster.go')}
      </Button>
      <TableHelp of="roster" />
    </div>
  );
}
