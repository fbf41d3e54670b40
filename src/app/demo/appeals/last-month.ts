import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { originatorCaller, originatorOnBehalf } from '../../../directory/index.ts';
import { dayOf, nationalCalendar, rollForward, uuidv7, type Day, type Uuid } from '../../../kernel/index.ts';
import { bringLives, type LivedStep } from '../../../matters/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import { transact, type Pool, type Tx } from '../../../platform/postgres/index.ts';
import { workHour } from '../calendar.ts';
import { CITY } from '../city.ts';
import type { DemoPeople } from '../people.ts';

export type Stage = { readonly pool: Pool; readonly people: DemoPeople; readonly enterprises: readonly Uuid[] };

const system = { city: CITY, system: true } as const;
const firstOf = (now: Date): Day => `${dayOf(now).slice(0, 8)}01`;

/** The appeals of the month before, all answered and struck off, enough of them for units to be ranked. */
export async function bringLastMonth(stage: Stage, now: Date): Promise<void> {
  await bringTable(stage, 'last-month.csv', monthBefore(firstOf(now)), now);
}

/**
 * The appeals of a table, a row each, no cell of which holds a comma; its days are working days after `begins`. One without an answer is
 * still worked on.
 */
export async function bringTable(stage: Stage, name: string, begins: Day, now: Date): Promise<void> {
  const [, ...rows] = readFileSync(join(import.meta.dirname, name), 'utf8')
    .trim()
    .split('\n');
  await transact(stage.pool, system, async (tx) => {
    const lives = await livesOf(
      tx,
      stage,
      begins,
      rows.map((line) => line.split(',')),
    );
    await bringLives(tx, system, 'appeal', lives, now);
  });
}

/** The first working day of the month before. */
function monthBefore(first: Day): Day {
  const [year, month] = first.split('-').map(Number) as [number, number];
  const before = month === 1 ? `${year - 1}-12-01` : `${year}-${String(month - 1).padStart(2, '0')}-01`;
  return rollForward(nationalCalendar, before);
}

async function livesOf(
  tx: Tx,
  stage: Stage,
  begins: Day,
  rows: readonly (readonly string[])[],
): Promise<LivedStep[][]> {
  const lives: LivedStep[][] = [];
  for (const row of rows) {
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
  if (!result) return steps;
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
