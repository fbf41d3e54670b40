import type { BetweenView } from '../../../src/matters/parties/between.contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Slip } from '../../slips/Slip.tsx';
import slips from '../../slips/Slip.module.css';
import { useUnits } from '../../units/useUnits.ts';
import { Conflict } from './Conflict.tsx';
import { Fact } from './Fact.tsx';
import { Yuan } from './Yuan.tsx';
import style from './Facts.module.css';
import own from './Between.module.css';

/** Who stands against whom and about how much; when they met, what they agreed on and whether it is kept, or how else it ended. */
export function Between({ between }: { between: BetweenView }) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const { unitName } = useUnits();
  const { sides, amount, appointed, sessions, arranged, settlement, outcome } = between;
  const all = sides.flatMap((side) => side.parties);
  const nameOf = (n: number): string => all.find((party) => party.n === n)?.name ?? '';
  const names = (numbers: readonly number[]): string => numbers.map(nameOf).join(t('documents.comma'));
  return (
    <section aria-label={t('web.between')}>
      <dl className={style['facts']}>
        {sides.map((side) => (
          <Fact key={side.key} name={side.name[language]}>
            {side.parties.length === 0 && <span className="quiet">{t('web.between.nobody')}</span>}
            {side.parties.map(({ n, name, agent, contact }) => (
              <p key={n}>
                {[name, agent && t('web.between.agent', { name: agent }), contact].filter(Boolean).join(' · ')}
              </p>
            ))}
          </Fact>
        ))}
        <Fact name={t('web.between.amount')}>{amount !== null && <Yuan fen={amount} />}</Fact>
        <Fact name={t('web.between.appointed')}>
          {appointed && (
            <>
              {[appointed.unit && unitName(appointed.unit), appointed.title, appointed.name].filter(Boolean).join(' ')}
              {' · '}
              <Conflict {...appointed} nameOf={nameOf}>
                {t(`web.between.impartial.${appointed.impartial}`)}
              </Conflict>
            </>
          )}
        </Fact>
        <Fact name={t('web.between.sessions')}>
          {sessions.length > 0 &&
            sessions.map(({ act, heldOn, from, lasted, place, came, text }) => (
              <p key={act} className={own['session']}>
                {[
                  t('web.between.session', { day: day(heldOn), from: from ? ` ${from}` : '', place }),
                  lasted && t('web.between.lasted', { n: lasted }),
                  came.length > 0 && t('web.between.came', { names: names(came) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                <span className={style['said']}>{text}</span>
              </p>
            ))}
        </Fact>
        <Fact name={t('web.between.arranged')}>
          {arranged &&
            [
              t('web.between.session', {
                day: day(arranged.meetOn),
                from: arranged.from ? ` ${arranged.from}` : '',
                place: arranged.place,
              }),
              arranged.came.length > 0 && t('web.between.asked', { names: names(arranged.came) }),
            ]
              .filter(Boolean)
              .join(' · ')}
        </Fact>
        <Fact name={t('web.between.agreement')}>
          {settlement && (
            <>
              {t('web.between.signed', { day: day(settlement.signedOn), names: names(settlement.signed) })}
              <span className={style['said']}>{settlement.text}</span>
            </>
          )}
        </Fact>
        <Fact name={t('web.between.obligations')}>
          {settlement && settlement.obligations.length > 0 && (
            <ol className={own['obligations']}>
              {settlement.obligations.map(({ n, party, text, amount: sum, due, state, workdaysLeft, mended }) => (
                <li key={n} data-obligation={n}>
                  <Kept state={state} workdaysLeft={workdaysLeft} mended={mended} />{' '}
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
        </Fact>
        <Fact name={t('web.between.outcome')}>
          {outcome && (
            <>
              {outcome.how === 'referred'
                ? t('web.between.outcome.referred', {
                    where: outcome.where ? t(`web.field.where.${outcome.where}`) : '',
                    body: outcome.body,
                  })
                : t(`web.between.outcome.${outcome.how}`)}
              {outcome.text && <span className={style['said']}>{outcome.text}</span>}
            </>
          )}
        </Fact>
      </dl>
    </section>
  );
}

type Obligation = NonNullable<BetweenView['settlement']>['obligations'][number];

/** Whether it is kept, and while it is not how long there is left. */
function Kept({ state, workdaysLeft, mended }: Pick<Obligation, 'state' | 'workdaysLeft' | 'mended'>) {
  const { t } = useLanguage();
  const left = workdaysLeft ?? 0;
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
