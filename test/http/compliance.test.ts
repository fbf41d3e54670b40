import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { addEnterprises, addUnits, declareInterest, openPerson } from '../../src/directory/index.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { act, publishMechanism, registerByHand } from '../../src/matters/index.ts';
import type { ActKind } from '../../src/mechanism/index.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { testDatabase } from '../support/database.ts';

const { pool, owner } = await testDatabase();
const CITY = 1;
const NOW = new Date('2026-03-02T01:00:00Z');
const system = { city: CITY, system: true } as const;
const [secretariat, experts, firm, matter]: [Uuid, Uuid, Uuid, Uuid] = [
  uuidv7(NOW),
  uuidv7(NOW),
  uuidv7(NOW),
  uuidv7(NOW),
];
const office = aCaller({ role: 'supervisor', unit: null });
const people: Record<string, Caller> = {};
let now = NOW;

async function sit(name: string, unit: Uuid): Promise<void> {
  const [account, seat] = [uuidv7(NOW), uuidv7(NOW)];
  const sits = { id: seat, unit, role: 'handler', title: '成员' } as const;
  const person = { id: account, login: `l${account.slice(-6)}`, name, password: 'Test-1234-test', seat: sits };
  await transact(pool, system, (tx) => openPerson(tx, system, person, NOW));
  people[name] = { ...aCaller({ unit }), account, seat, name };
}

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  const source = readFileSync(join(import.meta.dirname, '../../mechanisms/compliance.yaml'), 'utf8');
  await transact(pool, system, async (tx) => {
    const names = ['市工商联', '市税务局'];
    const units = [secretariat, experts].map((id, n) => ({ id, name: names[n]!, kind: 'other' as const }));
    await addUnits(tx, system, units, NOW);
    await publishMechanism(tx, system, { source }, NOW);
    await addEnterprises(tx, system, [{ id: firm, code: '91410100MA0000001X', name: '金穗食品' }] as never, NOW);
  });
  await sit('许若溪', secretariat);
  await sit('周文博', secretariat);
  await sit('方慎', experts);
  await sit('杜明哲', experts);
  const declares = (who: Caller, kind: 'works' | 'family') =>
    transact(pool, who, (tx) => declareInterest(tx, who, { id: uuidv7(NOW), kind, enterprise: firm, text: null }, NOW));
  await declares(people['周文博']!, 'works');
  await declares(people['杜明哲']!, 'family');
});

const does = async (who: Caller, kind: ActKind, given: Record<string, unknown> = {}): Promise<string> => {
  now = new Date(now.getTime() + 3_600_000);
  return act(pool, who, matter, { id: uuidv7(now), kind, given }, now).then(
    ({ stage }) => stage,
    (error: Error & { problem?: { code: string } }) => error.problem?.code ?? error.message,
  );
};
async function paper(who: Caller): Promise<Uuid> {
  const file = uuidv7(now);
  await owner.query(
    `insert into file (city, id, name, media_type, size, sha256, uploaded_by, created_at)
     values ($1, $2, '笔录.pdf', 'application/pdf', 9, decode(repeat('0f', 32), 'hex'), $3, $4)`,
    [CITY, file, who.seat, NOW],
  );
  return file;
}
const looked = (gate: string, items: readonly string[]) => ({
  gate,
  items: items.map((item) => ({ item, verdict: 'pass' })),
  note: '逐项核对',
});

