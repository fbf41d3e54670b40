import type { DutyRoster, SwapAnswer } from '../../../src/duties/duty.contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { useSession } from '../../session/session.ts';
import style from './Duties.module.css';
import { useDutyAct } from './duties.queries.ts';

/** What was asked of whom and not answered: answered by the one, taken back by the other, read by the rest. */
export function Swaps({ roster: { swaps, staff } }: { roster: DutyRoster }) {
  const t = useT();
  const { day } = useFormat();
  const { seat } = useSession().caller;
  const accepting = useDutyAct(t('duties.swap.accepted'));
  const declining = useDutyAct(t('duties.swap.declined'));
  const withdrawing = useDutyAct(t('duties.swap.withdrawn'));
  if (swaps.length === 0) return null;
  const nameOf = (of: string) => staff.find((one) => one.seat === of)?.name ?? '';
  const error = accepting.error ?? declining.error ?? withdrawing.error;
  const act = (id: string, kind: SwapAnswer) => ({
    path: `/api/duties/swaps/${id}/acts`,
    body: { kind, given: {} },
  });
  return (
    <section aria-labelledby="duty-swaps">
      <h2 id="duty-swaps">{t('duties.swaps')}</h2>
      <ul className={style['swaps']}>
        {swaps.map((swap) => (
          <li key={swap.id}>
            <span>
              {t('duties.swaps.said', {
                who: nameOf(swap.seat),
                day: day(swap.day),
                other: nameOf(swap.other),
                otherDay: day(swap.otherDay),
              })}
            </span>
            {swap.other === seat && (
              <span className={style['acts']}>
                <Button
                  type="primary"
                  loading={accepting.isPending}
                  onClick={() => accepting.mutate(act(swap.id, 'accept-duty-swap'))}
                >
                  {t('duties.swap.accept')}
                </Button>
                <Button
                  loading={declining.isPending}
                  onClick={() => declining.mutate(act(swap.id, 'decline-duty-swap'))}
                >
                  {t('duties.swap.decline')}
                </Button>
              </span>
            )}
            {swap.seat === seat && (
              <Button
                loading={withdrawing.isPending}
                onClick={() => withdrawing.mutate(act(swap.id, 'withdraw-duty-swap'))}
              >
                {t('duties.swap.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error && <Fault error={error} />}
    </section>
  );
}
