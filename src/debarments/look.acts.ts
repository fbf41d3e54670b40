import { dayOf, refuse, refuseOffCalendar, Refusal, uuidv7, type Day, type Uuid } from '../kernel/index.ts';
import { findSitters, unsealOf } from '../directory/index.ts';
import { entryAct, findActs, type StoredAct } from '../ledger/index.ts';
import { calendarOf } from '../matters/index.ts';
import { findFiles, findSealedFiles, openAbout } from '../platform/files/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { asSystem, type Tx } from '../platform/postgres/index.ts';
import {
  DebarmentAct,
  type DebarmentList,
  type DebarmentRow,
  type DebarmentShown,
  type ServiceOf,
  type StepFacts,
  type Told,
} from './contract.ts';
import { appealDays, codeOf, printOfCode } from './debarment.acts.ts';
import { whyNot, whyNotRead } from './debarment.policy.ts';
import { contestWays, stageOn, type AppealDays, type DebarmentState, type Doer } from './debarment.rules.ts';
import { serviceOf } from './service.rules.ts';
import {
  findByPrint,
  findDebarment,
  findDecidedBy,
  findLookFor,
  findOpened,
  listDebarments,
  listLooks,
  noteLook,
  type HeldDebarment,
} from './debarment.store.ts';
import { stoodAsKnownOn } from './known.rules.ts';
import { officeFor } from './office.ts';
import type { z } from 'zod';
import type { DebarmentQuery, FoundDebarred, LookAt, SearchDebarred } from './contract.ts';

const PAGE = 50;
/** So long after somebody has said what for, they may open the decision document. */
const LOOK_HOLDS_MS = 12 * 3_600_000;
const KINDS = DebarmentAct.options.map((option) => option.shape.kind.value);

/** The register without names, the newest first; of a day, those who were debarred on it. */
export async function viewDebarments(
  tx: Tx,
  caller: Caller,
  { day, after }: z.output<typeof DebarmentQuery>,
  now: Date,
): Promise<DebarmentList> {
  mayRead(caller);
  if (day) refuseOffCalendar({ '?day': day });
  const found = await listDebarments(tx, caller.city, { day: day ?? null, after: after ?? null, limit: PAGE + 1 });
  const shown = found.slice(0, PAGE);
  const rows = await rowsOf(tx, caller, shown, day ?? dayOf(now), now);
  const mayPropose = whyNot(caller, null, 'propose', dayOf(now)) === null;
  return { rows, next: found.length > PAGE ? shown.at(-1)!.id : null, mayPropose };
}

/** Shows one entry whole; who looked and what for is noted before. Refuses `debarments.no-such` (404), and an extract of one that was not entered (`debarments.not-entered`, 409). */
export async function lookAt(
  tx: Tx,
  caller: Caller,
  entry: Uuid,
  { id, purpose, way }: z.output<typeof LookAt>,
  now: Date,
): Promise<DebarmentShown> {
  mayRead(caller);
  const held = await findDebarment(tx, caller.city, entry);
  if (!held) return refuse('debarments.no-such', {}, { status: 404 });
  const today = dayOf(now);
  // Whoever was not entered is in no register that an extract could be of.
  if (way === 'extract' && !held.state.approved) refuse('debarments.not-entered', {}, { status: 409 });
  await noteLook(tx, caller.city, { id, debarment: entry, day: today, way, seat: caller.seat, purpose, at: now });
  return show(tx, caller, held, today, now);
}

/** Whether somebody was debarred on a day, by code, by what is known now and by what was known then; a search that finds nobody is noted too. */
export async function searchDebarred(
  tx: Tx,
  caller: Caller,
  { id, purpose, kind, code: typed, day }: z.output<typeof SearchDebarred>,
  now: Date,
): Promise<FoundDebarred> {
  mayRead(caller);
  refuseOffCalendar({ '/day': day });
  const code = codeOf(kind, typed);
  if (code === null) return refuse('debarments.code-wrong', {}, { pointer: '/code' });
  const { theirs, known } = await asSystem(tx, async () => {
    const print = await printOfCode(tx, caller.city, kind, code);
    const entries = await findByPrint(tx, caller.city, print);
    return { theirs: entries, known: await knownThen(tx, caller.city, entries, day) };
  });
  const standing = theirs.filter(({ state }) => stageOn(state, day) === 'standing');
  const either = theirs.filter((one) => standing.includes(one) || known.has(one.id));
  // At most one stands at a time: entering a second is refused.
  const debarment = (standing[0] ?? either[0])?.id ?? null;
  await noteLook(tx, caller.city, { id, debarment, day, way: 'search', seat: caller.seat, purpose, at: now });
  const shown = new Map<Uuid, DebarmentShown>();
  for (const held of either) shown.set(held.id, await show(tx, caller, held, day, now));
  const those = (all: readonly HeldDebarment[]) => all.flatMap((one) => shown.get(one.id) ?? []);
  return { found: those(standing), then: those(either.filter((one) => known.has(one.id))) };
}

