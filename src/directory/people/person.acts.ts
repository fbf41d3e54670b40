import { refuse, Refusal, type Uuid } from '../../kernel/index.ts';
import { beginChange, findEntry, record, type Change } from '../../ledger/index.ts';
import {
  createAccount,
  createAccounts,
  endSessions,
  randomPassword,
  recognise,
  setPassword,
  type Attempt,
  type Caller,
} from '../../platform/identity/index.ts';
import { transact, type Pool, type SystemCaller, type Tx } from '../../platform/postgres/index.ts';
import { allow } from '../directory.policy.ts';
import type { NewPerson, PersonAct, PersonDone } from './people.contract.ts';
import { personNoun } from './person.store.ts';
import { openSeat } from './seat.acts.ts';

type Who = Caller | SystemCaller;

/**
 * Opens an account, and the seat that comes with it. The first password is random, answered this once and must be changed;
 * a `password` that is given (by the program itself: a demo, a bench) need not be. Throws what {@link createAccount} and
 * {@link openSeat} refuse.
 */
export async function openPerson(
  tx: Tx,
  who: Who,
  given: NewPerson & { password?: string },
  now: Date,
): Promise<PersonDone> {
  allow(who, 'person.open');
  const { id, name, seat, password } = given;
  const login = given.login.toLowerCase();
  const mustChange = password === undefined;
  const change = { entry: id, id, kind: personNoun.opens, given: { login, name, mustChange } };
  if ((await beginChange(tx, who, change)) === 'done') return { id, password: null };
  const secret = password ?? randomPassword();
  await createAccount(tx, { city: who.city, id, login, name, password: secret }, now);
  await record(tx, who, personNoun, [change], now);
  if (seat) await openSeat(tx, who, { ...seat, account: id }, now);
  return { id, password: mustChange ? secret : null };
}

/**
 * Opens many accounts at once, all or none, whose first passwords are made later, by {@link changePerson}. Those that were opened
 * by the same request before are passed over. Throws what {@link createAccounts} refuses.
 */
export async function openPeople(
  tx: Tx,
  who: Who,
  people: readonly Pick<NewPerson, 'id' | 'login' | 'name'>[],
  now: Date,
): Promise<void> {
  allow(who, 'person.open');
  const fresh: Change[] = [];
  for (const { id, login, name } of people) {
    const change = { entry: id, id, kind: personNoun.opens, given: { login, name, mustChange: true } };
    if ((await beginChange(tx, who, change)) === 'new') fresh.push(change);
  }
  const opened = new Set(fresh.map(({ id }) => id));
  const accounts = people.filter(({ id }) => opened.has(id));
  await createAccounts(tx, who.city, accounts, now);
  await record(tx, who, personNoun, fresh, now);
}

/**
 * Does one act to an account: renames it, disables or enables it, gives it a new first password. Reset, its sessions end.
 * Disabled they open nothing, and stay to say why; enabled again they end, so that none of them comes back to life. Throws `directory.no-such-account` (404), `directory.not-yourself`, `directory.changes-nothing`.
 */
export async function changePerson(tx: Tx, who: Who, id: Uuid, act: PersonAct, now: Date): Promise<PersonDone> {
  allow(who, `person.${act.kind}`);
  const change: Change = { entry: id, id: act.id, kind: `${act.kind}-person`, given: act.given };
  if ((await beginChange(tx, who, change)) === 'done') return { id, password: null };
  const person = await findEntry(tx, who.city, personNoun, id);
  if (!person) return refuse('directory.no-such-account', { account: id }, { status: 404 });
  if (act.kind === 'disable' && !('system' in who) && who.account === id) refuse('directory.not-yourself');
  if ((act.kind === 'disable' || act.kind === 'enable') && (person.disabledAt !== null) === (act.kind === 'disable'))
    refuse('directory.changes-nothing');
  const password = act.kind === 'reset-password' ? randomPassword() : null;
  if (password !== null) await setPassword(tx, who.city, id, password);
  await record(tx, who, personNoun, [change], now);
  if (password !== null || act.kind === 'enable') await endSessions(tx, who.city, id, null);
  return { id, password };
}

/** Gives these accounts a new first password each, all or none: to be handed over, told this once. See {@link changePerson}. */
export async function handOut(
  tx: Tx,
  who: Who,
  acts: readonly { readonly id: Uuid; readonly account: Uuid }[],
  now: Date,
): Promise<PersonDone[]> {
  const done: PersonDone[] = [];
  for (const { id, account } of acts)
    done.push(await changePerson(tx, who, account, { id, kind: 'reset-password', given: {} }, now));
  return done;
}

const currentWrong = (): never => refuse('identity.current-wrong', {}, { pointer: '/current' });
/** Whoever is signed in typed no login: that it or the account may be at fault is not theirs to look for. */
function notTheirs(error: unknown): never {
  if (error instanceof Refusal && error.problem.code === 'identity.sign-in-failed') return currentWrong();
  throw error;
}

/**
 * Changes one's own password, and ends the other sessions of the account. Attempts count as attempts to sign in.
 *
 * @throws Refusal `identity.current-wrong`, `identity.sign-in-wait` (429), `identity.password-short`, `identity.password-same`.
 */
export async function changeOwnPassword(
  pool: Pool,
  caller: Caller,
  asked: Attempt & { readonly id: Uuid; readonly next: string; readonly token: string },
  now: Date,
): Promise<void> {
  const { city, account } = caller;
  const { id, password, next, token } = asked;
  const change: Change = { entry: account, id, kind: 'change-password-person', given: {} };
  // As the program: a seat may not write accounts, and nobody's but the session's own is named here.
  const by = { city, system: true } as const;
  const done = await transact(pool, by, (tx) => beginChange(tx, caller, change));
  if (done === 'done') {
    // Its password stands in no act: whether it was this very change shows by signing in with it.
    const { account: same } = await recognise(pool, { ...asked, password: next }, now);
    return same === account ? undefined : refuse('ledger.act-id-reused', { id }, { status: 409 });
  }
  const found = await recognise(pool, asked, now).catch(notTheirs);
  if (found.account !== account) currentWrong();
  if (password === next) refuse('identity.password-same', {}, { pointer: '/next' });
  await transact(pool, by, async (tx) => {
    if ((await beginChange(tx, caller, change)) === 'done') return;
    await setPassword(tx, city, account, next);
    await record(tx, caller, personNoun, [change], now);
    await endSessions(tx, city, account, token);
  });
}
