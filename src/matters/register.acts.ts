import { dayOf, refuse, Refusal, type Uuid } from '../kernel/index.ts';
import { announce, appendActs, findAct, type StoredAct } from '../ledger/index.ts';
import { ruleFor } from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { attachFiles } from './attachment.store.ts';
import type { ActReceipt, RegisterMatter, Registrable } from './contract.ts';
import { firstAnswer, matterAct, receipt } from './matter.acts.ts';
import { whyNot } from './matter.policy.ts';
import { insertMatters, takeNumbers } from './matter.store.ts';
import { getNewestMechanism, newestMechanisms, type MechanismVersion } from './mechanisms/mechanism.store.ts';
import { beganSo } from './rounds/beginning.ts';
import { register } from './rounds/round.acts.ts';
import { findRound } from './rounds/round.store.ts';

/**
 * Registers one matter by hand, of a meeting or of none, with its files, and assigns it where units are named: all or
 * nothing. Idempotent by the request's id. Refuses a round that is not there or not of this mechanism.
 */
export async function registerByHand(tx: Tx, caller: Caller, request: RegisterMatter, now: Date): Promise<ActReceipt> {
  const { city } = caller;
  const { id, given, attach, assign } = request;
  const earlier = await findAct(tx, city, id);
  if (earlier) {
    const first = firstAnswer(earlier, id, { id, kind: 'register', given }, caller.seat);
    if (await registeredSo(tx, caller, request, earlier)) return first;
    return refuse('matter.act-id-reused', { id }, { status: 409 });
  }
  const under = await getNewestMechanism(tx, city, request.mechanism);
  const round = request.round ? await roundFor(tx, city, under, request.round) : null;
  const year = round?.year ?? Number(dayOf(now).slice(0, 4));
  const n = await takeNumbers(tx, city, `${under.key}/${year}/${round?.number ?? 0}`, 1);
  const item = { id, register: given, attach: attach ?? null, assign: assign ?? null };
  const made = await register(tx, caller, item, { year, round, n }, under, now, (kind) =>
    kind === 'register' ? '/given' : `/${kind}`,
  );
  await Promise.all([
    appendActs(tx, made.acts),
    insertMatters(tx, city, [made.matter]),
    announce(tx, city, made.telling),
  ]);
  if (attach) await attachFiles(tx, city, id, attach.files);
  return receipt(made.first, id, made.first.stage);
}

/** Refuses a seat that may not register under this mechanism, before anything is done for a matter of it. */
export async function checkMayRegister(tx: Tx, caller: Caller, key: string, now: Date): Promise<void> {
  const { mechanism } = await getNewestMechanism(tx, caller.city, key);
  const why = whyNot(mechanism, null, caller, 'register', now);
  if (why) throw new Refusal(why);
}

/**
 * Registers a matter that nobody did: what the city's own rules have follow from something. It stands in the ledger without a seat,
 * and with the rights of the supervision office. `tx` is the system's.
 */
export const registerItself = (tx: Tx, city: number, request: RegisterMatter, now: Date): Promise<ActReceipt> =>
  registerByHand(tx, { ...NOBODY, city }, request, now);

// An act of the ledger may have no seat; whoever decides by a seat finds none that is theirs.
const NONE = null as unknown as Uuid;
const NOBODY: Omit<Caller, 'city'> = {
  account: NONE,
  seat: NONE,
  role: 'supervisor',
  unit: null,
  units: [],
  name: '',
  title: '',
};

/** Whether this act registered the very matter that is asked for: of that mechanism and meeting, with those files and units. */
async function registeredSo(tx: Tx, caller: Caller, request: RegisterMatter, act: StoredAct): Promise<boolean> {
  const { id, given, attach, assign } = request;
  const opened = matterAct(act).effects[0];
  if (opened?.do !== 'open' || opened.mechanism !== request.mechanism) return false;
  if (opened.round !== (request.round ?? null)) return false;
  const item = { id, register: given, attach: attach ?? null, assign: assign ?? null };
  return beganSo(tx, caller.city, { seat: caller.seat, at: act.at }, [item]);
}

async function roundFor(
  tx: Tx,
  city: number,
  { key, mechanism }: MechanismVersion,
  id: Uuid,
): Promise<{ id: Uuid; year: number; number: number }> {
  const at = { pointer: '/round' };
  if (!mechanism.rounds) return refuse('matter.mechanism-has-no-rounds', { key }, at);
  const round = await findRound(tx, city, id);
  if (!round) return refuse('matter.round-not-found', {}, { ...at, status: 404 });
  return round.mechanism === key ? round : refuse('matter.round-of-another', { name: round.name }, at);
}

/** The mechanisms, as they are now, under which this seat may register matters. */
export async function registrable(tx: Tx, caller: Caller, now: Date): Promise<Registrable[]> {
  const all = await newestMechanisms(tx, caller.city);
  return (
    all
      .filter(({ mechanism }) => whyNot(mechanism, null, caller, 'register', now) === null)
      // What the city sets itself to do in its meetings comes first; what others raise mostly comes by ways of its own.
      .toSorted((a, b) => turnOf(a) - turnOf(b))
      .map(({ key, mechanism }) => ({
        key,
        name: mechanism.name,
        rounds: mechanism.rounds,
        originators: mechanism.originators ?? false,
        channels: mechanism.channels ?? {},
        scheme: mechanism.scheme ?? null,
        // What must be classified first is assigned afterwards.
        mayAssign:
          !mechanism.scheme && (ruleFor(mechanism, 'assign')?.by.some((actor) => actor === caller.role) ?? false),
        give: {
          register: ruleFor(mechanism, 'register')?.give ?? [],
          assign: ruleFor(mechanism, 'assign')?.give ?? [],
        },
      }))
  );
}

const turnOf = ({ mechanism: { originators, rounds } }: MechanismVersion): number => (originators ? 2 : rounds ? 0 : 1);
