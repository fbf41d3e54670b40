import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { createAccount, type Caller } from '../identity/index.ts';
import { transact } from '../postgres/index.ts';

const { pool, owner } = await testDatabase();
const password = '一个够长的密码吧 1';
let clock = new Date('2026-03-13T01:00:00Z');
const later = (seconds: number) => (clock = new Date(clock.getTime() + seconds * 1000));
const HOUR = 3600;

let app: TestHttp;
let first: Caller;
let second: Caller;
beforeAll(async () => {
  const other = aCaller();
  app = await testHttp(pool, [other], { now: () => clock });
  await transact(pool, { city: 1, system: true }, async (tx) => {
    const account = await createAccount(tx, { city: 1, login: 'chen', name: '陈默', password }, clock);
    first = aCaller({ account, name: '陈默', role: 'head', title: '局长' });
    second = aCaller({ account, name: '陈默', role: 'supervisor', title: '值班' });
    await createAccount(tx, { city: 1, login: 'nobody', name: '无岗', password }, clock);
  });
  app = await testHttp(pool, [first, second, other], { now: () => clock });
});
beforeEach(() => owner.query('truncate sign_in_attempt'));

const attempt = (login: string, secret: string, address = '10.0.0.1') =>
  app.http.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login, password: secret },
    remoteAddress: address,
  });
const withCookie = (cookie: string, method: 'GET' | 'DELETE' | 'PUT' = 'GET', url = '/api/session', payload?: object) =>
  app.http.inject({ method, url, cookies: { huiyin: cookie }, ...(payload ? { payload } : {}) });
async function signedIn(): Promise<string> {
  return (await attempt('chen', password)).cookies.find(({ name }) => name === 'huiyin')!.value;
}

describe('signing in', () => {
  test('opens a session: who, which city, which seats, and a cookie that scripts of a page cannot read', async () => {
    const answer = await attempt(' CHEN ', password);
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      caller: { name: '陈默', role: 'head' },
      cityName: '示范市',
      cityNameEn: 'Demo City',
      seats: [
        { id: first.seat, title: '局长' },
        { id: second.seat, title: '值班' },
      ],
    });
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ name: 'huiyin', httpOnly: true, sameSite: 'Lax', path: '/' });
    expect((await withCookie(cookie!.value)).statusCode).toBe(200);
  });

  test('the token works for a script as well, and only its hash is stored', async () => {
    const { token } = (await attempt('chen', password)).json() as { token: string };
    const headers = { authorization: `Bearer ${token}` };
    expect((await app.http.inject({ url: '/api/session', headers })).statusCode).toBe(200);
    const { rows } = await owner.query<{ all: string }>(
      'select string_agg(session::text, chr(10)) as all from session',
    );
    expect(rows[0]?.all).not.toContain(token.split('.')[1]);
  });

  test('a wrong password and a login that does not exist are answered alike', async () => {
    const wrong = (await attempt('chen', 'wrong')).json();
    const unknown = (await attempt('chenn', 'wrong')).json();
    const same = { status: 401, code: 'identity.sign-in-failed' };
    expect(wrong).toMatchObject(same);
    expect({ ...unknown, instance: '' }).toEqual({ ...wrong, instance: '' });
  });

  test('a disabled account cannot sign in, and its session ends', async () => {
    const cookie = await signedIn();
    await owner.query(`update account set disabled_at = now() where login = 'chen'`);
    later(60);
    expect((await attempt('chen', password)).statusCode).toBe(401);
    expect((await withCookie(cookie)).statusCode).toBe(401);
    await owner.query(`update account set disabled_at = null where login = 'chen'`);
  });

  test('an account without a seat is told so, and gets no session', async () => {
    const answer = await attempt('nobody', password);
    expect(answer.json()).toMatchObject({ status: 403, code: 'identity.no-seat', params: { login: 'nobody' } });
    expect(answer.cookies).toEqual([]);
  });
});

describe('attempts', () => {
  test('five failures are free; then one waits, longer each time, and the answer says how long', async () => {
    for (let n = 0; n < 5; n++) expect((await attempt('chen', 'wrong')).statusCode).toBe(401);
    const refused = await attempt('chen', password);
    expect(refused.json()).toMatchObject({
      status: 429,
      params: { seconds: 30 },
      detail: expect.stringContaining('30 秒'),
    });
    expect(refused.headers['retry-after']).toBe('30');
    later(31);
    expect((await attempt('chen', 'wrong')).statusCode).toBe(401);
    expect((await attempt('chen', password)).json().params).toEqual({ seconds: 60 });
    later(61);
    expect((await attempt('chen', password)).statusCode).toBe(201);
    expect((await attempt('chen', 'wrong')).statusCode).toBe(401);
  });

  test('being told to wait does not make the wait longer', async () => {
    for (let n = 0; n < 5; n++) await attempt('chen', 'wrong');
    for (let n = 0; n < 5; n++) expect((await attempt('chen', password)).statusCode).toBe(429);
    later(31);
    expect((await attempt('chen', password)).statusCode).toBe(201);
  });

  test('many at once see one another', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, () => attempt('chen', 'wrong')));
    expect(answers.filter(({ statusCode }) => statusCode === 401).length).toBeLessThanOrEqual(5 + 12);
    expect(answers.some(({ statusCode }) => statusCode === 429)).toBe(true);
    expect((await attempt('chen', password)).statusCode).toBe(429);
  });

  test('one login’s failures do not hold up another; one address trying many logins is held up', async () => {
    for (let n = 0; n < 30; n++)
      await owner.query(`insert into sign_in_attempt (login, address, at) values ($1, '10.9.9.9', $2)`, [
        `guess${n}`,
        clock,
      ]);
    expect((await attempt('chen', password, '10.9.9.9')).statusCode).toBe(429);
    expect((await attempt('chen', password, '10.0.0.2')).statusCode).toBe(201);
  });
});

