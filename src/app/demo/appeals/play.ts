import { openOriginator, originatorCaller } from '../../../directory/index.ts';
import {
  addDays,
  addWorkdays,
  dayOf,
  nationalCalendar,
  Refusal,
  uuidv7,
  weekday,
  type Day,
  type Uuid,
} from '../../../kernel/index.ts';
import { takeAnnounced } from '../../../ledger/index.ts';
import { act, findMatters, registerByHand } from '../../../matters/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import { transact, type Pool, type Tx } from '../../../platform/postgres/index.ts';
import { workHour } from '../calendar.ts';
import { CITY } from '../city.ts';
import type { DemoPeople } from '../people.ts';
import type { DemoAppeal, When } from './appeal.ts';
import { courseOf, type AppealStep, type Doer } from './course.ts';

/** Something that happens in the demo's past. */
export type Event = { readonly at: Date; readonly happen: () => Promise<unknown> };
/** One that belongs to an appeal: which; and of the first, what happens in a transaction with others. */
type OfAppeal = Event & { readonly by: number; readonly begin: ((tx: Tx) => Promise<unknown>) | null };
type Stage = { readonly pool: Pool; readonly people: DemoPeople; readonly enterprises: readonly Uuid[] };

const system = { city: CITY, system: true } as const;

/** All that happens to appeals whose time begins on a day, in the order of time and by the acts that people use. */
export function appealEvents(stage: Stage, appeals: readonly DemoAppeal[], first: Day): OfAppeal[] {
  const originators = new Map<number, Caller>();
  const ids = new Map(appeals.map((appeal) => [appeal.by, uuidv7(instant(first, appeal.on))]));
  const events = appeals.flatMap((appeal): OfAppeal[] => {
    const { by } = appeal;
    const playing = { stage, appeal, first, ids, originators };
    const at = instant(first, appeal.on);
    return [
      {
        at,
        by,
        begin: (tx) => raise(tx, playing, at),
        happen: () => transact(stage.pool, system, (tx) => raise(tx, playing, at)),
      },
      ...courseOf(appeal).map((step) => {
        const when = instant(first, step.when);
        return { at: when, by, begin: null, happen: () => play(playing, step, when) };
      }),
    ];
  });
  return events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * Plays events week by week: what begins in it, one after the other, so that the numbers follow each other; then each appeal's own
 * steps in their order, and the appeals beside each other, as the city's people work: while one waits for its commit the others go on.
 */
export async function playWeeks(pool: Pool, events: readonly OfAppeal[]): Promise<void> {
  const mondayOf = (at: Date): Day => addDays(dayOf(at), 1 - weekday(dayOf(at)));
  for (const ofWeek of Map.groupBy(events, ({ at }) => mondayOf(at)).values()) {
    await transact(pool, system, async (tx) => {
      for (const { begin } of ofWeek) await begin?.(tx);
    });
    const steps = Map.groupBy(
      ofWeek.filter(({ begin }) => begin === null),
      ({ by }) => by,
    );
    await Promise.all(
      [...steps.values()].map(async (own) => {
        for (const { happen } of own) await happen();
      }),
    );
  }
}

/** What was announced until now was told then: nobody is told of it again. */
export async function wasTold(pool: Pool): Promise<void> {
  while ((await transact(pool, system, (tx) => takeAnnounced(tx, CITY, MANY))).length > 0);
}
const MANY = 1000;

type Playing = {
  readonly stage: Stage;
  readonly appeal: DemoAppeal;
  readonly first: Day;
  readonly ids: ReadonlyMap<number, Uuid>;
  readonly originators: Map<number, Caller>;
};

function instant(first: Day, [workday, clock]: When): Date {
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  return workHour(first, workday, hour, minute);
}

/** Raised by the enterprise itself on the page, else written down by the office for it. */
async function raise(tx: Tx, { stage, appeal, ids, originators }: Playing, at: Date): Promise<void> {
  const { people, enterprises } = stage;
  const { text, channel, place, unnamed = false } = appeal;
  const originator = originatorCaller(CITY, uuidv7(at), '');
  originators.set(appeal.by, originator);
  const itself = channel === 'web';
  const given = {
    text,
    channel,
    unnamed,
    ...(itself ? {} : { originator: originator.seat }),
    ...(place ? { place: { text: place } } : {}),
  };
  const request = { id: ids.get(appeal.by)!, mechanism: 'appeal', given };
  const enterprise = enterprises[appeal.by]!;
  const opening = { id: originator.seat, kind: 'enterprise', enterprise, proven: itself } as const;
  await openOriginator(tx, system, opening, at);
  await registerByHand(tx, itself ? originator : people.supervisor, request, at);
}

async function play(playing: Playing, step: AppealStep, at: Date): Promise<void> {
  const { stage, appeal, ids } = playing;
  const caller = callerOf(playing, step.who);
  const given = await givenOf(playing, step);
  try {
    await act(stage.pool, caller, ids.get(appeal.by)!, { id: uuidv7(at), kind: step.kind, given }, at);
  } catch (error) {
    throw error instanceof Refusal
      ? new Error(
          `the demo's story does not hold: ${error.problem.code} at ${appeal.text} (${step.kind} ${step.when.join(' ')})`,
        )
      : error;
  }
}

function callerOf({ stage: { people }, appeal, originators }: Playing, who: Doer): Caller {
  if (who === 'office') return people.supervisor;
  if (who === 'mayor') return people.mayor;
  if (who === 'originator') return originators.get(appeal.by)!;
  const caller = (who.head ? people.heads : people.handlers).get(who.unit);
  if (!caller) throw new Error(`nobody sits in ${who.unit}`);
  return caller;
}

/** What is given with a step, its names turned into what they stand for. */
async function givenOf({ stage, first, ids }: Playing, step: AppealStep): Promise<Record<string, unknown>> {
  const unit = (key: string): Uuid => stage.people.units.get(key)!;
  const day = (workday: number): Day => addWorkdays(nationalCalendar, first, workday);
  switch (step.kind) {
    case 'assign':
      return { lead: unit(step.names.lead), co: step.names.co.map(unit) };
    case 'promise':
      return { text: step.text, due: day(step.names.due) };
    case 'extend':
      return { reason: step.reason, until: day(step.names.until) };
    case 'list':
      return { title: step.title, until: day(step.names.until) };
    case 'grant':
      return { unit: unit(step.names.unit) };
    case 'help':
      return { seat: stage.people.helpers.get(step.names.helper)!.seat, text: step.text };
    case 'divide':
      return { text: step.text, lead: unit(step.names.unit), co: [], due: day(step.names.due) };
    case 'join': {
      const host = ids.get(step.names.into)!;
      const found = await transact(stage.pool, system, (tx) => findMatters(tx, CITY, [host]));
      return { into: found.get(host)!.number };
    }
    default:
      return step.given;
  }
}
