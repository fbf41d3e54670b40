import { holdRankings } from '../../figures/index.ts';
import { addDays, dayOf, nationalCalendar, rollForward, uuidv7, type Day, type Uuid } from '../../kernel/index.ts';
import { act, findMatters } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import { workHour } from './calendar.ts';
import { CITY } from './city.ts';
import type { DemoPeople } from './people.ts';

type Stage = { readonly pool: Pool; readonly people: DemoPeople };

/** What the last units say before the others, by what the matter that they were given is about, in the order in which they came last. */
const SPOKEN = [
  [
    '企业诉求',
    [
      '原因：移交和接管没有时限，重办的两件都卡在这里，另有三件超时。措施：接管改为十五日内办结，超期由分管领导逐件销账。',
      '原因：乡镇反馈靠电话，答复前没有回访。措施：县里设诉求专员，答复前先听企业一遍意见，三角债由县长包案。',
    ],
  ],
  [
    '重点项目',
    [
      '原因：边角地没有清完，苗木进场晚了两周，两处绿道和雨水管线交叉返工。措施：县里每周到现场调度一次，增开两个作业面，欠的进度排到日，下个月底补齐。',
    ],
  ],
] as const;

const firstOf = (day: Day): Day => `${day.slice(0, 8)}01`;

/**
 * What followed from the rankings on the first of this month and of the one before, when all that the city did until then is there:
 * whoever came last was told to speak first, and has spoken where there was time for it; what was said a month ago is struck off.
 */
export async function rankMonths(stage: Stage, now: Date): Promise<void> {
  const first = firstOf(dayOf(now));
  for (const begins of [firstOf(addDays(first, -1)), first]) {
    const held = workHour(begins, 0, 8, 30);
    if (held <= now) await rankOne(stage, begins, { held, over: begins !== first }, now);
  }
}

async function rankOne(
  { pool, people }: Stage,
  first: Day,
  { held, over }: { held: Date; over: boolean },
  now: Date,
): Promise<void> {
  const opened = await holdRankings(pool, CITY, held);
  const found = await transact(pool, { city: CITY, system: true }, (tx) => findMatters(tx, CITY, opened));
  const begins = rollForward(nationalCalendar, first);
  for (const [about, said] of SPOKEN)
    for (const [i, id] of opened.filter((one) => found.get(one)?.text.includes(about)).entries()) {
      const speaker = speakerOf(people, found.get(id)!.units[0]!.unit);
      const result = said[i % said.length]!;
      const steps: [Caller, 'accept' | 'answer' | 'close', object, Date][] = [
        [speaker, 'accept', {}, workHour(begins, 1, 9, 20 + i)],
        [speaker, 'answer', { result }, workHour(begins, 3, 16, 10 + i)],
      ];
      if (over)
        steps.push([people.supervisor, 'close', { note: '已在周交办会上首先表态' }, workHour(begins, 6, 11, i)]);
      for (const [who, kind, given, at] of steps)
        if (at <= now) await act(pool, who, id, { id: uuidv7(at), kind, given: { ...given } }, at);
    }
}

/** Who speaks for a unit: one of those who deal with matters in it. */
const speakerOf = ({ handlers }: DemoPeople, unit: Uuid): Caller =>
  [...handlers.values()].find((one) => one.unit === unit)!;
