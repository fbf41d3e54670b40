import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import { beginChange, findEntry, record, recordFirst, type Change } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { inOrder, type SystemCaller, type Tx } from '../../platform/postgres/index.ts';
import { allow } from '../directory.policy.ts';
import { contactOf, masked, type PlainContact } from './contact.rules.ts';
import { citySecret, findSubjectKey, forgetSubject, insertKeys, subjectKey } from './key.store.ts';
import type { MaskedContact, OriginatorAct } from './originator.contract.ts';
import type { OpenedOriginator, OriginatorKind, SealedContact } from './originator.rules.ts';
import {
  findOriginator,
  findByLookup,
  findFilesOf,
  findOriginatorOf,
  findRaisedSealed,
  isConfirmed,
  originatorNoun,
  setLookups,
  type Lookup,
  type Originator,
} from './originator.store.ts';
import { keyed, newKey, seal, unseal } from './seal.ts';
import { noteShown } from './shown.store.ts';

type Who = Caller | SystemCaller;

export type NewOriginator = {
  readonly id: Uuid;
  readonly kind: OriginatorKind;
  readonly enterprise?: Uuid | null;
  readonly proven?: boolean;
  readonly claims?: string | null;
  readonly contacts?: readonly { readonly id: Uuid; readonly plain: PlainContact; readonly confirmed: boolean }[];
};

/** Somebody who is about to be opened: what is personal is sealed, and nothing is kept yet. */
export type Newcomer = {
  readonly id: Uuid;
  readonly opened: OpenedOriginator;
  /** Theirs alone, destroyed when they are erased. */
  readonly key: Buffer;
  readonly lookups: readonly Lookup[];
};

/** Makes ready to open an originator under an id that nobody has had. Writes nothing of them. */
export async function newcomer(tx: Tx, city: number, given: NewOriginator): Promise<Newcomer> {
  const { id, kind, enterprise = null, proven = false, claims = null, contacts = [] } = given;
  const key = newKey();
  const lookups: Lookup[] = [];
  for (const { id: contact, plain } of contacts) lookups.push({ contact, lookup: await lookupOf(tx, city, plain) });
  const sealed = contacts.map((contact) => sealWith(key, id, contact));
  return { id, opened: { kind, enterprise, proven, claims, contacts: sealed }, key, lookups };
}

/** Seals what is personal of a newcomer, whose key nobody keeps yet, for one place such as an act. */
export const sealTo =
  ({ id, key }: Newcomer) =>
  async (_: Uuid, place: Uuid, text: string): Promise<string> =>
    seal(key, text, `${id}/${place}`);

/**
 * Opens originators under ids that nobody has had. Unlike other changes of the register it waits for no other: nothing that it
 * says hangs on another entry; and it reads nothing, so that it leaves in one packet with what is sent before it is awaited. Throws `ledger.act-id-reused` (409) for an id under which something personal is sealed already.
 */
export async function openNewcomers(tx: Tx, who: SystemCaller, all: readonly Newcomer[], now: Date): Promise<void> {
  if (all.length === 0) return;
  const changes = all.map(({ id, opened }): Change => ({ entry: id, id, kind: originatorNoun.opens, given: opened }));
  const keys = insertKeys(tx, who.city, all);
  const lookups = all.flatMap((one) => one.lookups);
  await inOrder([keys, recordFirst(tx, who, originatorNoun, changes, now), setLookups(tx, who.city, lookups)]);
  if (!(await keys)) refuse('ledger.act-id-reused', { id: all[0]!.id }, { status: 409 });
}

/** Opens one originator, as {@link openNewcomers}. */
export async function openOriginator(tx: Tx, who: SystemCaller, given: NewOriginator, now: Date): Promise<void> {
  await openNewcomers(tx, who, [await newcomer(tx, who.city, given)], now);
}

/**
 * Gives an enterprise a contact that the desk vouches for: whoever holds it may sign in for the enterprise. Done again under
 * the same id it is done once. Throws `enterprises.contact-wrong` (400) for what is no contact.
 */
export async function addEnterpriseContact(
  tx: Tx,
  who: Who,
  { id, enterprise, contact }: { id: Uuid; enterprise: Uuid; contact: string },
  now: Date,
): Promise<void> {
  allow(who, 'enterprise.contact');
  const plain = contactOf(contact) ?? refuse('enterprises.contact-wrong', {}, { status: 400, pointer: '/contact' });
  const change = { entry: id, id, kind: 'add-contact', given: {} };
  const known = await findOriginatorOf(tx, who.city, enterprise);
  const originator = known?.id ?? uuidv7(now);
  if (known?.contacts.some((one) => one.id === id)) return;
  await beginChange(tx, who, { ...change, entry: originator });
  const opening: Change[] = known
    ? []
    : [
        {
          entry: originator,
          id: originator,
          kind: originatorNoun.opens,
          given: {
            kind: 'enterprise',
            enterprise,
            proven: true,
            claims: null,
            contacts: [],
          } satisfies OpenedOriginator,
        },
      ];
  const key = await subjectKey(tx, who.city, originator);
  const sealed = sealWith(key, originator, { id, plain, confirmed: true });
  const adding = { ...change, entry: originator, given: { contact: sealed } };
  await record(tx, who, originatorNoun, [...opening, adding], now);
  await setLookups(tx, who.city, [{ contact: id, lookup: await lookupOf(tx, who.city, plain) }]);
}

/**
 * Does one act to an originator: takes a contact away, or erases all that is personal. Erased, the key is destroyed and their files
 * with it: what stands in the ledger stays, and is read by nobody. Throws `enterprises.no-such-originator` (404), and `enterprises.originator-erased`
 * (409) for one who is erased already, or raised something that others than administrators decide on (`enterprises.erasing-not-yours`). Who raised
 * nothing but what is sealed is not there for an administrator.
 */
