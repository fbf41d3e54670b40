import {
  contactOf,
  findEnterpriseByCode,
  openOriginator,
  originatorCaller,
  printOf,
  type PlainContact,
} from '../../directory/index.ts';
import { canonicalJson, refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import { registerByHand } from '../../matters/index.ts';
import { onBehalf, transact, type Tx } from '../../platform/postgres/index.ts';
import { viewAsTold } from '../appeal.view.ts';
import type { AppealView } from '../contract.ts';
import { checkAttached, keepAttached, printsOf, type Checked, type Keeping } from './attached.ts';
import { noting } from './refused.acts.ts';
import type { From } from './source.acts.ts';
import type { HandedOver, JustTaken, TakenRequest } from './source.contract.ts';
import { findTaken, holdExternal, insertTaken, listTaken, type Taken } from './taken.store.ts';

/** For so long a request without a number that says the same is taken to be the same, sent again; and among so many of the newest. */
const AGAIN_MS = 10 * 60_000;
const MOST_AGAIN = 200;
/** What no sender's number is: under it those wait for each other that have none. */
const NO_NUMBER = ' ';
/** A number that was made here for what had none. */
const MADE_HERE = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/**
 * Takes what another program hands over: registers it for whoever raised it there, with its files. One transaction; the same number handed
 * over again is taken once, at the same time too, and so is what has none and says the same within some minutes. What is no contact, as a
 * hotline's notes may be, is left out, refuses nothing and is told.
 * `sent`: by which number it is noted where it is refused, the sender's own; empty where it has none.
 *
 * @throws Refusal `counter.external-reused` (409), what files are refused by, and what registering refuses.
 */
export const take = (
  keeping: Keeping,
  from: From,
  request: HandedOver,
  now: Date,
  sent: string = request.external,
): Promise<JustTaken> =>
  noting(keeping.pool, from, sent, now, async () => {
    const checked = await checkAttached(request.attachments);
    return taken(keeping, from, { request, checked, numbered: sent !== '' }, now);
  });

type Asked = { readonly request: HandedOver; readonly checked: readonly Checked[]; readonly numbered: boolean };

async function taken({ pool, files }: Keeping, { city, source }: From, asked: Asked, now: Date): Promise<JustTaken> {
  const { request, checked, numbered } = asked;
  const { contacts, leftOut } = contactsOf(request);
  return transact(pool, { city, system: true }, async (tx) => {
    await holdExternal(tx, source.id, numbered ? request.external : NO_NUMBER);
    const earlier = numbered
      ? await findTaken(tx, city, source.id, request.external)
      : await takenLately(tx, city, source.id, asked, now);
    const print = earlier && (await printOf(tx, earlier.originator, wordsOf(asked, earlier.external)));
    // Of somebody who was erased nobody can tell any more what was said: what is handed over again is what was taken.
    if (earlier && print && !earlier.digest.equals(print))
      refuse('counter.external-reused', { external: request.external }, { status: 409, pointer: '/external' });
    if (earlier) return { ...(await tell(tx, city, earlier, now)), ...leftOut };
    const [matter, originator] = [uuidv7(now), uuidv7(now)];
    const enterprise = request.enterprise ? await findEnterpriseByCode(tx, city, request.enterprise) : undefined;
    await openOriginator(
      tx,
      { city, system: true },
      {
        id: originator,
        kind: request.kind,
        enterprise: enterprise?.id ?? null,
        claims: request.enterprise ?? null,
        contacts: inOrderOfId(contacts.map((plain) => ({ id: uuidv7(now), plain, confirmed: false }))),
      },
      now,
    );
    const { mechanism, channel } = source;
    const given = { ...givenOf(request), ...(channel ? { channel } : {}) };
    const caller = originatorCaller(city, originator, '');
    const kept = await keepAttached(onBehalf(tx, caller), files, caller, { checked, of: matter, at: now }, now);
    const attach = kept.length ? { files: kept } : null;
    await registerByHand(tx, caller, { id: matter, mechanism, given, attach }, now);
    const { external } = request;
    const digest = (await printOf(tx, originator, wordsOf(asked, external)))!;
    const noted = { external, matter, originator, digest, at: now };
    await insertTaken(tx, city, source.id, noted);
    return { ...(await tell(tx, city, noted, now)), ...leftOut };
  });
}

/** As they are read again. */
const inOrderOfId = <T extends { id: Uuid }>(all: T[]): T[] => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What is compared where a request is sent again under that number. */
const wordsOf = ({ request: { attachments: _, ...request }, checked }: Asked, external: string): string =>
  canonicalJson({ ...request, external, ...printsOf(checked) });

/**
 * What was taken of this source a moment ago and says the very same: a client that knows no number of its own and heard no answer sends it
 * again. Compared with the key of each who raised one, so that nothing by which words are known again is kept beside them.
 */
async function takenLately(tx: Tx, city: number, source: Uuid, asked: Asked, now: Date): Promise<Taken | undefined> {
  const from = new Date(now.getTime() - AGAIN_MS);
  for (const one of await listTaken(tx, city, source, from, new Date(now.getTime() + 1), MOST_AGAIN)) {
    if (!MADE_HERE.test(one.external)) continue;
    const print = await printOf(tx, one.originator, wordsOf(asked, one.external));
    if (print?.equals(one.digest)) return one;
  }
  return undefined;
}

/** How they are reached, and which of the fields that were sent are no contact. */
function contactsOf({ contact, email }: HandedOver): { contacts: PlainContact[]; leftOut: { leftOut?: string[] } } {
  const sent = Object.entries({ contact, email }).flatMap(([name, text]) => (text ? [{ name, text }] : []));
  const read = sent.map(({ name, text }) => ({ name, plain: contactOf(text) }));
  const contacts = read.flatMap(({ plain }) => plain ?? []);
  const none = read.filter(({ plain }) => !plain).map(({ name }) => name);
  const once = contacts.filter((one, n) => contacts.findIndex(({ text }) => text === one.text) === n);
  return { contacts: once, leftOut: none.length ? { leftOut: none } : {} };
}

function givenOf({ text, place, longitude, latitude, category, confidential, unnamed, name, media }: HandedOver) {
  const where = longitude != null && latitude != null ? { longitude, latitude } : null;
  const words = place ? { text: place } : null;
  const here = where ? { place: { ...where, ...words } } : words ? { place: words } : {};
  const beside = { ...(name ? { raiser: name } : {}), ...(media ? { media } : {}) };
  return { text, confidential, unnamed, ...(category ? { category } : {}), ...here, ...beside };
}

/** What has become of a request, as whoever raised it is told. */
export async function tell(
  tx: Tx,
  city: number,
  { external, matter, originator }: Taken,
  now: Date,
): Promise<TakenRequest> {
  const caller = originatorCaller(city, originator, '');
  // In full, as they are told: a hotline reads it to them. What was joined to another matter moves there.
  const { view, moving } = await viewAsTold(tx, caller, matter, 'zh', now);
  const { number, text, place, point, media, lead, due, registeredAt } = view;
  const { stage, phase } = view.joined ?? view;
  const where = { place, longitude: point?.longitude ?? null, latitude: point?.latitude ?? null, media };
  const answer = view.said.findLast(({ kind }) => kind === 'answer');
  const asked = view.may.includes('reply') ? view.said.findLast(({ kind }) => kind === 'inquire') : undefined;
  const { updatedAt } = moving.row;
  const category = moving.raised?.category?.code ?? moving.raised?.wish ?? null;
  return {
    external,
    matter,
    number,
    text,
    ...where,
    category,
    stage,
    phase,
    lead,
    due,
    question: asked?.text ?? null,
    questionId: asked?.id ?? null,
    askedAt: asked?.at ?? null,
    answer: answer?.text ?? null,
    answeredAt: answer?.at ?? null,
    told: toldBeside(view),
    registeredAt,
    updatedAt,
  };
}

/** What they were told last beside an answer. */
function toldBeside({ said }: AppealView): TakenRequest['told'] {
  const told = said.flatMap(({ kind, text, at }) =>
    kind === 'close' || kind === 'reopen' || kind === 'exclude' ? [{ kind, text, at }] : [],
  );
  return told.at(-1) ?? null;
}
