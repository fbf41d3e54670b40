import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { aPrivateCity, codeOf, PHONE, START, TEXT, type Browser } from '../../test/support/private-city.ts';
import { does } from '../../test/support/staff.ts';
import { uuidv7 } from '../kernel/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { copyOf, exportPersonal, exportShown } from '../privacy/index.ts';

const { pool, owner } = await testDatabase();
const { staff, water, clock, later, at, desk, assigned, show, log } = await aPrivateCity({ pool, owner });

describe('it is shown to who needs it', () => {
  test('the lead unit while it works on the matter, and the supervision office; others are told why not', async () => {
    const { id } = await assigned();
    expect((await show(staff.desk, id)).json()).toMatchObject({ contacts: [PHONE], erased: 0 });
    expect((await show(staff.office, id)).json()).toMatchObject({ contacts: [PHONE] });
    expect(codeOf(await show(staff.other, id))).toBe('matter.personal-lead-only');
    expect(codeOf(await show(staff.administrator, id))).toBe('matter.not-found');
    await does(pool, staff.desk, id, 'propose', { result: '已修复' }, later());
    await does(pool, staff.head, id, 'answer', { result: '已修复', withoutCo: '不涉及' }, later());
    await does(pool, staff.office, id, 'close', { note: '期满' }, later());
    expect(codeOf(await show(staff.desk, id))).toBe('matter.personal-closed');
    expect((await show(staff.office, id)).statusCode).toBe(200);
  });

  test('not to the units where whoever raised it is not to be known to them', async () => {
    const { id } = await assigned({ unnamed: true });
    expect(codeOf(await show(staff.desk, id))).toBe('matter.personal-unnamed');
    expect((await show(staff.office, id)).json()).toMatchObject({ contacts: [PHONE] });
  });

  test('and noted: who, when, of which matter, what for; the person reads it too', async () => {
    const { id, number, originator, appeal } = await assigned();
    const asked = uuidv7(clock.now());
    await show(staff.desk, id, '约时间上门', asked);
    expect(codeOf(await show(staff.desk, id, '随便看看', asked)), 'no second purpose under one id').toBe(
      'ledger.act-id-reused',
    );
    later();
    await show(staff.office, id, '回访');
    const { rows } = await log(staff.office, `?matter=${id}`);
    later();
    await show(staff.mayor, id, '核实情况');
    expect(rows).toMatchObject([
      { who: '沈知远', unit: null, purpose: '回访', matter: { id, number }, originator },
      { who: '林一帆', unit: water, purpose: '约时间上门', matter: { id, number } },
    ]);
    // Who may not read the matter is told its number, so that it is not taken for a row that is about none.
    expect(rows.every((row) => row.matter?.readable === true)).toBe(true);
    expect((await log(staff.administrator, `?unit=${water}&matter=${id}`)).rows).toMatchObject([
      { who: '林一帆', matter: { id, number, readable: false } },
    ]);
    expect((await log(staff.office, `?matter=${id}&until=2026-03-15`)).rows).toEqual([]);
    expect((await desk(staff.desk, 'GET', '/api/privacy/shown')).statusCode).toBe(403);
    const browser: Browser = {};
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    expect((await at(browser, 'GET', '/api/counter/personal')).json()).toMatchObject({
      rows: [
        // A leader of the city by that alone, the office as the office.
        { unit: null, mayor: true, purpose: '核实情况' },
        { unit: null, mayor: false, purpose: '回访' },
        { unit: '莲城市水务局', mayor: false, purpose: '约时间上门' },
      ],
    });
  });

  test('the log is exported by a job, for who may read it', async () => {
    await show(staff.desk, (await assigned()).id, '核实水表');
    const asked = { id: uuidv7(later()), query: { unit: water } };
    expect((await desk(staff.desk, 'POST', '/api/privacy/shown/export', asked)).statusCode).toBe(403);
    expect((await desk(staff.office, 'POST', '/api/privacy/shown/export', asked)).statusCode).toBe(200);
    await exportShown.handle(1, { transfer: asked.id }, { pool, now: clock.now });
    const file = await desk(staff.office, 'GET', `/api/transfers/${asked.id}/file`);
    expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  test('the log is read a page at a time by key, each question by an index of its own', async () => {
    await owner.query(
      `insert into contact_shown (city, id, originator, seat, unit, purpose, at)
        select 1, gen_random_uuid(), gen_random_uuid(), $1, $2, '核实', $3::timestamptz - n % 7 * interval '1 minute'
        from generate_series(1, 20000) n`,
      [staff.desk.seat, staff.desk.unit, START],
    );
    await owner.query('analyze contact_shown');
    const first = await log(staff.office);
    const second = await log(staff.office, `?after=${first.next}`);
    const keys = [...first.rows, ...second.rows].map(({ id, originator }) => `${id}${originator}`);
    expect(new Set(keys).size).toBe(100);
    const times = [...first.rows, ...second.rows].map((row) => row.at);
    expect(times).toEqual(times.toSorted().toReversed());
    await owner.query(`delete from contact_shown where purpose = '核实'`);
  });
});

describe('a copy of what is kept of oneself', () => {
  test('has everything in the clear that one said, for oneself at once', async () => {
    const { number, appeal } = await assigned();
    const browser: Browser = {};
    expect((await at(browser, 'GET', '/api/counter/copy')).statusCode).toBe(401);
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    const json = await at(browser, 'GET', '/api/counter/copy?format=json');
    expect(json.json()).toMatchObject({ contacts: [PHONE], matters: 1, words: [{ number, mine: true, text: TEXT }] });
    const sheet = await at(browser, 'GET', '/api/counter/copy');
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test('names the unit that spoke of them, and keeps sealed what that says of anybody else', async () => {
    const { id, number, originator, appeal } = await assigned();
    const others = '已联系13912345678 张建军，住人民路8号院3号楼2单元501室，同意避让';
    await does(pool, staff.desk, id, 'report', { text: others }, later());
    await does(pool, staff.desk, id, 'report', { text: `${others}；已告知${PHONE}` }, later());
    const browser: Browser = {};
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    const own = (await at(browser, 'GET', '/api/counter/copy?format=json')).json();
    const copy = await transact(pool, { city: 1, system: true }, (tx) => copyOf(tx, 1, originator, null, true));
    for (const { words } of [own, copy]) {
      // What says nothing of them is the unit's own; what does is handed over, as the unit's and not as theirs.
      expect(words).toMatchObject([
        { mine: true, unit: null, text: TEXT },
        { mine: false, unit: '莲城市水务局', text: expect.stringContaining(`已告知${PHONE}`) },
      ]);
      expect(JSON.stringify(words)).not.toMatch(/13912345678|张建军|501室/u);
    }
  });

  test('for an administrator to hand over, who says what for; in a job, noted', async () => {
    const { originator } = await assigned();
    const ask2 = { id: uuidv7(later()), originator, purpose: '本人当面申请' };
    expect((await desk(staff.office, 'POST', '/api/privacy/exports', ask2)).statusCode).toBe(403);
    const begun = await desk(staff.administrator, 'POST', '/api/privacy/exports', ask2);
    expect(begun.statusCode, begun.body).toBe(200);
    await exportPersonal({
      read: () => {
        throw new Error('no files');
      },
    }).handle(1, { transfer: ask2.id }, { pool, now: clock.now });
    const file = await desk(staff.administrator, 'GET', `/api/transfers/${ask2.id}/file`);
    expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await log(staff.office, `?originator=${originator}`)).rows).toMatchObject([{ purpose: '本人当面申请' }]);
  });
});
