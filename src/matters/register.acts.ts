import { dayOf, refuse, Refusal, type Uuid } from '../kernel/index.ts';
import { findCircle, findUnits } from '../directory/index.ts';
import { announce, appendActs, findAct, type StoredAct } from '../ledger/index.ts';
import { channelNames, ruleFor } from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { asSystem, inOrder, keepPlans, type Tx } from '../platform/postgres/index.ts';
import { attachFiles } from './attachment.store.ts';
import type { ActReceipt, RegisterMatter, Registrable } from './contract.ts';
import type { Units } from './asking.ts';
import { knownTargets } from './targets/target.view.ts';
import { firstAnswer, matterAct, receipt } from './receipt.ts';
import { OVERSEERS, whyNot } from './matter.policy.ts';
import { takesDown } from './desk.ts';
import { insertMatters, takeNumbers } from './new-matter.store.ts';
import {
  findNewestMechanism,
  getNewestMechanism,
  newestMechanisms,
  type MechanismVersion,
} from './mechanisms/mechanism.store.ts';
import { beganSo } from './rounds/beginning.ts';
import type { Sealer } from './personal/conceal.acts.ts';
import type { Known } from './personal/hide.rules.ts';
import { givenWhole } from './personal/known.ts';
import { begin, type Begun } from './rounds/round.acts.ts';
import { findRound } from './rounds/round.store.ts';

/** A matter that is decided to be registered; or what was answered when it was, for a request sent again. */
export type Registering =
  | { readonly done: ActReceipt }
  | {
      readonly done?: never;
      readonly id: Uuid;
      readonly series: string;
      readonly begun: Begun;
      readonly files: readonly Uuid[];
    };

type Read = {
  readonly earlier: StoredAct | undefined;
  readonly sealer?: Sealer | undefined;
  readonly known?: readonly Known[];
  readonly newest?: MechanismVersion | null;
  readonly units?: Units | undefined;
};

/**
 * Decides to register one matter by hand, of a meeting or of none, with its files, and assigned where units are named. Writes
 * nothing. `earlier`: the act of that id, where it stands in the ledger; `known`: what is known to be personal in it; `newest` and `units`: what was read already of what
 * else is asked for. Refuses a round that is not there or not of this mechanism.
 */
export async function prepareByHand(
  tx: Tx,
  caller: Caller,
  request: RegisterMatter,
  now: Date,
  { earlier, sealer, known = [], newest, units }: Read,
): Promise<Registering> {
  const { city } = caller;
  const { id, given, attach, assign } = request;
  if (earlier) {
    const asBefore = async (): Promise<Registering> => {
      const whole = await givenWhole(tx, city, earlier);
      const first = firstAnswer(earlier, id, { id, kind: 'register', given }, caller.seat, whole);
      if (await registeredSo(tx, caller, request, earlier)) return { done: first };
      return refuse('matter.act-id-reused', { id }, { status: 409 });
    };
    // A desk does not read what it has taken down; whether it is the same is compared behind the policy of the database.
    const desk = newest ? await takesDown(tx, caller, newest.mechanism) : false;
    return desk ? asSystem(tx, asBefore) : asBefore();
  }
  const under = newest ?? (await getNewestMechanism(tx, city, request.mechanism));
  const round = request.round ? await roundFor(tx, city, under, request.round) : null;
  const year = round?.year ?? Number(dayOf(now).slice(0, 4));
  const item = { id, register: given, attach: attach ?? null, assign: assign ?? null };
  const at = (kind: string): string => (kind === 'register' ? '/given' : `/${kind}`);
  const begun = await begin(tx, caller, item, { year, round }, under, now, at, { sealer, known, units });
  return { id, series: `${under.key}/${year}/${round?.number ?? 0}`, begun, files: attach?.files ?? [] };
}

/** What is on its way into the database, sent and not answered yet, and what is answered to whoever registers. */
export type RegisteredAll = {
  readonly all: readonly { readonly receipt: ActReceipt; readonly number: string | null }[];
  readonly writes: readonly Promise<unknown>[];
};

