import { findSitters } from '../directory/index.ts';
import { Refusal, refuse, type Uuid } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { SavedView, SaveView } from './contract.ts';
import { whyNotShare } from './view.policy.ts';
import {
  countOwnViews,
  findView,
  hasOtherView,
  insertView,
  listViews,
  pinView,
  removeView,
  unpinView,
  updateView,
  type StoredView,
} from './view.store.ts';

/** More than anybody looks through. */
const SHOWN = 200;
const OWN = 100;

/** The views of a seat, and those shared with it. */
export async function viewsOf(tx: Tx, caller: Caller, now: Date): Promise<SavedView[]> {
  const stored = await listViews(tx, caller.city, caller.seat, SHOWN);
  const sitter = await findSitters(tx, caller.city, [...new Set(stored.map((view) => view.seat))]);
  return stored.map(({ seat, ...view }) => ({ ...view, own: seat === caller.seat, by: sitter(seat, now)?.name ?? '' }));
}

/** Saves a view, or changes one of one's own. The same request sent again, even at the same time, changes nothing more. */
export async function saveView(tx: Tx, caller: Caller, id: Uuid, given: SaveView, now: Date): Promise<void> {
  const { city, seat, unit } = caller;
  const why = whyNotShare(caller, given.shared);
  if (why) throw new Refusal(why);
  const view = { ...given, id, seat, unit, at: now };
  const known = await findView(tx, city, seat, id);
  if (known) {
    if (known.seat !== seat) refuse('view.not-yours', { name: known.name }, { status: 403 });
  }
  if (await hasOtherView(tx, city, seat, id, given.name))
    refuse('view.name-taken', { name: given.name }, { status: 409, pointer: '/name' });
  if (known) return updateView(tx, city, view);
  if ((await countOwnViews(tx, city, seat)) >= OWN) refuse('view.too-many', { limit: OWN }, { status: 409 });
  if (await insertView(tx, city, view)) return;
  // Sent twice at once, as by a double click, neither found what the other was about to write.
  if ((await findView(tx, city, seat, id))?.seat !== seat) refuse('view.id-taken', { id }, { status: 409 });
  await updateView(tx, city, view);
}

/** Removes a view of one's own, also from everybody who pinned it. One that is gone already is gone. */
export async function dropView(tx: Tx, caller: Caller, id: Uuid): Promise<void> {
  const known = await findView(tx, caller.city, caller.seat, id);
  if (known && known.seat !== caller.seat) refuse('view.not-yours', { name: known.name }, { status: 403 });
  await removeView(tx, caller.city, caller.seat, id);
}

/** Puts a view beside the places of the desk, or takes it away again. */
export async function setPin(tx: Tx, caller: Caller, id: Uuid, pinned: boolean, now: Date): Promise<void> {
  await getView(tx, caller, id);
  if (pinned) await pinView(tx, caller.city, caller.seat, id, now);
  else await unpinView(tx, caller.city, caller.seat, id);
}

const getView = async (tx: Tx, caller: Caller, id: Uuid): Promise<StoredView> =>
  (await findView(tx, caller.city, caller.seat, id)) ?? refuse('view.not-found', {}, { status: 404 });
