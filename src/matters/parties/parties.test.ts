import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import {
  addEnterprises,
  addUnits,
  declareInterest,
  directorySubjects,
  openPerson,
  publishScheme,
} from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { act, matterSubject, mechanismSubject, publishMechanism, registerByHand } from '../index.ts';
import { viewMatter } from '../matter.view.ts';
import { showPersonal } from '../personal/show.acts.ts';
import { list } from '../lists/list.ts';
import { workbench } from '../lists/workbench.ts';
import { candidates } from './appointing.ts';
import { declareAndStandAside } from './declaring.acts.ts';

const { pool, owner } = await testDatabase();
const CITY = 1;
const NOW = new Date('2026-03-02T01:00:00Z');
const system = { city: CITY, system: true } as const;
const [station, other, below]: [Uuid, Uuid, Uuid] = [uuidv7(NOW), uuidv7(NOW), uuidv7(NOW)];
const office = aCaller({ role: 'supervisor', unit: null });
const strangers = aCaller({ role: 'handler', unit: other });
const FIRM = uuidv7(NOW);
const people: Record<string, Caller> = {};
let now = NOW;

async function sit(name: string): Promise<Caller> {
  const [account, seat] = [uuidv7(NOW), uuidv7(NOW)];
  const sits = { id: seat, unit: station, role: 'handler', title: '调解员' } as const;
  const person = { id: account, login: `l${account.slice(-6)}`, name, password: 'Test-1234-test', seat: sits };
  await transact(pool, system, (tx) => openPerson(tx, system, person, NOW));
  return { ...aCaller({ unit: station }), account, seat, name };
}

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/dispute.yaml'), 'utf8');
  const panels = readFileSync(join(import.meta.dirname, '../../../mechanisms/compliance.yaml'), 'utf8');
  await transact(pool, system, async (tx) => {
    const units = [station, other].map((id, n) => ({ id, name: `第${n + 1}站`, kind: 'other' as const }));
    await addUnits(tx, system, units, NOW);
    await addUnits(tx, system, [{ id: below, name: '第1站分站', kind: 'other', parent: station }], NOW);
    const categories = [{ code: '01', parent: null, zh: '买卖合同', en: null, retired: false }];
    const name = { zh: '纠纷事由', en: 'Subjects' };
    await publishScheme(tx, system, { id: uuidv7(NOW), key: 'disputes', name, categories, seen: 0 }, NOW);
    await publishMechanism(tx, system, { source }, NOW);
    await publishMechanism(tx, system, { source: panels }, NOW);
    await addEnterprises(tx, system, [{ id: FIRM, code: '91410100MA0000001X', name: '金穗食品' }] as never, NOW);
  });
  for (const name of ['许若溪', '周文博', '吴雅宁']) people[name] = await sit(name);
  const says = (who: string, kind: 'none' | 'works', enterprise: Uuid | null) =>
    transact(pool, people[who]!, (tx) =>
      declareInterest(tx, people[who]!, { id: uuidv7(NOW), kind, enterprise, text: null }, NOW),
    );
  await says('周文博', 'works', FIRM);
  await says('吴雅宁', 'none', null);
});

const given = {
  text: '拖欠货款十二万元，电话 13800001234',
  amount: 12_000_000,
  parties: [
    { side: 'claimant', kind: 'enterprise', enterprise: FIRM, name: '金穗食品' },
    { side: 'respondent', kind: 'person', name: '杨建平', agent: '许若溪', contact: '13900005678' },
  ],
};
const request = (id: Uuid) => ({ id, mechanism: 'dispute', given }) as const;
async function registered(co: readonly Uuid[] = []): Promise<Uuid> {
  const id = uuidv7(NOW);
  now = NOW;
  await transact(pool, office, (tx) => registerByHand(tx, office, request(id) as never, now));
  await does(office, id, 'classify', { category: '01' });
  await does(office, id, 'assign', { lead: station, co });
  await does(people['吴雅宁']!, id, 'accept');
  return id;
}
const does = (who: Caller, matter: Uuid, kind: ActKind, what: Record<string, unknown> = {}) => {
  now = new Date(now.getTime() + 3_600_000);
  return act(pool, who, matter, { id: uuidv7(now), kind, given: what }, now);
};
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { problem?: { code: string } }) => error.problem?.code,
  );
