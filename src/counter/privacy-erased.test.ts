import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import {
  aPrivateCity,
  codeOf,
  CODE,
  HIDDEN,
  OTHER_PHONE,
  PERSONAL,
  PHONE,
  type Browser,
} from '../../test/support/private-city.ts';
import { does } from '../../test/support/staff.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import type { DuePage, Looks, Wishes } from '../privacy/contract.ts';
import { retention } from '../privacy/index.ts';

const { pool, owner } = await testDatabase();
const { staff, enterprise, sent, clock, later, at, desk, ask, assigned, show, verify, dump } = await aPrivateCity({
  pool,
  owner,
});

describe('asking to be erased', () => {
  test('waits for the administrator, who erases or says why not, which the person reads', async () => {
    const { number, originator, appeal } = await assigned();
    const browser: Browser = {};
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    const wish = () => at(browser, 'POST', '/api/counter/erasure', { id: uuidv7(later()) });
    expect((await wish()).json<Looks>().wish).toMatchObject({ declined: null });
    await wish();
    const waiting = async () =>
      (await desk(staff.administrator, 'GET', '/api/privacy/wishes'))
        .json<Wishes>()
        .rows.filter((row) => row.originator === originator);
    const [first, ...more] = await waiting();
    expect([first, more]).toMatchObject([{ masked: ['138****5678'], open: 1 }, []]);
    const no = { id: uuidv7(clock.now()), reason: '诉求正在办理，办结后再申请' };
    const url = `/api/privacy/wishes/${first!.wish}/decline`;
    expect((await desk(staff.office, 'POST', url, no)).statusCode).toBe(403);
    expect((await desk(staff.administrator, 'POST', url, no)).statusCode).toBe(200);
    expect(codeOf(await desk(staff.administrator, 'POST', url, no))).toBe('privacy.wish-settled');
    expect((await at(browser, 'GET', '/api/counter/personal')).json<Looks>()).toMatchObject({
      contacts: ['138****5678'],
      wish: { declined: no.reason },
    });
    await wish();
    const act = { id: uuidv7(clock.now()), kind: 'erase-originator', given: { purpose: '本人申请' } };
    await desk(staff.administrator, 'POST', `/api/originators/${originator}/acts`, act);
    expect(await waiting()).toEqual([]);
  });
});

describe('after the period of its mechanism', () => {
  const nightly = (when: string) => {
    clock.set(new Date(when));
    return retention.handle(1, {}, { pool, now: clock.now });
  };
  const erasedAt = async (id: Uuid) =>
    (await owner.query<{ at: Date | null }>('select erased_at as at from originator where id = $1', [id])).rows[0]!.at;
  const due = async () => (await desk(staff.administrator, 'GET', '/api/privacy/due')).json<DuePage>();

  test('what is personal is listed a month before, and erased when all that was raised is long closed', async () => {
    const before = clock.now();
    const [over, open] = [await assigned(), await assigned()];
    const call = uuidv7(clock.now());
    const given = { text: `来电人石莲锦反映停水，回电 ${OTHER_PHONE}` };
    await desk(staff.office, 'POST', '/api/matters', { id: call, mechanism: 'appeal', given });
    await does(pool, staff.office, call, 'close', { note: '重复来电' }, later());
    await does(pool, staff.head, over.id, 'answer', { result: '已修复', withoutCo: '不涉及' }, later());
    await does(pool, staff.office, over.id, 'close', { note: '期满' }, later());

    await nightly('2028-12-01T18:03:00Z');
    expect((await due()).rows).toEqual([]);
    await nightly('2029-03-01T18:03:00Z');
    const listed = await due();
    const mine = listed.rows.filter(({ subject }) => [over.originator, open.originator, call].includes(subject));
    expect(mine.map(({ subject }) => subject).toSorted()).toEqual([over.originator, call].toSorted());
    expect([listed.total, mine[0]!.due.slice(0, 10), mine[0]!.matters]).toEqual([listed.rows.length, '2029-03-16', 1]);
    await nightly('2029-03-15T18:03:00Z');
    expect(await erasedAt(over.originator), 'not before its day').toBeNull();
    await nightly('2029-03-17T18:03:00Z');
    expect([await erasedAt(over.originator), await erasedAt(open.originator)]).toEqual([clock.now(), null]);
    await nightly('2029-03-18T18:03:00Z');
    expect((await show(staff.office, call)).json()).toMatchObject({ pieces: [] });
    const { rows } = await owner.query(`select given from (
      select body::json -> 'given' as given, body from act where kind = 'erase-originator') a where body like '%retention%'`);
    expect(rows.length, 'each erasure is an act of the register').toBeGreaterThanOrEqual(2);
    expect(await verify()).toMatchObject({ fault: null });
    clock.set(before);
  });
});

