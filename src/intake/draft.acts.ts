import { createHash } from 'node:crypto';
import { normalise, refuse, straightened, uuidv7, type Day, type Uuid } from '../kernel/index.ts';
import { findUnitMatcher } from '../directory/index.ts';
import { calendarOf, openRound } from '../matters/index.ts';
import type { OpenRound } from '../matters/rounds/round.contract.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { DraftReceipt, DraftView, SaveDraft, UnitGuess } from './contract.ts';
import { mayWriteDrafts } from './draft-access.rules.ts';
import {
  closeDraft,
  findByDigest,
  findDraft,
  insertDraft,
  lockDraft,
  saveReview,
  type StoredDraft,
} from './draft.store.ts';
import { TEXT_LIMIT } from './limits.rules.ts';
import { read } from './minutes/read.rules.ts';
import { beginReview, reviewArticles } from './review.rules.ts';

/**
 * Reads minutes into a draft, or finds the draft that the same text gave before. `date` is the meeting's, against which
 * deadlines are resolved; without one the text's own is used, else today. Refuses who may not (403) and a text in which
 * there is nothing to read.
 */
export async function draftFrom(
  tx: Tx,
  caller: Caller,
  raw: { text: string; date?: Day | undefined; name?: string | undefined },
  now: Date,
): Promise<DraftReceipt> {
  const given = { ...raw, text: straightened(raw.text), name: raw.name && straightened(raw.name) };
  if (!mayWriteDrafts(caller.role)) refuse('intake.not-your-draft', {}, { status: 403 });
  if (given.text.length > TEXT_LIMIT)
    refuse('intake.text-too-long', { limit: TEXT_LIMIT, length: given.text.length }, { status: 413 });
  const digest = createHash('sha256').update(normalise(given.text).replace(/\s+/gu, '')).digest();
  const earlier = await findByDigest(tx, caller.city, digest);
  if (earlier) return { id: earlier, known: true };
  const { articles } = read(given.text, { date: given.date ?? null, calendar: await calendarOf(tx, caller.city, now) });
  if (!articles.length) refuse('intake.nothing-to-read');
  const match = await findUnitMatcher(tx, caller.city);
  const guess = (printed: string): UnitGuess => {
    const found = match(printed);
    if (found.kind === 'exact') return { printed, kind: 'exact', units: [{ unit: found.unit, score: 1 }] };
    const units = found.kind === 'likely' ? found.units.map(({ unit, score }) => ({ unit, score })) : [];
    return { printed, kind: found.kind, units };
  };
  const review = beginReview(articles, guess, now);
  const beginning = given.text.trim().replace(/\s+/gu, '').slice(0, 24);
  const title = (review.meeting.name || articles[0]!.title || given.name || beginning).slice(0, 200);
  const id = uuidv7(now);
  const draft = {
    id,
    digest,
    title,
    articles: reviewArticles(articles),
    review,
    seat: caller.seat,
    by: caller.name,
    at: now,
  };
  if (await insertDraft(tx, caller.city, draft)) return { id, known: false };
  return { id: (await findByDigest(tx, caller.city, digest))!, known: true };
}

const known = (draft: StoredDraft | undefined): StoredDraft =>
  draft ?? refuse('intake.draft-not-found', {}, { status: 404 });

/** A draft with its sources and its review. */
export async function viewDraft(tx: Tx, caller: Caller, id: Uuid): Promise<DraftView> {
  const { version, articles, review, ...draft } = known(await findDraft(tx, caller.city, id));
  return { draft, version, articles, ...review };
}

/** Keeps a review as edited. Refuses one that began from an older version (409): the later typist sees it first. */
export async function saveDraft(
  tx: Tx,
  caller: Caller,
  id: Uuid,
  given: SaveDraft,
  now: Date,
): Promise<{ version: number }> {
  const draft = open(known(await lockDraft(tx, caller.city, id)), caller);
  if (given.version !== draft.version) refuse('intake.draft-moved-on', { version: draft.version }, { status: 409 });
  const { article, meeting, items } = given;
  return { version: await saveReview(tx, caller.city, id, { article, meeting, items }, now) };
}

/**
 * Assigns a draft's items as a round and closes the draft, both or neither. The same request sent again gives the same round;
 * {@link openRound} knows whether it is the same.
 */
export async function assignDraft(tx: Tx, caller: Caller, id: Uuid, request: OpenRound, now: Date): Promise<Uuid> {
  const draft = known(await lockDraft(tx, caller.city, id));
  const again = draft.status === 'assigned' && draft.round === request.id && mayWriteDrafts(caller.role);
  if (!again) open(draft, caller);
  const round = await openRound(tx, caller, { ...request, draft: id }, now);
  if (again) return round;
  await closeDraft(tx, caller.city, id, round, now);
  return round;
}

function open(draft: StoredDraft, caller: Caller): StoredDraft {
  if (!mayWriteDrafts(caller.role)) refuse('intake.not-your-draft', {}, { status: 403 });
  if (draft.status !== 'open') refuse('intake.draft-assigned', { title: draft.title }, { status: 409 });
  return draft;
}