const appoint = (matter: Uuid, who: string, more: object = {}) =>
  does(people['吴雅宁']!, matter, 'appoint', { seat: people[who]!.seat, ...more });

it('what is personal of the parties is sealed in the ledger, and shown for a purpose to who mediates', async () => {
  const id = await registered();
  const { rows } = await owner.query<{ body: string }>('select body from act where stream = $1', [id]);
  const { rows: states } = await owner.query<{ state: string }>('select state from matter where id = $1', [id]);
  for (const text of [...rows.map(({ body }) => body), states[0]!.state])
    for (const secret of ['杨建平', '许若溪', '13900005678', '13800001234']) expect(text).not.toContain(secret);
  const view = await transact(pool, office, (tx) => viewMatter(tx, office, id, now));
  expect(view.between!.sides.map(({ parties }) => parties.map(({ name }) => name))).toEqual([
    ['金穗食品'],
    ['〔姓名1〕'].map(() => expect.stringMatching(/^〔姓名\d〕$/u) as string),
    [],
  ]);
  expect(view.between!.amount).toBe(12_000_000);
  const shown = await showPersonal(
    pool,
    people['吴雅宁']!,
    { id: uuidv7(now), matter: id, purpose: '联系当事人' },
    now,
  );
  expect(shown.pieces.map(({ text }) => text).toSorted()).toEqual(['13800001234', '13900005678', '杨建平', '许若溪']);
  expect(await code(transact(pool, strangers, (tx) => viewMatter(tx, strangers, id, now)))).toBe('matter.not-found');
});

it('an enterprise of the register is called as it is there, whatever name is given with its id', async () => {
  const id = uuidv7(NOW);
  const [firm, person] = given.parties;
  const ask = { ...request(id), given: { ...given, parties: [{ ...firm, name: '随便写的' }, person] } };
  const once = () => transact(pool, office, (tx) => registerByHand(tx, office, ask as never, NOW));
  expect(await once()).toEqual(await once());
  const view = await transact(pool, office, (tx) => viewMatter(tx, office, id, NOW));
  expect(view.between!.sides[0]!.parties).toMatchObject([{ enterprise: FIRM, name: '金穗食品' }]);
  const strange = { side: 'respondent', kind: 'enterprise', enterprise: uuidv7(NOW), name: '无此企业' };
  expect(await code(does(office, id, 'involve', { parties: [strange] }))).toBe('enterprises.no-such');
});

it('sent again with the names in the clear, it is the same registration', async () => {
  const id = uuidv7(NOW);
  const once = () => transact(pool, office, (tx) => registerByHand(tx, office, request(id) as never, NOW));
  expect(await once()).toEqual(await once());
});

it('whoever is not impartial is refused with the reason; whoever said nothing is kept as unknown', async () => {
  const id = await registered();
  const found = await transact(pool, people['吴雅宁']!, (tx) => candidates(tx, people['吴雅宁']!, id, now));
  expect(Object.fromEntries(found.rows.map(({ name, why, impartial }) => [name, why ?? impartial]))).toEqual({
    许若溪: 'matter.conflict-same-name',
    周文博: 'matter.conflict-works',
    // She declared to have no interest in any enterprise; of a person nothing is known until she is asked.
    吴雅宁: 'unknown',
  });
  expect(await code(appoint(id, '周文博'))).toBe('matter.conflict-works');
  expect(await code(appoint(id, '许若溪'))).toBe('matter.conflict-same-name');
  await appoint(id, '吴雅宁', { impartial: true });
  const view = await transact(pool, office, (tx) => viewMatter(tx, office, id, now));
  expect(view.between!.appointed).toMatchObject({ name: '吴雅宁', impartial: 'none' });
  expect(view.row).toMatchObject({ stage: 'accepted', confidential: true });
});

