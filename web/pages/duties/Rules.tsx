import { useState } from 'react';
import type { DutyRoster, HeldRule } from '../../../src/duties/duty.contract.ts';
import { useToday } from '../../format/today.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import style from './Duties.module.css';
import { RuleWords } from './RuleWords.tsx';
import { WhyForm } from './WhyForm.tsx';

type Props = { roster: DutyRoster; unit: string; from: string };

/** The rules that hold in a month or after it, and until when; one still to come can be taken back by whoever makes them. */
export function Rules({ roster: { rules, mayRule }, unit, from }: Props) {
  const t = useT();
  const { date } = useFormat();
  const today = useToday();
  const [taking, setTaking] = useState<string | null>(null);
  const over = ({ ends }: HeldRule, i: number) => {
    const next = rules[i + 1]?.since;
    return ends !== undefined && (next === undefined || next > ends) ? ends : null;
  };
  return (
    <ul className={style['held']}>
      {rules.map((rule, i) => {
        const ends = over(rule, i);
        return (
          <li key={rule.since}>
            <span className="quiet">
              {rule.since > from && `${t('duties.since.day', { day: date(rule.since) })} `}
              <RuleWords rule={rule} />
              {ends && ` · ${t('duties.ends.day', { day: date(ends) })}`}
            </span>
            {mayRule && rule.since > today && (
              <Button
                size="small"
                aria-expanded={taking === rule.since}
                aria-label={`${t('duties.rule.take-back')} ${date(rule.since)}`}
                onClick={() => setTaking(taking === rule.since ? null : rule.since)}
              >
                {t('duties.rule.take-back')}
              </Button>
            )}
            {taking === rule.since && (
              <WhyForm
                kind="take-back-duty"
                unit={unit}
                since={rule.since}
                lead={t('duties.rule.take-back.lead', { day: date(rule.since) })}
                onDone={() => setTaking(null)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
