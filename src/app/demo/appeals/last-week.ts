import { countTopics } from '../../../intake/index.ts';
import {
  addDays,
  dayOf,
  nationalCalendar,
  rollForward,
  startOfDay,
  uuidv7,
  weekday,
  type Day,
  type Uuid,
} from '../../../kernel/index.ts';
import { act, findSamples, weeklySample } from '../../../matters/index.ts';
import { transact } from '../../../platform/postgres/index.ts';
import { workdayBefore } from '../calendar.ts';
import { CITY } from '../city.ts';
import { bringTable, type Stage } from './last-month.ts';

/** Working days before this week's first on which the table's first day is: two weeks. */
const BACK = 10;
const DAYS = 7;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** When lots are drawn on a Monday, minutes after midnight; and when whoever was drawn is called, one after the other. */
const DRAWN_AT = 8 * 60 + 5;
const CALLED_FROM = 9 * 60 + 20;
const CALL_LASTS = 11;

/** What was heard of the week before last, and of as many of last week as were called; null where nobody answered before the next day. */
const HEARD: readonly (string | null)[] = [
  '电话回访：确已解决，办理人员还上门看过一次，表示满意。',
  '电话回访：问题解决了，希望以后少跑一趟窗口，总体满意。',
  null,
  '电话回访：现场看过，和答复说的一致，满意。',
  '电话回访：已解决，建议把办法发到企业群里，满意。',
];
const HEARD_NOW: readonly (string | null)[] = [
  '电话回访：当天就办好了，负责人说比预想的快，满意。',
  '电话回访：解决了，对方说愿意把经过写成一段话给别的企业看，满意。',
];
const NOT_REACHED = '上午、下午各打两次，无人接听。';
const REACHED_THEN = '电话回访：昨天在工地没听见，今天接通了。已解决，满意。';

/**
 * The appeals of two weeks that are just over, several of which are about one road; of both weeks a sample was drawn on the Monday after: all of
 * the first were called back, and of last week's the first two. The topics of last week were counted.
 */
export async function bringLastWeek(stage: Stage, now: Date): Promise<void> {
  const monday = addDays(dayOf(now), 1 - weekday(dayOf(now)));
  let begins = rollForward(nationalCalendar, monday);
  for (let n = 0; n < BACK; n++) begins = workdayBefore(begins);
  await bringTable(stage, 'last-week.csv', begins, now);
  await drawAndCall(stage, addDays(monday, -DAYS), HEARD, now);
  await drawAndCall(stage, monday, HEARD_NOW, now);
  await countTopics.handle(
    CITY,
    {},
    { pool: stage.pool, now: () => (at(monday, DRAWN_AT) < now ? at(monday, DRAWN_AT) : now) },
  );
}

const at = (day: Day, minutes: number): Date => new Date(startOfDay(day).getTime() + minutes * MINUTE);

/** Draws as on that Monday, and calls as many of those who were drawn as something was heard of, where there was time for it by now. */
async function drawAndCall(
  { pool, people }: Stage,
  monday: Day,
  heard: readonly (string | null)[],
  now: Date,
): Promise<void> {
  const drawnAt = at(monday, DRAWN_AT);
  if (drawnAt > now) return;
  await weeklySample.handle(CITY, {}, { pool, now: () => drawnAt });
  const week = addDays(monday, -DAYS);
  const samples = await transact(pool, { city: CITY, system: true }, (tx) => findSamples(tx, CITY, monday, 1));
  const drawn = samples.find((one) => one.week === week)?.drawn ?? [];
  const calls = (matter: Uuid, said: string | null, when: Date) => {
    const given =
      said === null
        ? { reached: false, text: NOT_REACHED }
        : { reached: true, solved: true, satisfied: true, text: said };
    return act(pool, people.supervisor, matter, { id: uuidv7(when), kind: 'callback', given }, when);
  };
  for (const [n, said] of heard.slice(0, drawn.length).entries()) {
    const when = at(monday, CALLED_FROM + n * CALL_LASTS);
    if (when > now) return;
    await calls(drawn[n]!, said, when);
    const again = new Date(when.getTime() + DAY);
    if (said === null && again <= now) await calls(drawn[n]!, REACHED_THEN, again);
  }
}