it('what is known of the people of a unit is not told to one below it that takes part', async () => {
  const id = await registered([below]);
  const part = aCaller({ role: 'head', unit: below });
  expect(await transact(pool, part, (tx) => candidates(tx, part, id, now))).toEqual({ rows: [] });
  const lead = aCaller({ role: 'head', unit: station, units: [station, below] });
  expect((await transact(pool, lead, (tx) => candidates(tx, lead, id, now))).rows).toHaveLength(3);
});

const stands = async (id: Uuid) =>
  (await transact(pool, office, (tx) => viewMatter(tx, office, id, now))).between!.appointed;
const involve = (id: Uuid, party: object) =>
  does(people['吴雅宁']!, id, 'involve', { parties: [{ side: 'respondent', ...party }] });
const MET = { heldOn: '2026-03-02', place: '调解室', came: [1, 2], text: '分期' };

it('who was appointed before a party came in of whom nothing is known is asked anew', async () => {
  const id = await registered();
  await appoint(id, '吴雅宁', { impartial: true });
  expect(await stands(id)).toMatchObject({ impartial: 'none' });
  await involve(id, { kind: 'person', name: '马红霞' });
  expect(await stands(id)).toMatchObject({ name: '吴雅宁', impartial: 'unknown', conflicts: null });
  await appoint(id, '吴雅宁', { impartial: true });
  expect(await stands(id)).toMatchObject({ impartial: 'none' });
});

it('who has to do with a party that comes in later mediates no more, until another is appointed', async () => {
  const id = await registered();
  await appoint(id, '吴雅宁', { impartial: true });
  await involve(id, { kind: 'person', name: '吴雅宁' });
  expect(await stands(id)).toMatchObject({ name: '吴雅宁', conflicts: [3], cleared: false });
  expect(await code(does(people['吴雅宁']!, id, 'meet', MET))).toBe('matter.held-for-conflict');
  // What anybody of the unit may do goes on.
  await does(people['吴雅宁']!, id, 'report', { text: '已告知双方换人' });
  expect(await code(appoint(id, '吴雅宁', { impartial: true }))).toBe('matter.appointed-already');
  const { rows } = await owner.query<{ todo: string }>('select todo from assignment where matter = $1', [id]);
  expect(rows).toEqual([{ todo: 'appoint' }]);
  people['孙立'] ??= await sit('孙立');
  await appoint(id, '孙立', { impartial: true });
  await does(people['孙立']!, id, 'meet', MET);
});

it('or until somebody else finds it no conflict, saying why, which stays in the ledger', async () => {
  const id = await registered();
  await appoint(id, '吴雅宁', { impartial: true });
  const clear = (who: Caller, reason?: string) =>
    does(who, id, 'clear', { seat: people['吴雅宁']!.seat, ...(reason ? { reason } : {}) });
  expect(await code(clear(office, '同名'))).toBe('matter.no-conflict');
  await involve(id, { kind: 'person', name: '吴雅宁' });
  expect(await code(clear(people['吴雅宁']!, '同名而已'))).toBe('matter.not-your-act');
  expect(await code(clear(office))).toBe('matter.given-malformed');
  await clear(office, '只是同名，身份证号不同');
  expect(await stands(id)).toMatchObject({ conflicts: null, cleared: true });
  await does(people['吴雅宁']!, id, 'meet', MET);
  await involve(id, { kind: 'person', name: '吴雅宁' });
  expect(await stands(id)).toMatchObject({ conflicts: [4] });
  const subjects = [matterSubject, mechanismSubject, ...directorySubjects];
  expect(await transact(pool, system, (tx) => verifyLedger(tx, CITY, subjects))).toMatchObject({ fault: null });
});

