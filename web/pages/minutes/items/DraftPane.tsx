import { useMemo } from 'react';
import { Link } from '@tanstack/react-router';
import { uuidv7 } from '../../../act-id.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { addBlank, droppedOf, groupsOf, type Review } from '../review/review.ts';
import { AreaGroup } from './AreaGroup.tsx';
import { Dropped } from './Dropped.tsx';
import { MeetingForm } from './MeetingForm.tsx';
import style from './Item.module.css';

type Props = { review: Review; edit: (change: (review: Review) => Review) => void; locked: boolean };

/** What will be assigned: the meeting, and its tasks by area. */
export function DraftPane({ review, edit, locked }: Props) {
  const t = useT();
  const groups = useMemo(() => groupsOf(review), [review]);
  const areas = useMemo(() => groups.flatMap(({ area }) => (area ? [area] : [])), [groups]);
  return (
    <fieldset className={style['pane']} disabled={locked}>
      <legend className="unseen">{t('documents.draft')}</legend>
      <MeetingForm meeting={review.meeting} change={(meeting) => edit((before) => ({ ...before, meeting }))} />
      {groups.map((group) => (
        <AreaGroup key={group.area ?? ''} group={group} areas={areas} edit={edit} />
      ))}
      {groups.length === 0 && (
        <p className={style['none']}>
          {review.items.length > 0 ? (
            t('documents.items.none')
          ) : (
            <>
              {t('documents.items.none.read')} <Link to="/import">{t('documents.items.none.import')}</Link>
            </>
          )}{' '}
          <Button onClick={() => edit((before) => addBlank(before, uuidv7(), null))}>{t('documents.item.add')}</Button>
        </p>
      )}
      <Dropped items={droppedOf(review)} edit={edit} />
    </fieldset>
  );
}