export async function changeOriginator(tx: Tx, who: Who, id: Uuid, act: OriginatorAct, now: Date): Promise<void> {
  allow(who, 'enterprise.contact');
  const change: Change = { entry: id, id: act.id, kind: act.kind, given: act.given };
  if ((await beginChange(tx, who, change)) === 'done') return;
  const found = await findEntry(tx, who.city, originatorNoun, id);
  const sealed = found && !('system' in who) ? await findRaisedSealed(tx, id) : 'none';
  if (!found || sealed === 'only') refuse('enterprises.no-such-originator', {}, { status: 404 });
  else if (found.erasedAt !== null) refuse('enterprises.originator-erased', {}, { status: 409 });
  const erases = act.kind === 'erase-originator';
  if (erases && sealed === 'some') refuse('enterprises.erasing-not-yours', {}, { status: 409 });
  await record(tx, who, originatorNoun, [change, ...(erases ? await erasingFiles(tx, id, id, now) : [])], now);
  if (erases) await forgetSubject(tx, id);
}

/**
 * Erases what is personal in the words of a matter of which nobody is known who raised it: the key that is the matter's own. So that
 * the register tells of it, it is told of somebody unknown, who is opened and erased by it.
 */
export async function forgetMatter(tx: Tx, who: Who, matter: Uuid, purpose: string, now: Date): Promise<void> {
  allow(who, 'enterprise.contact');
  const entry = uuidv7(now);
  const opened: OpenedOriginator = { kind: 'unknown', enterprise: null, proven: false, claims: null, contacts: [] };
  const changes: Change[] = [
    { entry, id: entry, kind: originatorNoun.opens, given: opened },
    { entry, id: uuidv7(now), kind: 'erase-originator', given: { purpose, matter } },
    ...(await erasingFiles(tx, matter, entry, now)),
  ];
  await beginChange(tx, who, changes[0]!);
  await record(tx, who, originatorNoun, changes, now);
  await forgetSubject(tx, matter);
}

/** The act by which the files of a person are erased with them, where there are any: an act of its own, as it is found and not asked for. */
async function erasingFiles(tx: Tx, subject: Uuid, entry: Uuid, now: Date): Promise<Change[]> {
  const files = await findFilesOf(tx, subject);
  return files.length ? [{ entry, id: uuidv7(now), kind: 'erase-files', given: { files } }] : [];
}

/** The contacts of an originator as they are shown to the desk: masked. */
export async function maskedContacts(tx: Tx, city: number, { id, contacts }: Originator): Promise<MaskedContact[]> {
  const plain = await openContacts(tx, city, id, contacts);
  return plain.map(({ sealed: { id: contact, confirmed }, open }) => ({
    id: contact,
    kind: open.kind,
    masked: masked(open),
    confirmed,
  }));
}

/** Shows the contacts of an originator in the clear, and notes who asked and what for. */
export async function showContacts(
  tx: Tx,
  who: Caller,
  originator: Uuid,
  { id, purpose }: { id: Uuid; purpose: string },
  now: Date,
): Promise<string[]> {
  allow(who, 'enterprise.contact');
  const found = await findOriginator(tx, who.city, originator);
  if (!found || (await findRaisedSealed(tx, originator)) === 'only')
    return refuse('enterprises.no-such-originator', {}, { status: 404 });
  await noteShown(tx, {
    city: who.city,
    id,
    originator,
    seat: who.seat,
    unit: who.unit,
    matter: null,
    purpose,
    at: now,
  });
  return (await openContacts(tx, who.city, originator, found.contacts)).map(({ open }) => open.text);
}

/** The contacts in the clear, for sending something there; none after they were erased. */
export async function openContacts(
  tx: Tx,
  city: number,
  originator: Uuid,
  contacts: readonly SealedContact[],
): Promise<{ sealed: SealedContact; open: PlainContact }[]> {
  const key = contacts.length ? await findSubjectKey(tx, city, originator) : undefined;
  if (!key) return [];
  return contacts.map((sealed) => ({
    sealed,
    open: { kind: sealed.kind, text: unseal(key, sealed.sealed, `${originator}/${sealed.id}`) },
  }));
}

/**
 * The originator that an enterprise itself is, for what is raised in its name with this contact (null: with none). Undefined where
 * it has no contact that the desk confirmed, and where it has but not this one: whoever names another only says that they speak
 * for it.
 */
export async function findEnterpriseOriginator(
  tx: Tx,
  city: number,
  enterprise: Uuid,
  contact: PlainContact | null,
): Promise<Uuid | undefined> {
  const found = await findOriginatorOf(tx, city, enterprise);
  if (!found || found.erasedAt !== null) return undefined;
  if (contact && !(await isConfirmed(tx, city, found.id, await lookupOf(tx, city, contact)))) return undefined;
  return found.id;
}

/** By what a contact is found in this city. */
export const lookupOf = async (tx: Tx, city: number, { kind, text }: PlainContact): Promise<Buffer> =>
  keyed(await citySecret(tx, city, 'contact'), kind, text);

/** Those who can be reached by this contact, the newest first. For those who keep contacts: administrators, the system. */
export const findOriginatorsBy = async (tx: Tx, city: number, plain: PlainContact): Promise<Uuid[]> =>
  findByLookup(tx, city, await lookupOf(tx, city, plain));

const sealWith = (
  key: Buffer,
  originator: Uuid,
  { id, plain, confirmed }: { id: Uuid; plain: PlainContact; confirmed: boolean },
): SealedContact => ({ id, kind: plain.kind, sealed: seal(key, plain.text, `${originator}/${id}`), confirmed });
