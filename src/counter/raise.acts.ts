import {
  contactOf,
  findEnterpriseByCode,
  findOriginator,
  makePassCode,
  noteLanguage,
  openOriginator,
  originatorCaller,
  type KnownOriginator,
} from '../directory/index.ts';
import { refuse, uuidv7 } from '../kernel/index.ts';
import { findAct } from '../ledger/index.ts';
import { findMatters, getNewestMechanism, registerByHand } from '../matters/index.ts';
import type { Place } from '../matters/raised/raised.contract.ts';
import type { Language } from '../platform/i18n/index.ts';
import type { Caller } from '../platform/identity/index.ts';
import { transact, type Pool, type Tx } from '../platform/postgres/index.ts';
import type { AppealRaised, NewAppeal } from './contract.ts';
import { filesAreOf } from './files.store.ts';

/** What mechanisms call this way of raising a matter, where they tell ways apart. */
const CHANNEL = 'web';

/**
 * Raises a matter for whoever has signed in, or for somebody who has not: they are opened as an originator of their own, with the
 * contact that they leave, and follow it by its number and the code that they chose. In their language they are written to. One transaction; sent again, it is
 * done once.
 *
 * @throws Refusal `counter.contact-wrong`, `counter.who` (422), `counter.files-not-yours`, and what registering refuses.
 */
export async function raise(
  pool: Pool,
  city: number,
  known: KnownOriginator | null,
  request: NewAppeal & { readonly language: Language },
  now: Date,
): Promise<AppealRaised> {
  const { id, mechanism, text, category, confidential, unnamed, consents, files, by } = request;
  const signedIn = known !== null && known.matter === null ? known.caller : null;
  return transact(pool, { city, system: true }, async (tx) => {
    const again = (await findAct(tx, city, id)) !== undefined;
    const caller =
      signedIn ?? (by ? await newcomer(tx, city, by, again, now) : refuse('counter.who', {}, { pointer: '/by' }));
    if (!(await filesAreOf(tx, city, files, caller.seat))) refuse('counter.files-not-yours', {}, { pointer: '/files' });
    const words = request.place ? { text: request.place } : null;
    const place = request.point || words ? { place: { ...request.point, ...words } as Place } : {};
    const { channels = {} } = (await getNewestMechanism(tx, city, mechanism)).mechanism;
    const channel = Object.hasOwn(channels, CHANNEL) ? { channel: CHANNEL } : {};
    const asked = typeof consents === 'boolean' ? { consents } : {};
    const given = { text, confidential, unnamed, ...channel, ...place, ...(category ? { category } : {}), ...asked };
    const attach = files.length ? { files } : null;
    await registerByHand(tx, caller, { id, mechanism, given, attach }, now);
    await noteLanguage(tx, city, caller.seat, request.language);
    const number = (await findMatters(tx, city, [id])).get(id)!.number;
    // Once only: whoever knows what was sent, as the desk does, gets no second code by sending it again.
    if (!signedIn && !again)
      await makePassCode(tx, city, { matter: id, number, originator: caller.seat, code: by!.pass }, now);
    return { id, number };
  });
}

/**
 * Somebody who has not signed in. They are nobody whom the city knew before: an id that is taken stands for them only where this
 * very request was done before, which registering then compares.
 */
async function newcomer(
  tx: Tx,
  city: number,
  by: NonNullable<NewAppeal['by']>,
  again: boolean,
  now: Date,
): Promise<Caller> {
  const plain = by.contact ? contactOf(by.contact) : null;
  if (by.contact && !plain) refuse('counter.contact-wrong', {}, { status: 400, pointer: '/by/contact' });
  if (!again) {
    if (await findOriginator(tx, city, by.id)) refuse('ledger.act-id-reused', { id: by.id }, { status: 409 });
    const enterprise = by.enterprise ? await findEnterpriseByCode(tx, city, by.enterprise) : undefined;
    const contacts = plain ? [{ id: uuidv7(now), plain, confirmed: false }] : [];
    const { id, kind } = by;
    const claims = { enterprise: enterprise?.id ?? null, claims: by.enterprise ?? null };
    await openOriginator(tx, { city, system: true }, { id, kind, ...claims, contacts }, now);
  }
  return originatorCaller(city, by.id, '');
}
