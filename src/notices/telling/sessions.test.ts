import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { addUnits, declareInterest, openPerson, publishScheme } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { act, matterSubject, publishMechanism, registerByHand } from '../../matters/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { viewNotices } from '../notice.view.ts';
import type { ToDeliver } from './gather.acts.ts';
import { remindOfSessions } from './sessions.acts.ts';
import { tellOfActs } from './tell.acts.ts';

// A dispute is mediated in March 2026: 2 March is a Monday.
const { pool, owner } = await testDatabase();
const at = (clock: string): Date => new Date(`2026-${clock.replace(' ', 'T')}:00+08:00`);
const BEGUN = at('03-02 09:00');
const system = { city: 1, system: true } as const;
const [station, service]: Uuid[] = [uuidv7(BEGUN), uuidv7(BEGUN)];
const office = aCaller({ role: 'supervisor', unit: null });
const hours = [[540, 1080]] as const;
let mediator: Caller;
let colleague: Caller;
let escort: Caller;

async function sit(name: string, unit: Uuid): Promise<Caller> {
  const [account, seat] = [uuidv7(BEGUN), uuidv7(BEGUN)];
  const sits = { id: seat, unit, role: 'handler', title: '调解员' } as const;
  const person = { id: account, login: `l${account.slice(-6)}`, name, password: 'Test-1234-test', seat: sits };
  await transact(pool, system, (tx) => openPerson(tx, system, person, BEGUN));
  return { ...aCaller({ unit }), account, seat, name };
}

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/dispute.yaml'), 'utf8');
  await transact(pool, system, async (tx) => {
    const units = [station!, service!].map((id, n) => ({ id, name: `第${n + 1}站`, kind: 'other' as const }));
    await addUnits(tx, system, units, BEGUN);
    const categories = [{ code: '01', parent: null, zh: '买卖合同', en: null, retired: false }];
    const name = { zh: '纠纷事由', en: 'Subjects' };
    await publishScheme(tx, system, { id: uuidv7(BEGUN), key: 'disputes', name, categories, seen: 0 }, BEGUN);
    await publishMechanism(tx, system, { source }, BEGUN);
  });
  [mediator, colleague, escort] = [
    await sit('吴雅宁', station!),
    await sit('许若溪', station!),
    await sit('白安然', service!),
  ];
  const none = { id: uuidv7(BEGUN), kind: 'none', enterprise: null, text: null } as const;
  await transact(pool, mediator, (tx) => declareInterest(tx, mediator, none, BEGUN));
});

const does = (who: Caller, matter: Uuid, kind: ActKind, clock: string, given: Record<string, unknown> = {}) =>
  act(pool, who, matter, { id: uuidv7(at(clock)), kind, given }, at(clock));
const convene = (matter: Uuid, meetOn: string, clock: string, from: string | null = '09:30') =>
  does(mediator, matter, 'convene', clock, { meetOn, from, place: '第二调解室', came: [1, 2] });
const remind = (clock: string) => transact(pool, system, (tx) => remindOfSessions(tx, 1, hours, at(clock)));
const tell = (clock: string) =>
  transact(pool, system, (tx) =>
    tellOfActs(tx, 1, { hours, delivering: defineJob<ToDeliver>('test.deliver', async () => undefined) }, at(clock)),
  );
const heard = async (who: Caller, matter: Uuid) =>
  (await transact(pool, who, (tx) => viewNotices(tx, who, {}))).rows
    .filter((row) => row.kind === 'session' && row.matter?.id === matter)
    .map(({ why, due, said }) => [why, due, said]);

/** A dispute that the mediator has in hand, with which the escort was asked to help. */
async function dispute(): Promise<Uuid> {
  const id = uuidv7(BEGUN);
  const parties = ['claimant', 'respondent'].map((side) => ({ side, kind: 'enterprise', name: `${side}公司` }));
  const request = { id, mechanism: 'dispute', given: { text: '拖欠货款', amount: 100, parties } } as never;
  await transact(pool, office, (tx) => registerByHand(tx, office, request, BEGUN));
  await does(office, id, 'classify', '03-02 09:10', { category: '01' });
  await does(office, id, 'assign', '03-02 09:20', { lead: station, co: [] });
  await does(mediator, id, 'accept', '03-02 09:30');
  await does(mediator, id, 'appoint', '03-02 09:40', { seat: mediator.seat });
  await does(mediator, id, 'help', '03-02 09:50', { seat: escort.seat, text: '请到场' });
  return id;
}

test('the working day before a session whoever conducts it is reminded, and who helps; once, and nobody else', async () => {
  const id = await dispute();
  await convene(id, '2026-03-09', '03-03 10:00');
  await tell('03-03 10:01');
  const said = '09:30 第二调解室';
  expect(await heard(escort, id), 'who helps is told that it was arranged').toEqual([['helper', '2026-03-09', said]]);
  expect(await remind('03-05 10:00')).toBe(0);
  expect(await remind('03-06 08:59'), 'not before people are at work').toBe(0);
  // The session is on a Monday: the working day before it is the Friday.
  expect(await remind('03-06 09:00')).toBe(1);
  await remind('03-06 09:01');
  expect(await heard(mediator, id)).toEqual([['owner', '2026-03-09', said]]);
  expect(await heard(escort, id)).toHaveLength(2);
  expect(await heard(colleague, id)).toEqual([]);
  expect((await transact(pool, system, (tx) => verifyLedger(tx, 1, [matterSubject]))).fault?.code ?? '').not.toMatch(
    /^matter/u,
  );
});

test('a session that was put off is reminded of for its new day, and one that was held is not', async () => {
  const id = await dispute();
  await convene(id, '2026-03-06', '03-03 10:00');
  await convene(id, '2026-03-12', '03-04 10:00');
  await remind('03-05 10:00');
  expect(await heard(mediator, id)).toEqual([]);
  await remind('03-11 10:00');
  expect(await heard(mediator, id)).toEqual([['owner', '2026-03-12', '09:30 第二调解室']]);
  const over = await dispute();
  await convene(over, '2026-03-13', '03-04 11:00');
  await does(mediator, over, 'meet', '03-04 15:00', { heldOn: '2026-03-04', place: '调解室', came: [1], text: '先谈' });
  await remind('03-12 10:00');
  expect(await heard(mediator, over)).toEqual([]);
});

test('arranged today for today, nobody is reminded of what they have just done; overdue, it is reminded of all the same', async () => {
  const id = await dispute();
  await convene(id, '2026-03-18', '03-18 09:00', '15:00');
  expect(await remind('03-18 10:00')).toBe(0);
  // The thirty days to mediate are over by then, so that another day stands on the workbench.
  const late = await dispute();
  await convene(late, '2026-04-08', '03-20 09:00', null);
  expect(await remind('04-07 10:00')).toBe(1);
  expect(await heard(mediator, late)).toEqual([['owner', '2026-04-08', '第二调解室']]);
});
