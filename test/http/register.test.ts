import { beforeAll, describe, expect, it } from 'vitest';
import { subjects } from '../../src/app/subjects.ts';
import { mayReadFile, routes } from '../../src/app/wiring.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import type { MatterView, Registrable } from '../../src/matters/contract.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';

const { pool } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
const desk = aCaller({ role: 'handler', name: '林一帆' });
const ROUND = uuidv7(NOW);
let web: TestHttp;
let units: [Uuid, Uuid];

beforeAll(async () => {
  units = (await aCity(pool, 1, ['莲城市教育局', '莲城市体育局'], NOW)) as [Uuid, Uuid];
  web = await testHttp(pool, [office, desk], { routes, mayReadFile, now: () => NOW });
  const register = { text: '核对中小学供暖台账', area: null };
  const items = [{ id: uuidv7(NOW), register, assign: null }];
  const meeting = { mechanism: 'weekly-assignment', year: 2026, heldOn: '2026-03-16', attendees: [] };
  await post({ id: ROUND, number: 12, name: '第12次周交办会议', ...meeting, items }, '/api/rounds');
});

const read = async <T>(url: string, who: Caller = office): Promise<T> =>
  (await web.ask(who, { method: 'GET', url })).json();
const post = (payload: object, url = '/api/matters') => web.ask(office, { method: 'POST', url, payload });

const matter = (more: object = {}) => ({
  id: uuidv7(NOW),
  mechanism: 'weekly-assignment',
  given: { text: '新增两处校门口斑马线', area: '民生保障', due: '2026-03-27' },
  ...more,
});

async function aFile(): Promise<Uuid> {
  const headers = { 'content-type': 'application/octet-stream' };
  const url = '/api/files?name=%E7%8E%B0%E5%9C%BA.txt';
  return (await web.ask(office, { method: 'POST', url, headers, payload: Buffer.from('照片') })).json<{ id: Uuid }>()
    .id;
}

describe('registering a matter by hand', () => {
  it('is offered to whoever the mechanism lets register, with what it demands, and to nobody else', async () => {
    const { rows } = await read<{ rows: Registrable[] }>('/api/registrable');
    expect(rows).toMatchObject([{ key: 'weekly-assignment', rounds: true, mayAssign: true, give: { register: [] } }]);
    expect((await read<{ rows: Registrable[] }>('/api/registrable', desk)).rows).toEqual([]);
    const refused = await web.ask(desk, { method: 'POST', url: '/api/matters', payload: matter() });
    expect(refused.statusCode).toBe(403);
  });

  it('numbers it among the matters of its meeting, with its files, and assigns it, all in one', async () => {
    const file = await aFile();
    const assign = { lead: units[0], co: [units[1]], due: '2026-03-27' };
    const body = matter({ round: ROUND, attach: { files: [file] }, assign });
    const first = await post(body);
    expect(first.statusCode, first.body).toBe(200);
    const view = await read<MatterView>(`/api/matters/${body.id}`);
    expect(view.row).toMatchObject({ number: '交办〔2026〕12-02', round: ROUND, phase: 'assigned', lead: units[0] });
    expect(view.files).toMatchObject([{ id: file, name: '现场.txt' }]);
    expect(view.story.map((act) => act.kind)).toEqual(['register', 'attach', 'assign']);
    expect((await post(body)).json()).toEqual(first.json());
    expect((await read<MatterView>(`/api/matters/${body.id}`)).row.seq).toBe(3);
  });

  it('without a unit is only registered, and waits for the office to assign it', async () => {
    const body = matter();
    await post(body);
    const { row } = await read<MatterView>(`/api/matters/${body.id}`);
    expect([row.phase, row.round, row.lead]).toEqual(['open', null, null]);
  });

  it.each([
    ['an empty text', { given: { text: ' ' } }, '/given/text'],
    ['a deadline that is past', { assign: 'past' }, '/assign/due'],
    ['a unit that leads and helps', { assign: 'twice' }, '/assign/co'],
    ['a file that was never sent', { attach: { files: [uuidv7(NOW)] } }, '/attach/files'],
    ['a meeting that is not there', { round: uuidv7(NOW) }, '/round'],
  ])('refuses %s at its field, and leaves nothing', async (_sentence, more, pointer) => {
    const [lead] = units;
    const assigns = { past: { lead, co: [], due: '2026-03-01' }, twice: { lead, co: [lead] } };
    const assign = 'assign' in more ? { assign: assigns[more.assign as keyof typeof assigns] } : {};
    const body = matter({ ...more, ...assign });
    const answer = await post(body);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.json<{ errors: { pointer: string }[] }>().errors[0]?.pointer).toBe(pointer);
    const { rows } = await read<MatterPage>('/api/matters?scope=all&phase=any');
    expect(rows.map((row) => row.id)).not.toContain(body.id);
  });

  it('leaves a ledger that verifies', async () => {
    const verified = await transact(pool, { city: 1, system: true }, (tx) => verifyLedger(tx, 1, subjects));
    expect(verified).toMatchObject({ fault: null });
  });
});

describe('assigning a matter', () => {
  it('that units have already wants it to have been seen: of two at once one takes it, and the other is told', async () => {
    const { id } = matter();
    await post(matter({ id }));
    const assign = (lead: Uuid, more: object = {}, co: Uuid[] = []) =>
      post({ id: uuidv7(NOW), kind: 'assign', given: { lead, co }, ...more }, `/api/matters/${id}/acts`);
    const both = await Promise.all(units.map((unit) => assign(unit)));
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)!.json()).toMatchObject({
      code: 'matter.seen-wanted',
      params: { seq: 2 },
    });
    const { lead } = (await read<MatterView>(`/api/matters/${id}`)).row;
    const other = units.find((unit) => unit !== lead)!;
    // Another beside it takes nothing from anybody, and who has looked may.
    expect((await assign(lead!, {}, [other])).statusCode).toBe(200);
    expect((await assign(other)).statusCode).toBe(409);
    expect((await assign(other, { seen: 3 })).statusCode).toBe(200);
    expect((await read<MatterView>(`/api/matters/${id}`)).row).toMatchObject({ lead: other, co: [] });
  });
});
