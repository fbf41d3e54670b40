import { beforeAll, describe, expect, it } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { changeUnit, directorySubjects } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { mattersAsOf } from '../proof/as-of.ts';
import type { ActRequest } from '../contract.ts';
import { act, matterSubject, mechanismSubject, openRound, roundSubject } from '../index.ts';
import { succeedUnits } from './succeed.acts.ts';
import { viewMatter } from '../matter.view.ts';

const { pool, owner } = await testDatabase();
const CITY = 1;
const MONDAY = new Date('2026-03-16T02:00:00Z');
const later = (hours: number): Date => new Date(MONDAY.getTime() + hours * 3_600_000);
const system = { city: CITY, system: true } as const;
const office = aCaller({ role: 'supervisor', unit: null });
const administrator = aCaller({ role: 'administrator', unit: null });
let [water, roads, parks]: [Uuid, Uuid, Uuid] = ['', '', ''];
let [first, struckOff]: [Uuid, Uuid] = ['', ''];

beforeAll(async () => {
  [water, roads, parks] = (await aCity(pool, CITY, ['市水务局', '市交通局', '市园林局'], MONDAY)) as [Uuid, Uuid, Uuid];
});

async function aMatter(number: number, confidential = false): Promise<Uuid> {
  const id = uuidv7(MONDAY);
  const register = { text: '六月底前完成雨污分流管网改造', area: '城市建设', confidential };
  const items = [{ id, register, assign: { lead: water, co: [parks], due: '2026-03-20' } }];
  const meeting = { mechanism: 'weekly-assignment', year: 2026, name: '周交办会', heldOn: '2026-03-16', attendees: [] };
  await transact(pool, office, (tx) =>
    openRound(tx, office, { id: uuidv7(MONDAY), number, ...meeting, items }, MONDAY),
  );
  return id;
}
const does = (who: Caller, matter: Uuid, kind: ActRequest['kind'], given: object, hours: number) =>
  act(pool, who, matter, { id: uuidv7(later(hours)), kind, given: { ...given } }, later(hours));
const view = (id: Uuid) => transact(pool, office, (tx) => viewMatter(tx, office, id, later(30)));

describe('the open work of a merged unit', () => {
  it('goes to the heir, an act for each matter, confidential ones too; what is struck off keeps the old unit', async () => {
    const [open, secret, closed] = [await aMatter(1), await aMatter(2, true), await aMatter(3)];
    [first, struckOff] = [open, closed];
    const desk = aCaller({ unit: water });
    const parksDesk = aCaller({ unit: parks });
    await does(desk, closed, 'accept', {}, 1);
    await owner.query(`insert into file (city, id, name, media_type, size, sha256, uploaded_by)
      values (1, '${closed}', '单.pdf', 'application/pdf', 9, '\\x${'00'.repeat(32)}', '${desk.seat}')`);
    await does(parksDesk, closed, 'accept', {}, 1);
    await does(desk, closed, 'answer', { result: '已完成', files: [closed], withoutCo: '另行办理' }, 2);
    await does(office, closed, 'verify', {}, 3);
    await does(office, closed, 'close', {}, 4);

    const merging = { id: uuidv7(later(10)), kind: 'merge' as const, given: { into: roads } };
    await transact(pool, administrator, (tx) => changeUnit(tx, administrator, water, merging, later(10)));
    expect(await succeedUnits(pool, CITY, later(11))).toBe(2);
    expect(await succeedUnits(pool, CITY, later(12))).toBe(0);

    for (const id of [open, secret]) {
      const { row, story, clocks } = await view(id);
      expect(row).toMatchObject({ lead: roads, co: [parks], due: '2026-03-20' });
      expect(story.at(-1)).toMatchObject({ kind: 'succeed', given: { unit: water, heir: roads } });
      expect(story.at(-1)!.seat).toBe(administrator.seat);
      expect(clocks.some((c) => c.unit === water && c.stoppedAt === null)).toBe(false);
    }
    expect((await view(closed)).row.lead).toBe(water);
    expect(await does(aCaller({ unit: roads }), open, 'accept', {}, 12)).toMatchObject({ stage: 'working' });
  });

  it('is counted for whoever had it, as of any moment before', async () => {
    const { row } = await view(first);
    const leadAt = async (at: Date) => {
      const found = await transact(pool, office, (tx) => mattersAsOf(tx, CITY, row.round!, at, null));
      return found.map(({ state }) => state.units.find((u) => u.part === 'lead')?.unit);
    };
    expect(await leadAt(later(9))).toEqual([water]);
    expect(await leadAt(later(21))).toEqual([roads]);
  });

  it('is found by the next run where it was reopened long after', async () => {
    await does(office, struckOff, 'reopen', { reason: '回访发现未完成' }, 20);
    expect((await view(struckOff)).row.lead).toBe(water);
    expect(await succeedUnits(pool, CITY, later(21))).toBe(1);
    expect((await view(struckOff)).row.lead).toBe(roads);
  });

  it('leaves a ledger that verifies', async () => {
    await transact(pool, system, async (tx) => {
      const subjects = [matterSubject, roundSubject, mechanismSubject, ...directorySubjects];
      expect(await verifyLedger(tx, CITY, subjects)).toMatchObject({ fault: null });
    });
  });
});
