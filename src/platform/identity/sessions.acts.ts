import { problem, refuse, type Problem, type Uuid } from '../../kernel/index.ts';
import type { Pool } from '../postgres/index.ts';
import { secondsToWait } from './attempts.rules.ts';
import {
  deleteSession,
  dropAttempt,
  earlierAttempts,
  findAccountByLogin,
  findGone,
  findSession,
  findStanding,
  forgiveAttempts,
  insertSession,
  noteAttempt,
  updateSessionSeat,
} from './identity.store.ts';
import { passwordFits, pretendToCheck } from './password.ts';
import { newToken, parseToken } from './token.ts';

/** A session ends after this long without a request: one working day. */
const IDLE_S = 8 * 60 * 60;
/** A session ends after this long in any case. */
const LONGEST_MS = 7 * 24 * 60 * 60 * 1000;

/** Somebody who says who they are, and from where. */
export type Attempt = { readonly login: string; readonly password: string; readonly address: string };
export type SignInRequest = Attempt & { readonly agent: string };

export type OpenedSession = { readonly token: string; readonly expiresAt: Date };
export type Session = {
  readonly city: number;
  readonly account: Uuid;
  readonly seat: Uuid | null;
  /** Its password is known to somebody else, as a first one is; nothing is open to it but changing that. */
  readonly mustChange: boolean;
};

/**
 * Whose login and password these are. A login that does not exist, a wrong password and a disabled account give the same
 * refusal after the same time.
 *
 * @throws Refusal `identity.sign-in-failed` (401), `identity.sign-in-wait` (429) with the seconds to wait.
 */
export async function recognise(
  pool: Pool,
  request: Attempt,
  now: Date,
): Promise<{ readonly city: number; readonly account: Uuid }> {
  const login = request.login.trim().toLowerCase();
  const found = await limited(pool, { login, address: request.address }, now, async () => {
    const account = await findAccountByLogin(pool, login);
    // An account that was never given a password has none that fits.
    const fits = account?.password_hash
      ? await passwordFits(account.password_hash, request.password)
      : await pretendToCheck(request.password);
    return account && fits && !account.disabled_at ? account : null;
  });
  return found ?? refuse('identity.sign-in-failed', {}, { status: 401 });
}

/**
 * Lets somebody try to prove who they are, as long as they have not failed too often lately, by what they call themselves and
 * from where. What the try answers is what they proved, null where they did not.
 *
 * @throws Refusal `identity.sign-in-wait` (429) with the seconds to wait.
 */
export async function limited<T>(
  pool: Pool,
  { login, address }: Omit<Attempt, 'password'>,
  now: Date,
  attemptIt: () => Promise<T | null>,
): Promise<T | null> {
  // Noted first: of many attempts sent at once each sees those before it.
  const attempt = await noteAttempt(pool, login, address, now);
  const earlier = await earlierAttempts(pool, attempt, login, address);
  const seconds = Math.max(
    secondsToWait('login', { count: earlier.by_login, last: earlier.login_last }, now),
    secondsToWait('address', { count: earlier.by_address, last: earlier.address_last }, now),
  );
  if (seconds > 0) {
    await dropAttempt(pool, attempt);
    refuse('identity.sign-in-wait', { seconds }, { status: 429 });
  }
  const proved = await attemptIt();
  if (proved !== null) await forgiveAttempts(pool, login);
  return proved;
}

/** Opens a session for a login and its password. Throws what {@link recognise} refuses. */
export async function signIn(pool: Pool, request: SignInRequest, now: Date): Promise<OpenedSession> {
  const account = await recognise(pool, request, now);
  const token = newToken(account.city);
  const until = new Date(now.getTime() + LONGEST_MS);
  const { hash } = parseToken(token)!;
  const { address, agent } = request;
  await insertSession(pool, { city: account.city, hash, account: account.account, at: now, until, address, agent });
  return { token, expiresAt: until };
}

/** The session of a token; null when it is unknown, ended, idle for too long, or its account is disabled. */
export async function useSession(pool: Pool, text: string, now: Date): Promise<Session | null> {
  const token = parseToken(text);
  if (!token) return null;
  const found = await findSession(pool, token.city, token.hash, now, IDLE_S);
  return found ? { ...found, mustChange: found.must_change } : null;
}

/**
 * Those of a city's sessions that still stand, by token. Unlike a request it does not count as use: a page that only listens
 * lets its session run out.
 */
export async function standingSessions(
  pool: Pool,
  city: number,
  tokens: readonly string[],
  now: Date,
): Promise<Map<string, Omit<Session, 'mustChange'>>> {
  const hashes = new Map(tokens.map((text) => [parseToken(text)?.hash.toString('hex'), text]));
  const known = [...hashes.keys()].flatMap((hash) => (hash === undefined ? [] : [Buffer.from(hash, 'hex')]));
  const rows = await findStanding(pool, city, known, now, IDLE_S);
  return new Map(
    rows.map(({ token_hash, account, seat }) => [hashes.get(token_hash.toString('hex'))!, { city, account, seat }]),
  );
}

/**
 * Why a session that stands leads to nobody any more (401): the account was disabled, the seat was handed over (to whom), or has
 * ended. Null for a token of which nothing is known, or of an account that never had a seat.
 */
export async function whyGone(pool: Pool, text: string, now: Date): Promise<Problem | null> {
  const token = parseToken(text);
  const gone = token && (await findGone(pool, token.city, token.hash, now, IDLE_S));
  if (!gone) return null;
  const { disabled, left_seat, successor } = gone;
  if (disabled) return problem('identity.account-disabled', {}, { status: 401 });
  if (!left_seat) return null;
  return successor === null
    ? problem('identity.seat-ended', {}, { status: 401 })
    : problem('identity.seat-handed-over', { successor }, { status: 401 });
}

/** Ends the session; a token that is none is no fault. */
export async function signOut(pool: Pool, text: string): Promise<void> {
  const token = parseToken(text);
  if (token) await deleteSession(pool, token.city, token.hash);
}

/** Puts the session on another seat; whether the account may take it has been decided before. */
export async function takeSeat(pool: Pool, text: string, seat: Uuid): Promise<void> {
  const token = parseToken(text);
  if (token) await updateSessionSeat(pool, token.city, token.hash, seat);
}