test('a panel without interest passes a plan, visits, reports and comes to a verdict, and none of it before its turn', async () => {
  const lead = () => people['许若溪']!;
  const given = {
    text: '市检察院商请对该公司开展合规考察',
    parties: [{ side: 'enterprise', kind: 'enterprise', enterprise: firm, name: '金穗食品' }],
  };
  await transact(pool, office, (tx) =>
    registerByHand(tx, office, { id: matter, mechanism: 'compliance', given } as never, NOW),
  );
  expect(await does(office, 'assign', { lead: secretariat, co: [] })).toBe('assigned');
  expect(await does(lead(), 'accept')).toBe('forming');
  const early = { ...looked('plan', ['causes', 'measures', 'timetable']), files: [await paper(lead())] };
  expect(await does(lead(), 'inspect', early), 'no plan before there is a panel').toBe('matter.gate-after-acts');
  expect(await does(lead(), 'appoint', { seat: people['周文博']!.seat })).toBe('matter.conflict-works');
  expect(await does(lead(), 'appoint', { seat: people['许若溪']!.seat, impartial: true })).toBe('forming');
  expect(await does(people['方慎']!, 'note', { text: '看了账' }), 'nobody of the panel yet').toBe('matter.not-found');
  expect(await does(lead(), 'help', { seat: people['杜明哲']!.seat, text: '请参加' })).toBe('matter.conflict-family');
  expect(await does(lead(), 'help', { seat: people['方慎']!.seat, text: '请税务专家参加' })).toBe('forming');
  expect(await does(people['方慎']!, 'note', { text: '看了账' })).toBe('forming');

  const plan = looked('plan', ['causes', 'measures', 'timetable']);
  const remedy = looked('remedy', ['done', 'rules', 'redress']);
  const visit = { heldOn: '2026-03-02', place: '公司会议室', came: [1], text: '查看采购台账' };
  const files = async () => ({ files: [await paper(lead())] });
  expect(await does(lead(), 'meet', { ...visit, ...(await files()) }), 'no visit before the plan').toBe(
    'matter.gate-missing',
  );
  const { note: _, ...silent } = { ...plan, ...(await files()) };
  expect(await does(lead(), 'inspect', silent), 'no verdict without a word').toBe('matter.give-note');
  expect(await does(lead(), 'inspect', plan), 'no plan without the plan').toBe('matter.give-evidence');
  expect(await does(lead(), 'inspect', remedy), 'nothing to put right before the plan').toBe('matter.gate-after-gates');
  expect(await does(lead(), 'inspect', { ...plan, ...(await files()) })).toBe('forming');
  expect(await does(lead(), 'inspect', remedy), 'nor before a visit').toBe('matter.gate-after-acts');
  // A refusal calls the fields of a visit as the mechanism's file does, not as those of a mediation.
  const { heldOn: __, ...undated } = { ...visit, ...(await files()) };
  const asked = act(pool, lead(), matter, { id: uuidv7(now), kind: 'meet', given: undated }, now);
  await expect(asked).rejects.toMatchObject({
    problem: { errors: [{ params: { field: { zh: '走访日期' }, act: { zh: '走访检查' } } }] },
  });
  expect(await does(lead(), 'meet', { ...visit, ...(await files()) })).toBe('inspecting');
  const report = { result: '整改完成，建议合格', ...(await files()) };
  expect(await does(lead(), 'answer', report), 'no report before what was put right').toBe('matter.gate-missing');
  expect(await does(lead(), 'inspect', remedy)).toBe('inspecting');
  expect(await does(lead(), 'meet', { ...visit, ...(await files()) })).toBe('inspecting');
  expect(await does(lead(), 'answer', report), 'visited since, it is looked at anew').toBe('matter.gate-lapsed');
  expect(await does(lead(), 'inspect', remedy)).toBe('inspecting');
  expect(await does(lead(), 'answer', report), 'an inspection of an hour').toBe('matter.early-unexplained');
  expect(await does(lead(), 'answer', { ...report, early: '轻微案件，检察机关同意' })).toBe('reported');
  expect(await does(office, 'return', { reason: '补充考察' })).toBe('inspecting');
  expect(await does(lead(), 'answer', report), 'sent back, too').toBe('matter.gate-lapsed');
  expect(await does(lead(), 'inspect', remedy)).toBe('inspecting');
  expect(await does(lead(), 'answer', { ...report, early: '轻微案件，检察机关同意', ...(await files()) })).toBe(
    'reported',
  );
  expect(await does(office, 'close', { note: '考察合格' })).toBe('passed');
  // A refusal speaks of the act as the mechanism's file calls it.
  const late = act(pool, office, matter, { id: uuidv7(now), kind: 'fail', given: { reason: '再议' } }, now);
  await expect(late).rejects.toMatchObject({
    problem: { code: 'matter.stage-forbids-act', params: { act: { zh: '考察不合格' }, stage: { zh: '合规考察合格' } } },
  });
});
