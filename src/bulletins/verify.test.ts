import { describe, expect, test } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { aCity } from '../../test/support/city.ts';
import { testDatabase } from '../../test/support/database.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { directorySubjects } from '../directory/index.ts';
import { matterSubject, mechanismSubject, openRound, roundSubject } from '../matters/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { bulletinSubject, publishBulletin } from './index.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
let cities = 0;

/** A city with one round, and its bulletin. */
async function aBulletin() {
  const city = ++cities;
  const [unit] = (await aCity(pool, city, ['莲城市水务局'], NOW)) as [Uuid];
  const office = aCaller({ city, role: 'supervisor', unit: null, name: '沈知远' });
  const [round, bulletin] = [uuidv7(NOW), uuidv7(NOW)];
  const item = { id: uuidv7(NOW), register: { text: '疏通东渠' }, assign: { lead: unit, co: [] } };
  const meeting = { id: round, mechanism: 'weekly-assignment', year: 2026, number: 7, name: '周交办会', attendees: [] };
  await transact(pool, office, (tx) => openRound(tx, office, { ...meeting, heldOn: '2026-03-16', items: [item] }, NOW));
  const words = { title: '周交办通报', opening: '现通报如下。', closing: '请抓好落实。' };
  await publishBulletin(pool, office, { id: bulletin, round, ...words }, NOW);
  const subjects = [matterSubject, roundSubject, bulletinSubject, mechanismSubject, ...directorySubjects];
  const verify = async () =>
    (await transact(pool, { city, system: true }, (tx) => verifyLedger(tx, city, subjects))).fault;
  return { city, bulletin, verify };
}

/** As whoever owns the server could: guards, foreign keys and policies asleep. */
async function meddle(statement: string, city: number): Promise<void> {
  const client = await owner.connect();
  await client.query('begin; set local session_replication_role = replica');
  await client.query(statement, [city]);
  await client.query('commit');
  client.release();
}

describe('a published bulletin', () => {
  test.each([
    ['number', `number = '第 99 期'`],
    ['title', `title = '周交办喜报'`],
    ['round', 'round = gen_random_uuid()'],
    ['before', 'before = gen_random_uuid()'],
    ['publishedAt', `published_at = published_at - interval '1 day'`],
    ['by', `published_by = '别人'`],
    ['content', `content = replace(content, '疏通东渠', '疏通西渠')`],
    ['hash', `hash = sha256('')`],
    ['hash', 'seq = 2'],
  ])('its %s altered is found, and names bulletin and act: %s', async (field, change) => {
    const { city, bulletin, verify } = await aBulletin();
    expect(await verify()).toBeNull();
    await meddle(`update bulletin set ${change} where city = $1`, city);
    expect(await verify()).toMatchObject({
      code: 'bulletin.verify-differs',
      params: { bulletin, act: bulletin, field },
    });
  });

  test('gone it is missed', async () => {
    const { city, bulletin, verify } = await aBulletin();
    await meddle('delete from bulletin where city = $1', city);
    expect(await verify()).toMatchObject({ code: 'bulletin.verify-missing', params: { bulletin } });
  });

  test('forged, with no act behind it, it is named', async () => {
    const { city, bulletin, verify } = await aBulletin();
    await meddle('delete from act where city = $1 and stream in (select id from bulletin where city = $1)', city);
    expect(await verify()).toMatchObject({ code: 'ledger.row-without-acts', params: { id: bulletin } });
  });

  test('the checkpoint that it was counted at is missed when it is gone, though it was the newest', async () => {
    const { city, bulletin, verify } = await aBulletin();
    await meddle('delete from checkpoint where city = $1', city);
    expect(await verify()).toMatchObject({ code: 'bulletin.verify-checkpoint-missing', params: { bulletin, n: 1 } });
  });

  test('and found when another stands in its place', async () => {
    const { city, bulletin, verify } = await aBulletin();
    await meddle(`update checkpoint set root = sha256('another') where city = $1`, city);
    expect(await verify()).toMatchObject({ code: 'bulletin.verify-checkpoint-differs', params: { bulletin, n: 1 } });
  });
});
