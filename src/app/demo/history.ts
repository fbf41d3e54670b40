import { bulletinWords, publishBulletin } from '../../bulletins/index.ts';
import {
  addWorkdays,
  closeOfBusiness,
  nationalCalendar,
  Refusal,
  uuidv7,
  type Day,
  type Uuid,
} from '../../kernel/index.ts';
import { act, openRound, registerByHand } from '../../matters/index.ts';
import { keepFile, type FileStore } from '../../platform/files/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import type { Event } from './appeals/play.ts';
import { firstDue, workdayBefore, workHour, type Meeting } from './calendar.ts';
import { COURSES, type CourseName, type Step } from './courses.ts';
import type { DemoPeople } from './people.ts';
import { TASKS, URGENT, type DemoTask } from './tasks.ts';

type Stage = { pool: Pool; files: FileStore; people: DemoPeople; now: Date };

/** Working days that a matter of the demo has. */
const LIMIT = 4;
/**
 * What is under way falls due from the demo's first day on, so that whoever tries it finds something due today, this week and
 * next: the first of them on that day, the next one so many working days later.
 */
const UNDERWAY_DUE = [0, 1, 5, 0, 3, 6] as const;
/** What becomes of the matters of a round, in turn: all but struck off three weeks ago, everything still open last week. */
const MIX: readonly (readonly CourseName[])[] = [
  [
    'done',
    'done',
    'verified',
    'underway',
    'overdue',
    'done',
    'underway',
    'underway',
    'extended',
    'returnedOnce',
    'done',
    'asking',
    'done',
    'refused',
    'late',
    'done',
    'paused',
    'awaitingCheck',
    'untouched',
    'awaitingCheck',
  ],
  ['done', 'done', 'returnedOnce', 'done', 'late', 'done', 'done', 'done', 'extended', 'done'],
  ['done', 'done', 'late', 'done', 'returnedOnce', 'done'],
];

/**
 * Plays the past rounds, newest given first, and what happened `besides`, through the same acts that people use, in the order of time, and publishes the
 * bulletins that followed. What would lie after `now` does not happen. The same days give the same city.
 */
export async function playHistory(stage: Stage, past: readonly Meeting[], besides: readonly Event[]): Promise<void> {
  const rounds = past.flatMap((meeting, age) => eventsOf(stage, meeting, age, past));
  const events = [...rounds, ...betweenMeetings(stage), ...besides];
  events.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, happen } of events) if (at <= stage.now) await happen();
}

function eventsOf(stage: Stage, meeting: Meeting, age: number, past: readonly Meeting[]): Event[] {
  const { people, pool } = stage;
  const opened = workHour(meeting.heldOn, 0, 15);
  const round = uuidv7(opened);
  let underway = 0;
  const tasks = TASKS.filter((_, i) => (i + age) % 3 !== 2 || age === 0).map((task, i) => {
    const course = courseOf(age, i);
    const days = course === 'underway' ? UNDERWAY_DUE[underway++ % UNDERWAY_DUE.length]! : null;
    const due =
      days === null
        ? addWorkdays(nationalCalendar, meeting.heldOn, LIMIT)
        : addWorkdays(nationalCalendar, firstDue(stage.now), days);
    return { task, id: uuidv7(opened), course, due };
  });
  const open: Event = {
    at: opened,
    happen: () =>
      transact(pool, people.supervisor, (tx) =>
        openRound(tx, people.supervisor, asRound(stage, meeting, round, tasks), opened),
      ),
  };
  const published = workHour(meeting.heldOn, 0, 17, 45);
  const bulletin: Event = { at: published, happen: () => publish(stage, meeting, round, published, past[age + 1]) };
  const steps = tasks.flatMap(({ task, id, course }, i) =>
    COURSES[course].flatMap((step) => stepEvents(stage, meeting, { task, id, turn: i, course }, step)),
  );
  return [open, bulletin, ...steps];
}

const courseOf = (age: number, i: number): CourseName => MIX[age]![i % MIX[age]!.length]!;

type Assigned = { task: DemoTask; id: Uuid; due: Day };

