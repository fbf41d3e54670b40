import type { BetweenView } from '../../../src/matters/parties/between.contract.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { usePartiesApart } from '../../matters/usePartiesApart.ts';
import { useUnits } from '../../units/useUnits.ts';
import { Agreement } from './Agreement.tsx';
import { Conflict } from './Conflict.tsx';
import { Fact } from './Fact.tsx';
import { Sessions } from './Sessions.tsx';
import { Yuan } from './Yuan.tsx';
import style from './Facts.module.css';

/** Who stands against whom and about how much; when they met, what they agreed on and whether it is kept, or how else it ended. */
export function Between({ between }: { between: BetweenView }) {
  const { t, language } = useLanguage();
  const { unitName } = useUnits();
  const { sides, amount, appointed, settlement, outcome } = between;
  const all = usePartiesApart(between);
  const nameOf = (n: number): string => all.find((party) => party.n === n)?.name ?? '';
  const names = (numbers: readonly number[]): string => numbers.map(nameOf).join(t('documents.comma'));
  return (
    <section aria-label={t('web.between')}>
      <dl className={style['facts']}>
        {sides.flatMap((side) =>
          side.optional && side.parties.length === 0 ? (
            []
          ) : (
            <Fact key={side.key} name={side.name[language]}>
              {side.parties.length === 0 && <span className="quiet">{t('web.between.nobody')}</span>}
              {side.parties.map(({ n, agent, contact }) => (
                <p key={n}>
                  {[nameOf(n), agent && t('web.between.agent', { name: agent }), contact].filter(Boolean).join(' · ')}
                </p>
              ))}
            </Fact>
          ),
        )}
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
        <Sessions between={between} names={names} />
        <Agreement settlement={settlement} nameOf={nameOf} names={names} />
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
