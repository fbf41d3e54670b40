import { dayOf, isUuid, refuse, type Uuid } from '../kernel/index.ts';
import {
  checkNameable,
  findCategory,
  findCircle,
  findColleagues,
  findEnterprises,
  findOriginator,
  findRoster,
  findUnits,
  reachOf,
  type Unit,
} from '../directory/index.ts';
import { ruleFor, type ActKind, type Mechanism } from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { findFileFacts, type FileFacts } from '../platform/files/index.ts';
import { asSystem, type Tx } from '../platform/postgres/index.ts';
import type { ActRequest } from './contract.ts';
import { takesDown } from './desk.ts';
import { whyNot } from './matter.policy.ts';
import { findAbove } from './children/above.store.ts';
import { calendarOf } from './calendars/calendar.store.ts';
import type { Above, Ask, Host } from './life/ask.rules.ts';
import type { Child } from './life/state-parts.rules.ts';
import type { Nobody } from './life/nobody.rules.ts';
import { firmsBehind, hiddenTexts } from './personal/known.ts';
import { appointingAmong, appointingOf } from './parties/appointing.ts';
import { ableToReview } from './raised/reviewers.policy.ts';
import { mentioned } from './life/telling.rules.ts';

/** The units of a city, by id. */
export type Units = ReadonlyMap<Uuid, Unit>;

/** Who acts when, under which file; and of the matters around this one what the decision asks for. */
export type Under = {
  readonly caller: Caller | Nobody;
  readonly now: Date;
  readonly mechanism: Mechanism;
  readonly version: number;
  /** The matter that it is joined to. */
  readonly host?: Host | null;
  /** The matter below which it is registered. */
  readonly parent?: Above | null;
  /** What stands below it, and what is just being registered there. */
  readonly children?: readonly Child[];
  readonly born?: Child | null;
  /** The matter itself, where it is there. */
  readonly matter?: Host;
  /** The units of the city, where they were read already. */
  readonly units?: Units | undefined;
};

/**
 * Gathers what the decision needs to know of the city, and refuses units and files that are not there. Units have their
 * names in it where the act assigns some.
 */
export async function askOf(tx: Tx, under: Under, request: Pick<ActRequest, 'id' | 'kind' | 'given'>): Promise<Ask> {
  const { caller, now } = under;
  const { lead, co } = request.given;
  const calendar = await calendarOf(tx, caller.city, now);
  const units = lead === undefined && co === undefined ? NO_UNITS : (under.units ?? (await findUnits(tx, caller.city)));
  checkUnits(units, request.given);
  const sealed = under.mechanism.sealed === true;
  const files = await filesOf(tx, caller.city, request.given['files'], sealed);
  const called = await calledBy(tx, caller.city, request.given, now);
  if (caller.seat !== null) await checkOriginator(tx, caller, request.given['originator']);
  if (request.kind === 'inquire' && under.matter) await checkThere(tx, caller.city, under.matter);
  if (request.kind === 'exclude' && under.matter) await checkReviewed(tx, under, under.matter);
  if (request.kind === 'help' && under.mechanism.sealed && caller.seat !== null)
    await checkNamed(tx, caller, request.given['seat']);
  const filed = await filedUnder(tx, under, request.given['category']);
  return {
    ...under,
    ...request,
    host: under.host ?? null,
    parent: under.parent ?? null,
    children: under.children ?? [],
    born: under.born ?? null,
    calendar,
    filed,
    ...(request.kind === 'register' && under.mechanism.sealed
      ? { circle: await circleOf(tx, caller.city, under.mechanism.key, now) }
      : {}),
    ...(!under.matter && (request.kind === 'register' || request.kind === 'attach')
      ? { desk: await takesDown(tx, caller, under.mechanism) }
      : {}),
    appointing: await appointingOf(tx, under.matter, impartialSeat(under, request), under),
    ...(request.kind === 'involve' && under.matter
      ? { beside: await appointingAmong(tx, under.matter, impartialThere(under.matter, under.mechanism), under) }
      : {}),
    ...(request.kind === 'involve' || request.kind === 'register'
      ? { firms: await firmsNamed(tx, caller.city, request.given['parties']) }
      : {}),
    ...(PUBLIC.has(request.kind) && under.matter && !sealed
      ? { hidden: await hiddenFor(tx, caller.city, request.kind, under.matter) }
      : {}),
    files,
    mentioned: called,
    above:
      called.length && under.matter
        ? await findAbove(tx, { id: under.matter.id, parent: under.matter.state.parent })
        : [],
    higher:
      request.kind === 'raise' || request.kind === 'help'
        ? await higherSeat(tx, caller.city, request.given['seat'], now)
        : null,
    unitName: nameIn(units),
  };
}

/** What the register calls the enterprises among the parties given. What is no id is refused by the rules. */
async function firmsNamed(tx: Tx, city: number, parties: unknown): Promise<ReadonlyMap<Uuid, string>> {
  const ids = (Array.isArray(parties) ? parties : []).flatMap((one: { enterprise?: unknown } | null) =>
    typeof one?.enterprise === 'string' && isUuid(one.enterprise) ? one.enterprise : [],
  );
  const found = await findEnterprises(tx, city, ids);
  return new Map([...found].map(([id, { name }]) => [id, name]));
}

