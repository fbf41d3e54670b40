import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DutyRoster } from '../../../src/duties/duty.contract.ts';
import { addDays } from '../../../src/kernel/day.ts';
import { MonthHead } from '../../days/MonthHead.tsx';
import { useToday } from '../../format/today.ts';
import { Button } from '../../frame/Button.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { useSession } from '../../session/session.ts';
import { ExportButton } from '../../transfers/ExportButton.tsx';
import { dutyUnitsQuery } from '../../units/dutyUnits.query.ts';
import { UnitPicker } from '../../units/UnitPicker.tsx';
import style from './Duties.module.css';
import { rosterQuery } from './duties.queries.ts';
import { Month } from './Month.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RuleHistory } from './RuleHistory.tsx';
import { Rules } from './Rules.tsx';
import { Swaps } from './Swaps.tsx';
import { WhyForm } from './WhyForm.tsx';

const route = getRouteApi('/desk/duties');
const LONGEST_MONTH = 31;
const nextMonth = (month: string) => addDays(`${month}-01`, LONGEST_MONTH).slice(0, 7);
const monthBefore = (month: string) => addDays(`${month}-01`, -1).slice(0, 7);

/** Whether there are duties to end: the last rule goes on, or ends on a day still to come. */
const goesOn = (rules: DutyRoster['rules'], today: string): boolean => {
  const last = rules.at(-1);
  return last !== undefined && (last.ends === undefined || last.ends > today);
};

/** The roster of a unit for a month: who is there when, the swaps that wait for an answer, and the rule behind it. */
export function DutiesPage() {
  const t = useT();
  const today = useToday();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { caller } = useSession();
  const [ruling, setRuling] = useState<'rule' | 'end' | null>(null);
  const units = useQuery(dutyUnitsQuery).data?.units;
  const rules = caller.role === 'administrator' || caller.role === 'supervisor';
  const own = units?.find((unit) => unit === caller.unit);
  const unit = search.unit ?? own ?? units?.[0] ?? null;
  const month = search.month ?? today.slice(0, 7);
  const to = addDays(`${nextMonth(month)}-01`, -1);
  const { data, error, isPending } = useQuery(rosterQuery(unit, `${month}-01`, to));
  const look = (more: { unit?: string; month?: string }) => {
    setRuling(null);
    void navigate({ to: '/duties', search: { ...search, ...more }, replace: true });
  };
  const ruled = data !== undefined && data.rules.length > 0;
  return (
    <Page
      title={t('duties.page')}
      lead={t('duties.page.lead')}
      width="reading"
      actions={unit && ruled && <ExportButton path="/api/duties/exports" ask={{ unit, month }} />}
    >
      <div className={style['ask']}>
        {(rules || (units && units.length > 1)) && (
          <UnitPicker
            label={t('duties.unit')}
            placeholder={t('duties.unit')}
            must
            among={rules ? undefined : units}
            value={unit}
            onChange={(chosen) => chosen && look({ unit: chosen })}
          />
        )}
        <div className={style['month']}>
          <MonthHead month={month} turn={(n) => look({ month: n < 0 ? monthBefore(month) : nextMonth(month) })} />
        </div>
      </div>
      {error && <Fault error={error} />}
      {unit !== null && isPending && <Waiting lines={4} />}
      {units && unit === null && <Nothing say={t('duties.none')} />}
      {data && !ruled && !ruling && <Nothing say={t('duties.no-rule')} />}
      {data && ruled && !ruling && (
        <>
          <Rules roster={data} unit={unit!} from={`${month}-01`} />
          <Swaps roster={data} />
          <Month roster={data} unit={unit!} />
        </>
      )}
      {data?.mayRule && !ruling && (
        <div className={style['acts']}>
          <Button onClick={() => setRuling('rule')}>{t(ruled ? 'duties.rule.change' : 'duties.rule.set')}</Button>
          {goesOn(data.rules, today) && <Button onClick={() => setRuling('end')}>{t('duties.end')}</Button>}
        </div>
      )}
      {data?.mayLook && !ruling && <RuleHistory key={unit} unit={unit!} />}
      {data && ruling === 'rule' && unit && (
        <RuleForm key={unit} unit={unit} rule={data.rules.at(-1)} able={data.able} onDone={() => setRuling(null)} />
      )}
      {ruling === 'end' && unit && (
        <WhyForm key={unit} kind="end-duty" unit={unit} lead={t('duties.end.lead')} onDone={() => setRuling(null)} />
      )}
    </Page>
  );
}
