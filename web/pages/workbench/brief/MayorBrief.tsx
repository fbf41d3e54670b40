import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { briefQuery } from './brief.queries.ts';
import style from './Brief.module.css';
import { LastMeeting } from './LastMeeting.tsx';
import { RaisedToMe } from './RaisedToMe.tsx';
import { Wishes } from './Wishes.tsx';
import { WorstLine } from './WorstLine.tsx';

/** Forty seconds: how last week went, what waits for my word, and the worst three with what each hangs on. */
export function MayorBrief() {
  const t = useT();
  const { data, error } = useQuery(briefQuery);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className={style['brief']}>
      <LastMeeting />
      {error && <Fault error={error} />}
      {!data && !error && <Waiting lines={4} />}
      {data && data.raised.length > 0 && <RaisedToMe rows={data.raised} />}
      {data && <Wishes wishes={data.wishes} more={data.more} />}
      {data && (
        <section aria-labelledby="worst">
          <h2 id="worst">{t(data.worst.length ? 'brief.worst' : 'brief.worst.none')}</h2>
          <ol>
            {data.worst.map((one) => (
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