/** Acts of which everybody reads what is given, or may. */
const PUBLIC: ReadonlySet<string> = new Set(['publish', 'list', 'delist', 'promise']);

/** What must not stand there unseen: what is hidden in the matter and, in an answer for everybody, which enterprises raised it. */
const hiddenFor = async (tx: Tx, city: number, kind: ActKind, { id, state }: Host): Promise<string[]> => [
  ...(await hiddenTexts(tx, city, id, state.originators)),
  ...(kind === 'publish' || kind === 'promise' ? await firmsBehind(tx, city, state.originators) : []),
];

/** Whose being impartial an act hangs on: who is appointed or, where the file wants it, asked to help. */
function impartialSeat({ mechanism }: Under, { kind, given }: Pick<ActRequest, 'kind' | 'given'>): unknown {
  return kind === 'appoint' || (kind === 'help' && mechanism.acts.help?.impartial) ? given['seat'] : undefined;
}

/** Who must be impartial already: who was appointed and, where the file wants it, who helps. */
export const impartialThere = ({ state }: Pick<Host, 'state'>, { acts }: Mechanism): Uuid[] => [
  ...(state.appointed ? [state.appointed.seat] : []),
  ...(acts.help?.impartial ? state.helpers.map(({ seat }) => seat) : []),
];

/** Whoever a clerk names as the originator must be known; whoever raises a matter themselves has been, to have come here. */
async function checkOriginator(tx: Tx, { city, role }: Caller, id: unknown): Promise<void> {
  if (role === 'originator' || typeof id !== 'string' || !isUuid(id)) return;
  // A desk reads nothing of originators, and writes down who is sitting before it.
  const find = () => findOriginator(tx, city, id);
  if (!(await (role === 'handler' || role === 'head' ? asSystem(tx, find) : find())))
    refuse('matter.no-such-originator', { originator: id }, { pointer: '/given/originator' });
}

/** Whoever is asked something must be there to answer: of those who raised it one at least is not erased. */
async function checkThere(tx: Tx, city: number, { state: { originators } }: Host): Promise<void> {
  if (!originators.length) return;
  const found = await asSystem(tx, async () => {
    const all: Awaited<ReturnType<typeof findOriginator>>[] = [];
    for (const { id } of originators) all.push(await findOriginator(tx, city, id));
    return all;
  });
  const last = found
    .flatMap((one) => one?.erasedAt ?? [])
    .toSorted()
    .at(-1);
  if (last !== undefined && found.every((one) => one?.erasedAt))
    refuse('matter.originator-erased', { day: dayOf(new Date(last)) });
}

/** What nobody else may review would stand still for ever: whoever would propose it is told so, and who would have to be there. */
async function checkReviewed(tx: Tx, { caller, mechanism, now }: Under, { state }: Host): Promise<void> {
  const { seat, account } = caller;
  const rule = ruleFor(mechanism, 'review');
  if (seat === null || !rule || whyNot(mechanism, state, caller, 'exclude', now)) return;
  const able = ableToReview(mechanism, state, { seat, account }, await findRoster(tx, caller.city, now));
  if (!able.length) refuse('matter.nobody-to-review', { by: rule.by });
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

/** Who sits on the seat that a matter is to be raised to, or that is asked to help. What is no id is refused by the rules. */
async function higherSeat(tx: Tx, city: number, seat: unknown, now: Date): Promise<Ask['higher']> {
  if (typeof seat !== 'string' || !isUuid(seat)) return null;
  const [held] = await findColleagues(tx, city, [seat], now);
  if (!held) return null;
  const { role, unit } = held;
  return { seat, role, unit, units: reachOf(await findUnits(tx, city), unit) };
}

/** Whoever is named for a sealed matter must be somebody whom no administrator is or can be. What is no id is refused by the rules. */
async function checkNamed(tx: Tx, caller: Caller, seat: unknown): Promise<void> {
  if (typeof seat === 'string' && isUuid(seat)) await asSystem(tx, () => checkNameable(tx, caller, seat));
}

/**
 * The files given, as they are; refuses those that are not there, and where the matter is not sealed those that are. What is no list of ids
 * is refused by the rules.
 */
async function filesOf(tx: Tx, city: number, given: unknown, sealedToo: boolean): Promise<FileFacts[]> {
  if (!Array.isArray(given)) return [];
  const ids = [...new Set(given.filter((id): id is string => typeof id === 'string' && isUuid(id)))];
  const found = await findFileFacts(tx, city, ids, { sealedToo });
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length) return refuse('matter.file-not-found', { files: missing }, { pointer: '/given/files' });
  return [...found.values()];
}

const NO_UNITS: Units = new Map();
/** Turns ids of units into their names. */
export const nameIn =
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

/** Who is named for the sealed matters of a mechanism and sits there. Asked as the program: whoever raises one is not told who they are. */
const circleOf = (tx: Tx, city: number, mechanism: string, now: Date): Promise<NonNullable<Ask['circle']>> =>
  asSystem(tx, async () => {
    const seats = await findCircle(tx, city, mechanism);
    return seats.length ? findColleagues(tx, city, seats, now) : [];
  });