/** Which of these entries stood on a day by what was known then. */
async function knownThen(
  tx: Tx,
  city: number,
  entries: readonly HeldDebarment[],
  day: Day,
): Promise<ReadonlySet<Uuid>> {
  const stored = await findActs(
    tx,
    city,
    entries.flatMap(({ state }) => state.steps.map(({ act }) => act)),
  );
  const stood = entries.filter(({ state: { steps } }) => {
    const acts = steps.flatMap(({ act }) => (stored.has(act) ? [entryAct(stored.get(act)!)] : []));
    return stoodAsKnownOn(day, acts);
  });
  return new Set(stood.map(({ id }) => id));
}

/**
 * The key of the decision document, or of the proof of a service, of an entry that the caller may read, as of {@link mayReadDecision}; undefined where the file is none.
 */
export async function decisionFileKey(tx: Tx, caller: Caller, file: Uuid, now: Date): Promise<Buffer | undefined> {
  const [entry] = await findDecidedBy(tx, caller, file);
  const held = entry === undefined ? undefined : await findDebarment(tx, caller.city, entry);
  if (!held || sealedKeyOf(held, file) === undefined || !(await mayReadDecision(tx, caller, file, now)))
    return undefined;
  return keyOf(tx, caller.city, held, file);
}

/** As what the key of a file of an entry is kept; undefined where that lies in the clear. */
const sealedKeyOf = ({ state }: HeldDebarment, file: Uuid): string | undefined =>
  state.file === file ? state.fileKey : state.services?.find((one) => one.file === file)?.fileKey;

/** The key of a file of an entry; undefined where that lies in the clear. */
async function keyOf(tx: Tx, city: number, held: HeldDebarment, file: Uuid): Promise<Buffer | undefined> {
  const fileKey = sealedKeyOf(held, file);
  if (fileKey === undefined) return undefined;
  const opened = await asSystem(tx, () => unsealOf(tx, city, { subject: held.id, place: file, sealed: fileKey }));
  return opened === null ? undefined : Buffer.from(opened, 'base64');
}

/** What a file of an entry is called, and how large it is. */
async function documentOf(tx: Tx, city: number, held: HeldDebarment, id: Uuid): Promise<DebarmentShown['file']> {
  const key = await keyOf(tx, city, held, id);
  const [sealed] = key ? await findSealedFiles(tx, city, [id]) : [];
  if (key && sealed) {
    const { name, size } = openAbout(key, id, sealed.about);
    return { id, name, size };
  }
  const [file] = await findFiles(tx, city, [id]);
  return { id, name: file?.name ?? '', size: file?.size ?? 0 };
}

/**
 * Whether a file is the decision document of an entry that the caller may read; opening it is a look like any other, for what they have
 * lately said. Refuses `debarments.look-first` (403) where they said nothing.
 */
export async function mayReadDecision(tx: Tx, caller: Caller, file: Uuid, now: Date): Promise<boolean> {
  const { city, seat } = caller;
  const among = await findDecidedBy(tx, caller, file);
  if (among.length === 0) return false;
  const since = new Date(now.getTime() - LOOK_HOLDS_MS);
  const said = await findLookFor(tx, { city, among, seat, since });
  if (said === undefined) return refuse('debarments.look-first', {}, { status: 403 });
  await noteLook(tx, city, { ...said, id: uuidv7(now), day: dayOf(now), way: 'open', seat, at: now });
  return true;
}

function mayRead(caller: Caller): void {
  const why = whyNotRead(caller);
  if (why) throw new Refusal(why);
}

