import { findSitters } from '../directory/index.ts';
import type { DutySwap } from '../duties/contract.ts';
import { findSwapsById } from '../duties/index.ts';
import type { Uuid } from '../kernel/index.ts';
import { findActs } from '../ledger/index.ts';
import { findMatters, getMechanism, matterAct, type MatterState } from '../matters/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { SlipColor } from '../mechanism/contract.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { gathered } from './delivery/digest.ts';
import { holds } from './telling/holds.rules.ts';
import { swapHolds } from './telling/swaps.rules.ts';
import { MOST_COUNTED, type NoticeDigest, type NoticePage, type NoticeRow, type Unread } from './contract.ts';
import { bulletinNames, countUnread, listNotices, type StoredNotice } from './notice.store.ts';

const PAGE = 30;

/** One page of a seat's notices, the newest first. */
export async function viewNotices(
  tx: Tx,
  caller: Caller,
  { after, unread }: { after?: Uuid | undefined; unread?: string | undefined },
): Promise<NoticePage> {
  const { city, seat } = caller;
  const stored = await listNotices(tx, city, seat, { after: after ?? null, unread: unread === '1', limit: PAGE });
  const rows = (await wordNotices(tx, city, stored)).map(({ row }) => row);
  return { rows, next: stored.length === PAGE ? stored.at(-1)!.id : null };
}

/** So many of the newest that are unread are looked through, and so many matters told. */
const GATHERED = 300;
const TOLD = 50;

/** What a seat has not read and is still so, the worst first, as its digest tells it. */
export async function viewDigest(tx: Tx, { city, seat }: Caller, now: Date): Promise<NoticeDigest> {
  const stored = await listNotices(tx, city, seat, { after: null, unread: true, limit: GATHERED });
  const worded = await wordNotices(tx, city, stored);
  const { matters, ...late } = gathered(
    worded.filter((one) => stillSo(one, now)).map(({ row }) => row),
    now,
  );
  return { n: matters.length, ...late, matters: matters.slice(0, TOLD) };
}

/** Whether what a notice says is still so. */
export const stillSo = ({ row, state, swap }: Worded, now: Date): boolean =>
  state ? holds(row, state) : !swap || swapHolds(row.kind, swap, now);

/** How many notices a seat has not read. */
export async function viewUnread(tx: Tx, { city, seat }: Caller): Promise<Unread> {
  const count = await countUnread(tx, city, seat);
  return { count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED };
}

type Worded = { row: NoticeRow; state: MatterState | null; swap: DutySwap | null };

/** Notices with what they are about, as the caller may read it; the matter's or the swap's state beside each, for whoever asks if it is still so. */
export async function wordNotices(tx: Tx, city: number, stored: readonly StoredNotice[]): Promise<Worded[]> {
  const matters = await findMatters(tx, city, present(stored.map((n) => n.matter)));
  const bulletins = await bulletinNames(tx, city, present(stored.map((n) => n.bulletin)));
  const swaps = await findSwapsById(tx, city, present(stored.map((n) => n.swap)));
  // A bulletin's act is the whole document; nothing of it is shown here.
  const acts = await findActs(tx, city, present(stored.map((n) => (n.bulletin ? null : n.act))));
  const seats = [
    ...[...acts.values()].map((act) => act.seat),
    ...[...swaps.values()].flatMap((s) => [s.seat, s.other]),
  ];
  const sitterOf = await findSitters(tx, city, present(seats));
  const names = await namesOf(tx, city, stored, matters);
  return stored.flatMap((n) => {
    const state = n.matter ? (matters.get(n.matter) ?? null) : null;
    const bulletin = n.bulletin ? (bulletins.get(n.bulletin) ?? null) : null;
    const swap = n.swap ? (swaps.get(n.swap) ?? null) : null;
    if (!state && !bulletin && !swap) return [];
    const act = n.act ? acts.get(n.act) : undefined;
    // The acts of the register are read by those who keep it: who did this one follows from the swap.
    const by = swap ? (n.kind === 'swap-asked' ? swap.seat : swap.other) : (act?.seat ?? null);
    const { id, kind, why, read, unit, due } = n;
    const row: NoticeRow = {
      id,
      kind,
      why,
      read,
      unit,
      due: due ?? null,
      at: n.at.toISOString(),
      came: (n.kind === 'received' && n.matter && names.get(n.matter)) || null,
      bulletin,
      swap: swap && { id: swap.id, day: swap.day, otherDay: swap.otherDay, status: swap.status },
      matter: state && { id: n.matter!, number: state.number, text: state.text, confidential: state.confidential },
      who: by ? (sitterOf(by, n.at)?.name ?? null) : null,
      said: null,
      color: null,
      granted: null,
      ...(act && !swap ? whatWasSaid(matterAct(act)) : {}),
    };
    return [{ row, state, swap }];
  });
}

/** What the mechanisms are called of the sealed matters that have come. */
async function namesOf(
  tx: Tx,
  city: number,
  stored: readonly StoredNotice[],
  matters: ReadonlyMap<Uuid, MatterState>,
): Promise<ReadonlyMap<Uuid, { zh: string; en: string }>> {
  const names = new Map<Uuid, { zh: string; en: string }>();
  for (const { kind, matter } of stored) {
    const state = kind === 'received' && matter ? matters.get(matter) : undefined;
    if (state) names.set(matter!, (await getMechanism(tx, city, state.mechanism, state.version)).name);
  }
  return names;
}

const present = <T>(values: readonly (T | null)[]): T[] => [...new Set(values.filter((value) => value !== null))];

/** What of an act belongs into the notice: the words that its person wrote, the day asked for or given. */
function whatWasSaid({ kind, given }: ReturnType<typeof matterAct>): Partial<NoticeRow> {
  // The matter itself, which stands there already.
  if (kind === 'register') return {};
  if (kind === 'convene') {
    const { from, place, note: besides } = given as { from?: string | null; place: string; note?: string | null };
    return { said: [from, place, besides].filter(Boolean).join(' ') };
  }
  const { text, reason, note, result, until, due, color } = given as Record<string, string | null | undefined>;
  const said = text ?? reason ?? note ?? result ?? null;
  const day = until ?? due;
  return {
    said,
    ...(day ? { due: day } : {}),
    ...(kind === 'slip' ? { color: color as SlipColor } : {}),
    ...(kind === 'grant' || kind === 'deny' ? { granted: kind === 'grant' } : {}),
  };
}
