import type { DebarmentShown, ServiceOf } from '../../../src/debarments/contract.ts';
import { Attachments } from '../../files/Attachments.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { Fact } from '../matter/Fact.tsx';
import { serviceTexts, stepText } from './stepText.ts';
import facts from '../matter/Facts.module.css';

/** One entry whole: who, why, by which decision, what was done, who looked. */
export function Shown({ shown: { row, told, file, steps, looks } }: { shown: DebarmentShown }) {
  const t = useT();
  const { date, instant } = useFormat();
  const { number, body } = told.decision;
  const proofOf = (of: ServiceOf) => {
    const proof = steps.findLast((step) => step.facts.of === of)?.file;
    return proof ? [proof] : [];
  };
  return (
    <>
      <dl className={facts['facts']}>
        <Fact name={t('debarments.name')}>{told.name}</Fact>
        <Fact name={t(`debarments.code.${row.kind}`)}>{told.code}</Fact>
        <Fact name={t('debarments.grounds')}>{told.grounds}</Fact>
        <Fact name={t('debarments.decision-file')}>
          {`${body} ${number} ${date(row.decidedOn)}`}
          <Attachments files={[file]} />
        </Fact>
        {serviceTexts(t, date, row).map(({ of, name, noted, none }) => (
          <Fact key={of} name={name}>
            {noted ?? none}
            <Attachments files={proofOf(of)} />
          </Fact>
        ))}
        <Fact name={t('debarments.noticed-on')}>{date(row.noticedOn)}</Fact>
        <Fact name={t('debarments.hearing')}>
          {`${t(`debarments.hearing.${row.hearing.how}`)} ${date(row.hearing.on)}`}
          {told.said && <p>{told.said}</p>}
        </Fact>
      </dl>
      <h2>{t('debarments.steps')}</h2>
      <ol>
        {steps.map(({ kind, facts: said, who, at, reason, late, file: proof }) => (
          <li key={`${kind}${at}`}>
            {[t(`debarments.act.${kind}`), ...stepText(t, date, said), who, instant(at)].join(' · ')}
            {late &&
              ` · ${t('debarments.late.line', { by: t(`debarments.late.${late.by}`), on: date(late.on), last: date(late.last), days: late.days, follows: t(`debarments.late.${late.follows}`) })}`}
            {reason && ` · ${reason}`}
            {proof && <Attachments files={[proof]} />}
          </li>
        ))}
      </ol>
      <h2>{t('debarments.looks')}</h2>
      <ul>
        {looks.map(({ who, at, way, purpose }) => (
          <li key={`${at}${way}`} className="quiet">
            {t('debarments.looks.line', { who, at: instant(at), way: t(`debarments.way.${way}`), purpose })}
          </li>
        ))}
      </ul>
    </>
  );
}