async function show(tx: Tx, caller: Caller, held: HeldDebarment, day: Day, now: Date): Promise<DebarmentShown> {
  const { city } = caller;
  const { id, state } = held;
  const [row] = await rowsOf(tx, caller, [held], day, now);
  const { texts, acts } = await asSystem(tx, async () => {
    const opened = new Map<Uuid, string | null>();
    for (const { act, sealed } of state.steps)
      opened.set(act, await unsealOf(tx, city, { subject: id, place: act, sealed }));
    const ids = state.steps.map(({ act }) => act);
    return { texts: opened, acts: await findActs(tx, city, ids) };
  });
  const file = await documentOf(tx, city, held, state.file);
  const proofs = new Map<Uuid, DebarmentShown['file']>();
  for (const { act, file: proof } of state.services ?? []) proofs.set(act, await documentOf(tx, city, held, proof));
  const looks = await listLooks(tx, city, id);
  const seats = [...state.steps.map(({ by }) => by.seat), ...looks.map(({ seat }) => seat)];
  const sitter = await findSitters(tx, city, [...new Set(seats)]);
  const told = texts.get(state.steps[0]!.act);
  return {
    row: row!,
    told: told
      ? (JSON.parse(told) as Told)
      : { name: '', code: '', grounds: '', decision: { number: '', body: '' }, said: null },
    file,
    steps: state.steps.map(({ act, kind, by, late = null }, n) => ({
      kind: kind.replace(/-debarment$/u, ''),
      who: sitter(by.seat, new Date(by.at))?.name ?? '',
      at: by.at,
      late,
      file: proofs.get(act) ?? null,
      facts: factsOf(kind, acts.get(act)),
      reason: n === 0 ? null : (texts.get(act) ?? null),
    })),
    looks: looks.map(({ seat, at, way, purpose }) => ({
      who: sitter(seat, at)?.name ?? '',
      at: at.toISOString(),
      way,
      purpose,
    })),
  };
}

/** What stands plain in an act; of a proposal and of a late contest nothing, as that is told by itself. */
function factsOf(kind: string, stored: StoredAct | undefined): StepFacts {
  const none: StepFacts = { of: null, how: null, on: null, to: null, outcome: null, until: null };
  if (!stored || kind === 'propose-debarment' || kind === 'note-late-debarment') return none;
  const { of, how, on, to, outcome, until } = entryAct(stored).given as Partial<StepFacts>;
  const said = { of, how, on, to, outcome, until };
  return { ...none, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
}

/** What a row tells of a service: its day and its way. */
function served(state: DebarmentState, of: ServiceOf): DebarmentRow['service']['decision'] {
  const noted = serviceOf(state, of);
  return noted && { on: noted.on, how: noted.how };
}

async function rowsOf(
  tx: Tx,
  caller: Caller,
  found: readonly HeldDebarment[],
  day: Day,
  now: Date,
): Promise<DebarmentRow[]> {
  const doers = found.flatMap(({ state }) => [state.proposed, state.approved].filter((one) => one !== null));
  const sitter = await findSitters(tx, caller.city, [...new Set(doers.map(({ seat }) => seat))]);
  const hand = ({ seat, at }: Doer) => ({ who: sitter(seat, new Date(at))?.name ?? '', at });
  // Only what waits to be approved asks for it.
  const waiting = found.filter(({ state }) => stageOn(state, dayOf(now)) === 'proposed');
  const opened = await findOpened(
    tx,
    caller,
    waiting.map(({ id }) => id),
  );
  const calendar = await calendarOf(tx, caller.city, now);
  const states = found.map(({ state }) => state);
  const { office, appealed } = await asSystem(tx, async () => {
    const days = new Map<Uuid, AppealDays>();
    for (const { id, state } of found)
      if (state.appeal !== null) days.set(id, await appealDays(tx, caller.city, state));
    return { office: await officeFor(tx, caller.city, states, now), appealed: days };
  });
  return found.map(({ id, state }) => {
    const { kind, from, until, decidedOn, noticedOn, hearing, proposed, approved, review, appeal, lifted } = state;
    const acts = KINDS.map((one) => {
      const why = whyNot(caller, { state, opened: opened.has(id), office }, one, dayOf(now));
      return { kind: one, allowed: why === null, why: why?.code ?? null };
    });
    return {
      id,
      kind,
      stage: stageOn(state, day),
      from,
      until,
      decidedOn,
      noticedOn,
      hearing,
      review,
      appeal,
      proposed: hand(proposed),
      approved: approved && hand(approved),
      liftedOn: lifted?.on ?? null,
      acts,
      contest: contestWays(state, calendar, dayOf(now), appealed.get(id)),
      service: {
        asked: state.notesService === true,
        decision: served(state, 'decision'),
        reconsideration: served(state, 'reconsideration'),
        reconsideredOn: appealed.get(id)?.reconsideredOn ?? null,
      },
    };
  });
}
