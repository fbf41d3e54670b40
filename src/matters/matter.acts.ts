import { orRefuse, refuse, Refusal, type Uuid } from '../kernel/index.ts';
import { findUnits } from '../directory/index.ts';
import { announce, appendActs, findAct } from '../ledger/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { endWith, keepPlans, transact, type Pool, type Tx } from '../platform/postgres/index.ts';
import { askOf, nameIn, type Under } from './asking.ts';
import { attachFiles } from './attachment.store.ts';
import { bear } from './children/bear.acts.ts';
import { findChildren, waitsForChildren } from './children/child.store.ts';
import { conceal } from './personal/conceal.acts.ts';
import { hideWords } from './personal/hide-words.acts.ts';
import { givenWhole } from './personal/known.ts';
import type { ActReceipt, ActRequest } from './contract.ts';
import { decide } from './life/decide.rules.ts';
import { fold } from './life/fold.rules.ts';
import { leaveHelping, staying } from './helpers/helped.store.ts';
import { hostNamed, joins, lockBoth, tellHost } from './join.acts.ts';
import { rewordMatter, updateMatter } from './matter.store.ts';
import { getMechanism } from './mechanisms/mechanism.store.ts';
import { project } from './life/project.rules.ts';
import type { MatterAct } from './life/effect.rules.ts';
import type { MatterState } from './life/state.rules.ts';
import { eraseAgreed } from './raised/forget.acts.ts';
import { firstAnswer, receipt } from './receipt.ts';
import { seal } from './seal.ts';
import { stagesNamed } from './life/stage-names.rules.ts';
import { tells } from './life/telling.rules.ts';
import { wordsOf } from './life/words.rules.ts';

/**
 * Does one act to a matter: locks its row, decides, appends the act, writes the projections, all in one transaction. The
 * same id sent again gives the first answer. Throws a refusal: `matter.not-found` (404), `matter.moved-on` (409) when the
 * matter has changed since the person looked in a way that matters, and whatever the policy and the rules say.
 */
export async function act(
  pool: Pool,
  caller: Caller,
  matter: Uuid,
  request: ActRequest,
  now: Date,
  { looked = true }: Looked = {},
): Promise<ActReceipt> {
  try {
    return await transact(pool, caller, (tx) => attempt(tx, caller, matter, request, now, looked));
  } catch (error) {
    // Not looked for before, as hardly any act is sent twice; the ledger takes none twice.
    if (!(error instanceof Refusal) || error.problem.code !== 'ledger.act-already-recorded') throw error;
    return transact(pool, caller, (tx) => unlessDone(tx, caller, matter, request, error));
  }
}

/** Acts after which a matter is found by other words. */
const REWORDS: ReadonlySet<string> = new Set(['correct', 'revise']);

/** Whether whoever asks knows where the matter stands, though `seen` is not given: the program itself does. */
type Looked = { readonly looked?: boolean };

