import type { UnitGuess } from '../../../../src/intake/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import style from './Item.module.css';

type Props = { guess: UnitGuess; part: 'lead' | 'co'; take: (unit: string) => void };

/**
 * One printed name. Likely units are offered with their likeness and never taken by themselves; a group such as
 * 各县（市、区） is no unit and stays as printed until a person says who.
 */
export function Guess({ guess: { printed, kind, units }, part, take }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  return (
    <li className={style['guess']}>
      <span className={style['printed']}>{t('documents.quoted', { text: printed })}</span>
      <span>{t(`documents.guess.${kind}`)}</span>
      {units.map(({ unit, score }) => {
        const likeness = `${Math.round(score * 100)}%`;
        return (
          <button
            key={unit}
            type="button"
            aria-label={t(`documents.guess.take.${part}`, { unit: unitName(unit), likeness })}
            onClick={() => take(unit)}
          >
            {unitName(unit)} {kind !== 'group' && <small>{likeness}</small>}
          </button>
        );
      })}
    </li>
  );
}
