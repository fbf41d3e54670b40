import { addDays, addWorkdays, dayOf, nationalCalendar, uuidv7, type Day, type Uuid } from '../../../kernel/index.ts';
import { act, beginDue, viewMatter } from '../../../matters/index.ts';
import { transact, type Pool } from '../../../platform/postgres/index.ts';
import { workHour } from '../calendar.ts';
import { CITY } from '../city.ts';
import type { DemoPeople } from '../people.ts';

type Stage = { readonly pool: Pool; readonly people: DemoPeople; readonly photo: Uuid };

/**
 * The upkeep of what was accepted: each morning what is due begins of itself, as the mechanism's rules say, and whoever tends it accepts it
 * that day and has done it the working day after.
 */
export async function tend(
  stage: Stage,
  projects: readonly Uuid[],
  { from, now }: { from: Day; now: Date },
): Promise<void> {
  for (let day = from; day <= dayOf(now); day = addDays(day, 1)) {
    const morning = workHour(day, 0, 6, 2);
    if (morning > now || !(await beginDue(stage.pool, CITY, morning))) continue;
    for (const project of projects) await doneBelow(stage, project, day, now);
  }
}

async function doneBelow({ pool, people, photo }: Stage, project: Uuid, day: Day, now: Date): Promise<void> {
  const { supervisor } = people;
  const { below, row } = await transact(pool, supervisor, (tx) => viewMatter(tx, supervisor, project, now));
  const key = [...people.units].find(([, unit]) => unit === row.lead)?.[0] ?? '';
  const gardener = people.handlers.get(key);
  const accepted = workHour(day, 0, 9, 10);
  const done = workHour(addWorkdays(nationalCalendar, day, 1), 0, 15, 40);
  if (!gardener) return;
  for (const child of below.rows.filter((one) => one.row.phase === 'assigned' && one.row.text.includes(row.text))) {
    const { id } = child.row;
    if (accepted <= now) await act(pool, gardener, id, { id: uuidv7(accepted), kind: 'accept', given: {} }, accepted);
    const answer = { result: '已按养护标准完成', files: [photo] };
    if (done <= now) await act(pool, gardener, id, { id: uuidv7(done), kind: 'answer', given: answer }, done);
  }
}