/**
 * Gives matters their numbers and writes them. A number stays taken only if the transaction commits, so that the numbers of a series
 * have no gap; until then whoever else wants one waits: this comes last in a transaction, and is best ended with. What was
 * done before has no `number` here. `inName`: the statements of whoever registers, where several do: each act is appended with the rights of whose it is.
 */
export async function registerPrepared(
  tx: Tx,
  city: number,
  prepared: readonly Registering[],
  inName: (of: Registering) => Tx = () => tx,
): Promise<RegisteredAll> {
  const fresh = prepared.filter((one) => one.done === undefined);
  // In one order, so that two transactions never wait for each other.
  const series = [...new Set(fresh.map((one) => one.series))].toSorted();
  const next = new Map<string, number>();
  for (const one of series)
    next.set(one, await takeNumbers(tx, city, one, fresh.filter((f) => f.series === one).length));
  const made = new Map(
    fresh.map((one) => {
      const n = next.get(one.series)!;
      next.set(one.series, n + 1);
      return [one, one.begun(n)] as const;
    }),
  );
  const each = [...made.values()];
  const writes = [
    ...[...Map.groupBy(made, ([one]) => inName(one))].map(([theirs, of]) =>
      appendActs(
        theirs,
        of.flatMap(([, { acts }]) => acts),
      ),
    ),
    insertMatters(
      tx,
      city,
      each.map(({ matter }) => matter),
    ),
    announce(
      tx,
      city,
      each.flatMap(({ telling }) => telling),
    ),
    ...fresh.filter(({ files }) => files.length > 0).map(({ id, files }) => attachFiles(tx, city, id, files)),
  ];
  const all = prepared.map((one) => {
    if (one.done) return { receipt: one.done, number: null };
    const { first, matter } = made.get(one)!;
    return { receipt: receipt(first, one.id, first.stage), number: matter.number };
  });
  return { all, writes: fresh.length > 0 ? writes : [] };
}

/**
 * Registers one matter by hand, as {@link prepareByHand} decides: all or nothing. Idempotent by the request's id.
 */
export async function registerByHand(tx: Tx, caller: Caller, request: RegisterMatter, now: Date): Promise<ActReceipt> {
  const { city } = caller;
  // None of it hangs on the rest: asked for together it is one round trip.
  const [, seen, newest, units] = await Promise.all([
    keepPlans(tx),
    findAct(tx, city, request.id),
    findNewestMechanism(tx, city, request.mechanism),
    request.assign ? findUnits(tx, city) : undefined,
  ]);
  const desk = newest !== null && (await takesDown(tx, caller, newest.mechanism));
  if (desk) return registerAtDesk(tx, caller, request, now, newest);
  const prepared = await prepareByHand(tx, caller, request, now, { earlier: seen, newest, units });
  const { all, writes } = await registerPrepared(tx, city, [prepared]);
  await inOrder(writes);
  return all[0]!.receipt;
}

/**
 * Registers with the rights of a desk, which may not read what it has taken down: that it was done before, and that the papers belong to it,
 * is looked up and noted behind the policy of the database.
 */
async function registerAtDesk(
  tx: Tx,
  caller: Caller,
  request: RegisterMatter,
  now: Date,
  newest: MechanismVersion,
): Promise<ActReceipt> {
  const { city } = caller;
  const earlier = await asSystem(tx, () => findAct(tx, city, request.id));
  const prepared = await prepareByHand(tx, caller, request, now, { earlier, newest });
  const papers = prepared.done ? [] : prepared.files;
  const { all, writes } = await registerPrepared(tx, city, [prepared.done ? prepared : { ...prepared, files: [] }]);
  await inOrder(writes);
  if (papers.length) await asSystem(tx, () => attachFiles(tx, city, request.id, papers));
  return all[0]!.receipt;
}

/** Refuses a seat that may not register under this mechanism, before anything is done for a matter of it. */
export async function checkMayRegister(tx: Tx, caller: Caller, key: string, now: Date): Promise<void> {
  const { mechanism } = await getNewestMechanism(tx, caller.city, key);
  const desk = await takesDown(tx, caller, mechanism);
  const why = whyNot(mechanism, null, caller, 'register', now, [], desk ? [caller.seat] : []);
  if (why) throw new Refusal(why);
}

/**
 * Registers a matter that nobody did: what the city's own rules have follow from something. It stands in the ledger without a seat,
 * and with the rights of the supervision office. `tx` is the system's.
 */
