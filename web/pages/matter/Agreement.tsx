import type { BetweenView } from '../../../src/matters/parties/between.contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { Slip } from '../../slips/Slip.tsx';
import slips from '../../slips/Slip.module.css';
import { Fact } from './Fact.tsx';
import { Yuan } from './Yuan.tsx';
import own from './Between.module.css';
import style from './Facts.module.css';

type Props = Pick<BetweenView, 'settlement'> & {
  nameOf: (party: number) => string;
  names: (parties: readonly number[]) => string;
};

/** What the parties agreed on, what each of them promised and whether it is kept, whether a court was asked to confirm it, and what it ruled. */
export function Agreement({ settlement, nameOf, names }: Props) {
  const t = useT();
  const { day } = useFormat();
  const ruling = settlement?.confirmation?.ruling;
  return (
    <>
      <Fact name={t('web.between.agreement')}>
        {settlement && (
          <>
            {t('web.between.signed', { day: day(settlement.signedOn), names: names(settlement.signed) })}
            <span className={style['said']}>{settlement.text}</span>
          </>
        )}
      </Fact>
      <Fact name={t('web.between.obligations')}>
        {settlement?.atOnce && t('web.between.at-once')}
        {settlement?.unwatched && (
          <>
            {t('web.between.unwatched')} <span className={style['said']}>{settlement.unwatched}</span>
          </>
        )}
        {settlement && settlement.obligations.length > 0 && (
          <ol className={own['obligations']}>
            {settlement.obligations.map(({ n, party, text, amount: sum, due, state, workdaysLeft, mended }) => (
              <li key={n} data-obligation={n}>
                <Kept due={due} state={state} workdaysLeft={workdaysLeft} mended={mended} />{' '}
                {t('web.between.obligation.by', { party: nameOf(party), day: day(due), text })}{' '}
                {sum !== null && <Yuan fen={sum} />}
              </li>
            ))}
          </ol>
        )}
      </Fact>
      <Fact name={t('web.between.confirmation')}>
        {settlement?.confirmation &&
          t('web.between.confirmation.asked', {
            day: day(settlement.confirmation.appliedOn),
            court: settlement.confirmation.court,
            number: settlement.confirmation.number ? ` ${settlement.confirmation.number}` : '',
          })}
        {ruling && (
          <span className={style['said']}>
            {t(`web.between.ruling.${ruling.outcome}`, { day: day(ruling.ruledOn), number: ruling.number })}
            {t(`web.between.ruling.${ruling.outcome}.next`)}
          </span>
        )}
      </Fact>
    </>
  );
}

type Obligation = NonNullable<BetweenView['settlement']>['obligations'][number];

/** Whether it is kept, and while it is not how long there is left. */
function Kept({ due, state, workdaysLeft, mended }: Pick<Obligation, 'due' | 'state' | 'workdaysLeft' | 'mended'>) {
  const t = useT();
  const { today } = useFormat();
  const left = workdaysLeft ?? 0;
  // On the Friday before a Sunday no working day is left, and it is not due today.
  if (state === 'open' && left === 0 && due > today) return <Slip slip="soon" />;
  if (state === 'open') return <Slip slip={left < 0 ? 'overdue' : left <= SOON ? 'soon' : 'calm'} left={left} />;
  return (
    <span className={slips['slip']} data-slip={state === 'kept' ? 'met' : 'overdue'}>
      <span aria-hidden="true" className={slips['shape']}>
        {state === 'kept' ? '✓' : '✕'}
      </span>
      {t(`web.between.obligation.${mended ? 'mended' : state}`)}
    </span>
  );
}
/** Working days before its day from which it is said to be due soon. */
const SOON = 2;
