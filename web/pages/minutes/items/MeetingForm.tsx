import { useState } from 'react';
import type { z } from 'zod';
import type { ReviewMeeting } from '../../../../src/intake/contract.ts';
import { DayField } from '../../../days/DayField.tsx';
import { useT } from '../../../i18n/language.tsx';
import { attendeesFrom, attendeesText } from './attendees.ts';
import style from './MeetingForm.module.css';

type Meeting = z.infer<typeof ReviewMeeting>;
type Props = { meeting: Meeting; change: (meeting: Meeting) => void };

const wholeOrNull = (text: string): number | null => (/^\d+$/u.test(text) ? Number(text) : null);

/** The meeting itself: its name, year, number and day, and who was there. */
export function MeetingForm({ meeting, change }: Props) {
  const t = useT();
  const [people, setPeople] = useState(() => attendeesText(meeting.attendees));
  return (
    <div className={style['meeting']}>
      <label className={style['name']}>
        {t('documents.meeting.name')}
        <input
          id="meeting-name"
          type="text"
          maxLength={200}
          value={meeting.name}
          onChange={(event) => change({ ...meeting, name: event.target.value })}
        />
      </label>
      <label>
        {t('documents.meeting.year')}
        <input
          id="meeting-year"
          type="text"
          inputMode="numeric"
          maxLength={4}
          value={meeting.year ?? ''}
          aria-label={t('documents.meeting.year')}
          aria-describedby={meeting.year === null ? 'meeting-year-unsaid' : undefined}
          onChange={(event) => change({ ...meeting, year: wholeOrNull(event.target.value) })}
        />
        {meeting.year === null && (
          <span id="meeting-year-unsaid" className={style['unsaid']}>
            {t('documents.meeting.year.unsaid')}
          </span>
        )}
      </label>
      <label>
        {t('documents.meeting.number')}
        <input
          id="meeting-number"
          type="text"
          inputMode="numeric"
          maxLength={4}
          value={meeting.number ?? ''}
          onChange={(event) => change({ ...meeting, number: wholeOrNull(event.target.value) })}
        />
      </label>
      <div className={style['held']}>
        <label htmlFor="meeting-date">{t('documents.meeting.date')}</label>
        <DayField
          id="meeting-date"
          value={meeting.heldOn ?? ''}
          onChange={(heldOn) => change({ ...meeting, heldOn: heldOn || null })}
          onUnreadable={() => change({ ...meeting, heldOn: null })}
        />
      </div>
      <label className={style['people']}>
        {t('documents.meeting.attendees')}
        <textarea
          rows={Math.min(6, Math.max(2, meeting.attendees.length))}
          value={people}
          placeholder={t('documents.meeting.attendees.hint')}
          onChange={(event) => {
            setPeople(event.target.value);
            change({ ...meeting, attendees: attendeesFrom(event.target.value) });
          }}
        />
      </label>
    </div>
  );
}
