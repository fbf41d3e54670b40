import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { addUnits, directorySubjects, publishScheme } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { act, matterRoutes, matterSubject, mechanismSubject, publishMechanism } from '../../matters/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { open311Routes, sourceRoutes, sourceSubject } from '../index.ts';

const { pool } = await testDatabase();
const city = 1;
const system = { city, system: true } as const;
const administrator = aCaller({ role: 'administrator', unit: null });
const office = aCaller({ role: 'supervisor', unit: null });
const now = new Date('2026-03-16T02:00:00.000Z');
const water: Uuid = uuidv7(now);
const head = aCaller({ role: 'head', unit: water });
const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/appeal.yaml'), 'utf8');
const CATEGORIES = [
  { code: '01', parent: null, zh: '公用事业' },
  { code: '0101', parent: '01', zh: '供水' },
  { code: '0501', parent: '01', zh: '供热' },
  { code: '0702', parent: null, zh: '欠薪' },
  { code: '0703', parent: null, zh: '惠企政策' },
].map((one) => ({ ...one, en: one.code === '0702' ? 'Unpaid wages' : null, retired: false }));
let app: TestHttp;
let token = '';

beforeAll(async () => {
  app = await testHttp(pool, [administrator, office], {
    routes: [sourceRoutes, open311Routes, matterRoutes],
    now: () => now,
  });
  await transact(pool, system, async (tx) => {
    await addUnits(tx, system, [{ id: water, name: '莲城市水务局', kind: 'department' }], now);
    const name = { zh: '企业诉求分类', en: 'Appeals' };
    await publishScheme(tx, system, { id: uuidv7(now), key: 'appeals', name, categories: CATEGORIES, seen: 0 }, now);
    await publishMechanism(tx, system, { source }, now);
  });
  token = (await open({})).json().token;
});

const open = (more: object, who = administrator) =>
  app.ask(who, {
    method: 'POST',
    url: '/api/sources',
    payload: { id: uuidv7(now), name: '12345 热线平台', mechanism: 'appeal', channel: 'hotline', ...more },
  });
const hand = (payload: object, with_ = token) =>
  app.http.inject({
    method: 'POST',
    url: '/api/intake/requests',
    payload,
    headers: { authorization: `Bearer ${with_}` },
  });
const aRequest = (external: string, more: object = {}) => ({
  external,
  text: '厂区停水两天，生产线停了',
  place: '清河县工业路 8 号',
  contact: '13812345678',
  category: '0101',
  ...more,
});

