import { no, ok, pausedLeft, problem, type Result, type Uuid } from '../../kernel/index.ts';
import { dueNow, heldFrom } from './clocks.rules.ts';
import type { Checked } from './ask.rules.ts';
import { disputed } from './disputed.rules.ts';
import { owesAnew } from './former.rules.ts';
import { contentWithout, saidThrough, takenAlong } from './parting.rules.ts';
import type { ClockLeft, ClockState } from './state-parts.rules.ts';
import type { Effect, MatterAct } from './effect.rules.ts';
import { settledWithout, type Settling } from './settled.rules.ts';
import type { MatterState } from './state.rules.ts';

/** Joins a matter to another, in which it goes on, or parts it from that again. What the other gains by it: {@link actOnHost}. */
export function decideJoining(state: MatterState, ask: Checked): Result<Effect[]> {
  return ask.kind === 'join' ? join(state, ask as Checked<'join'>) : part(state, ask);
}

function join(state: MatterState, ask: Checked<'join'>): Result<Effect[]> {
  const { host, given } = ask;
  const refused = (code: string) => no(problem(`matter.${code}`, { number: given.into }, { pointer: '/given/into' }));
  if (!host || host.state.mechanism !== state.mechanism) return refused('no-such-host');
  if (host.state.number === state.number) return refused('join-itself');
  // What waits for another, or is waited for, cannot go on in it.
  if (state.parent?.id === host.id || state.children.some((c) => c.matter === host.id)) return refused('host-is-kin');
  if (host.state.phase === 'closed') return refused('host-is-closed');
  // Whoever raised one of those would have to be followed through two others.
  if (state.gathered.length) return refused('others-are-joined');
  // Ended with a judgement of its own, it would carry away what was never answered.
  if (host.state.phase === 'answered' && !host.state.answer && owesAnswer(state)) return refused('host-has-no-answer');
  // Whoever is joined has an answer at once that was given to another.
  if (host.state.phase === 'answered' && !given.sure)
    return no(problem('matter.host-is-answered', { number: given.into }, { pointer: '/given/sure' }));
  const clocks = state.clocks.filter((c) => c.stoppedAt === null).map((c) => leftOf(c, ask));
  const { stage, phase } = state;
  return ok([{ do: 'join', into: host.id, number: host.state.number, stage, phase, clocks }]);
}

/** Whether it may not be struck off as it is, so that what it goes on in may not be either. */
const owesAnswer = (state: MatterState): boolean => owesAnew(state) || disputed(state);

/** One that has run out keeps none: set going again it is late again. */
function leftOf(c: ClockState, { now, calendar }: Checked): ClockLeft {
  const { clock, unit, startedAt, limit, calendar: under, paused } = c;
  const left = paused ?? pausedLeft(calendar, heldFrom(c, now, calendar), c.due);
  return { clock, unit, ...kindOf(c), startedAt, limit, calendar: under, left, held: paused !== null };
}

const kindOf = ({ aside, wholeDay }: ClockState): Pick<ClockLeft, 'aside' | 'wholeDay'> => ({
  ...(aside ? { aside } : {}),
  ...(wholeDay ? { wholeDay } : {}),
});

/** Back to where it stood, each clock due as many working days later as the matter was joined. */
function part(state: MatterState, { now, calendar, mechanism, host }: Checked): Result<Effect[]> {
  const { joined, seq } = state;
  // It may have been parted and joined to yet another while the two were looked for.
  if (!joined || host?.id !== joined.into) return no(problem('matter.moved-on', { seq, seen: seq }, { status: 409 }));
  // Who reviews it would review what nobody has said any more.
  if (host.state.exclusion?.agreed === null)
    return no(problem('matter.host-under-review', { number: host.state.number }));
  const clocks = joined.clocks.flatMap(
    ({ clock, unit, startedAt: at, limit, calendar: under, left, held, ...kind }): Effect[] => {
      const due = held ? left.due : dueNow({ due: left.due, paused: left }, now, calendar);
      const start: Effect = { do: 'start', clock, unit, ...kind, at, limit, calendar: under, due };
      return held ? [start, { do: 'hold', clock, unit, paused: left }] : [start];
    },
  );
  const former = takenAlong(state, host.state, mechanism);
  const part: Effect = { do: 'part', ...(former ? { former } : {}) };
  return ok([part, { do: 'stage', to: joined.stage, phase: joined.phase }, ...clocks]);
}

/**
 * What the matter that another goes on in, or no longer does, says of that: whoever raised the other has raised it too, until
 * they are parted. `done` is the act on the other; `id` the act's own.
 */
export function actOnHost(
  host: MatterState,
  other: { id: Uuid; state: MatterState },
  done: MatterAct,
  id: Uuid,
  under: Omit<Settling, 'now'>,
): MatterAct {
  const joins = done.kind === 'join';
  const { number, text, originators } = other.state;
  const matter = other.id;
  const at = done.at < host.updatedAt ? host.updatedAt : done.at;
  return {
    id,
    seq: host.seq + 1,
    kind: joins ? 'gather' : 'release',
    at,
    seat: done.seat,
    unit: null,
    // Its units may not read the other: what that says stands here for them.
    given: { number, ...(joins ? { text } : {}) },
    effects: joins
      ? [{ do: 'gather', matter, number, originators, ...(owesAnswer(other.state) ? { owes: true } : {}) }]
      : [{ do: 'release', matter }, ...unsaid(host, matter, { ...under, now: new Date(at) })],
  };
}

/** Whoever raised nothing else that goes on here does not keep it disputed, nor lend it their stars. */
function unsaid(host: MatterState, matter: Uuid, under: Settling): Effect[] {
  const by = saidThrough(host, matter);
  if (!by.length) return [];
  const content = contentWithout(host, by);
  return [{ do: 'unsaid', by, ...(content ? { content: true as const } : {}) }, ...settledWithout(host, by, under)];
}
