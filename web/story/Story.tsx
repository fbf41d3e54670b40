import type { MatterView, StoryAct } from '../../src/matters/contract.ts';
import { cityDay } from '../format/day.ts';
import { useFormat } from '../format/useFormat.ts';
import style from './Story.module.css';
import { StoryLine } from './StoryLine.tsx';

/** The acts by day, newest last. */
export function Story({ acts, view }: { acts: readonly StoryAct[]; view: MatterView }) {
  const { day } = useFormat();
  const days = Map.groupBy(acts, (act) => cityDay(act.at));
  return (
    <ol className={style['days']}>
      {[...days].map(([date, ofDay]) => (
        <li key={date}>
          <h3 className={style['day']}>{day(date)}</h3>
          <ol>
            {ofDay.map((act) => (
              <StoryLine key={act.id} act={act} view={view} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