describe('a source', () => {
  test('is opened by an administrator alone, under a channel that there is; its token is told once', async () => {
    expect((await open({}, office)).statusCode).toBe(403);
    expect((await open({ channel: 'pigeon' })).json()).toMatchObject({ code: 'counter.source-channel' });
    const id = uuidv7(now);
    expect((await open({ id })).json().token).toMatch(/^1\./u);
    expect((await open({ id })).json().token).toBeNull();
    const listed = await app.ask(administrator, { url: '/api/sources' });
    expect(listed.json().rows.length).toBeGreaterThanOrEqual(2);
    expect(listed.body).not.toContain('token');
  });

  test('with another token hands over by that and no longer by the first; told once, and refused of one that was ended', async () => {
    const { id, token: first } = (await open({ name: '县平台' })).json();
    const renewing = { id: uuidv7(now), kind: 'renew-source', given: {} };
    const change = (payload: object) =>
      app.ask(administrator, { method: 'POST', url: `/api/sources/${id}/acts`, payload });
    const second = (await change(renewing)).json().token;
    expect((await change(renewing)).json()).toEqual({ token: null });
    expect((await hand(aRequest('renewed'), first)).statusCode).toBe(401);
    expect((await hand(aRequest('renewed'), second)).statusCode).toBe(200);
    await change({ id: uuidv7(now), kind: 'revoke-source', given: {} });
    expect((await hand(aRequest('renewed-2'), second)).statusCode).toBe(401);
    expect((await change({ ...renewing, id: uuidv7(now) })).statusCode).toBe(422);
  });

  test('shows an administrator by number what it handed over and where that stands, and why something was refused; page by page', async () => {
    const { id, token: own } = (await open({ name: '商会平台' })).json();
    const numbers: string[] = [];
    for (let n = 0; n < 23; n++)
      numbers.unshift((await hand(aRequest(`page-${String(n).padStart(2, '0')}`), own)).json().number);
    for (let n = 0; n < 2; n++)
      expect((await hand(aRequest('page-00', { text: '别的事情了' }), own)).statusCode).toBe(409);
    await hand(aRequest('nowhere', { category: '9999' }), own);
    const lately = (query = '') => app.ask(administrator, { url: `/api/sources/${id}/requests${query}` });
    const page = (await lately()).json();
    expect(page.taken.map((one: { number: string }) => one.number)).toEqual(numbers.slice(0, 20));
    expect(page.taken[0]).toMatchObject({ external: 'page-22', stage: { zh: '已登记' }, phase: 'open' });
    expect(page.refused).toMatchObject([
      { external: 'page-00', times: 2, why: expect.stringContaining('page-00') },
      { external: 'nowhere', times: 1 },
    ]);
    const rest = (await lately(`?at=${page.next.at}&external=${page.next.external}`)).json();
    expect(rest.taken.map((one: { number: string }) => one.number)).toEqual(numbers.slice(20));
    expect(rest).toMatchObject({ refused: [], next: null });
    expect((await lately()).body).not.toContain('停水');
    expect((await app.ask(office, { url: `/api/sources/${id}/requests` })).statusCode).toBe(403);
    const desk = (await app.ask(administrator, { url: '/api/sources' })).json();
    expect(desk.rows.find((row: { id: string }) => row.id === id)).toMatchObject({
      month: 23,
      lastAt: now.toISOString(),
    });
    expect(desk.offers).toMatchObject([{ key: 'appeal', channels: { hotline: { zh: '12345 转办' } } }]);
  });

  test('that was ended hands nothing over any more, nor does an invented token', async () => {
    const id = uuidv7(now);
    const own = (await open({ id })).json().token;
    expect((await hand(aRequest('end-1'), own)).statusCode).toBe(200);
    const ending = { id: uuidv7(now), kind: 'revoke-source', given: {} };
    const ended = await app.ask(administrator, { method: 'POST', url: `/api/sources/${id}/acts`, payload: ending });
    expect(ended.statusCode).toBe(200);
    for (const wrong of [own, `1.${'x'.repeat(43)}`, 'nonsense'])
      expect((await hand(aRequest('end-2'), wrong)).json()).toMatchObject({ code: 'counter.token-wrong', status: 401 });
  });
});

describe('a request that is handed over', () => {
  test('is registered under the source’s channel, once, however often and at once it is sent', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => hand(aRequest('R-1'))));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 200]);
    const [first, ...others] = answers.map((answer) => answer.json());
    for (const other of others) expect(other).toEqual(first);
    expect(first).toMatchObject({
      number: expect.stringMatching(/^诉求/u),
      stage: { zh: '已登记' },
      phase: 'open',
      answer: null,
    });
    const desk = (await app.ask(office, { url: `/api/matters/${first.matter}` })).json();
    expect(desk.raised).toMatchObject({
      channel: { zh: '12345 转办' },
      place: { text: '清河县工业路 8 号' },
      wish: '0101',
    });
    const status = await app.http.inject({
      url: '/api/intake/requests/R-1',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(status.json()).toEqual(first);
  });

  test('with the same number and other contents is refused; another source may use the same number', async () => {
    await hand(aRequest('R-2'));
    expect((await hand(aRequest('R-2', { text: '另一件事情' }))).json()).toMatchObject({
      code: 'counter.external-reused',
      status: 409,
    });
    const other = (await open({ name: '商会', channel: 'chamber' })).json().token;
    const theirs = await hand(aRequest('R-2', { text: '另一件事情' }), other);
    expect(theirs.statusCode).toBe(200);
    const [mine] = [(await hand(aRequest('R-2'))).json()];
    expect(theirs.json().matter).not.toBe(mine.matter);
  });

  const does = (who: Caller, matter: Uuid, kind: ActKind, given: Record<string, unknown> = {}) =>
    act(pool, who, matter, { id: uuidv7(now), kind, given }, now);
  const given = async (matter: Uuid): Promise<void> => {
    await does(office, matter, 'classify', { category: '0101' });
    await does(office, matter, 'assign', { lead: water, co: [] });
    await does(head, matter, 'accept');
  };
  const status = async (external: string) =>
    (
      await app.http.inject({
        url: `/api/intake/requests/${external}`,
        headers: { authorization: `Bearer ${token}` },
      })
    ).json();

  test('is asked and answered in full: a hotline reads out whom to call, and no marks', async () => {
    const { matter } = (await hand(aRequest('R-5'))).json();
    await given(matter);
    await does(head, matter, 'inquire', { text: '停在哪一栋？' });
    expect(await status('R-5')).toMatchObject({ question: '停在哪一栋？', answer: null });
    await does(office, matter, 'reply', { text: '三栋' });
    expect((await status('R-5')).question).toBeNull();
    await does(head, matter, 'answer', { result: '已修好，有事打 13700002222 找值班人员' });
    expect(await status('R-5')).toMatchObject({ answer: '已修好，有事打 13700002222 找值班人员', phase: 'answered' });
  });

  test('that was joined to another stands where that stands, and is answered by it', async () => {
    const host = (await hand(aRequest('R-6'))).json();
    await given(host.matter);
    const { matter } = (await hand(aRequest('R-7'))).json();
    await does(office, matter, 'join', { into: host.number });
    expect(await status('R-7')).toMatchObject({ phase: 'working', lead: '莲城市水务局', answer: null });
    await does(head, host.matter, 'answer', { result: '已恢复供水' });
    expect(await status('R-7')).toMatchObject({ phase: 'answered', answer: '已恢复供水' });
  });

  test('with half a place is refused: where it was meant is not known', async () => {
    const half = await hand(aRequest('R-4', { longitude: 113.85 }));
    expect(half.json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '/latitude', code: 'counter.half-a-place' }],
    });
  });

  test('keeps what is no contact out, and takes the rest', async () => {
    expect((await hand(aRequest('R-3', { contact: '来电人不愿留' }))).statusCode).toBe(200);
  });
});

