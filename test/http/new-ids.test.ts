import { beforeAll, describe, expect, it } from 'vitest';
import { mayReadFile, routes } from '../../src/app/wiring.ts';
import { FIRST_UUID, LAST_UUID, uuidv7 } from '../../src/kernel/index.ts';
import { aCaller } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
let web: TestHttp;

beforeAll(async () => {
  await aCity(pool, 1, ['莲城市教育局'], NOW);
  web = await testHttp(pool, [office], { routes, mayReadFile, now: () => NOW });
});

type Schema = {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  pattern?: string;
};

/** Where another program names what it passes on by a number of its own, of which the id follows (ADR 440). */
const OWN_NUMBERS = 'post /api/intake/requests/{external}/acts';

/** Where a body names something new: its own `id`, and those of what it holds. */
function idsIn(schema: Schema, at: string): { at: string; pattern: string | undefined }[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
    name === 'id' ? [{ at: `${at}/${name}`, pattern: each.pattern }] : idsIn(each, `${at}/${name}`),
  );
  const within = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((each) =>
    each ? idsIn(each, at) : [],
  );
  return [...own, ...within];
}

describe('an id that a caller gives to something new', () => {
  it('is described as a UUIDv7 wherever a request has one', async () => {
    await web.http.ready();
    const { paths } = web.http.swagger() as unknown as {
      paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
    };
    const found = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) =>
        Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => idsIn(schema, `${method} ${path}`)),
      ),
    );
    expect(found.length).toBeGreaterThan(15);
    const others = found.filter(({ at }) => !at.startsWith(OWN_NUMBERS));
    expect(others.filter(({ pattern }) => !pattern?.includes('-7['))).toEqual([]);
  });

  it.each([
    ['the nil UUID', FIRST_UUID],
    ['the max UUID', LAST_UUID],
    ['one of version 4', 'b0ae7e1c-3b4c-4d5e-8f60-718293a4b5c6'],
  ])('%s is refused in words that say what is right, and nothing is registered', async (_, id) => {
    const payload = { id, mechanism: 'weekly-assignment', given: { text: '疏通东渠' } };
    const answer = await web.ask(office, { method: 'POST', url: '/api/matters', payload });
    expect(answer.statusCode).toBe(400);
    const [fault] = answer.json<{ errors: { pointer: string; code: string; detail: string }[] }>().errors;
    expect(fault).toMatchObject({ pointer: '/id', code: 'http.field-new-id' });
    expect(fault!.detail).toContain('UUIDv7');
    expect((await owner.query('select from matter where id = $1', [id])).rowCount).toBe(0);
  });

  it('of an hour that is not ours is taken: it is the clock of whoever sends it', async () => {
    const id = uuidv7(new Date('2031-01-01T00:00:00Z')).toUpperCase();
    const payload = { id, mechanism: 'weekly-assignment', given: { text: '疏通东渠' } };
    const send = () => web.ask(office, { method: 'POST', url: '/api/matters', payload });
    const first = await send();
    expect(first.json()).toMatchObject({ id: id.toLowerCase(), at: NOW.toISOString() });
    expect((await send()).json()).toEqual(first.json());
  });
});

describe('a fault inside a list', () => {
  it('is told by its place as a person counts, in words', async () => {
    const meeting = { id: uuidv7(NOW), mechanism: 'weekly-assignment', year: 2026, number: 1, name: '周交办会' };
    const item = { id: uuidv7(NOW), register: { text: '疏通东渠' } };
    const payload = { ...meeting, heldOn: '2026-03-16', attendees: [], items: [item] };
    const ask = (lang: string) =>
      web.ask(office, { method: 'POST', url: '/api/rounds', payload, headers: { 'accept-language': lang } });
    const told = async (lang: string) => (await ask(lang)).json<{ errors: { detail: string }[] }>().errors[0]!.detail;
    expect(await told('zh')).toBe('缺少“条目第 1 项的交办”，此项必填。');
    expect(await told('en')).toBe('"items no. 1, assignment" is missing; it is required.');
  });
});
