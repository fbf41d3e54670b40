import { declareInterest } from '../../../directory/index.ts';
import { addWorkdays, dayOf, nationalCalendar, Refusal, uuidv7, type Day, type Uuid } from '../../../kernel/index.ts';
import { act, registerByHand } from '../../../matters/index.ts';
import { keepFile, type FileStore } from '../../../platform/files/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import { transact, type Pool } from '../../../platform/postgres/index.ts';
import { workdayBefore, workHour } from '../calendar.ts';
import { OPEN_CASES, type OpenCase, type OpenStep } from './open-cases.ts';
import type { Station } from './stations.ts';

type Stage = { pool: Pool; files: FileStore; office: Caller; station: Station; enterprises: readonly Uuid[] };
/** The enterprise for which the station's third says to work, which is a party to one of the disputes. */
const WORKED_FOR = 3;
const NAME = '莲城市领航装备有限公司';

/**
 * Plays the disputes under way at one station, by the acts that people use, so that names are sealed, clocks run and people are told.
 * Throws where a rule refuses what it should not, or lets pass what it should refuse.
 */
export async function openDisputes(stage: Stage, begun: Date, now: Date): Promise<void> {
  const third = stage.station.staff[2]!;
  const worked = { id: uuidv7(begun), kind: 'works', enterprise: stage.enterprises[WORKED_FOR]!, text: null } as const;
  await transact(stage.pool, third, (tx) => declareInterest(tx, third, worked, begun));
  for (const [i, one] of OPEN_CASES.entries()) await play(stage, one, i, dayOf(now));
}

async function play(stage: Stage, one: OpenCase, i: number, today: Day): Promise<void> {
  const { pool, office, station, enterprises } = stage;
  const on = (ago: number): Day => {
    let day = today;
    for (let n = 0; n < ago; n++) day = workdayBefore(day);
    return day;
  };
  const party = (side: 'claimant' | 'respondent') => {
    const { name, person, agent, known } = one[side];
    return {
      side,
      kind: person ? 'person' : 'enterprise',
      name: known ? NAME : name,
      ...(known ? { enterprise: enterprises[WORKED_FOR]! } : {}),
      ...(agent ? { agent } : {}),
      ...(person ? { contact: `1380000${String(2000 + i)}` } : {}),
    } as const;
  };
  const at = workHour(on(one.ago), 0, 9, i);
  const id = uuidv7(at);
  const { text, channel, amount } = one;
  const given = { text, channel, amount, parties: [party('claimant'), party('respondent')] };
  const request = { id, mechanism: 'dispute', given } as Parameters<typeof registerByHand>[2];
  await transact(pool, office, (tx) => registerByHand(tx, office, request, at));
  const [first, second, third] = station.staff as unknown as readonly [Caller, Caller, Caller];
  const callers = { office, first, second, third };
  for (const [n, step] of one.steps.entries()) {
    const when = workHour(on(step.ago), 0, 10 + Math.floor(n / 2), i + (n % 2) * 30);
    const caller = callers[step.who];
    const asked = await givenOf(stage, step, { one, day: on(step.ago), today, when, caller });
    await does(stage, id, step, step.kind === 'appoint' && step.meant ? callers.first : caller, asked, when);
  }
}

async function does(
  { pool }: Stage,
  matter: Uuid,
  { kind, meant }: OpenStep,
  caller: Caller,
  given: Record<string, unknown>,
  at: Date,
): Promise<void> {
  const code = await act(pool, caller, matter, { id: uuidv7(at), kind, given }, at).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Refusal) return error.problem.code;
      throw error;
    },
  );
  if (code !== meant) throw new Error(`the demo's story does not hold: ${kind} answers ${code ?? 'done'}`);
}

type Moment = { one: OpenCase; day: Day; today: Day; when: Date; caller: Caller };

/** What is given with a step, with what only the day and the station know. */
async function givenOf(stage: Stage, step: OpenStep, { one, day, today, when, caller }: Moment) {
  const given = step.given ?? {};
  switch (step.kind) {
    case 'classify':
      return { category: one.category };
    case 'assign':
      return { lead: stage.station.unit, co: [] };
    case 'appoint':
      return { seat: caller.seat, ...given };
    case 'meet':
      return { heldOn: day, ...given };
    case 'settle': {
      const bytes = Buffer.from('\uFEFF调解协议书（样张）\n\n（演示数据，人名、企业均为虚构）\n');
      const file = await keepFile(stage, caller, { name: '调解协议书.txt', bytes }, when);
      const obligations = (given['obligations'] as { ahead: number }[]).map(({ ahead, ...rest }) => {
        return { ...rest, due: inWorkdays(today, ahead) };
      });
      return { ...given, signedOn: day, obligations, files: [file.id] };
    }
    case 'convene': {
      const { ahead, ...rest } = given as { ahead: number };
      return { ...rest, meetOn: inWorkdays(today, ahead) };
    }
    case 'note': {
      const [first, , third] = stage.station.staff;
      const text = String(given['text']).replace('{first}', first!.name).replace('{third}', third!.name);
      return { text };
    }
    default:
      return given;
  }
}

function inWorkdays(today: Day, ahead: number): Day {
  if (ahead >= 0) return addWorkdays(nationalCalendar, today, ahead);
  let day = today;
  for (let n = 0; n < -ahead; n++) day = workdayBefore(day);
  return day;
}
