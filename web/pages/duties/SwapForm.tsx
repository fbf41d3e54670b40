import { useQuery } from '@tanstack/react-query';
import { addDays } from '../../../src/kernel/day.ts';
import { useToday } from '../../format/today.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { useSession } from '../../session/session.ts';
import { ChoiceField } from '../admin/form/ChoiceField.tsx';
import { RegisterForm, typed } from '../admin/form/RegisterForm.tsx';
import { rosterQuery, useDutyAct } from './duties.queries.ts';

const AHEAD_DAYS = 60;

/** Asks a colleague for one of their duties in place of one's own. Only what can be changed is offered. */
export function SwapForm({ unit, day, onDone }: { unit: string; day: string; onDone: () => void }) {
  const t = useT();
  const { day: dayWords } = useFormat();
  const today = useToday();
  const { seat } = useSession().caller;
  const last = addDays(today, AHEAD_DAYS);
  const { data, error } = useQuery(rosterQuery(unit, today, last > day ? last : day));
  const asking = useDutyAct(t('duties.swap.asked'), onDone);
  if (error) return <Fault error={error} />;
  if (!data) return null;
  const here = data.days.find((one) => one.day === day)?.people.map((one) => one.seat) ?? [];
  const options = data.days
    .filter(({ people, over }) => !over && !people.some((one) => one.seat === seat))
    .flatMap((one) =>
      one.people
        .filter((other) => !here.includes(other.seat))
        .map(({ seat: other, name }) => ({
          value: `${one.day} ${other}`,
          label: t('duties.swap.option', { day: dayWords(one.day), name }),
        })),
    );
  if (options.length === 0) return <p className="quiet">{t('duties.swap.nobody')}</p>;
  return (
    <RegisterForm
      kind="ask-duty-swap"
      title={t('duties.swap.title', { day: dayWords(day) })}
      act={t('duties.swap.ask')}
      doing={asking}
      onCancel={onDone}
      onSend={(form) => {
        const [otherDay, other] = typed(form, 'with').split(' ');
        asking.mutate({ path: '/api/duties/swaps', body: { day, other, otherDay } });
      }}
    >
      <ChoiceField label={t('duties.swap.with')} name="with" unchosen={t('duties.swap.choose')} options={options} />
    </RegisterForm>
  );
}
