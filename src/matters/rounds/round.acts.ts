import { orRefuse, refuse, Refusal, uuidv7, type Problem, type Uuid } from '../../kernel/index.ts';
import {
  announce,
  appendActs,
  findAct,
  payloadOf,
  sealAct,
  type SealedAct,
  type StoredAct,
} from '../../ledger/index.ts';
import { ruleFor } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { OpenRound } from './round.contract.ts';
import type { Host, Opening } from '../life/ask.rules.ts';
import type { Nobody } from '../life/nobody.rules.ts';
import { decide, numbered } from '../life/decide.rules.ts';
import { fold } from '../life/fold.rules.ts';
import { conceal, type Sealer } from '../personal/conceal.acts.ts';
import type { Known } from '../personal/hide.rules.ts';
import { askOf, type Units } from '../asking.ts';
import { sameGiven } from '../receipt.ts';
import { seal, type Sealed } from '../seal.ts';
import { insertMatters, takeNumbers, type NewMatter } from '../new-matter.store.ts';
import { getNewestMechanism, type MechanismVersion } from '../mechanisms/mechanism.store.ts';
import { beganSo, type Beginning } from './beginning.ts';
import { insertRound } from './round.store.ts';
import type { Effect, MatterAct } from '../life/effect.rules.ts';
import type { Concerned } from '../life/state-parts.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import { tells } from '../life/telling.rules.ts';
import { wordsOf } from '../life/words.rules.ts';

/** The kind of the act that opens a round; its stream is the round's own. */
export const OPEN_ROUND = 'open-round';

/**
 * Opens a round: the meeting and all its assignments, or nothing. Each item is registered and, where units are named,
 * assigned. Sent again, by the same seat with the same words, it gives the same round; an id that was used for anything else is
 * refused (409). Refuses whoever may not register, a number that is taken, and whatever a single item is refused for, naming the
 * item.
 */
export async function openRound(tx: Tx, caller: Caller, request: OpenRound, now: Date): Promise<Uuid> {
  const city = caller.city;
  const under = await getNewestMechanism(tx, city, request.mechanism);
  if (!under.mechanism.rounds) refuse('matter.mechanism-has-no-rounds', { key: under.key });
  if (!ruleFor(under.mechanism, 'register')?.by.some((actor) => actor === caller.role))
    refuse(
      'matter.not-your-act',
      { act: 'register', by: ruleFor(under.mechanism, 'register')?.by ?? [] },
      { status: 403 },
    );
  const earlier = await findAct(tx, city, request.id);
  if (earlier)
    return (await openedSo(tx, caller, request, earlier))
      ? request.id
      : refuse('matter.act-id-reused', { id: request.id }, { status: 409 });
  const opening = await open(tx, caller, request, under, now);
  const first = await takeNumbers(tx, city, `${under.key}/${request.year}/${request.number}`, request.items.length);
  const acts: SealedAct[] = [opening];
  const telling: SealedAct[] = [];
  const matters: NewMatter[] = [];
  for (const [i, item] of request.items.entries()) {
    const round = { id: request.id, number: request.number };
    const at = (kind: BeginningKind): string => `/items/${i}/${kind}`;
    const begun = await begin(tx, caller, item, { year: request.year, round }, under, now, at, { named: first + i });
    const made = begun(first + i);
    acts.push(...made.acts);
    telling.push(...made.telling);
    matters.push(made.matter);
  }
  await Promise.all([appendActs(tx, acts), insertMatters(tx, city, matters), announce(tx, city, telling)]);
  return request.id;
}

/** Whether this act opened the very round that is asked for, for the same seat. */
async function openedSo(tx: Tx, caller: Caller, request: OpenRound, act: StoredAct): Promise<boolean> {
  if (act.kind !== OPEN_ROUND || act.stream !== request.id || act.seat !== caller.seat) return false;
  const { given, matters } = payloadOf(act) as { given: Record<string, unknown>; matters: Uuid[] };
  const { items, ...asked } = request;
  const ids = items.map(({ id }) => id);
  const same = sameGiven(given, { ...asked, draft: asked.draft ?? null }) && matters.join() === ids.join();
  return same && beganSo(tx, caller.city, { seat: caller.seat, at: act.at }, items);
}

async function open(
  tx: Tx,
  caller: Caller,
  request: OpenRound,
  { version, sourceHash }: MechanismVersion,
  now: Date,
): Promise<SealedAct> {
  const { items, ...given } = request;
  const head = {
    city: caller.city,
    stream: request.id,
    seq: 1,
    id: request.id,
    kind: OPEN_ROUND,
    seat: caller.seat,
    at: now,
  };
  const sealed = sealAct(null, head, {
    given: { ...given, draft: given.draft ?? null },
    matters: items.map((i) => i.id),
    openedBy: caller.name,
    source: sourceHash,
    version,
  });
  await insertRound(tx, caller.city, {
    ...given,
    version,
    draft: given.draft ?? null,
    openedBy: caller.name,
    seq: 1,
    hash: sealed.hash,
    at: now.toISOString(),
  });
  return sealed;
}

