import type { InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { aCityOfSources, aRequest } from '../../../test/support/sources.ts';

const { pool } = await testDatabase();
const now = new Date('2026-03-16T02:00:00.000Z');
let clock = now;
const city = await aCityOfSources(pool, () => clock);
const { app, open } = city;
const token: string = (await open()).json().token;

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
    expect((await city.hand(token, aRequest('UP-2', { category: '01' }))).statusCode).toBe(200);
  });

  test('lists the categories that have none below them as services', async () => {
    const { body } = await app.http.inject({ url: `/api/open311/v2/services.json?api_key=${token}` });
    const services = JSON.parse(body) as { service_code: string; group: string }[];
    expect(services.map(({ service_code }) => service_code)).toEqual(['appeal', '0101', '0501', '0702', '0703']);
    expect(services[2]).toMatchObject({ service_name: '供热', group: '公用事业', type: 'realtime', metadata: false });
  });

  test('says of each service what is promised of it, in the mechanism’s words and by its category', async () => {
    const read = async (language: string) =>
      (await app.http.inject({ url: '/api/open311/v2/services.json', headers: { 'accept-language': language } })).json<
        { service_code: string; description: string }[]
      >();
    const zh = new Map((await read('zh')).map((one) => [one.service_code, one.description]));
    expect(zh.get('appeal')).toMatch(/答复时限 10 个工作日/u);
    expect(zh.get('0501')).toMatch(/^公用事业；供热；.*答复时限 5 个工作日/u);
    expect([...zh.values()]).not.toContain('');
    const en = new Map((await read('en')).map((one) => [one.service_code, one.description]));
    expect(en.get('0702')).toMatch(/^Unpaid wages; .*To answer: 15 workdays/u);
  });

  test('is discovered as the standard describes it, in both formats, without a key', async () => {
    const asked = async (path: string) =>
      app.http.inject({ url: `/api/open311/v2/${path}`, headers: { host: 'city.example' } });
    const found = (await asked('discovery.json')).json();
    const changeset = '2026-03-16T02:00:00.000Z';
    expect(found).toEqual({
      changeset,
      contact: expect.stringMatching(/督查室$/u),
      key_service: expect.stringMatching(/系统管理员/u),
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: 'http://city.example/api/open311/v2',
          changeset,
          type: 'production',
          formats: ['text/xml', 'application/json'],
        },
      ],
    });
    const xml = await asked('discovery.xml');
    expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(xml.body).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n<discovery><changeset>${changeset}</changeset><contact>${found.contact}</contact>` +
        `<key_service>${found.key_service}</key_service><endpoints><endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification>` +
        `<url>http://city.example/api/open311/v2</url><changeset>${changeset}</changeset><type>production</type>` +
        '<formats><format>text/xml</format><format>application/json</format></formats></endpoint></endpoints></discovery>',
    );
    expect((await asked('discovery.yaml')).statusCode).toBe(400);
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

  test('keeps what a caller is called, how they are reached and where their picture lies, and says what it does not take', async () => {
    const fields = {
      external_id: 'M-1',
      first_name: '明月',
      last_name: '欧阳',
      phone: '13812345678',
      email: 'ming@city.example',
      media_url: 'https://hotline.example/p/1.jpg?a=1&b=2',
      'attribute[floor]': '3',
      jurisdiction_id: 'city.example',
    };
    const [taken] = (await app.http.inject(form(fields))).json();
    expect(taken).toMatchObject({ service_request_id: 'M-1', not_taken: 'attribute[floor]' });
    const one = async (as: string) => app.http.inject({ url: `/api/open311/v2/requests/M-1.${as}?api_key=${token}` });
    expect((await one('json')).json()).toMatchObject([{ media_url: fields.media_url }]);
    expect((await one('xml')).body).toContain('<media_url>https://hotline.example/p/1.jpg?a=1&amp;b=2</media_url>');
    const [bad] = (await app.http.inject(form({ external_id: 'M-2', media_url: 'p/1.jpg', email: 'none' }))).json();
    expect(bad).toMatchObject({ not_taken: 'media_url, email' });
  });

  test('without a number the very same sent again, at once or minutes later, is one matter; other words, and the same much later, are another', async () => {
    const post = async (fields: Record<string, string>) => (await app.http.inject(form(fields))).json()[0];
    const again = { description: '东门外路灯不亮', phone: '13812345678' };
    const [first, ...others] = await Promise.all([post(again), post(again), post(again)]);
    for (const other of others) expect(other).toEqual(first);
    clock = new Date(now.getTime() + 9 * 60_000);
    expect(await post(again)).toEqual(first);
    expect(await post({ ...again, phone: '13812345679' })).not.toEqual(first);
    expect(await post({ ...again, external_id: 'A-1' })).not.toEqual(first);
    clock = new Date(now.getTime() + 11 * 60_000);
    const later = await post(again);
    expect(later.service_notice).toMatch(/^诉求/u);
    expect(later).not.toEqual(first);
    clock = now;
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
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<service_requests><request><service_request_id>X-1<\/service_request_id><service_notice>诉求[^<]+<\/service_notice><not_taken>attribute\[fixmystreet_id\]<\/not_taken><\/request><\/service_requests>$/u,
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
  expect(await city.fault()).toBeNull();
});
