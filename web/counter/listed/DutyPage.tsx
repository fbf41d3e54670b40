import type { DutyToday } from '../../../src/counter/contract.ts';
import { api } from '../../api.ts';
import { useAsked } from '../ask.ts';
import { ofCity } from '../city.ts';
import style from '../Counter.module.css';
import { Trouble } from '../Trouble.tsx';
import { useWords } from '../words.tsx';
import item from './Listed.module.css';
import { StationPlace } from './StationPlace.tsx';

/** Who is on duty today at the stations: where and when somebody is there, who they are and what they do, and nothing else of them; how one goes or calls there. */
export function DutyPage() {
  const { t, day } = useWords();
  const { data, error, again } = useAsked('duties', (signal) =>
    api.get<DutyToday>(ofCity('/api/counter/duties'), signal),
  );
  if (error) return <Trouble error={error} onAgain={again} />;
  if (!data) return null;
  return (
    <>
      <h1>{t('appeal.duties')}</h1>
      <p className={style['lead']}>{t(leadOf(data), { day: day(data.day) })}</p>
      <ul className={style['list']}>
        {data.stations.map(({ name, hours, people, next, over, located }) => (
          <li key={name} className={item['item']}>
            <h2 className={item['title']}>{name}</h2>
            {people.length > 0 && hours && <p>{t('appeal.duties.hours', hours)}</p>}
            {people.map((one) => (
              <p key={`${one.name} ${one.title}`}>
                {one.name} <span className="quiet">{one.title}</span>
              </p>
            ))}
            {people.length === 0 && <p className="quiet">{t('appeal.duties.none')}</p>}
            {over && hours && <p>{t('appeal.duties.over', { until: hours.until })}</p>}
            {(people.length === 0 || over) && next && <p>{t('appeal.duties.next', { day: day(next) })}</p>}
            {located && <StationPlace located={located} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is said above the stations: that one may go there holds as long as somebody is there, or will be. */
const leadOf = ({ stations }: DutyToday) => {
  if (!stations.length) return 'appeal.duties.nowhere';
  return stations.every(({ people, over }) => over || !people.length) ? 'appeal.duties.gone' : 'appeal.duties.lead';
};
