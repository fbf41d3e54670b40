import { canonicalJson, dayOf, refuse, Refusal, type Day, type Uuid } from '../kernel/index.ts';
import { creditCodeFault, creditCodeOf, cityPrintOf, keptFileKey, printOf, sealFor } from '../directory/index.ts';
import { beginChange, entryAct, findAct, findActs, findEntry, holdRegister, record } from '../ledger/index.ts';
import { calendarOf } from '../matters/index.ts';
import { findFiles, findSealedFiles, forgetKept } from '../platform/files/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { asSystem, type Tx } from '../platform/postgres/index.ts';
import type { DebarmentAct, DebarredKind, LateContest, ProposeDebarment } from './contract.ts';
import { whyNot } from './debarment.policy.ts';
import {
  actFault,
  appealDaysOf,
  isIdNumber,
  lateness,
  proposalFault,
  stageOn,
  type AppealDays,
  type DebarmentState,
} from './debarment.rules.ts';
import { debarmentNoun, findByPrint, findOpened } from './debarment.store.ts';
import { officeFor } from './office.ts';

/**
 * Proposes to enter somebody in the register; a second seat enters them. Refuses `debarments.code-wrong`, days in another order than
 * notice, hearing, decision, term, a decision document that is not there or lies in the clear, and whoever stands or is proposed already.
 */
export async function proposeDebarment(tx: Tx, caller: Caller, proposed: ProposeDebarment, now: Date): Promise<void> {
  const { city } = caller;
  const { id, told, ...plain } = proposed;
  const today = dayOf(now);
  deny(whyNot(caller, null, 'propose', today));
  deny(proposalFault(plain, await calendarOf(tx, city, now), today));
  const code = codeOf(plain.kind, told.code);
  if (code === null) refuse('debarments.code-wrong', {}, { pointer: '/told/code' });
  if (plain.hearing.how === 'heard' && !told.said) refuse('debarments.what-was-said', {}, { pointer: '/told/said' });
  const [file] = await findFiles(tx, city, [plain.file]);
  if (!file) refuse('debarments.no-file', {}, { pointer: '/file' });
  const fileKey = await uploadedKey(tx, caller, plain.file);
  await asSystem(tx, async () => {
    const who = await printOfCode(tx, city, plain.kind, code);
    const words = canonicalJson({ ...told, code });
    const change = {
      id,
      kind: debarmentNoun.opens,
      plain: { ...plain, who, notesService: true },
      words,
      file: { id: plain.file, key: fileKey },
    };
    await keep(tx, caller, id, change, now, async () => {
      for (const { state } of await findByPrint(tx, city, who))
        if (['proposed', 'to-come', 'standing'].includes(stageOn(state, today))) refuse('debarments.stands-already');
      if (!fileKey) refuse('debarments.file-not-sealed', {}, { pointer: '/file' });
    });
  });
}

/** Does one act to an entry. Refuses `debarments.no-such` (404) and whatever the policy and the rules say. */
export async function actOnDebarment(tx: Tx, caller: Caller, entry: Uuid, act: DebarmentAct, now: Date): Promise<void> {
  const today = dayOf(now);
  deny(whyNot(caller, null, act.kind, today));
  const { reason = null, ...plain } = act.given as { reason?: string; on?: Day; outcome?: string };
  // What a review lifts it lifts on the day that it says so.
  const dated = act.kind === 'decide-review' ? { ...plain, on: today } : plain;
  const file = act.kind === 'note-service' ? await proofOf(tx, caller, act.given.file) : null;
  await asSystem(tx, async () => {
    const late = act.kind === 'note-late' ? await latenessOf(tx, caller.city, entry, act.given, now) : {};
    const change = { id: act.id, kind: `${act.kind}-debarment`, plain: { ...dated, ...late }, words: reason };
    const proof = file && { file };
    await keep(tx, caller, entry, { ...change, ...proof }, now, async () => {
      const state = await findEntry(tx, caller.city, debarmentNoun, entry);
      if (!state) return refuse('debarments.no-such', {}, { status: 404 });
      const opened = (await findOpened(tx, caller, [entry])).has(entry);
      deny(whyNot(caller, { state, opened, office: await officeFor(tx, caller.city, [state], now) }, act.kind, today));
      const calendar = await calendarOf(tx, caller.city, now);
      deny(actFault(state, act, calendar, today, await appealDays(tx, caller.city, state)));
      if (file && !file.key) refuse('debarments.file-not-sealed', {}, { pointer: '/given/file' });
    });
  });
}

