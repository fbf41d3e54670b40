import { beforeAll, describe, expect, it } from 'vitest';
import { subjects } from '../../src/app/subjects.ts';
import { mayReadFile, routes } from '../../src/app/wiring.ts';
import type { BulletinRow, BulletinView } from '../../src/bulletins/contract.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';

const { pool } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
let web: TestHttp;
let lead: Uuid;

beforeAll(async () => {
  [lead] = (await aCity(pool, 1, ['莲城市教育局'], NOW)) as [Uuid];
  web = await testHttp(pool, [office], { routes, mayReadFile, now: () => NOW });
});

const read = async <T>(url: string): Promise<T> => (await web.ask(office, { method: 'GET', url })).json();
const post = (url: string, payload: object) => web.ask(office, { method: 'POST', url, payload });

/** A round of that number with one matter. */
async function aRound(number: number): Promise<Uuid> {
  const id = uuidv7(NOW);
  const register = { text: '核对中小学供暖台账', area: null };
  const items = [{ id: uuidv7(NOW), register, assign: { lead, co: [], due: null } }];
  const meeting = { mechanism: 'weekly-assignment', year: 2026, heldOn: '2026-03-16', attendees: [] };
  const answer = await post('/api/rounds', { id, number, name: `第${number}次周交办会议`, ...meeting, items });
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
}

const bulletin = (round: Uuid, supersedes?: Uuid) => ({
  id: uuidv7(NOW),
  round,
  title: '关于周交办任务的通报',
  opening: '',
  closing: '',
  ...(supersedes ? { supersedes } : {}),
});
const publish = (body: object) => post('/api/bulletins', body);

describe('a second bulletin of one round', () => {
  it('is refused while nobody says that it corrects the first, with the number of that one', async () => {
    const round = await aRound(1);
    const first = bulletin(round);
    expect((await publish(first)).statusCode).toBe(200);
    const { number } = (await read<BulletinView>(`/api/bulletins/${first.id}`)).published!;
    const second = await publish(bulletin(round));
    expect(second.statusCode).toBe(409);
    expect(second.json()).toMatchObject({ code: 'bulletin.already-published', errors: [{ pointer: '/supersedes' }] });
    expect(second.json<{ detail: string }>().detail).toContain(number);
    const { rows } = await read<{ rows: BulletinRow[] }>('/api/bulletins');
    expect(rows.filter((row) => row.round === round)).toHaveLength(1);
  });

  it('corrects it knowingly: the new one names the old for ever, the old one shows who corrected it, both verify', async () => {
    const round = await aRound(2);
    const first = bulletin(round);
    await publish(first);
    const before = await read<BulletinView>(`/api/bulletins/${first.id}`);
    expect((await read<BulletinView>(`/api/bulletins/preview?round=${round}`)).supersedes).toEqual({
      id: first.id,
      number: before.number,
      publishedAt: before.published!.publishedAt,
      by: '沈知远',
    });

    const second = bulletin(round, first.id);
    expect((await publish(second)).json()).toEqual({ bulletin: second.id });
    const after = await read<BulletinView>(`/api/bulletins/${second.id}`);
    expect(after.supersedes).toMatchObject({ id: first.id, number: before.number });
    const { supersededBy, ...frozen } = await read<BulletinView>(`/api/bulletins/${first.id}`);
    expect(supersededBy).toMatchObject({ id: second.id, number: after.number });
    expect(frozen).toEqual(before);

    const { rows } = await read<{ rows: BulletinRow[] }>('/api/bulletins');
    expect(rows.find((row) => row.id === second.id)?.supersedes?.id).toBe(first.id);
    expect(rows.find((row) => row.id === first.id)?.supersededBy?.id).toBe(second.id);
    const verified = await transact(pool, { city: 1, system: true }, (tx) => verifyLedger(tx, 1, subjects));
    expect(verified).toMatchObject({ fault: null });
  });

  it('sent again is the same bulletin, also after it was corrected itself', async () => {
    const round = await aRound(3);
    const first = bulletin(round);
    await publish(first);
    const second = bulletin(round, first.id);
    for (const body of [second, second, first]) expect((await publish(body)).json()).toEqual({ bulletin: body.id });
  });

  it('corrects the one in force and no older one, and nothing where there is none', async () => {
    const round = await aRound(4);
    const first = bulletin(round);
    expect((await publish(bulletin(round, first.id))).json()).toMatchObject({ code: 'bulletin.nothing-to-supersede' });
    await publish(first);
    const second = bulletin(round, first.id);
    await publish(second);
    const late = await publish(bulletin(round, first.id));
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([409, 'bulletin.supersedes-another']);
    expect((await publish(bulletin(round, second.id))).statusCode).toBe(200);
  });

  it('cannot slip past the first when two publish at the same moment', async () => {
    const round = await aRound(5);
    const answers = await Promise.all([1, 2, 3, 4].map(() => publish(bulletin(round))));
    expect(answers.map((answer) => String(answer.statusCode)).toSorted()).toEqual(['200', '409', '409', '409']);
  });
});
