import { describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { openRound } from '../../matters/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { subjects } from '../subjects.ts';
import { verifyInThreads } from './verify.ts';

const { pool, owner, applicationUrl } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const CITY = 1;
const [unit] = (await aCity(pool, CITY, ['莲城市水务局'], NOW)) as [Uuid];
const office = aCaller({ city: CITY, role: 'supervisor', unit: null });
const matters = Array.from({ length: 30 }, (_, n) => uuidv7(new Date(NOW.getTime() + n * 60_000)));
const items = matters.map((id) => ({ id, register: { text: '疏通东渠' }, assign: { lead: unit, co: [] } }));
const meeting = { id: uuidv7(NOW), mechanism: 'weekly-assignment', year: 2026, number: 7, name: '周交办会' };
await transact(pool, office, (tx) =>
  openRound(tx, office, { ...meeting, heldOn: '2026-03-16', attendees: [], items }, NOW),
);

/** Three threads, though there is little to do. */
const inThree = () => verifyInThreads({ pool, applicationUrl }, CITY, { most: 3, worth: 10 });

describe('verifying in threads', { timeout: 60_000 }, () => {
  test('finds as many acts and streams as one thread does, and all sound', async () => {
    const alone = await transact(pool, { city: CITY, system: true }, (tx) => verifyLedger(tx, CITY, subjects));
    expect(alone).toMatchObject({ fault: null });
    expect(alone.streams).toBeGreaterThan(30);
    expect(await inThree()).toEqual(alone);
  });

  test.each([
    ['the first', 0],
    ['one in the middle', 15],
    ['the last', 29],
  ])('names the matter that was altered, whichever thread reads it: %s', async (_, n) => {
    const matter = matters[n]!;
    await owner.query(`update matter set area = '别处' where id = $1`, [matter]);
    expect((await inThree()).fault).toMatchObject({
      code: 'matter.verify-projection-differs',
      params: { matter, table: 'matter' },
    });
    await owner.query('update matter set area = null where id = $1', [matter]);
  });

  test('of several faults the first by its place is told', async () => {
    await owner.query(`update matter set area = '别处' where id = any ($1)`, [[matters[2], matters[28]]]);
    expect((await inThree()).fault).toMatchObject({ params: { matter: matters[2] } });
    await owner.query('update matter set area = null');
  });

  test('a thread that cannot do its work is a failure, not a ledger that is sound', async () => {
    const nowhere = new URL(applicationUrl);
    nowhere.pathname = '/no_such_database';
    const broken = verifyInThreads({ pool, applicationUrl: nowhere.href }, CITY, { most: 3, worth: 10 });
    await expect(broken).rejects.toThrow(/no_such_database/u);
  });
});
