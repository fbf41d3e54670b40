import {
  contactOf,
  findEnterpriseByCode,
  findOriginatorsTaken,
  newcomer,
  noteLanguage,
  openNewcomers,
  originatorCaller,
  passCodes,
  sealTo,
  type KnownOriginator,
  type Newcomer,
  type NewPassCode,
} from '../directory/index.ts';
import { refuse, uuidv7, type Uuid } from '../kernel/index.ts';
import { findActs, type StoredAct } from '../ledger/index.ts';
import {
  findMatters,
  findNewestMechanism,
  firmNamed,
  getNewestMechanism,
  prepareByHand,
  registerPrepared,
  type MechanismVersion,
  type Registering,
} from '../matters/index.ts';
import type { Place } from '../matters/raised/raised.contract.ts';
import type { Language } from '../platform/i18n/index.ts';
import type { Caller } from '../platform/identity/index.ts';
import {
  endShared,
  inOrder,
  keepPlans,
  outcomeOf,
  togetherInCity,
  transact,
  type Outcome,
  type Pool,
  type Tx,
} from '../platform/postgres/index.ts';
import type { AppealRaised, NewAppeal } from './contract.ts';
import { filesAreOf } from './files.store.ts';

/** What mechanisms call this way of raising a matter, where they tell ways apart. */
const CHANNEL = 'web';
/** So many appeals are written in one transaction at most: they are answered together. */
const MOST = 32;
/** While one transaction is open the rest gathers: a second would wait for the first one's numbers, and be so much smaller. */
const LANES = 1;
/** Nobody feels it, and a group of four costs each of them a fifth less than two of two. */
const PATIENCE_MS = 2;

/** What somebody raises; `known`: who has signed in. */
export type Raising = {
  readonly known: KnownOriginator | null;
  readonly request: NewAppeal & { readonly language: Language };
  readonly now: Date;
};

/**
 * Raises a matter for whoever has signed in, or for somebody who has not: they are opened as an originator of their own, with the
 * contact that they leave, and follow it by its number and the code that they chose. In their language they are written to. Sent
 * again, it is done once. All or nothing of each; what is raised at about the same time is written in one transaction.
 *
 * @throws Refusal `counter.contact-wrong`, `counter.who` (422), `counter.files-not-yours`, and what registering refuses.
 */
export const raise: (pool: Pool, city: number, raising: Raising) => Promise<AppealRaised> = togetherInCity({
  most: MOST,
  lanes: LANES,
  patienceMs: PATIENCE_MS,
  names,
  write,
});

/** What is sent twice at once, and somebody new who raises two things at once, are not written at once. */
function names({ request: { id, by } }: Raising): Uuid[] {
  return by ? [id, by.id] : [id];
}

/** One of them, decided. */
type Prepared = {
  readonly caller: Caller;
  readonly language: Language;
  readonly newcomer: Newcomer | null;
  readonly registering: Registering;
  /** By which it is followed; null where it needs none. */
  readonly code: string | null;
};

/** What was read for all of them at once: the act of that id, who is known already, the mechanism. */
type Read = {
  readonly earlier: StoredAct | undefined;
  readonly taken: ReadonlySet<Uuid>;
  readonly newest: MechanismVersion | null;
};

/** Whoever is refused is refused before anything of anybody is written. */
async function write(pool: Pool, city: number, all: readonly Raising[]): Promise<Outcome<AppealRaised>[]> {
  const system = { city, system: true } as const;
  return transact(pool, system, async (tx) => {
    const ids = all.map(({ request }) => request.id);
    const mechanisms = [...new Set(all.map(({ request }) => request.mechanism))];
    const comers = all.flatMap(({ request: { by } }) => (by ? [by.id] : []));
    // None of it hangs on the rest: asked for together it is one round trip.
    const [, earlier, taken, ...newest] = await Promise.all([
      keepPlans(tx),
      findActs(tx, city, ids),
      findOriginatorsTaken(tx, city, comers),
      ...mechanisms.map((key) => findNewestMechanism(tx, city, key)),
    ]);
    const decided = await Promise.all(
      all.map((one) => {
        const under = newest[mechanisms.indexOf(one.request.mechanism)] ?? null;
        return outcomeOf(prepare(tx, city, one, { earlier: earlier.get(one.request.id), taken, newest: under }));
      }),
    );
    const prepared = decided.flatMap((one) => (one.ok ? [one.value] : []));
    const now = all.reduce((first, one) => (one.now < first ? one.now : first), all[0]!.now);
    const numbers = await writeAll(tx, city, prepared, now);
    return decided.map((one, n) => {
      if (!one.ok) return one;
      return { ok: true, value: { id: ids[n]!, number: numbers.get(one.value)! } };
    });
  });
}