/** The proof of a service, with its key; refuses `debarments.no-file`. One that has no key lies in the clear, or is attached to something. */
async function proofOf(tx: Tx, caller: Caller, id: Uuid): Promise<Required<Change>['file']> {
  const [found] = await findFiles(tx, caller.city, [id]);
  if (!found) refuse('debarments.no-file', {}, { pointer: '/given/file' });
  return { id, key: await uploadedKey(tx, caller, id) };
}

/** How late a contest came, by the calendar of the day on which it is noted; kept with the act, so that it says the same for ever. */
async function latenessOf(
  tx: Tx,
  city: number,
  entry: Uuid,
  given: Pick<LateContest, 'by' | 'on'>,
  now: Date,
): Promise<object> {
  const state = await findEntry(tx, city, debarmentNoun, entry);
  if (!state) return {};
  const { last, days } = lateness(state, given, await calendarOf(tx, city, now), await appealDays(tx, city, state));
  return { last, days };
}

/** The days of an entry's appeals: they stand in its acts, and not in its state. For the system. */
export async function appealDays(tx: Tx, city: number, { steps }: DebarmentState): Promise<AppealDays> {
  const acts = await findActs(
    tx,
    city,
    steps.filter(({ kind }) => kind.endsWith('appeal-debarment')).map(({ act }) => act),
  );
  return appealDaysOf(steps.flatMap(({ act }) => (acts.has(act) ? [entryAct(acts.get(act)!)] : [])));
}

/** The key of a file that the caller uploaded as sealed and nobody has attached; undefined for any other. */
async function uploadedKey(tx: Tx, caller: Caller, file: Uuid): Promise<Buffer | undefined> {
  const [held] = await findSealedFiles(tx, caller.city, [file]);
  return held?.kept ? keptFileKey(tx, caller, { id: file, kept: held.kept }) : undefined;
}

type Change = {
  readonly id: Uuid;
  readonly kind: string;
  readonly plain: object;
  readonly words: string | null;
  /** The decision document, or the proof of a service, with its key unless that was taken by this very act before. */
  readonly file?: { readonly id: Uuid; readonly key: Buffer | undefined };
};

/** Writes one act with its words sealed, and with the key of its document, which is kept nowhere else from here on. The same act sent again is known by a print of them, as no sealing is like another. */
async function keep(
  tx: Tx,
  caller: Caller,
  entry: Uuid,
  { id, kind, plain, words, file }: Change,
  now: Date,
  check: () => Promise<void>,
): Promise<void> {
  await holdRegister(tx, caller.city);
  const before = await findAct(tx, caller.city, id);
  const print = words === null ? null : ((await printOf(tx, entry, words))?.toString('hex') ?? null);
  const known =
    before && (entryAct(before).given as { sealed?: string | null; print?: string | null; fileKey?: string });
  const sealed =
    known && known.print === print
      ? (known.sealed ?? null)
      : words === null
        ? null
        : await sealFor(tx, entry, id, words);
  const own = file?.key && (await sealFor(tx, entry, file.id, file.key.toString('base64')));
  const fileKey = known ? known.fileKey : own;
  const given = { ...plain, account: caller.account, sealed, print, ...(fileKey ? { fileKey } : {}) };
  const change = { entry, id, kind, given };
  if ((await beginChange(tx, caller, change)) === 'done') return;
  await check();
  await record(tx, caller, debarmentNoun, [change], now);
  if (file) await forgetKept(tx, [file.id]);
}

/** The code in the one spelling in which it is kept; null where it is none. */
export function codeOf(kind: DebarredKind, typed: string): string | null {
  const code = creditCodeOf(typed);
  if (kind === 'enterprise') return creditCodeFault(code) === null ? code : null;
  return isIdNumber(code) ? code : null;
}

/** By what somebody is known again in this city, hexadecimal. For the system. */
export const printOfCode = async (tx: Tx, city: number, kind: DebarredKind, code: string): Promise<string> =>
  (await cityPrintOf(tx, city, `debarment/${kind}/${code}`)).toString('hex');

function deny(why: ReturnType<typeof whyNot>): void {
  if (why) throw new Refusal(why);
}
