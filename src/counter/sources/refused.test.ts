import type { InjectOptions } from 'fastify';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { aCityOfSources, bearer as bearerOf } from '../../../test/support/sources.ts';
import { problem } from '../../kernel/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { noteRefused } from './lately.store.ts';

const { pool, owner } = await testDatabase();
let now = new Date('2026-03-16T02:00:00.000Z');
const system = { city: 1, system: true } as const;
const { app, administrator, open } = await aCityOfSources(pool, () => now);

let id = '';
let token = '';
beforeEach(async () => {
  now = new Date(now.getTime() + 3_600_000);
  ({ id, token } = (await open()).json());
});

const lately = async (language = 'zh') =>
  (
    await app.ask(administrator, {
      url: `/api/sources/${id}/requests`,
      headers: { 'accept-language': language },
    })
  ).json().refused as {
    external: string;
    why: string;
    times: number;
  }[];
const post = (url: string, payload: string | object, headers: Record<string, string> = {}): InjectOptions => ({
  method: 'POST',
  url,
  payload,
  headers: { 'content-type': 'application/json', ...headers },
});
const OURS = '/api/intake/requests';
const GEO = '/api/open311/v2/requests.xml';
const bearer = () => bearerOf(token);

describe('what could not be read stands in the list of its source, with what would be right', () => {
  test.each<[sentence: string, sent: () => InjectOptions, external: string, why: RegExp]>([
    ['no JSON', () => post(OURS, '{"external": "A-1", "text"', bearer()), '', /json/iu],
    ['no body', () => post(OURS, '', bearer()), '', /json/iu],
    [
      'a field that there is not',
      () => post(OURS, { external: 'A-2', text: '停水两天了', tel: '1' }, bearer()),
      'A-2',
      /tel/u,
    ],
    ['a field of another kind', () => post(OURS, { external: 'A-3', text: 5 }, bearer()), 'A-3', /\/text .*内容/u],
    [
      'an act that there is not',
      () => post(`${OURS}/A-4/acts`, { id: '1', kind: 'close' }, bearer()),
      'A-4',
      /callback/u,
    ],
    ['another medium', () => post(OURS, '<a/>', { ...bearer(), 'content-type': 'text/xml' }), '', /json/iu],
    [
      'a right token in a wrong place',
      () => post(OURS, { external: 'A-5', text: '停水两天了' }, { authorization: token }),
      'A-5',
      /Bearer/u,
    ],
    [
      'GeoReport, no words',
      () => post(GEO, { api_key: token, service_code: 'appeal', external_id: 'G-1' }),
      'G-1',
      /description/u,
    ],
    [
      'GeoReport, a service that there is not',
      () => post(GEO, { api_key: token, service_code: '9999', external_id: 'G-2', description: '停水两天了' }),
      'G-2',
      /9999/u,
    ],
    [
      'GeoReport, in XML',
      () => post(GEO, `<request><api_key>${token}</api_key></request>`, { 'content-type': 'text/xml' }),
      '',
      /XML/u,
    ],
    [
      'GeoReport, refused by the ledger, without a number of its own',
      () => post(GEO, { api_key: token, service_code: 'appeal', description: '停水两天了\ud83d' }),
      '',
      /半个字符/u,
    ],
    [
      'GeoReport, as a form with files',
      () =>
        post(GEO, `--b\r\nContent-Disposition: form-data; name="api_key"\r\n\r\n${token}\r\n--b--\r\n`, {
          'content-type': 'multipart/form-data; boundary=b',
        }),
      '',
      /urlencoded/u,
    ],
    ['GeoReport, half a JSON', () => post(GEO, `{"api_key": "${token}", "descr`), '', /./u],
    [
      'GeoReport, the key in the address',
      () => post(`${GEO}?api_key=${token}`, { service_code: 'appeal', external_id: 'G-3', description: '停水两天了' }),
      'G-3',
      /api_key/u,
    ],
  ])('%s', async (_, sent, external, why) => {
    const answer = await app.http.inject(sent());
    expect(answer.statusCode, answer.body).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(await lately()).toMatchObject([{ external, times: 1, why: expect.stringMatching(why) }]);
    const kept = await owner.query('select problem::text from refused_request where source = $1', [id]);
    expect(kept.rows[0].problem).not.toContain(token.slice(2));
  });
});

test('why a GeoReport request was refused is told in the language of whoever reads the list', async () => {
  const sent = { api_key: token, service_code: 'appeal', external_id: 'G-9', description: '停' };
  const answer = await app.http.inject(post(GEO, sent));
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toMatch(/太短/u);
  const [zh] = await lately();
  const [en] = await lately('en');
  expect(zh!.why).toMatch(/description.*太短，至少 4 个字符/u);
  expect(en!.why).toMatch(/description.*too short; at least 4 characters/u);
});

test('what was refused by a rule is noted once, not a second time as if it could not be read', async () => {
  await app.http.inject(post(OURS, { external: 'R-1', text: '停水两天了', category: '9999' }, bearer()));
  expect(await lately()).toMatchObject([{ external: 'R-1', times: 1 }]);
});

test('whoever shows no token of a source writes into nobody’s list', async () => {
  const before = (await owner.query('select count(*)::int as n from refused_request')).rows[0].n;
  for (const authorization of ['', 'Bearer nonsense', `Bearer 1.${'x'.repeat(43)}`])
    expect((await app.http.inject(post(OURS, '{"exte', { authorization }))).statusCode).toBeGreaterThanOrEqual(400);
  expect((await owner.query('select count(*)::int as n from refused_request')).rows[0].n).toBe(before);
});

test('a source that goes mad is noted a minute’s worth and then one a second', async () => {
  for (let n = 0; n < 90; n++) await app.http.inject(post(OURS, { external: `M-${n}`, wrong: true }, bearer()));
  const count = async () =>
    (await owner.query('select count(*)::int as n from refused_request where source = $1', [id])).rows[0].n;
  expect(await count()).toBe(60);
  now = new Date(now.getTime() + 2000);
  for (let n = 0; n < 5; n++) await app.http.inject(post(OURS, { external: `M-later-${n}`, wrong: true }, bearer()));
  expect(await count()).toBe(62);
});

test('of many the newest two hundred are kept', async () => {
  for (let n = 0; n < 230; n++)
    await transact(pool, system, (tx) =>
      noteRefused(tx, 1, id, `K-${n}`, problem('http.input'), new Date(now.getTime() + n)),
    );
  const { rows } = await owner.query(
    'select count(*)::int as n, min(at) as first from refused_request where source = $1',
    [id],
  );
  expect(rows[0].n).toBeLessThanOrEqual(201);
  expect(rows[0].n).toBeGreaterThanOrEqual(200);
  expect(rows[0].first.getTime()).toBeGreaterThanOrEqual(now.getTime() + 29);
  expect((await lately())[0]!.external).toBe('K-229');
});

test('what is refused again after a month begins nothing anew, and is neither lost', async () => {
  const note = (external: string, at: Date) =>
    transact(pool, system, (tx) => noteRefused(tx, 1, id, external, problem('http.input'), at));
  await note('old', now);
  await note('older', now);
  now = new Date(now.getTime() + 31 * 86_400_000);
  await note('old', now);
  expect(await lately()).toMatchObject([{ external: 'old', times: 2 }]);
});
