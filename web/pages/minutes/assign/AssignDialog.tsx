import type { UseMutationResult } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useT } from '../../../i18n/language.tsx';
import { ConfirmDialog } from '../../round/confirm/ConfirmDialog.tsx';
import { groupsOf, type Review } from '../review/review.ts';

type Props = {
  ref: RefObject<HTMLDialogElement | null>;
  review: Review;
  assign: UseMutationResult<{ round: string; n: number }, Error, void>;
};

/** Says once more what will go out and to how many, because it cannot be called back. */
export function AssignDialog({ ref, review, assign }: Props) {
  const t = useT();
  const items = groupsOf(review).flatMap(({ rows }) => rows.map(({ item }) => item));
  const led = items.filter((item) => item.lead);
  const units = new Set(led.flatMap((item) => [item.lead, ...item.co])).size;
  const rest = items.length - led.length;
  const undated = led.filter((item) => !item.due).length;
  const { year, number } = review.meeting;
  return (
    <ConfirmDialog
      ref={ref}
      kind="open-round"
      title={t('documents.assign.title', { year, number })}
      act={t('documents.assign.now')}
      doing={assign}
    >
      <ul>
        {led.length > 0 && <li>{t('documents.assign.fact.assigned', { n: led.length, units })}</li>}
        {rest > 0 && <li>{t('documents.assign.fact.registered', { n: rest })}</li>}
        {undated > 0 && <li>{t('documents.assign.fact.undated', { n: undated })}</li>}
      </ul>
      <p className="quiet">{t('documents.assign.final')}</p>
    </ConfirmDialog>
  );
}
