import type { ReactNode } from 'react';
import { useT } from '../../i18n/language.tsx';
import slips from '../../slips/Slip.module.css';

type Props = {
  conflicts: readonly number[] | null;
  cleared: boolean;
  nameOf: (party: number) => string;
  /** What is said where nothing was found. */
  children?: ReactNode;
};

/** What is known of somebody who must be impartial: that they are held back by a party that came in later, that it does not matter, or what was known before. */
export function Conflict({ conflicts, cleared, nameOf, children }: Props) {
  const t = useT();
  if (conflicts)
    return (
      <span className={`${slips['slip']} ${slips['long']}`} data-slip="overdue" data-conflict>
        <span aria-hidden="true" className={slips['shape']}>
          ✕
        </span>
        {t('web.between.conflicts', { names: conflicts.map(nameOf).join(t('documents.comma')) })}
      </span>
    );
  return cleared ? t('web.between.cleared') : children;
}
