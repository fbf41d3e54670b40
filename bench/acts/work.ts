import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import type { ActRequest } from '../../src/matters/contract.ts';
import type { World } from '../world/world.ts';
import { CITY } from '../world/people.ts';

/** One act to be done: by which seat, on which matter. */
export type Task = { readonly seat: number; readonly matter: Uuid; readonly request: ActRequest };

/** Open matters with the leading unit's stance, newest first; the oldest week's are pgbench's, and all struck off. */
const candidates = `select m.id, m.lead, m.phase, a.stance from matter m
  join assignment a on a.city = m.city and a.matter = m.id and a.unit = m.lead
  where m.city = $1 and m.lead = any ($2::uuid[]) and m.phase <> 'closed'
    and m.id > (select id from matter where city = $1 order by id offset $3 limit 1)
  order by m.id desc`;

export type Work = {
  /** So many acts, no two on one matter; fewer where the city is too small for that. */
  some(count: number): Task[];
};

/**
 * Hands out acts on ever other matters, as a working day has them: units report on what they work on, accept what they
 * were assigned, and the supervision office notes what it heard.
 */
export async function workOf(world: World): Promise<Work> {
  const seats = world.seats.map(({ caller }, seat) => ({ caller, seat }));
  const handlers = new Map(seats.filter((s) => s.caller.role === 'handler').map((s) => [s.caller.unit!, s.seat]));
  const office = seats.find((s) => s.caller.role === 'supervisor')!.seat;
  type Row = { id: Uuid; lead: Uuid; phase: string; stance: string };
  const week = Math.ceil(world.matters / 200);
  const { rows } = await world.owner.query<Row>(candidates, [CITY, [...handlers.keys()], week]);
  const working = rows.filter((row) => row.phase === 'working' && row.stance === 'accepted');
  const assigned = rows.filter((row) => row.phase === 'assigned' && row.stance === 'assigned');
  const others = rows.filter((row) => row.phase === 'answered' || row.phase === 'open');
  const turn = { report: 0, note: 0, accept: 0 };
  const next = (): Task => {
    const id = uuidv7(new Date());
    const dice = Math.random();
    if (dice < 0.45) {
      const { id: matter, lead } = working[turn.report++ % working.length]!;
      const given = { text: '已召开协会议，现场工作按计划推进，下周完成验收。', percent: turn.report % 100 };
      return { seat: handlers.get(lead)!, matter, request: { id, kind: 'report', given } };
    }
    if (dice < 0.55 && turn.accept < assigned.length) {
      const { id: matter, lead } = assigned[turn.accept++]!;
      return { seat: handlers.get(lead)!, matter, request: { id, kind: 'accept', given: {} } };
    }
    const { id: matter } = others[turn.note++ % others.length]!;
    const given = { text: '已电话核实，群众对处理情况表示认可。' };
    return { seat: office, matter, request: { id, kind: 'note', given } };
  };
  const most = 1.5 * Math.min(working.length, others.length);
  return { some: (count) => Array.from({ length: Math.min(count, most) }, next) };
}