describe('Open311 GeoReport v2', () => {
  const form = (fields: Record<string, string>): InjectOptions => ({
    method: 'POST',
    url: '/api/open311/v2/requests.json',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      api_key: token,
      service_code: '0501',
      description: '厂区停暖三天',
      ...fields,
    }).toString(),
  });

  test('takes a category that has others below it, as our own interface does, and none that there is not', async () => {
    const above = await app.http.inject(form({ external_id: 'UP-1', service_code: '01' }));
    expect(above.statusCode, above.body).toBe(201);
    const [told] = (await app.http.inject({ url: `/api/open311/v2/requests/UP-1.json?api_key=${token}` })).json();
    expect(told).toMatchObject({ service_code: '01', service_name: '公用事业' });
    expect((await hand(aRequest('UP-2', { category: '01' }))).statusCode).toBe(200);
  });

  test('lists the categories that have none below them as services', async () => {
    const { body } = await app.http.inject({ url: `/api/open311/v2/services.json?api_key=${token}` });
    const services = JSON.parse(body) as { service_code: string; group: string }[];
    expect(services.map(({ service_code }) => service_code)).toEqual(['appeal', '0101', '0501', '0702', '0703']);
    expect(services[2]).toMatchObject({ service_name: '供热', group: '公用事业', type: 'realtime', metadata: false });
  });

  test('a form is taken, followed by its number, and listed', async () => {
    const fields = {
      external_id: 'G-1',
      lat: '34.02',
      long: '113.85',
      address_string: '东湖区',
      phone: '0374-2965123',
    };
    const first = await app.http.inject(form(fields));
    expect(first.statusCode, first.body).toBe(201);
    expect((await app.http.inject(form(fields))).json()).toEqual(first.json());
    expect(first.json()).toEqual([{ service_request_id: 'G-1', service_notice: expect.stringMatching(/^诉求/u) }]);
    const one = await app.http.inject({ url: `/api/open311/v2/requests/G-1.json?api_key=${token}` });
    expect(one.json()).toMatchObject([{ service_request_id: 'G-1', status: 'open', status_notes: '已登记' }]);
    const list = await app.http.inject({ url: `/api/open311/v2/requests.json?api_key=${token}&status=open` });
    expect(list.json()).toContainEqual(one.json()[0]);
    const closed = await app.http.inject({ url: `/api/open311/v2/requests.json?api_key=${token}&status=closed` });
    expect(closed.json()).toEqual([]);
  });

  test('a list is narrowed to numbers and to a service, and what cannot be read of it is told', async () => {
    for (const external_id of ['N-1', 'N-2']) await app.http.inject(form({ external_id }));
    const list = async (query: string) =>
      (await app.http.inject({ url: `/api/open311/v2/requests.json?api_key=${token}&${query}` })).json<
        { service_request_id: string; service_code: string }[]
      >();
    const ids = async (query: string) => (await list(query)).map((one) => one.service_request_id);
    expect(await ids('service_request_id=N-2,nobody,N-1')).toEqual(['N-2', 'N-1']);
    // Numbers override all else, as GeoReport has it.
    expect(await ids('service_request_id=N-1&service_code=0702&status=closed')).toEqual(['N-1']);
    expect(await ids('service_request_id=N-1&service_code=9998&status=done&start_date=yesterday')).toEqual(['N-1']);
    for (const nothing of ['status=,', 'service_code=%20,', 'service_request_id=,', 'end_date=2999-01-01T00:00:00Z'])
      expect(await ids(nothing), nothing).toContain('N-1');
    expect(await ids('service_code=0702')).toEqual([]);
    expect(await ids('service_code=0702,0501')).toContain('N-1');
    expect((await list('service_code=0501&status=open,closed')).every((one) => one.service_code === '0501')).toBe(true);
    expect(await list('start_date=yesterday')).toMatchObject([{ code: 400, description: expect.any(String) }]);
  });

  test('a client of the standard, which speaks XML and sends all fields of its form, hands over and follows', async () => {
    const xml = (more: InjectOptions) => app.http.inject(more);
    const text = '厂区停暖 <三天>，室温 5℃ & "水管"已冻';
    const sent = form({
      jurisdiction_id: 'city.example',
      external_id: 'X-1',
      description: text,
      lat: '',
      long: '',
      address_string: '东湖区 8 号',
      first_name: '',
      'attribute[fixmystreet_id]': '12',
    });
    const taken = await xml({ ...sent, url: '/api/open311/v2/requests.xml' });
    expect(taken.statusCode, taken.body).toBe(201);
    expect(taken.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(taken.body).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<service_requests><request><service_request_id>X-1<\/service_request_id><service_notice>诉求[^<]+<\/service_notice><\/request><\/service_requests>$/u,
    );
    const one = await xml({ url: `/api/open311/v2/requests/X-1.xml?api_key=${token}` });
    expect(one.body).toContain('<status>open</status>');
    expect(one.body).toContain('<service_name>供热</service_name>');
    expect(one.body).toContain('<description>厂区停暖 &lt;三天&gt;，室温 5℃ &amp; "水管"已冻</description>');
    expect(one.body).toContain('<address>东湖区 8 号</address><lat/><long/>');
    const list = await xml({ url: `/api/open311/v2/requests.xml?api_key=${token}&service_request_id=X-1&status=` });
    expect(list.body).toBe(one.body);
    const services = await xml({ url: '/api/open311/v2/services.xml' });
    expect(services.body).toContain('<service><metadata>false</metadata>');
    expect(services.body).toContain('<service_code>0501</service_code>');
  });

  test.each([
    [{ url: '/api/open311/v2/requests.xml?api_key=nobody' }, 401],
    [
      {
        method: 'POST',
        url: '/api/open311/v2/requests.xml',
        payload: '{"api',
        headers: { 'content-type': 'application/json' },
      },
      400,
    ],
    [
      { method: 'POST', url: '/api/open311/v2/requests.xml', payload: '<a/>', headers: { 'content-type': 'text/xml' } },
      415,
    ],
    [
      {
        method: 'POST',
        url: '/api/open311/v2/requests.xml',
        payload: '--b\r\nContent-Disposition: form-data; name="service_code"\r\n\r\n0501\r\n--b--\r\n',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      },
      415,
    ],
  ] as const)('tells a client of XML in XML what is wrong: %j', async (asked, status) => {
    const answer = await app.http.inject(asked);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(answer.body).toMatch(
      new RegExp(`<errors><error><code>${status}</code><description>[^<]+</description>`, 'u'),
    );
  });

  test('a point that was pointed at comes back as it was', async () => {
    await app.http.inject(form({ external_id: 'P-1', lat: '34.02', long: '113.85' }));
    const one = await app.http.inject({ url: `/api/open311/v2/requests/P-1.json?api_key=${token}` });
    expect(one.json()).toMatchObject([{ lat: 34.02, long: 113.85, address: null }]);
  });

  test.each([
    [{ api_key: 'nobody' }, 401, 'a key that opens nothing'],
    [{ service_code: '9999' }, 404, 'a service that there is not'],
    [{ description: '' }, 400, 'no words'],
    [{ lat: '191', long: '113.85' }, 400, 'a place off the map'],
    [{ lat: '34.02' }, 400, 'half a place'],
    [{ lat: '34.02', long: 'east' }, 400, 'a place that is no number'],
  ])('refuses as GeoReport does: %j is %i, %s', async (fields, status, _why) => {
    const answer = await app.http.inject(form(fields));
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.json()).toMatchObject([{ code: status, description: expect.any(String) }]);
  });

  test.each([
    [`requests.json?status=foo`, 400, /status.*open、closed/u],
    [`requests.json?status=open,foo`, 400, /open、closed/u],
    ['requests.json?start_date=2026-03-02T00:00:00Z&end_date=2026-03-01T00:00:00Z', 400, /end_date.*早于/u],
    [
      'servicerequestupdates.json?start_date=2026-03-02T00:00:00Z&end_date=2026-03-01T00:00:00Z',
      400,
      /end_date.*早于/u,
    ],
    ['requests.json?service_code=0501,9998', 404, /9998/u],
    [`requests.json?service_request_id=${Array.from({ length: 101 }, (_, n) => n).join(',')}`, 400, /100/u],
    ['nothing.json', 404, /\/api\/open311\/v2\/nothing\.json/u],
    ['requests.yaml', 400, /xml、json/u],
  ])('says why a list cannot be had, and never hands out an empty one: %s', async (path, status, why) => {
    const url = `/api/open311/v2/${path}${path.includes('?') ? '&' : '?'}api_key=${token}`;
    const answer = await app.http.inject({ url });
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.json()).toMatchObject([{ code: status, description: expect.stringMatching(why) }]);
  });

  test.each(['/api/open311/v2', '/api/open311/v2/requests/', '/api/open311/v2/tokens/1.xml'])(
    'an address that there is not is told in its own form, to whoever asks: %s',
    async (url) => {
      for (const method of ['GET', 'POST', 'PUT'] as const) {
        const answer = await app.http.inject({ method, url });
        expect(answer.statusCode, answer.body).toBe(404);
        if (url.endsWith('.xml')) expect(answer.body).toMatch(/<errors><error><code>404<\/code>/u);
        else expect(answer.json()).toMatchObject([{ code: 404, description: expect.stringContaining(method) }]);
      }
    },
  );

  test('speaks the language that the client asks for, Chinese where it asks for none', async () => {
    const asked = async (request: InjectOptions, language?: string) =>
      (
        await app.http.inject({
          ...request,
          headers: { ...request.headers, ...(language ? { 'accept-language': language } : {}) },
        })
      ).body;
    const broken: InjectOptions = {
      method: 'POST',
      url: '/api/open311/v2/requests.json',
      payload: '{"api',
      headers: { 'content-type': 'application/json' },
    };
    expect(JSON.parse(await asked(broken))).toEqual([{ code: 400, description: expect.stringMatching(/JSON.*括号/u) }]);
    expect(JSON.parse(await asked(broken, 'en'))).toEqual([
      { code: 400, description: expect.stringMatching(/brackets/u) },
    ]);
    await app.http.inject(form({ external_id: 'L-1', service_code: '0702' }));
    const one: InjectOptions = { url: `/api/open311/v2/requests/L-1.json?api_key=${token}` };
    expect(JSON.parse(await asked(one))).toMatchObject([{ service_name: '欠薪', status_notes: '已登记' }]);
    expect(JSON.parse(await asked(one, 'en-GB'))).toMatchObject([
      { service_name: 'Unpaid wages', status_notes: 'Registered' },
    ]);
    const services: InjectOptions = { url: '/api/open311/v2/services.json' };
    expect(await asked(services, 'en')).toContain('Enterprise appeal');
    expect(await asked(services, 'en'), 'what has no English name has its own').toContain('供热');
  });

  test('says of a number that it never handed over what our own JSON says', async () => {
    const answer = await app.http.inject({ url: `/api/open311/v2/requests/nobody.json?api_key=${token}` });
    expect(answer.statusCode, answer.body).toBe(404);
    expect(answer.json()).toEqual([{ code: 404, description: '这个来源没有转来过这个编号的诉求。请核对编号。' }]);
  });
});

test('all of it is made anew from its acts', async () => {
  const subjects = [matterSubject, mechanismSubject, sourceSubject, ...directorySubjects];
  expect(await transact(pool, system, (tx) => verifyLedger(tx, city, subjects))).toMatchObject({ fault: null });
});
