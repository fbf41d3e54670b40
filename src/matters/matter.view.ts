import { refuse, type Uuid } from '../kernel/index.ts';
import { findSitters } from '../directory/index.ts';
import { readStream } from '../ledger/index.ts';
import { findFiles } from '../platform/files/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { calendarOf } from './calendars/calendar.store.ts';
import { viewClock } from './life/clocks.rules.ts';
import type { MatterView, StoryAct } from './contract.ts';
import { matterAct } from './matter.acts.ts';
import { choices } from './matter.policy.ts';
import { findMatter } from './matter.store.ts';
import { getMechanism } from './mechanisms/mechanism.store.ts';
import { findRound } from './rounds/round.store.ts';
import { rowOf, viewer } from './lists/row.rules.ts';

/** How many acts of the story are sent at once; older ones are asked for. */
const STORY_PAGE = 100;

/** Everything that a seat sees of a matter. Refuses one that is not there or not to be read (404, the same for both). */
export async function viewMatter(tx: Tx, caller: Caller, id: Uuid, now: Date): Promise<MatterView> {
  const { city } = caller;
  const held = await findMatter(tx, city, id);
  if (!held) return refuse('matter.not-found', { id }, { status: 404 });
  const { state } = held;
  const [mechanism, calendar, told, round, files] = await Promise.all([
    getMechanism(tx, city, state.mechanism, state.version),
    calendarOf(tx, city, now),
    story(tx, city, id, state.seq + 1),
    state.round ? findRound(tx, city, state.round) : undefined,
    findFiles(
      tx,
      city,
      state.files.map((f) => f.id),
    ),
  ]);
  const actOf = new Map(state.files.map((f) => [f.id, f.act]));
  return {
    row: rowOf(id, state, now, calendar, viewer(caller, state)),
    aim: state.aim,
    dueText: state.dueText,
    quantities: state.quantities,
    source: state.source,
    roundName: round?.name ?? null,
    roundNumber: round?.number ?? null,
    version: state.version,
    units: state.units,
    clocks: state.clocks.map((c) => viewClock(c, now, calendar)),
    stages: Object.entries(mechanism.stages).map(([key, { phase, name }]) => ({
      key,
      ...name,
      phase,
      enteredAt: state.entered[key] ?? null,
    })),
    clockNames: Object.fromEntries(Object.entries(mechanism.clocks).map(([key, { name }]) => [key, name])),
    extensions: state.asked,
    counts: state.counts,
    percent: state.percent,
    files: files.map((f) => ({
      id: f.id,
      name: f.name,
      mediaType: f.mediaType,
      size: f.size,
      act: actOf.get(f.id) ?? id,
    })),
    acts: choices(mechanism, state, caller, now),
    ...told,
  };
}

/** The acts before `before`, newest page of them, oldest first; `earlier` is the next `before`, null at the beginning. */
export async function story(
  tx: Tx,
  city: number,
  id: Uuid,
  before: number,
): Promise<{ story: StoryAct[]; earlier: number | null }> {
  const from = Math.max(1, before - STORY_PAGE);
  const stored = await readStream(tx, city, id, { from, upTo: before - 1, limit: STORY_PAGE });
  const sitter = await findSitters(tx, city, [...new Set(stored.flatMap((a) => a.seat ?? []))]);
  const told = stored.map((row): StoryAct => {
    const { stage: _, ...act } = matterAct(row);
    const sat = act.seat ? sitter(act.seat, row.at) : undefined;
    const { name: who = '', title = '', unit: office = null } = sat ?? {};
    return { ...act, who, title, office, hash: row.hash };
  });
  return { story: told, earlier: from > 1 ? from : null };
}