async function attempt(
  tx: Tx,
  caller: Caller,
  matter: Uuid,
  request: ActRequest,
  now: Date,
  looked: boolean,
): Promise<ActReceipt> {
  const { city } = caller;
  const into = joins(request.kind) ? await hostNamed(tx, city, matter, request) : null;
  const [, { held, host }] = await Promise.all([keepPlans(tx), lockBoth(tx, city, matter, into)]);
  if (!held) return refuse('matter.not-found', { id: matter }, { status: 404 });
  const { state } = held;
  const mechanism = await getMechanism(tx, city, state.mechanism, state.version);
  let decided: MatterAct;
  let hid: Awaited<ReturnType<typeof hideWords>> = null;
  let below: Awaited<ReturnType<typeof bear>> | null = null;
  try {
    if (!looked) refuseUnseen(state, request);
    const waits = waitsForChildren(mechanism, request.kind);
    const children = waits ? (await findChildren(tx, [matter]))(matter) : [];
    const under = { caller, now, mechanism, version: state.version, children, matter: { id: matter, state } };
    below = await bear(tx, under, { id: matter, state }, request);
    const beside = { host: host && { id: host.id, state: host.state }, born: below?.child ?? null };
    decided = await decideOn(tx, state, { ...under, ...beside }, request);
    const { originators, concerns } = state;
    const parent = state.parent?.id ?? null;
    hid = await hideWords(tx, city, { matter, state }, decided);
    decided = await conceal(tx, { caller, mechanism, matter, originators, concerns, parent }, hid?.act ?? decided);
    await eraseAgreed(tx, city, { id: matter, state }, decided, now);
  } catch (error) {
    // Looked for now that the row is ours: a twin that held it before is seen.
    return unlessDone(tx, caller, matter, request, error);
  }
  const sealed = seal(city, matter, held.hash, decided, fold(hid?.state ?? state, decided));
  const saved = sealed.saved(mechanism);
  const leaves = decided.effects.some((effect) => effect.do === 'unhelp' && effect.seat === caller.seat);
  const fresh = sealed.state.files.slice(state.files.length).map((f) => f.id);
  const other = host && (await tellHost(tx, city, host, { id: matter, state }, decided));
  endWith(tx, [
    appendActs(tx, [sealed.act, ...(other ? [other.act] : []), ...(below?.acts ?? [])]),
    ...(below ? [below.write()] : []),
    updateMatter(tx, city, matter, leaves ? staying(saved, caller.seat) : saved, project(state, mechanism)),
    ...(other ? [other.write()] : []),
    ...(fresh.length ? [attachFiles(tx, city, matter, fresh)] : []),
    ...(tells(decided, state.originators) ? [announce(tx, city, [sealed.act])] : []),
    ...(REWORDS.has(request.kind) ? [reword(tx, city, matter, sealed.state)] : []),
    // Last of all: from here on they may not even read it.
    ...(leaves ? [leaveHelping(tx, matter)] : []),
  ]);
  return receipt(decided, matter, sealed.state.stage);
}

/**
 * Refuses to take a matter away from units that have it where it is not said that they were seen: of two that assign at once the later
 * would have undone what the other did, and neither would know.
 */
function refuseUnseen({ units, seq }: MatterState, { kind, seen, given }: ActRequest): void {
  if (kind !== 'assign' || seen !== undefined) return;
  const { lead, co } = given;
  const named = new Set<unknown>([lead, ...(Array.isArray(co) ? co : [])]);
  const holding = units.filter(({ stance }) => stance !== 'refused');
  const moves = holding.some(({ unit, part }) => !named.has(unit) || (part === 'lead') !== (unit === lead));
  if (moves) refuse('matter.seen-wanted', { seq }, { status: 409, pointer: '/seen' });
}

/** Decides an act under what the city is now. Throws the refusal. */
export async function decideOn(tx: Tx, state: MatterState, under: Under, request: ActRequest): Promise<MatterAct> {
  if (request.seen !== undefined && request.seen < state.moved)
    return refuse('matter.moved-on', { seq: state.seq, seen: request.seen }, { status: 409 });
  const ask = await askOf(tx, under, request);
  const decided = decide(state, ask);
  if (decided.ok) return decided.value;
  // Decided again, with the units' names for the refusal: what is done need not pay for reading them.
  const unitName = nameIn(await findUnits(tx, under.caller.city));
  const again = decide(state, { ...ask, unitName });
  return orRefuse(again.ok ? again : { ok: false, problem: stagesNamed(again.problem, under.mechanism) });
}

/** The first answer, where the act was done already; else throws what stood against it. */
async function unlessDone(
  tx: Tx,
  caller: Caller,
  matter: Uuid,
  request: ActRequest,
  why: unknown,
): Promise<ActReceipt> {
  const twin = why instanceof Refusal ? await findAct(tx, caller.city, request.id) : undefined;
  if (!twin) throw why;
  return firstAnswer(twin, matter, request, caller.seat, await givenWhole(tx, caller.city, twin));
}

async function reword(tx: Tx, city: number, matter: Uuid, state: MatterState): Promise<void> {
  const { words, grams } = wordsOf(matter, state);
  await rewordMatter(tx, city, matter, words, grams);
}