type BeginningKind = 'register' | 'attach' | 'assign';

/** The acts of a beginning, those of them that somebody is told of, the matter as it is to be written, its first act. */
export type Registered = {
  acts: SealedAct[];
  telling: SealedAct[];
  matter: NewMatter;
  first: MatterAct & { stage: string };
};

/** A matter's beginning as decided: it wants its number alone. */
export type Begun = (n: number) => Registered;

/**
 * A matter's beginning: registered, with its files, and where units are named assigned. Everything that hangs on its number comes
 * afterwards and waits for nothing, as whoever has taken one keeps all others of that series waiting. `at` tells where in the
 * request each of these stands, for refusals, and `named` by which number of the meeting. `parent`: the matter below which it stands;
 * `known`: what is known to be personal in it beforehand; `concerns`: of whose matter it is a part;
 * `divided`: those that are begun below it at the same time; `units`: those of the city, where they were read already.
 */
export async function begin(
  tx: Tx,
  caller: Caller | Nobody,
  item: Beginning,
  opening: Omit<Opening, 'source' | 'n'>,
  under: MechanismVersion,
  now: Date,
  at: (kind: BeginningKind) => string,
  {
    named,
    sealer,
    known = [],
    parent = null,
    concerns = null,
    divided = [],
    units,
  }: {
    named?: number;
    sealer?: Sealer | undefined;
    known?: readonly Known[];
    parent?: Host | null;
    concerns?: Concerned | null;
    divided?: readonly Divided[];
    units?: Units | undefined;
  } = {},
): Promise<Begun> {
  const { mechanism, version } = under;
  const acts: MatterAct[] = [];
  const beginning = { known };
  let state: MatterState | null = null;
  const add = async (id: Uuid, kind: BeginningKind, given: Record<string, unknown>): Promise<void> => {
    const ask = await askOf(tx, { caller, now, mechanism, version, parent, units }, { id, kind, given }).catch(
      (error: unknown) =>
        error instanceof Refusal ? refuse(...atItem(error.problem, at(kind), named)) : Promise.reject(error),
    );
    const decided = decide(state, ask, { ...opening, n: 0, source: under.sourceHash });
    if (!decided.ok) return refuse(...atItem(decided.problem, at(kind), named));
    const { originators = [] } = state ?? {};
    const above = parent?.id ?? null;
    const where = { caller, mechanism, matter: item.id, originators, concerns, parent: above, sealer, beginning };
    const act = await conceal(tx, where, orRefuse(decided));
    const { effects } = act;
    if (kind === 'register') {
      if (concerns) effects.push({ do: 'concern', subject: concerns.id, unnamed: concerns.unnamed });
      effects.push(...divided);
    }
    acts.push({ ...act, effects });
    state = fold(state, acts.at(-1)!);
  };
  await add(item.id, 'register', item.register);
  if (item.attach) await add(uuidv7(now), 'attach', item.attach);
  if (item.assign) await add(uuidv7(now), 'assign', item.assign);
  return (n) =>
    registered(
      acts.map((act) => numbered(act, mechanism, { ...opening, n })),
      caller.city,
      item.id,
      under,
    );
}

/** That another is begun below a matter. */
export type Divided = Extract<Effect, { do: 'divide' }>;

/** The acts of a beginning, folded and bound to each other. */
function registered(
  acts: readonly MatterAct[],
  city: number,
  id: Uuid,
  { mechanism, version }: MechanismVersion,
): Registered {
  const sealed: Sealed[] = [];
  for (const act of acts) {
    const before = sealed.at(-1);
    sealed.push(seal(city, id, before?.act.hash ?? null, act, fold(before?.state ?? null, act)));
  }
  const { state, saved } = sealed.at(-1)!;
  const head = { id, mechanism: state.mechanism, version, number: state.number, n: state.n, round: state.round };
  const first = { ...sealed[0]!.decided, stage: sealed[0]!.state.stage };
  const telling = sealed.filter((s) => tells(s.decided)).map((s) => s.act);
  return {
    first,
    telling,
    acts: sealed.map((s) => s.act),
    matter: { ...head, ...saved(mechanism), ...wordsOf(id, state) },
  };
}

/** A refusal of one item, told of the whole: its pointers lead to the item, and it names the item's number. */
function atItem(
  { code, params, pointer, errors, status }: Problem,
  at: string,
  item: number | undefined,
): Parameters<typeof refuse> {
  const there = (given: string | undefined): string => `${at}${(given ?? '').replace('/given', '')}`;
  const each = errors?.map((error) => ({ ...error, pointer: there(error.pointer) }));
  const which = item === undefined ? {} : { item };
  return [code, { ...params, ...which }, { status, pointer: there(pointer), ...(each ? { errors: each } : {}) }];
}
