import { canonicalJson, isUuid, orRefuse, refuse, Refusal, type Uuid } from '../kernel/index.ts';
import { findCategory, findColleagues, findOriginator, findUnits, reachOf, type Unit } from '../directory/index.ts';
import { announce, appendActs, findAct, payloadOf, type StoredAct } from '../ledger/index.ts';
import type { Mechanism } from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { findFileFacts, type FileFacts } from '../platform/files/index.ts';
import { endWith, transact, type Pool, type Tx } from '../platform/postgres/index.ts';
import type { Ask, Host } from './life/ask.rules.ts';
import type { Ladder } from './life/nobody.rules.ts';
import { attachFiles } from './attachment.store.ts';
import { conceal } from './personal/conceal.acts.ts';
import { hidePersonal } from './personal/hide.rules.ts';
import { calendarOf } from './calendars/calendar.store.ts';
import type { ActReceipt, ActRequest } from './contract.ts';
import { decide } from './life/decide.rules.ts';
import { fold } from './life/fold.rules.ts';
import { hostNamed, joins, lockBoth, tellHost } from './join.acts.ts';
import { rewordMatter, updateMatter } from './matter.store.ts';
import { getMechanism } from './mechanisms/mechanism.store.ts';
import { project } from './life/project.rules.ts';
import type { MatterAct, MatterState } from './life/state.rules.ts';
import { seal } from './seal.ts';
import { stagesNamed } from './life/stage-names.rules.ts';
import { mentioned, tells } from './life/telling.rules.ts';
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
): Promise<ActReceipt> {
  try {
    return await transact(pool, caller, (tx) => attempt(tx, caller, matter, request, now));
  } catch (error) {
    // Not looked for before, as hardly any act is sent twice; the ledger takes none twice.
    if (!(error instanceof Refusal) || error.problem.code !== 'ledger.act-already-recorded') throw error;
    return transact(pool, caller, (tx) => unlessDone(tx, caller, matter, request, error));
  }
}

async function attempt(tx: Tx, caller: Caller, matter: Uuid, request: ActRequest, now: Date): Promise<ActReceipt> {
  const { city } = caller;
  const into = joins(request.kind) ? await hostNamed(tx, city, matter, request) : null;
  const { held, host } = await lockBoth(tx, city, matter, into);
  if (!held) return refuse('matter.not-found', { id: matter }, { status: 404 });
  const { state } = held;
  const mechanism = await getMechanism(tx, city, state.mechanism, state.version);
  let decided: MatterAct;
  try {
    decided = await decideOn(
      tx,
      state,
      { caller, now, mechanism, version: state.version, host: host && { id: host.id, state: host.state } },
      request,
    );
    const { originators } = state;
    decided = await conceal(tx, { caller, mechanism, matter, originators }, decided);
  } catch (error) {
    // Looked for now that the row is ours: a twin that held it before is seen.
    return unlessDone(tx, caller, matter, request, error);
  }
  const sealed = seal(city, matter, held.hash, decided, fold(state, decided));
  const fresh = sealed.state.files.slice(state.files.length).map((f) => f.id);
  const other = host && (await tellHost(tx, city, host, { id: matter, state }, decided));
  endWith(tx, [
    appendActs(tx, [sealed.act, ...(other ? [other.act] : [])]),
    updateMatter(tx, city, matter, sealed.saved(mechanism), project(state, mechanism)),
    ...(other ? [other.write()] : []),
    ...(fresh.length ? [attachFiles(tx, city, matter, fresh)] : []),
    ...(tells(decided, state.originators) ? [announce(tx, city, [sealed.act])] : []),
    ...(request.kind === 'correct' ? [reword(tx, city, matter, sealed.state)] : []),
  ]);
  return receipt(decided, matter, sealed.state.stage);
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
  return firstAnswer(twin, matter, request, caller.seat);
}

type Under = { caller: Caller | Ladder; now: Date; mechanism: Mechanism; version: number; host?: Host | null };

/**
 * Gathers what the decision needs to know of the city, and refuses units and files that are not there. Units have their
 * names in it where the act assigns some.
 */
export async function askOf(tx: Tx, under: Under, request: Pick<ActRequest, 'id' | 'kind' | 'given'>): Promise<Ask> {
  const { caller, now } = under;
  const { lead, co } = request.given;
  const calendar = await calendarOf(tx, caller.city, now);
  const units = lead === undefined && co === undefined ? NO_UNITS : await findUnits(tx, caller.city);
  checkUnits(units, request.given);
  const files = await filesOf(tx, caller.city, request.given['files']);
  const called = await calledBy(tx, caller.city, request.given, now);
  if (caller.role !== 'ladder') await checkOriginator(tx, caller, request.given['originator']);
  const filed = await filedUnder(tx, under, request.given['category']);
  return {
    ...under,
    ...request,
    host: under.host ?? null,
    calendar,
    filed,
    files,
    mentioned: called,
    higher: request.kind === 'raise' ? await higherSeat(tx, caller.city, request.given['seat'], now) : null,
    unitName: nameIn(units),
  };
}

