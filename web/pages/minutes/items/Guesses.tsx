import type { ReviewItem } from '../../../../src/intake/contract.ts';
import type { Patch } from '../review/review.ts';
import { Guess } from './Guess.tsx';
import style from './Item.module.css';

type Props = { item: ReviewItem; change: (patch: Patch) => void };

/** The printed names that are not settled: each as it stands in the source, with what the directory offers for it. */
export function Guesses({ item, change }: Props) {
  const taken = new Set([...(item.lead ? [item.lead] : []), ...item.co]);
  const open = item.guesses.filter(({ units, kind }) => kind === 'group' || !units.some(({ unit }) => taken.has(unit)));
  if (open.length === 0) return null;
  return (
    <ul className={style['guesses']}>
      {open.map((guess) => (
        <Guess
          key={guess.printed}
          guess={guess}
          part={item.lead ? 'co' : 'lead'}
          take={(unit) => change(item.lead ? { co: [...item.co, unit] } : { lead: unit })}
        />
      ))}
    </ul>
  );
}