function asRound({ people }: Stage, meeting: Meeting, id: Uuid, tasks: readonly Assigned[]) {
  const unit = (key: string): Uuid => people.units.get(key)!;
  return {
    id,
    mechanism: 'weekly-assignment',
    year: meeting.year,
    number: meeting.number,
    name: `市政府${meeting.year}年第${meeting.number}次重点工作周交办会议`,
    heldOn: meeting.heldOn,
    attendees: [
      { name: people.mayor.name, post: '副市长' },
      { name: people.supervisor.name, post: people.supervisor.title },
    ],
    items: tasks.map(({ task, id: matter, due }) => ({
      id: matter,
      register: { text: task.text, area: task.area },
      assign: { lead: unit(task.lead), co: task.co.map(unit), due },
    })),
  };
}

async function publish(
  { pool, people }: Stage,
  meeting: Meeting,
  round: Uuid,
  at: Date,
  before: Meeting | undefined,
): Promise<void> {
  if (!before) return;
  const words = bulletinWords(meeting, before);
  await publishBulletin(pool, people.supervisor, { id: uuidv7(at), round, ...words }, at);
}

/** What the office assigned without a meeting on the last working day: nobody has accepted it yet. */
function betweenMeetings({ people, pool, now }: Stage): Event[] {
  const first = firstDue(now);
  return URGENT.map(({ task, days }, i) => {
    const at = new Date(workHour(workdayBefore(first), 0, 16).getTime() + i * 61_000);
    const [lead, co] = [people.units.get(task.lead)!, task.co.map((key) => people.units.get(key)!)];
    const due = addWorkdays(nationalCalendar, first, days);
    const request = {
      id: uuidv7(at),
      mechanism: 'weekly-assignment',
      given: { text: task.text, area: task.area },
      assign: { lead, co, due },
    };
    return {
      at,
      happen: () => transact(pool, people.supervisor, (tx) => registerByHand(tx, people.supervisor, request, at)),
    };
  });
}

type Playing = { task: DemoTask; id: Uuid; turn: number; course: CourseName };

/** Matters of one round are not done in the same minute: each is shifted by its place in the list. */
function stepEvents(stage: Stage, meeting: Meeting, playing: Playing, step: Step): Event[] {
  const { people } = stage;
  const actors: (Caller | undefined)[] =
    step.who === 'office'
      ? [people.supervisor]
      : step.who === 'mayor'
        ? [people.mayor]
        : (step.who === 'lead' ? [playing.task.lead] : playing.task.co).map((key) =>
            // Where a unit has two handlers, the second has some of the matters in hand.
            playing.turn % 7 === 0 ? (people.seconds.get(key) ?? people.handlers.get(key)) : people.handlers.get(key),
          );
  return actors.flatMap((actor, i) => {
    if (!actor) return [];
    const at = new Date(
      workHour(meeting.heldOn, step.day, step.hour, step.minute ?? 0).getTime() + playing.turn * 47_000 + i * 9_000,
    );
    return [{ at, happen: () => play(stage, meeting, playing, step, actor, at) }];
  });
}

async function play(
  stage: Stage,
  meeting: Meeting,
  { id, task, course }: Playing,
  step: Step,
  actor: Caller,
  at: Date,
): Promise<void> {
  const given: Record<string, unknown> = { ...step.given };
  if (step.kind === 'answer') given['files'] = [(await keepFile(stage, actor, evidence(task, at), at)).id];
  if (step.kind === 'extend') {
    delete given['days'];
    const until = addWorkdays(nationalCalendar, meeting.heldOn, step.given.days);
    // What nobody has decided yet asks for a day that is still to come.
    const soonest = addWorkdays(nationalCalendar, firstDue(stage.now), 2);
    given['until'] = course === 'asking' && until < soonest ? soonest : until;
  }
  if (step.kind === 'grant') given['unit'] = stage.people.units.get(task.lead);
  try {
    await act(stage.pool, actor, id, { id: uuidv7(at), kind: step.kind, given }, at);
  } catch (error) {
    const where = `${task.text} (${step.kind} by ${step.who})`;
    throw error instanceof Refusal
      ? new Error(`the demo's story does not hold: ${error.problem.code} at ${where}`)
      : error;
  }
}

/** A short report, the evidence of an answer. */
function evidence(task: DemoTask, at: Date): { name: string; bytes: Buffer } {
  const text = `办结情况说明\n\n事项：${task.text}\n完成时间：${closeOfBusiness(at.toISOString().slice(0, 10)).toISOString().slice(0, 10)}\n\n（演示数据，人名、地名均为虚构）\n`;
  return { name: '办结情况说明.txt', bytes: Buffer.from(`\uFEFF${text}`) };
}