async function writeAll(
  tx: Tx,
  city: number,
  prepared: readonly Prepared[],
  now: Date,
): Promise<ReadonlyMap<Prepared, string>> {
  const before = prepared.flatMap(({ registering: { done } }) => (done ? [done.matter] : []));
  const known = before.length ? await findMatters(tx, city, before) : new Map<Uuid, never>();
  const follow = await passCodes(tx, city);
  const newcomers = prepared.flatMap(({ newcomer: one }) => one ?? []);
  // Sent one behind the other in one packet, the number last.
  const opening = openNewcomers(tx, { city, system: true }, newcomers, now);
  const speaking = (['zh', 'en'] as const).map((language) =>
    noteLanguage(
      tx,
      city,
      prepared.filter((one) => one.language === language).map(({ caller }) => caller.seat),
      language,
    ),
  );
  const registering = registerPrepared(
    tx,
    city,
    prepared.map((one) => one.registering),
  );
  await inOrder([opening, ...speaking, registering]);
  const { all, writes } = await registering;
  const numbers = new Map<Prepared, string>();
  const codes: NewPassCode[] = [];
  for (const [n, one] of prepared.entries()) {
    const { receipt, number: fresh } = all[n]!;
    const number = fresh ?? known.get(receipt.matter)!.number;
    numbers.set(one, number);
    const { code, caller } = one;
    // Once only: whoever knows what was sent, as the desk does, gets no second code by sending it again.
    if (code && fresh) codes.push({ matter: receipt.matter, number, originator: caller.seat, code });
  }
  endShared(tx, [...writes, follow(codes, now)]);
  return numbers;
}

async function prepare(
  tx: Tx,
  city: number,
  { known, request, now }: Raising,
  { earlier, taken, newest }: Read,
): Promise<Prepared> {
  const { id, mechanism, text, category, confidential, unnamed, consents, files, by, language } = request;
  const signedIn = known !== null && known.matter === null ? known.caller : null;
  if (!signedIn && !by) refuse('counter.who', {}, { pointer: '/by' });
  const fresh = signedIn || earlier ? null : await comer(tx, city, by!, { taken, now });
  if (!signedIn) contactGiven(by!);
  const caller = signedIn ?? originatorCaller(city, by!.id, '');
  if (!(await filesAreOf(tx, city, files, caller.seat))) refuse('counter.files-not-yours', {}, { pointer: '/files' });
  const words = request.place ? { text: request.place } : null;
  const place = request.point || words ? { place: { ...request.point, ...words } as Place } : {};
  const under = newest ?? (await getNewestMechanism(tx, city, mechanism));
  const { channels = {} } = under.mechanism;
  const channel = Object.hasOwn(channels, CHANNEL) ? { channel: CHANNEL } : {};
  const asked = typeof consents === 'boolean' ? { consents } : {};
  const given = { text, confidential, unnamed, ...channel, ...place, ...(category ? { category } : {}), ...asked };
  const attach = files.length ? { files } : null;
  const registering = await prepareByHand(tx, caller, { id, mechanism, given, attach }, now, {
    earlier,
    newest: under,
    // The key that nobody has yet is not to be asked for.
    ...(fresh ? { sealer: sealTo(fresh), known: await firmOf(tx, city, request) } : {}),
  });
  return { caller, language, newcomer: fresh, registering, code: signedIn ? null : by!.pass };
}

/**
 * Somebody who has not signed in. They are nobody whom the city knew before: an id that is taken stands for them only where this
 * very request was done before, which registering then compares.
 */
async function comer(
  tx: Tx,
  city: number,
  by: NonNullable<NewAppeal['by']>,
  { taken, now }: { taken: ReadonlySet<Uuid>; now: Date },
): Promise<Newcomer> {
  const plain = contactGiven(by);
  if (taken.has(by.id)) refuse('ledger.act-id-reused', { id: by.id }, { status: 409 });
  const enterprise = by.enterprise ? await findEnterpriseByCode(tx, city, by.enterprise) : undefined;
  const contacts = plain ? [{ id: uuidv7(now), plain, confirmed: false }] : [];
  const { id, kind } = by;
  const claims = { enterprise: enterprise?.id ?? null, claims: by.enterprise ?? null };
  return newcomer(tx, city, { id, kind, ...claims, contacts });
}

/** What the enterprise is called that somebody says they are, and that the units are not to know. */
async function firmOf(tx: Tx, city: number, { unnamed, by }: NewAppeal): Promise<ReturnType<typeof firmNamed>> {
  const firm = unnamed && by?.enterprise ? await findEnterpriseByCode(tx, city, by.enterprise) : undefined;
  return firm ? firmNamed(firm.name) : [];
}

function contactGiven({ contact }: NonNullable<NewAppeal['by']>): ReturnType<typeof contactOf> {
  const plain = contact ? contactOf(contact) : null;
  if (contact && !plain) refuse('counter.contact-wrong', {}, { status: 400, pointer: '/by/contact' });
  return plain;
}
