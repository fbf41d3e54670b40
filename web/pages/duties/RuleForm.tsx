import type { DutyRoster, HeldRule } from '../../../src/duties/duty.contract.ts';
import { useToday } from '../../format/today.ts';
import { useT } from '../../i18n/language.tsx';
import { DayRow } from '../admin/form/DayRow.tsx';
import { RegisterForm, typed } from '../admin/form/RegisterForm.tsx';
import { TextField } from '../admin/form/TextField.tsx';
import style from './Duties.module.css';
import { useDutyAct } from './duties.queries.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const MOST_PEOPLE = 20;

/** The last of some days: a rule that is to come is mended, after duties that end it goes on. */
const later = (...days: (string | undefined)[]): string =>
  days
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1)!;

type Props = { unit: string; rule: HeldRule | undefined; able: DutyRoster['able']; onDone: () => void };

/** A rule of a unit: on which days, how many, who takes part, from when until when; begun with what the last one says. */
export function RuleForm({ unit, rule, able, onDone }: Props) {
  const t = useT();
  const today = useToday();
  const saving = useDutyAct(t('duties.rule.saved'), onDone);
  const titles = [...new Set([...able.map(({ title }) => title), ...(rule?.titles ?? [])])].filter(Boolean);
  const send = (form: FormData) => {
    const [from, until] = [typed(form, 'from'), typed(form, 'until')];
    const [eligible, wanted] = [form.getAll('eligible'), form.getAll('title')];
    const body = {
      unit,
      weekdays: form.getAll('weekday').map(Number),
      people: Number(typed(form, 'people')),
      since: typed(form, 'since'),
      ...(eligible.length > 0 ? { eligible } : {}),
      ...(wanted.length > 0 ? { titles: wanted } : {}),
      ...(from || until ? { hours: { from, until } } : {}),
    };
    saving.mutate({ path: '/api/duties', body });
  };
  return (
    <RegisterForm
      kind="set-duty"
      title={t('duties.rule')}
      act={t('duties.rule.save')}
      lead={t('duties.rule.lead')}
      level={2}
      doing={saving}
      onSend={send}
      onCancel={onDone}
    >
      <fieldset className={style['boxes']}>
        <legend>{t('duties.weekdays')}</legend>
        {WEEKDAYS.map((n) => (
          <label key={n}>
            <input type="checkbox" name="weekday" value={n} defaultChecked={rule?.weekdays.includes(n)} />{' '}
            {t(`duties.weekday.${n}`)}
          </label>
        ))}
      </fieldset>
      <TextField
        label={t('duties.people')}
        name="people"
        type="number"
        min={1}
        max={MOST_PEOPLE}
        required
        defaultValue={rule?.people ?? 1}
      />
      {titles.length > 1 && (
        <fieldset className={style['boxes']}>
          <legend>{t('duties.titles')}</legend>
          {titles.map((title) => (
            <label key={title}>
              <input type="checkbox" name="title" value={title} defaultChecked={rule?.titles?.includes(title)} />{' '}
              {title}
            </label>
          ))}
        </fieldset>
      )}
      <DayRow label={t('duties.since')} name="since" day={later(rule?.since, rule?.ends, today)} />
      <div className={style['pair']}>
        <TextField label={t('duties.from')} name="from" type="time" defaultValue={rule?.hours?.from} />
        <TextField label={t('duties.until')} name="until" type="time" defaultValue={rule?.hours?.until} />
      </div>
      {able.length > 0 && (
        <fieldset className={style['boxes']}>
          <legend>{t('duties.eligible')}</legend>
          {able.map(({ seat, name, title }) => (
            <label key={seat}>
              <input type="checkbox" name="eligible" value={seat} defaultChecked={rule?.eligible?.includes(seat)} />{' '}
              {name} <span className="quiet">{title}</span>
            </label>
          ))}
        </fieldset>
      )}
    </RegisterForm>
  );
}
