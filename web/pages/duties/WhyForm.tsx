import { useToday } from '../../format/today.ts';
import { useT } from '../../i18n/language.tsx';
import { DayRow } from '../admin/form/DayRow.tsx';
import { RegisterForm, typed } from '../admin/form/RegisterForm.tsx';
import { TextField } from '../admin/form/TextField.tsx';
import { useDutyAct } from './duties.queries.ts';

const LONGEST = 500;
type Props = { unit: string; lead: string; onDone: () => void } & (
  | { kind: 'end-duty' }
  | { kind: 'take-back-duty'; since: string }
);

/** Ends the duties of a unit from a day on, or takes back a rule that has not begun: with the reason, which stays beside it. */
export function WhyForm({ unit, lead, onDone, ...asked }: Props) {
  const t = useT();
  const today = useToday();
  const ends = asked.kind === 'end-duty';
  const doing = useDutyAct(t(ends ? 'duties.end.done' : 'duties.rule.taken-back'), onDone);
  const title = t(ends ? 'duties.end' : 'duties.rule.take-back');
  return (
    <RegisterForm
      kind={asked.kind}
      title={title}
      act={title}
      lead={lead}
      level={ends ? 2 : 3}
      doing={doing}
      onCancel={onDone}
      onSend={(form) => {
        const day = ends ? { from: typed(form, 'from') } : { since: asked.since };
        doing.mutate({
          path: '/api/duties/acts',
          body: { kind: asked.kind, given: { unit, ...day, reason: typed(form, 'reason') } },
        });
      }}
    >
      {ends && <DayRow label={t('duties.end.from')} name="from" day={today} />}
      <TextField label={t('duties.reason')} name="reason" required maxLength={LONGEST} />
    </RegisterForm>
  );
}