describe('a session', () => {
  test('ends when nothing was asked for eight hours', async () => {
    const cookie = await signedIn();
    later(7 * HOUR);
    expect((await withCookie(cookie)).statusCode).toBe(200);
    later(7 * HOUR);
    expect((await withCookie(cookie)).statusCode).toBe(200);
    later(8 * HOUR + 1);
    expect((await withCookie(cookie)).statusCode).toBe(401);
  });

  test('ends after seven days however busy', async () => {
    const cookie = await signedIn();
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      later(6 * HOUR);
      expect((await withCookie(cookie)).statusCode).toBe(200);
    }
    later(6 * HOUR + 1);
    expect((await withCookie(cookie)).statusCode).toBe(401);
  });

  test('ends at once when signed out', async () => {
    const cookie = await signedIn();
    expect((await withCookie(cookie)).statusCode).toBe(200);
    const out = await withCookie(cookie, 'DELETE');
    expect(out.statusCode).toBe(204);
    expect(out.cookies[0]).toMatchObject({ name: 'huiyin', value: '' });
    expect((await withCookie(cookie)).statusCode).toBe(401);
  });

  test('moves to another of one’s seats, and to no other', async () => {
    const cookie = await signedIn();
    const moved = await withCookie(cookie, 'PUT', '/api/session/seat', { seat: second.seat });
    expect(moved.json().caller).toMatchObject({ seat: second.seat, role: 'supervisor' });
    expect((await withCookie(cookie)).json().caller.seat).toBe(second.seat);
    const refused = await withCookie(cookie, 'PUT', '/api/session/seat', { seat: aCaller().seat });
    expect(refused.json()).toMatchObject({ status: 403, code: 'identity.not-your-seat' });
  });

  test.each(['', 'x', '1.short', `1.${'A'.repeat(43)}`, `999999999.${'A'.repeat(43)}`, "1.' or 1=1 --"])(
    'the invented token %j is nobody',
    async (token) => {
      expect((await withCookie(token)).statusCode).toBe(401);
    },
  );
});

describe('behind the application, in the database', () => {
  const asApplication = (text: string) =>
    transact(pool, aCaller({ role: 'administrator' }), (tx) => tx.run({ name: text, text }, []));

  test.each(['session', 'login', 'sign_in_attempt'])('not even an administrator’s seat reads %s', async (table) => {
    await expect(asApplication(`select * from ${table}`)).rejects.toThrow('permission denied');
  });

  test('nor a password’s hash', async () => {
    await expect(asApplication('select password_hash from account')).rejects.toThrow('permission denied');
  });

  test('accounts of another city are not there', async () => {
    expect(await asApplication('select login from account where city = 1')).not.toEqual([]);
    const other = aCaller({ city: 2, role: 'administrator' });
    const text = 'select login from account';
    expect(await transact(pool, other, (tx) => tx.run({ name: 'other', text }, []))).toEqual([]);
  });

  test('a seat without that right opens no account', async () => {
    const work = transact(pool, aCaller(), (tx) =>
      createAccount(tx, { city: 1, login: 'mine', name: 'x', password }, clock),
    );
    await expect(work).rejects.toThrow('row-level security');
  });

  test('a login is taken once, in all cities together', async () => {
    const again = transact(pool, { city: 1, system: true }, (tx) =>
      createAccount(tx, { city: 1, login: 'Chen', name: 'x', password }, clock),
    );
    await expect(again).rejects.toMatchObject({
      problem: { code: 'identity.login-taken', status: 409, params: { login: 'chen' } },
    });
  });

  test.each([
    ['9lives', password, 'identity.login-wrong'],
    ['陈', password, 'identity.login-wrong'],
    ['shorty', '123456789', 'identity.password-short'],
  ])('the login %j with the password %j is refused: %s', async (login, secret, code) => {
    const work = transact(pool, { city: 1, system: true }, (tx) =>
      createAccount(tx, { city: 1, login, name: 'x', password: secret }, clock),
    );
    await expect(work).rejects.toMatchObject({ problem: { code } });
  });
});
