import { contactOf, findEnterpriseByCode, openOriginator, originatorCaller, printOf } from '../../directory/index.ts';
import { canonicalJson, refuse, uuidv7 } from '../../kernel/index.ts';
import { registerByHand } from '../../matters/index.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { viewAsTold } from '../appeal.view.ts';
import type { AppealView } from '../contract.ts';
import { noting } from './refused.acts.ts';
import type { From } from './source.acts.ts';
import type { HandedOver, TakenRequest } from './source.contract.ts';
import { findTaken, holdExternal, insertTaken, type Taken } from './taken.store.ts';

/**
 * Takes what another program hands over: registers it for whoever raised it there. One transaction; the same number handed over
 * again is taken once, at the same time too. What is no contact, as a hotline's notes may be, is left out and refuses nothing.
 * `sent`: by which number it is noted where it is refused, the sender's own.
 *
 * @throws Refusal `counter.external-reused` (409), and what registering refuses.
 */
export const take = (
  pool: Pool,
  from: From,
  request: HandedOver,
  now: Date,
  sent: string = request.external,
): Promise<TakenRequest> => noting(pool, from, sent, now, () => taken(pool, from, request, now));

async function taken(pool: Pool, { city, source }: From, request: HandedOver, now: Date): Promise<TakenRequest> {
  const words = canonicalJson(request);
  return transact(pool, { city, system: true }, async (tx) => {
    await holdExternal(tx, source.id, request.external);
    const earlier = await findTaken(tx, city, source.id, request.external);
    const print = earlier && (await printOf(tx, earlier.originator, words));
    // Of somebody who was erased nobody can tell any more what was said: what is handed over again is what was taken.
    if (earlier && print && !earlier.digest.equals(print))
      refuse('counter.external-reused', { external: request.external }, { status: 409, pointer: '/external' });
    if (earlier) return tell(tx, city, earlier, now);
    const [matter, originator] = [uuidv7(now), uuidv7(now)];
    const plain = request.contact ? contactOf(request.contact) : null;
    const enterprise = request.enterprise ? await findEnterpriseByCode(tx, city, request.enterprise) : undefined;
    await openOriginator(
      tx,
      { city, system: true },
      {
        id: originator,
        kind: request.kind,
        enterprise: enterprise?.id ?? null,
        claims: request.enterprise ?? null,
        contacts: plain ? [{ id: uuidv7(now), plain, confirmed: false }] : [],
      },
      now,
    );
    const { mechanism, channel } = source;
    const given = { ...givenOf(request), ...(channel ? { channel } : {}) };
    await registerByHand(tx, originatorCaller(city, originator, ''), { id: matter, mechanism, given }, now);
    const digest = (await printOf(tx, originator, words))!;
    const kept = { external: request.external, matter, originator, digest, at: now };
    await insertTaken(tx, city, source.id, kept);
    return tell(tx, city, kept, now);
  });
}

function givenOf({ text, place, longitude, latitude, category, confidential, unnamed }: HandedOver) {
  const where = longitude != null && latitude != null ? { longitude, latitude } : null;
  const words = place ? { text: place } : null;
  const here = where ? { place: { ...where, ...words } } : words ? { place: words } : {};
  return { text, confidential, unnamed, ...(category ? { category } : {}), ...here };
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
  const { number, text, place, point, lead, due, registeredAt } = view;
  const { stage, phase } = view.joined ?? view;
  const where = { place, longitude: point?.longitude ?? null, latitude: point?.latitude ?? null };
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
