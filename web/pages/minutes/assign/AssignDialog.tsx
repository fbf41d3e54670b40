import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { RefObject } from 'react';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { groupsOf, type Review } from '../review/review.ts';
import style from './AssignDialog.module.css';

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
  const facts = {
    assigned: led.length > 0 && t('documents.assign.fact.assigned', { n: led.length, units }),
    registered: items.length > led.length && t('documents.assign.fact.registered', { n: items.length - led.length }),
    undated: t('documents.assign.fact.undated', { n: led.filter((item) => !item.due).length }),
  };
  return (
    <dialog ref={ref} className={style['dialog']} aria-labelledby="assign-title">
      <h2 id="assign-title">
        {t('documents.assign.title', { year: review.meeting.year, number: review.meeting.number })}
      </h2>
      <ul>
        {facts.assigned && <li>{facts.assigned}</li>}
        {facts.registered && <li>{facts.registered}</li>}
        {led.some((item) => !item.due) && <li>{facts.undated}</li>}
      </ul>
      <p className="quiet">{t('documents.assign.final')}</p>
      {assign.error && <Fault error={assign.error} />}
      <div className={style['acts']}>
        <Button type="primary" loading={assign.isPending} onClick={() => assign.mutate()}>
          {t('documents.assign.now')}
        </Button>
        <Button onClick={() => ref.current?.close()}>{t('web.cancel')}</Button>
      </div>
    </dialog>
  );
}
