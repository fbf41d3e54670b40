import { Link } from '@tanstack/react-router';
import type { FirstSteps } from '../../../src/founding/contract.ts';
import type { StepKey } from '../../../src/founding/steps.rules.ts';
import { useT } from '../../i18n/language.tsx';
import style from './FirstSteps.module.css';
import { RulesInForce } from './RulesInForce.tsx';

type Props = { step: StepKey; at: FirstSteps; onRulesSeen: () => void };

/** What a step is for, in one sentence, and the way to it. */
export function StepBody({ step, at, onRulesSeen }: Props) {
  const t = useT();
  const lacking = [
    at.supervisors === 0 && t('steps.lacking.supervisor'),
    at.mayors === 0 && t('steps.lacking.mayor'),
    at.withoutHandler > 0 && t('steps.lacking.handler', { n: at.withoutHandler }),
    at.withoutHead > 0 && t('steps.lacking.head', { n: at.withoutHead }),
  ].filter((one) => one !== false);
  return (
    <div className={style['body']}>
      <p className="quiet">{t(`steps.${step}.what`)}</p>
      {step === 'units' && <Link to="/admin/roster">{t('steps.units.go')} →</Link>}
      {step === 'seats' && at.units > 0 && (
        <>
          <p>{t('steps.lacking', { lacking })}</p>
          <Link to="/admin/roster" search={{ do: 'seats' }}>
            {t('steps.seats.go')} →
          </Link>
        </>
      )}
      {step === 'passwords' && at.withoutPassword > 0 && (
        <Link to="/admin/passwords">{t('steps.passwords.go', { n: at.withoutPassword })} →</Link>
      )}
      {step === 'rules' && <RulesInForce onSeen={onRulesSeen} />}
    </div>
  );
}
