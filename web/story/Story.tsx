import type { MatterView, StoryAct } from '../../src/matters/contract.ts';
import { cityDay } from '../format/day.ts';
import { useFormat } from '../format/useFormat.ts';
import style from './Story.module.css';
import { StoryLine } from './StoryLine.tsx';

type Props = {
  acts: readonly StoryAct[];
  view: MatterView;
  /** What has been done while one looked. */
  fresh: ReadonlySet<string>;
};

/** The acts by day, newest last. */
export function Story({ acts, view, fresh }: Props) {
  const { day } = useFormat();
  const days = Map.groupBy(acts, (act) => cityDay(act.at));
  return (
    <ol className={style['days']}>
      {[...days].map(([date, ofDay]) => (
        <li key={date}>
          <h3 className={style['day']}>{day(date)}</h3>
          <ol>
            {ofDay.map((act) => (
              <StoryLine key={act.id} act={act} view={view} fresh={fresh.has(act.id)} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