describe('erased', () => {
  test('nothing of it is left in any table, the ledger holds, and what let them in leads nowhere', async () => {
    const { id, number, originator, appeal } = await assigned();
    const browser: Browser = {};
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    await at({}, 'POST', '/api/counter/codes', { enterprise: CODE, contact: PHONE });
    const url = `/api/originators/${originator}/acts`;
    const body = (purpose: string) => ({ id: uuidv7(clock.now()), kind: 'erase-originator', given: { purpose } });
    expect((await desk(staff.office, 'POST', url, body('本人要求'))).statusCode, 'the office').toBe(403);
    const find = { q: PHONE.replace('138', '138 ') };
    const found = await desk(staff.administrator, 'POST', '/api/privacy/originators/find', find);
    const row = { originator, masked: ['138****5678'], matters: 1, open: 1, numbers: [number] };
    expect(found.json<{ rows: object[] }>().rows).toContainEqual(expect.objectContaining(row));

    // All of them whom the tests have opened with these.
    const { rows } = await owner.query<{ id: Uuid }>('select id from originator where erased_at is null');
    for (const one of rows) {
      const erased = await desk(staff.administrator, 'POST', `/api/originators/${one.id}/acts`, body('本人要求'));
      expect(erased.statusCode, erased.body).toBe(200);
    }
    expect(codeOf(await desk(staff.administrator, 'POST', url, body('再次'))), 'twice').toBe(
      'enterprises.originator-erased',
    );
    const all = await dump();
    expect(PERSONAL.filter((piece) => all.includes(piece))).toEqual([]);
    expect(await verify()).toMatchObject({ fault: null });

    const { rows: keys } = await owner.query(
      `select (select count(*)::integer from subject_key k join originator o on o.id = k.subject) as keys,
        (select count(*)::integer from contact) as contacts, (select count(*)::integer from matter_pass) as passes,
        (select count(*)::integer from originator_session) as sessions`,
    );
    expect(keys).toEqual([{ keys: 0, contacts: 0, passes: 0, sessions: 0 }]);
    expect((await at(browser, 'GET', '/api/counter/appeals')).statusCode).toBe(401);
    const back = await at({}, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    expect(codeOf(back)).toBe('enterprises.pass-wrong');
    expect((await show(staff.office, id)).json()).toEqual({ contacts: [], pieces: [], files: [], erased: 1 });
    expect((await desk(staff.office, 'GET', `/api/matters/${id}`)).json<{ row: { text: string } }>().row.text).toBe(
      HIDDEN,
    );
  });

  test('an enterprise that comes again is somebody new', async () => {
    const contact = { id: uuidv7(later()), contact: PHONE };
    const added = await desk(staff.administrator, 'POST', `/api/enterprises/${enterprise}/contacts`, contact);
    expect(added.statusCode, added.body).toBe(201);
    const browser: Browser = {};
    const asked = await at({}, 'POST', '/api/counter/codes', { enterprise: CODE, contact: PHONE });
    const code = /\d{6}/u.exec(sent.at(-1)!.text)![0];
    const { challenge } = asked.json<{ challenge: Uuid }>();
    expect((await at(browser, 'POST', '/api/counter/session', { challenge, code })).json()).toMatchObject({
      name: '莲城市莲锦电力设备有限公司',
    });
    expect((await at(browser, 'GET', '/api/counter/appeals')).json()).toMatchObject({ rows: [] });
    const { id, mechanism, text } = ask();
    expect((await at(browser, 'POST', '/api/counter/appeals', { id, mechanism, text })).statusCode).toBe(201);
    const { rows } = await owner.query(
      'select count(*)::integer as all, count(erased_at)::integer as erased from originator where enterprise = $1',
      [enterprise],
    );
    expect(rows).toEqual([{ all: 2, erased: 1 }]);
    expect(await verify()).toMatchObject({ fault: null });
  });
});