/** Whoever a clerk names as the originator must be known; whoever raises a matter themselves has been, to have come here. */
async function checkOriginator(tx: Tx, { city, role }: Caller, id: unknown): Promise<void> {
  if (role === 'originator' || typeof id !== 'string' || !isUuid(id)) return;
  if (!(await findOriginator(tx, city, id)))
    refuse('matter.no-such-originator', { originator: id }, { pointer: '/given/originator' });
}

/** The category named, in the scheme of the mechanism as it is now. What is no text is refused by the rules. */
async function filedUnder(tx: Tx, { caller, mechanism }: Under, code: unknown): Promise<Ask['filed']> {
  if (typeof code !== 'string' || mechanism.scheme === undefined) return null;
  return (await findCategory(tx, caller.city, mechanism.scheme, code.trim())) ?? null;
}

/** Those whom the act calls by name and who hold a seat now. What is no id is refused by the rules. */
async function calledBy(tx: Tx, city: number, given: Record<string, unknown>, now: Date): Promise<Ask['mentioned']> {
  const seats = mentioned(given).filter(isUuid);
  if (!seats.length) return [];
  const units = await findUnits(tx, city);
  const found = await findColleagues(tx, city, seats, now);
  return found.map(({ seat, name, role, unit }) => ({ seat, name, role, units: reachOf(units, unit) }));
}

/** Who sits on the seat that a matter is to be raised to. What is no id is refused by the rules. */
async function higherSeat(tx: Tx, city: number, seat: unknown, now: Date): Promise<Ask['higher']> {
  if (typeof seat !== 'string' || !isUuid(seat)) return null;
  const [held] = await findColleagues(tx, city, [seat], now);
  if (!held) return null;
  const { role, unit } = held;
  return { seat, role, unit, units: reachOf(await findUnits(tx, city), unit) };
}

/** The files given, as they are; refuses those that are not there. What is no list of ids is refused by the rules. */
async function filesOf(tx: Tx, city: number, given: unknown): Promise<FileFacts[]> {
  if (!Array.isArray(given)) return [];
  const ids = [...new Set(given.filter((id): id is string => typeof id === 'string' && isUuid(id)))];
  const found = await findFileFacts(tx, city, ids);
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length) return refuse('matter.file-not-found', { files: missing }, { pointer: '/given/files' });
  return [...found.values()];
}

type Units = ReadonlyMap<Uuid, Unit>;
const NO_UNITS: Units = new Map();
const nameIn =
  (units: Units) =>
  (unit: Uuid): string =>
    units.get(unit)?.name ?? unit;

/** Whoever is assigned something must be there to do it. */
function checkUnits(units: Units, given: Record<string, unknown>): void {
  const named: [string, unknown][] = [['/given/lead', given['lead']]];
  if (Array.isArray(given['co'])) given['co'].forEach((unit, i) => named.push([`/given/co/${i}`, unit]));
  for (const [pointer, id] of named) {
    if (typeof id !== 'string') continue;
    const unit = units.get(id);
    if (!unit) refuse('matter.no-such-unit', { unit: id }, { pointer });
    if (unit.retiredAt) refuse('matter.unit-retired', { unit: unit.name }, { pointer });
  }
}

/** The matter's act as the ledger holds it. Throws where the body is not a matter's act. */
export function matterAct(stored: StoredAct): MatterAct & { stage: string } {
  const { effects, given, stage, unit } = payloadOf(stored) as Pick<MatterAct, 'effects' | 'given' | 'unit'> & {
    stage: string;
  };
  const { id, seq, kind, seat } = stored;
  return { id, seq, kind, at: stored.at.toISOString(), seat, unit, given, effects, stage };
}

/** The answer first given to an act of that id, if it was this very act of this seat; one id for two acts is a fault. */
export function firstAnswer(
  stored: StoredAct,
  matter: Uuid,
  request: Pick<ActRequest, 'id' | 'kind' | 'given'>,
  seat: Uuid | null,
): ActReceipt {
  const first = matterAct(stored);
  const same =
    stored.seat === seat &&
    stored.stream === matter &&
    first.kind === request.kind &&
    sameGiven(first.given, request.given);
  if (!same) return refuse('matter.act-id-reused', { id: request.id }, { status: 409 });
  return receipt(first, matter, first.stage);
}

/** What was given is stored as checked (trimmed) and with marks for what is personal; what is sent again is compared through the same eyes. */
export function sameGiven(stored: Record<string, unknown>, sent: Record<string, unknown>): boolean {
  const trimmed = JSON.parse(JSON.stringify(sent), (_, v: unknown) => (typeof v === 'string' ? v.trim() : v)) as Record<
    string,
    unknown
  >;
  const kept = canonicalJson(stored);
  return kept === canonicalJson(trimmed) || kept === canonicalJson(hidePersonal(trimmed).given);
}

/** The answer to an act: where it stands, and the stage that it led to. */
export const receipt = (a: MatterAct, matter: Uuid, stage: string): ActReceipt => ({
  id: a.id,
  matter,
  seq: a.seq,
  kind: a.kind,
  at: a.at,
  stage,
});

async function reword(tx: Tx, city: number, matter: Uuid, state: MatterState): Promise<void> {
  const { words, grams } = wordsOf(state);
  await rewordMatter(tx, city, matter, words, grams);
}
