import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { originatorCaller, originatorOnBehalf } from '../../../directory/index.ts';
import { holdRankings } from '../../../figures/index.ts';
import { dayOf, nationalCalendar, rollForward, uuidv7, type Day, type Uuid } from '../../../kernel/index.ts';
import { act, bringLives, findMatters, type LivedStep } from '../../../matters/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import { transact, type Pool, type Tx } from '../../../platform/postgres/index.ts';
import { workHour } from '../calendar.ts';
import { CITY } from '../city.ts';
import type { DemoPeople } from '../people.ts';

type Stage = { readonly pool: Pool; readonly people: DemoPeople; readonly enterprises: readonly Uuid[] };

const system = { city: CITY, system: true } as const;
/** A row an appeal, no cell of which holds a comma. */
const TABLE = join(import.meta.dirname, 'last-month.csv');
/** What the matter of a unit says that came last by its appeals. */
const RANKED = '企业诉求';
/** What the last units say before the others, in the order in which they came last. */
const SPOKEN = [
  '原因：移交和接管没有时限，重办的两件都卡在这里，另有三件超时。措施：接管改为十五日内办结，超期由分管领导逐件销账。',
  '原因：乡镇反馈靠电话，答复前没有回访。措施：县里设诉求专员，答复前先听企业一遍意见，三角债由县长包案。',
];

const firstOf = (now: Date): Day => `${dayOf(now).slice(0, 8)}01`;

/** The appeals of the month before, all answered and struck off, enough of them for units to be ranked. */
export async function bringLastMonth(stage: Stage, now: Date): Promise<void> {
  await transact(stage.pool, system, async (tx) => {
    const lives = await livesOf(tx, stage, monthBefore(firstOf(now)));
    await bringLives(tx, system, 'appeal', lives, now);
  });
}

/**
 * What followed from the rankings on the first of this month, when all that the city did before is there: whoever came last by the
 * appeals was told to speak first, and has spoken where there was time for it.
 */
export async function rankLastMonth({ pool, people }: Stage, now: Date): Promise<void> {
  const first = firstOf(now);
  const held = workHour(first, 0, 8, 30);
  if (held > now) return;
  const opened = await holdRankings(pool, CITY, held);
  const found = await transact(pool, system, (tx) => findMatters(tx, CITY, opened));
  const begins = rollForward(nationalCalendar, first);
  for (const [i, id] of opened.filter((one) => found.get(one)?.text.includes(RANKED)).entries()) {
    const speaker = [...people.handlers.values()].find(({ unit }) => unit === found.get(id)!.units[0]!.unit);
    for (const [kind, given, at] of [
      ['accept', {}, workHour(begins, 1, 9, 20 + i)],
      ['answer', { result: SPOKEN[i % SPOKEN.length] }, workHour(begins, 3, 16, 10 + i)],
    ] as const)
      if (speaker && at <= now) await act(pool, speaker, id, { id: uuidv7(at), kind, given }, at);
  }
}

/** The first working day of the month before. */
function monthBefore(first: Day): Day {
  const [year, month] = first.split('-').map(Number) as [number, number];
  const before = month === 1 ? `${year - 1}-12-01` : `${year}-${String(month - 1).padStart(2, '0')}-01`;
  return rollForward(nationalCalendar, before);
}

async function livesOf(tx: Tx, stage: Stage, begins: Day): Promise<LivedStep[][]> {
  const [, ...rows] = readFileSync(TABLE, 'utf8').trim().split('\n');
  const lives: LivedStep[][] = [];
  for (const row of rows.map((line) => line.split(','))) {
    const at = momentOf(row, begins);
    const by = { id: uuidv7(at), kind: 'enterprise', enterprise: stage.enterprises[Number(row[2])]! } as const;
    const { id } = await originatorOnBehalf(tx, CITY, by, { again: false, now: at });
    lives.push(lifeOf(stage, begins, originatorCaller(CITY, id, ''), row));
  }
  return lives.toSorted((a, b) => a[0]!.at.getTime() - b[0]!.at.getTime());
}

function momentOf([on, clock = '']: readonly string[], begins: Day): Date {
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  return workHour(begins, Number(on), hour, minute);
}

/** Classified and given away within the hour, drafted by the handler and answered by the head of the unit, judged by whoever raised it. */
function lifeOf({ people }: Stage, begins: Day, originator: Caller, row: readonly string[]): LivedStep[] {
  const [on, , , channel, category, lead = '', takes, stars, text, result, said, again] = row;
  const at = momentOf(row, begins);
  const time = (after: number, hour: number): Date => workHour(begins, Number(on) + after, hour, at.getMinutes());
  const itself = channel === 'web';
  const office = people.supervisor;
  const [handler, head] = [people.handlers.get(lead)!, people.heads.get(lead)!];
  const steps: LivedStep[] = [];
  const does = (caller: Caller, kind: LivedStep['kind'], given: Record<string, unknown>, when: Date): void => {
    steps.push({ id: uuidv7(when), caller, kind, given, at: when });
  };
  const of = itself ? {} : { originator: originator.seat };
  does(itself ? originator : office, 'register', { text, channel, ...of }, at);
  does(office, 'classify', { category }, new Date(at.getTime() + 24 * MINUTE));
  does(office, 'assign', { lead: handler.unit, co: [] }, new Date(at.getTime() + 41 * MINUTE));
  does(handler, 'accept', {}, time(1, 9));
  const last = Number(takes);
  does(handler, 'propose', { result }, time(last, 10));
  does(head, 'answer', { result }, time(last, 15));
  if (Number(stars) > 0) {
    const well = { solved: !again, satisfied: !again };
    does(originator, 'evaluate', { stars: Number(stars), ...well, text: said }, time(last + 1, 10));
  } else does(office, 'close', { note: '评价期满，诉求人未评价' }, time(last + EVALUATED_WITHIN, 9));
  if (again) {
    const heard = `电话回访企业，对方说：${said}`;
    does(office, 'callback', { reached: true, solved: false, satisfied: false, text: heard }, time(last + 1, 16));
    does(office, 'reopen', { reason: `企业回访时仍说没有解决（${said}），退回重办` }, time(last + 1, 17));
    does(handler, 'propose', { result: again }, time(last + 4, 10));
    does(head, 'answer', { result: again }, time(last + 4, 15));
    does(originator, 'evaluate', { stars: 4, solved: true, satisfied: true }, time(last + 5, 11));
  }
  return steps;
}

const MINUTE = 60_000;
/** Working days to judge in, and the next. */
const EVALUATED_WITHIN = 6;