export const registerItself = (tx: Tx, city: number, request: RegisterMatter, now: Date): Promise<ActReceipt> =>
  registerByHand(tx, { ...NOBODY, city }, request, now);

// An act of the ledger may have no seat; whoever decides by a seat finds none that is theirs.
const NO_SEAT = null as unknown as Uuid;
const NOBODY: Omit<Caller, 'city'> = {
  account: NO_SEAT,
  seat: NO_SEAT,
  role: 'supervisor',
  unit: null,
  units: [],
  name: '',
  title: '',
};

/** Whether this act registered the very matter that is asked for: of that mechanism and meeting, with those files and units. */
async function registeredSo(tx: Tx, caller: Caller, request: RegisterMatter, act: StoredAct): Promise<boolean> {
  const { id, given, attach, assign } = request;
  const opened = matterAct(act).effects[0];
  if (opened?.do !== 'open' || opened.mechanism !== request.mechanism) return false;
  if (opened.round !== (request.round ?? null)) return false;
  const item = { id, register: given, attach: attach ?? null, assign: assign ?? null };
  return beganSo(tx, caller.city, { seat: caller.seat, at: act.at }, [item]);
}

async function roundFor(
  tx: Tx,
  city: number,
  { key, mechanism }: MechanismVersion,
  id: Uuid,
): Promise<{ id: Uuid; year: number; number: number }> {
  const at = { pointer: '/round' };
  if (!mechanism.rounds) return refuse('matter.mechanism-has-no-rounds', { key }, at);
  const round = await findRound(tx, city, id);
  if (!round) return refuse('matter.round-not-found', {}, { ...at, status: 404 });
  return round.mechanism === key ? round : refuse('matter.round-of-another', { name: round.name }, at);
}

/** The mechanisms, as they are now, under which this seat may register matters. */
export async function registrable(tx: Tx, caller: Caller, now: Date): Promise<Registrable[]> {
  const all = await newestMechanisms(tx, caller.city);
  const circles = new Map<string, readonly Uuid[]>();
  for (const { key, mechanism } of all)
    if (await takesDown(tx, caller, mechanism)) circles.set(key, [caller.seat]);
    else if (mechanism.sealed) circles.set(key, await asSystem(tx, () => findCircle(tx, caller.city, key)));
  return (
    all
      .filter(({ key, mechanism }) => !whyNot(mechanism, null, caller, 'register', now, [], circles.get(key)))
      // What the city sets itself to do in its meetings comes first; what others raise mostly comes by ways of its own.
      .toSorted((a, b) => turnOf(a) - turnOf(b))
      .map(({ key, mechanism }) => ({
        key,
        name: mechanism.name,
        rounds: mechanism.rounds,
        // What a named seat writes down itself is raised by nobody else, and nobody else is asked for.
        originators: (mechanism.originators && !mechanism.sealed) ?? false,
        publishes: ruleFor(mechanism, 'publish') !== undefined,
        channels: channelNames(mechanism.channels),
        scheme: mechanism.scheme ?? null,
        sides: mechanism.parties?.sides ?? null,
        targets: mechanism.targets ? knownTargets(mechanism.targets) : null,
        site: mechanism.targets !== undefined && mechanism.gates !== undefined,
        amount: mechanism.amount ?? false,
        confidential: mechanism.confidential ?? false,
        sealed: mechanism.sealed ?? false,
        // What must be classified first is assigned afterwards.
        mayAssign:
          !mechanism.scheme && (ruleFor(mechanism, 'assign')?.by.some((actor) => actor === caller.role) ?? false),
        mayJoin: ruleFor(mechanism, 'join')?.by.some((actor) => actor === caller.role) ?? false,
        mayRead: mechanism.visibility === 'city' || mechanism.sealed === true || OVERSEERS.includes(caller.role),
        give: {
          register: ruleFor(mechanism, 'register')?.give ?? [],
          assign: ruleFor(mechanism, 'assign')?.give ?? [],
        },
      }))
  );
}

const turnOf = ({ mechanism: { originators, rounds } }: MechanismVersion): number => (originators ? 2 : rounds ? 0 : 1);