it('who declares an interest after they were appointed goes on with nothing of that party’s, until replaced or cleared', async () => {
  const who = (people['郑航'] ??= await sit('郑航'));
  const mediates = async () => {
    const id = await registered();
    await appoint(id, '郑航', { impartial: true });
    await does(who, id, 'meet', MET);
    return id;
  };
  const [open, agreed, ended] = [await mediates(), await mediates(), await mediates()];
  await settled(agreed, who);
  await does(who, ended, 'fail', { reason: '谈不拢' });
  const declaration = { id: uuidv7(now), kind: 'family', enterprise: FIRM, text: '妹妹在那里' } as const;
  const declare = () => transact(pool, who, (tx) => declareAndStandAside(tx, who, declaration, now));
  await declare();
  expect(await stands(open)).toMatchObject({ name: '郑航', conflicts: [1] });
  expect(await code(does(who, open, 'meet', MET))).toBe('matter.held-for-conflict');
  expect(await code(does(who, agreed, 'keep', { obligation: 1 }))).toBe('matter.held-for-conflict');
  // Another is to be appointed; what was done before stands, and so does what has ended.
  const { rows } = await owner.query<{ todo: string }>('select todo from assignment where matter = any ($1)', [
    [open, agreed],
  ]);
  expect(rows).toEqual([{ todo: 'appoint' }, { todo: 'appoint' }]);
  const view = await transact(pool, office, (tx) => viewMatter(tx, office, open, now));
  expect(view.between!.sessions).toHaveLength(1);
  expect(await stands(ended)).toMatchObject({ conflicts: null });
  const { rows: said } = await owner.query<{ body: string }>(
    `select body from act where stream = $1 and kind = 'recuse'`,
    [open],
  );
  expect(said).toHaveLength(1);
  for (const secret of ['family', '妹妹', declaration.id]) expect(said[0]!.body).not.toContain(secret);
  await does(office, open, 'clear', { seat: who.seat, reason: '妹妹三年前已离职' });
  // The very same declaration, sent again, is the one that was decided on.
  await declare();
  await does(who, open, 'meet', MET);
  await appoint(agreed, '吴雅宁', { impartial: true });
  await does(people['吴雅宁']!, agreed, 'keep', { obligation: 1 });
  const subjects = [matterSubject, mechanismSubject, ...directorySubjects];
  expect(await transact(pool, system, (tx) => verifyLedger(tx, CITY, subjects))).toMatchObject({ fault: null });
});

it('on the workbench each sees the acts that are theirs, and none that their mechanism does not have', async () => {
  const id = await registered();
  await appoint(id, '吴雅宁', { impartial: true });
  const offered = async (who: Caller) =>
    (await transact(pool, who, (tx) => workbench(tx, who, {}, now))).todos.find(({ row }) => row.id === id);
  expect(await offered(people['吴雅宁']!)).toMatchObject({ act: 'meet', may: ['meet'] });
  expect(await offered(people['周文博']!), 'another of the station, who does not mediate').toMatchObject({
    act: 'meet',
    may: [],
  });
  await settled(id);
  await does(people['吴雅宁']!, id, 'keep', { obligation: 1 });
  expect(await offered(people['吴雅宁']!), 'a dispute is not returned').toMatchObject({ act: 'close', may: ['close'] });
});

