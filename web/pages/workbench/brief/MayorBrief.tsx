import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Worst } from '../../../../src/matters/brief/brief.contract.ts';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useT } from '../../../i18n/language.tsx';
import type { Known } from '../../../live/held.ts';
import { useHeld } from '../../../live/useHeld.ts';
import { Fault } from '../../../problems/Fault.tsx';
import { briefQuery } from './brief.queries.ts';
import style from './Brief.module.css';
import { useStands, type Stands } from '../useStands.ts';
import { LastMeeting, useLastMeeting } from './LastMeeting.tsx';
import { RaisedToMe } from './RaisedToMe.tsx';
import { Reviews } from './Reviews.tsx';
import { Wishes } from './Wishes.tsx';
import { WorstLine } from './WorstLine.tsx';

const known: Known<Worst> = { key: ({ row }) => row.id, version: ({ row }) => row.seq };

/** Forty seconds: how last week went, what waits for my word, and the worst three with what each hangs on. */
export function MayorBrief({ onStands }: { onStands: Stands }) {
  const t = useT();
  const { data: brief, error, isLoading } = useQuery(briefQuery);
  const meeting = useLastMeeting();
  // All at once: a section that came by itself would move those below it under the thumb.
  const stands = !isLoading && !meeting.isLoading;
  useStands(stands, onStands);
  const data = stands ? brief : undefined;
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  // A form stays under the hand that writes in it, whatever becomes the worst meanwhile.
  const { rows: worst } = useHeld('worst', data?.worst, known, list, open !== null);
  return (
    <div className={style['brief']}>
      {stands && meeting.last && meeting.figures && <LastMeeting last={meeting.last} figures={meeting.figures} />}
      {error && <Fault error={error} />}
      {!data && !error && <Waiting lines={4} />}
      {data && data.raised.length > 0 && <RaisedToMe rows={data.raised} />}
      {data && data.reviews.length > 0 && <Reviews reviews={data.reviews} />}
      {data && <Wishes wishes={data.wishes} more={data.more} />}
      {data && (
        <section aria-labelledby="worst">
          <h2 id="worst">{t(worst.length ? 'brief.worst' : 'brief.worst.none')}</h2>
          <ol ref={list}>
            {worst.map((one) => (
              <WorstLine
                key={one.row.id}
                worst={one}
                open={open === one.row.id}
                onOpen={(yes) => setOpen(yes ? one.row.id : null)}
              />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
