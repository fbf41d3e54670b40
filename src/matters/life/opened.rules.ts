import type { MatterAct } from './effect.rules.ts';
import { said } from './folds.rules.ts';
import { LATER, type MatterState } from './state.rules.ts';

/** A matter before its first act is taken into it: with what its registration gave. Throws where the act opens no matter. */
export function opened(act: MatterAct): MatterState {
  const open = act.effects[0];
  if (act.kind !== 'register' || open?.do !== 'open') throw new Error(`first act ${act.kind} does not open a matter`);
  const given = said<'register'>(act);
  return {
    seq: 0,
    moved: 0,
    mechanism: open.mechanism,
    version: open.version,
    number: open.number,
    n: open.n,
    round: open.round,
    visibility: open.visibility,
    stage: '',
    phase: 'open',
    text: given.text,
    area: given.area ?? null,
    aim: given.aim ?? null,
    dueText: given.dueText ?? null,
    due: given.due ?? null,
    confidential: given.confidential ?? false,
    quantities: given.quantities ?? [],
    source: given.source ?? null,
    ...LATER,
    channel: given.channel ?? null,
    place: given.place ?? null,
    wish: given.category ?? null,
    amount: given.amount ?? null,
    wanted: given.wanted ?? null,
    weight: given.weight ?? null,
    ...(given.raiser == null ? {} : { raiser: given.raiser }),
    ...(given.media == null ? {} : { media: given.media }),
    ...(given.level == null ? {} : { level: given.level }),
    catalogued: given.catalogued ? { ...given.catalogued, dropped: null } : null,
    units: [],
    clocks: [],
    asked: [],
    files: [],
    percent: null,
    paused: false,
    entered: {},
    registeredAt: act.at,
    updatedAt: act.at,
    counts: { bounces: 0, reminders: 0, returns: 0, reopenings: 0, extensions: 0, reports: 0 },
  };
}