it('so does nobody go on who was asked to help and must be impartial; they may leave', async () => {
  const id = uuidv7(NOW);
  now = NOW;
  const ask = {
    id,
    mechanism: 'compliance',
    given: { text: '合规考察', parties: [{ side: 'enterprise', kind: 'enterprise', name: '青禾农机' }] },
  };
  await transact(pool, office, (tx) => registerByHand(tx, office, ask as never, now));
  await does(office, id, 'assign', { lead: other, co: [] });
  const lead = { ...strangers, unit: other, units: [other] };
  await does(lead, id, 'accept');
  const expert = people['周文博']!;
  await does(office, id, 'help', { seat: expert.seat, text: '看账' });
  await does(expert, id, 'report', { text: '账已看' });
  await does(office, id, 'involve', {
    parties: [{ side: 'enterprise', kind: 'enterprise', enterprise: FIRM, name: '金穗食品' }],
  });
  const helpers = async () => (await transact(pool, office, (tx) => viewMatter(tx, office, id, now))).helpers;
  expect(await helpers()).toMatchObject([{ name: '周文博', conflicts: [2] }]);
  expect(await code(does(expert, id, 'report', { text: '账又看了' }))).toBe('matter.held-for-conflict');
  expect(await code(does(expert, id, 'clear', { seat: expert.seat, reason: '没事' }))).toBe('matter.not-your-act');
  await does(lead, id, 'clear', { seat: expert.seat, reason: '三年前已离职' });
  await does(expert, id, 'report', { text: '账又看了' });
  await does(office, id, 'involve', { parties: [{ side: 'enterprise', kind: 'person', name: '周文博' }] });
  await does(expert, id, 'unhelp', { seat: expert.seat, reason: '应当回避' });
  expect(await helpers()).toEqual([]);
});

it('whoever appoints learns of a conflict, and nobody reads what a colleague declared', async () => {
  const read = (who: Caller) =>
    transact(pool, who, (tx) =>
      tx.run<{ n: number }>({ name: 't.n', text: 'select count(*)::integer as n from interest' }, []),
    );
  expect((await read(people['周文博']!))[0]!.n).toBe(1);
  expect((await read(office))[0]!.n).toBe(0);
});

async function settled(id: Uuid, who = people['吴雅宁']!): Promise<void> {
  await does(who, id, 'meet', { heldOn: '2026-03-02', place: '调解室', came: [1, 2], text: '分期' });
  const file = uuidv7(NOW);
  await owner.query(
    `insert into file (city, id, name, media_type, size, sha256, uploaded_by, created_at)
     values ($1, $2, '协议书.pdf', 'application/pdf', 9, decode(repeat('0f', 32), 'hex'), $3, $4)`,
    [CITY, file, who.seat, NOW],
  );
  const obligations = [{ party: 2, text: '付清', amount: 12_000_000, due: '2026-03-13' }];
  await does(who, id, 'settle', { text: '付清', signedOn: '2026-03-02', signed: [1, 2], obligations, files: [file] });
}

it('on the evening of its last day a promise is due today, wherever it is listed; at midnight it is overdue', async () => {
  const who = people['吴雅宁']!;
  const id = await registered();
  await appoint(id, '吴雅宁');
  await settled(id);
  const on = async (when: string) => {
    const then = new Date(`2026-03-${when}:00+08:00`);
    return transact(pool, who, async (tx) => {
      const view = await viewMatter(tx, who, id, then);
      const late = await list(tx, who, { slip: 'overdue' }, then);
      const { todos } = await workbench(tx, who, { filter: 'today' }, then);
      return [
        view.between!.settlement!.obligations[0]!.workdaysLeft,
        late.rows.some((row) => row.id === id),
        todos.some(({ row }) => row.id === id),
      ];
    });
  };
  expect(await on('13T17:59')).toEqual([0, false, true]);
  expect(await on('13T23:59')).toEqual([0, false, true]);
  expect(await on('14T00:00')).toEqual([-1, true, false]);
});

it('an agreement is kept to its end, and the ledger holds', async () => {
  const id = await registered();
  await appoint(id, '吴雅宁');
  const who = people['吴雅宁']!;
  await settled(id);
  await does(who, id, 'keep', { obligation: 1 });
  expect((await does(who, id, 'close')).stage).toBe('closed');
  const { rows } = await owner.query<{ amount: number }>(
    `select amount from matter_fact where matter = $1 and until = 'infinity'`,
    [id],
  );
  expect(rows[0]!.amount).toBe(12_000_000);
  const subjects = [matterSubject, mechanismSubject, ...directorySubjects];
  expect(await transact(pool, system, (tx) => verifyLedger(tx, CITY, subjects))).toMatchObject({ fault: null });
});
