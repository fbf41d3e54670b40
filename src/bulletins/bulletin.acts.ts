import { canonicalJson, dayOf, refuse, Refusal, type Uuid } from '../kernel/index.ts';
import { roundFigures } from '../figures/index.ts';
import {
  announce,
  appendActs,
  checkpointNow,
  findAct,
  payloadOf,
  sealAct,
  type Checkpoint,
  type StoredAct,
} from '../ledger/index.ts';
import { calendarOf, findRound, findRoundBefore, mattersOfRound, rowOf, takeNumbers } from '../matters/index.ts';
import { sentence } from '../platform/i18n/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { transact, type Pool, type Tx } from '../platform/postgres/index.ts';
import { findBulletin, findInForce, insertBulletin } from './bulletin.store.ts';
import { correctionFault } from './correction.rules.ts';
import { mayPublish } from './publish-access.rules.ts';
import type { BulletinView, PublishBulletin } from './contract.ts';
import { bulletinWords } from './words.ts';

/** The kind of the act that publishes a bulletin; its stream is the bulletin's own. */
export const PUBLISH = 'publish-bulletin';

/**
 * What a bulletin of a round says now: the completion of the round before, this round's list. Confidential matters are
 * counted but not listed. With a checkpoint, the figures are counted over the acts that it covers and no other.
 */
export async function previewBulletin(
  tx: Tx,
  caller: Caller,
  id: Uuid,
  now: Date,
  seal: Checkpoint | null = null,
): Promise<BulletinView> {
  const { city } = caller;
  const round = await findRound(tx, city, id);
  if (!round) return refuse('matter.round-not-found', {}, { status: 404 });
  const before = await findRoundBefore(tx, city, round);
  const [figures, matters, calendar, supersedes] = await Promise.all([
    before ? roundFigures(tx, city, before.id, now, now, seal?.horizon ?? null) : null,
    mattersOfRound(tx, city, round.id),
    calendarOf(tx, city, now),
    findInForce(tx, city, round.id),
  ]);
  const listed = matters
    .filter((m) => !m.state.confidential)
    .map((m) => rowOf(m.id, m.state, now, calendar, { kind: 'lead' }));
  const areas = [...new Set(listed.map((row) => row.area))];
  return {
    published: null,
    number: sentence('zh', 'bulletin.number-pending', { year: round.year }),
    ...bulletinWords(round, before),
    roundNumber: round.number,
    roundYear: round.year,
    heldOn: round.heldOn,
    attendees: round.attendees,
    before: before && figures ? { name: before.name, number: before.number, figures } : null,
    list: areas.map((area) => ({ area, matters: listed.filter((row) => row.area === area) })),
    withheld: matters.length - listed.length,
    seal: seal && { checkpoint: seal.n, root: seal.root, acts: seal.acts, at: seal.at },
    ...(supersedes ? { supersedes } : {}),
  };
}

/**
 * Publishes a round's bulletin: a checkpoint over all settled acts is signed first, the figures are counted at it, and the
 * whole document is frozen in one act. Never altered after; what was wrong is said in another bulletin of the round, which
 * names the one that it corrects. The same request sent again gives the same one; its id used for another is refused (409). Refuses a second one whose author does not say so (`bulletin.already-published`).
 */
export async function publishBulletin(pool: Pool, caller: Caller, request: PublishBulletin, now: Date): Promise<Uuid> {
  if (!mayPublish(caller.role)) refuse('bulletin.not-your-act', {}, { status: 403 });
  const { city } = caller;
  // In a transaction of its own: a checkpoint covers what is settled, and nothing of its own transaction is.
  const seal = await transact(pool, { city, system: true }, (tx) => checkpointNow(tx, city, now));
  return transact(pool, caller, async (tx) => {
    const earlier = await findAct(tx, city, request.id);
    if (earlier)
      return publishedSo(caller, request, earlier)
        ? request.id
        : refuse('matter.act-id-reused', { id: request.id }, { status: 409 });
    const year = Number(dayOf(now).slice(0, 4));
    // Taken first: of two who publish at once the second waits here, and then finds the bulletin of the first.
    const number = sentence('zh', 'bulletin.number', { year, n: await takeNumbers(tx, city, `bulletin/${year}`, 1) });
    const draft = await previewBulletin(tx, caller, request.round, now, seal);
    const fault = correctionFault(draft.supersedes, request.supersedes);
    if (fault) throw new Refusal(fault);
    const before = draft.before?.figures.round ?? null;
    const row = {
      id: request.id,
      number,
      title: request.title,
      round: request.round,
      before,
      publishedAt: now.toISOString(),
      by: caller.name,
    };
    const { title, opening, closing } = request;
    const content = { ...draft, published: row, number, title, opening, closing };
    const head = { city, stream: request.id, seq: 1, id: request.id, kind: PUBLISH, seat: caller.seat, at: now };
    const sealed = sealAct(null, head, content);
    await Promise.all([
      appendActs(tx, [sealed]),
      announce(tx, city, [sealed]),
      insertBulletin(tx, city, { ...row, content: canonicalJson(content), seq: 1, hash: sealed.hash }),
    ]);
    return request.id;
  });
}

/** Whether this act published the very bulletin that is asked for, for the same seat. */
function publishedSo(caller: Caller, request: PublishBulletin, act: StoredAct): boolean {
  if (act.kind !== PUBLISH || act.stream !== request.id || act.seat !== caller.seat) return false;
  const { title, opening, closing, published, supersedes } = payloadOf(act) as BulletinView;
  const said = { title, opening, closing, round: published?.round, supersedes: supersedes?.id ?? null };
  const { id: _, ...asked } = request;
  return canonicalJson(said) === canonicalJson({ ...asked, supersedes: asked.supersedes ?? null });
}

/** A published bulletin as it was published, and what corrects it by now. Refuses one that is not there. */
export async function viewBulletin(tx: Tx, caller: Caller, id: Uuid): Promise<BulletinView> {
  const found = await findBulletin(tx, caller.city, id);
  if (!found) return refuse('bulletin.not-found', {}, { status: 404 });
  const { content, supersededBy } = found;
  return { ...(JSON.parse(content) as BulletinView), ...(supersededBy ? { supersededBy } : {}) };
}
