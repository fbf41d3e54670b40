import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { uuidv7, type Refusal, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { foundCity } from '../../platform/identity/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { addEnterprises } from '../enterprises/enterprise.acts.ts';
import { directorySubjects } from '../index.ts';
import { askCode, useCode } from './code.acts.ts';
import { contactOf } from './contact.rules.ts';
import { addEnterpriseContact, changeOriginator, maskedContacts, showContacts } from './originator.acts.ts';
import { findOriginatorOf } from './originator.store.ts';
import {
  closeOriginatorSession,
  findKnownOriginator,
  makePassLink,
  openOriginatorSession,
  usePassLink,
} from './session.acts.ts';

const { pool, owner } = await testDatabase();
const city = 1;
const system = { city, system: true } as const;
const administrator = aCaller({ role: 'administrator', unit: null });
const start = new Date('2026-03-16T02:00:00.000Z');
const CODE = '914403001922038216';
const OTHER = '91330100799655058B';
const PHONE = contactOf('13812345678')!;
let enterprise: Uuid;
let hour = 0;
/** Each test in an hour of its own, a day after the one before: limits look back a day. */
let now: Date;
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });

beforeAll(async () => {
  enterprise = uuidv7(start);
  await transact(pool, system, async (tx) => {
    await foundCity(tx, city, '莲城市', 'Liancheng');
    const other = uuidv7(start);
    await addEnterprises(
      tx,
      system,
      [
        { id: enterprise, code: CODE, name: '莲锦电力设备' },
        { id: other, code: OTHER, name: '晨光水泵' },
      ],
      start,
    );
    await addEnterpriseContact(tx, system, { id: uuidv7(start), enterprise, contact: '138-1234-5678' }, start);
    await addEnterpriseContact(
      tx,
      system,
      { id: uuidv7(start), enterprise: other, contact: 'pump@example.com' },
      start,
    );
  });
});
beforeEach(() => {
  now = new Date(start.getTime() + ++hour * 25 * 3_600_000);
});

const ask = (more: Partial<Parameters<typeof askCode>[1]> = {}, at = now) =>
  askCode(pool, { city, enterprise: CODE, contact: PHONE, address: '9.9.9.9', ...more }, at);
const use = (id: Uuid, code: string, at = now) => useCode(pool, { city, id, code }, at);
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a one-time code', () => {
  test('lets an enterprise in by a contact that the desk confirmed, once', async () => {
    const { id, send } = await ask();
    expect(send).toMatch(/^\d{6}$/u);
    const originator = await use(id, send!, later(9));
    const { token } = await openOriginatorSession(pool, { city, originator, language: 'zh' }, now);
    const known = await findKnownOriginator(pool, token, later(60));
    expect(known).toMatchObject({
      matter: null,
      caller: { role: 'originator', seat: originator, units: [], name: '莲锦电力设备' },
    });
    await expect(use(id, send!), 'a second time').rejects.toEqual(refused('enterprises.code-wrong'));
  });

  test.each([
    [{ enterprise: OTHER }, 'the phone of another enterprise'],
    [{ contact: contactOf('13900000000')! }, 'a phone that nobody confirmed'],
    [{ enterprise: '91350100M000100Y43' }, 'an enterprise that the city does not know'],
    [{ contact: contactOf('pump@example.com')! }, 'the address of another'],
  ])(
    'is made for nobody else, and asking looks the same: %#',
    async (more: Partial<Parameters<typeof askCode>[1]>, _why: string) => {
      const { id, send } = await ask(more);
      expect([typeof id, send]).toEqual(['string', null]);
      await expect(use(id, '000000')).rejects.toEqual(refused('enterprises.code-wrong'));
    },
  );

  test('is over after ten minutes', async () => {
    const { id, send } = await ask();
    await expect(use(id, send!, later(10.1))).rejects.toEqual(refused('enterprises.code-wrong'));
  });

  test('may be mistyped four times, not five, however many try at once', async () => {
    const { id, send } = await ask();
    for (let n = 0; n < 4; n++) await expect(use(id, wrong(send!))).rejects.toThrow();
    expect(await use(id, send!)).toBeTruthy();
    const next = await ask({}, later(2));
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => use(next.id, wrong(next.send!), later(2))));
    expect(tries.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(use(next.id, next.send!, later(2))).rejects.toEqual(refused('enterprises.code-wrong'));
  });

  test('is not sent to one contact again within a minute, nor for a contact that nobody has', async () => {
    const stranger = contactOf('13900000001')!;
    for (const contact of [PHONE, stranger]) {
      const both = await Promise.allSettled([ask({ contact }), ask({ contact })]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const failure = both.find((one) => one.status === 'rejected')!.reason as Refusal;
      expect(failure.problem).toMatchObject({ code: 'enterprises.code-wait', status: 429, params: { seconds: 60 } });
    }
    expect((await ask({}, later(1.1))).send).not.toBeNull();
  });

  test('stands nowhere as it is, nor does the contact', async () => {
    const { send } = await ask();
    const { rows } = await owner.query<{ text: string }>(`
      select (select string_agg(t::text, ' ') from one_time_code t) as text union all
      select (select string_agg(t::text, ' ') from contact t) union all select (select string_agg(t::text, ' ') from entry t)
      union all select (select string_agg(body, ' ') from act)`);
    const all = rows.map(({ text }) => text).join('\n');
    expect(all).toContain('"kind":"phone"');
    expect(all).not.toContain('13812345678');
    expect(all).not.toContain(Buffer.from(send!).toString('hex'));
  });
});

describe('a session of an originator', () => {
  test('ends when it is signed out of, lies idle for a day, or after a week', async () => {
    const originator = (await transact(pool, system, (tx) => findOriginatorOf(tx, city, enterprise)))!.id;
    const [left, idle, used] = [
      await openOriginatorSession(pool, { city, originator, language: 'zh' }, now),
      await openOriginatorSession(pool, { city, originator, language: 'zh' }, now),
      await openOriginatorSession(pool, { city, originator, language: 'zh' }, now),
    ];
    await closeOriginatorSession(pool, left.token);
    expect(await findKnownOriginator(pool, left.token, now)).toBeNull();
    expect(await findKnownOriginator(pool, idle.token, later(24 * 60 + 1))).toBeNull();
    for (let day = 1; day < 7; day++)
      expect(await findKnownOriginator(pool, used.token, later(day * 23 * 60)), `day ${day}`).not.toBeNull();
    expect(await findKnownOriginator(pool, used.token, later(7 * 24 * 60 + 1))).toBeNull();
    expect(await findKnownOriginator(pool, '1.invented', now)).toBeNull();
  });
});

test('a link leads to its one matter for a month; one that nobody was sent leads nowhere, and guessing waits', async () => {
  const originator = (await transact(pool, system, (tx) => findOriginatorOf(tx, city, enterprise)))!.id;
  const matter = uuidv7(now);
  const token = await transact(pool, system, (tx) => makePassLink(tx, city, { matter, originator }, now));
  const follow = (text: string, at = now) => usePassLink(pool, { city, token: text, address: '9.9.9.7' }, at);
  expect(await follow(token, later(29 * 24 * 60))).toEqual({ matter, originator });
  await expect(follow(token, later(31 * 24 * 60))).rejects.toEqual(refused('enterprises.link-over'));
  const guesses = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => follow(`${token.slice(1)}${n}`)));
  const codes = guesses.map((one) => (one.status === 'rejected' ? (one.reason as Refusal).problem.code : 'in'));
  expect(new Set(codes)).toEqual(new Set(['enterprises.link-over', 'identity.sign-in-wait']));
});

describe('the desk', () => {
  const find = () => transact(pool, system, (tx) => findOriginatorOf(tx, city, enterprise));

  test('sees contacts masked; who looks at them in the clear is noted with what for', async () => {
    const originator = (await find())!;
    const id = uuidv7(now);
    await transact(pool, administrator, async (tx) => {
      expect(await maskedContacts(tx, city, originator)).toMatchObject([{ masked: '138****5678', confirmed: true }]);
      const shown = await showContacts(tx, administrator, originator.id, { id, purpose: '回访' }, now);
      expect(shown).toEqual(['13812345678']);
    });
    const { rows } = await owner.query(`select originator, seat, purpose from contact_shown where id = $1`, [id]);
    expect(rows).toEqual([{ originator: originator.id, seat: administrator.seat, purpose: '回访' }]);
    const handler = aCaller();
    await expect(
      transact(pool, handler, (tx) =>
        showContacts(tx, handler, originator.id, { id: uuidv7(now), purpose: '好奇' }, now),
      ),
    ).rejects.toEqual(refused('directory.administrators-only'));
  });

  test('erases a person for good: no key, no contact, no session, and the ledger still holds together', async () => {
    const originator = (await find())!;
    const { token } = await openOriginatorSession(pool, { city, originator: originator.id, language: 'zh' }, now);
    const act = { id: uuidv7(now), kind: 'erase-originator', given: { purpose: '本人要求' } } as const;
    await transact(pool, system, (tx) => changeOriginator(tx, system, originator.id, act, now));
    const { rows } = await owner.query(
      `select (select count(*)::int from subject_key where subject = $1) as keys, (select count(*)::int from contact where originator = $1) as contacts`,
      [originator.id],
    );
    expect(rows).toEqual([{ keys: 0, contacts: 0 }]);
    expect(await findKnownOriginator(pool, token, now)).toBeNull();
    expect((await ask()).send).toBeNull();
    expect(await transact(pool, system, (tx) => verifyLedger(tx, city, directorySubjects))).toMatchObject({
      fault: null,
    });
  });
});
