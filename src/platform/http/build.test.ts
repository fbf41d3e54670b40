import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { refuse } from '../../kernel/index.ts';
import type { RoutePlugin } from './plugin.ts';

const { pool } = await testDatabase();
const caller = aCaller();

const body = z.strictObject({
  text: z.string().trim().min(1).max(10),
  day: z.iso.date(),
  kind: z.enum(['a', 'b']),
  list: z.array(z.int().max(9)).max(2).optional(),
});
const routes: RoutePlugin = (http) => {
  const answer = z.object({ said: z.string() });
  http.post('/api/try', { schema: { body, response: { 200: answer } } }, async ({ body: { text } }) => ({
    said: text,
  }));
  http.get('/api/me', { schema: { response: { 200: answer } } }, async (request) => ({ said: request.caller.name }));
  http.get('/api/long', async () => ({ said: '件件有着落，事事有回音。'.repeat(400) }));
  http.get('/api/open', { config: { public: true } }, async () => ({ open: true }));
  http.get('/api/refused', async () => refuse('identity.password-short', { least: 3 }, { pointer: '/password' }));
  http.get('/api/broken', async () => {
    throw new Error('secret insides');
  });
  http.get('/api/slow', async () => pool.query('set statement_timeout = 1; select pg_sleep(1)'));
  http.get('/api/leaky', { schema: { response: { 200: answer } } }, async () => ({ said: 'x', password: 'y' }));
  const page = z.object({
    sort: z.string().optional(),
    stage: z.string().optional(),
    limit: z.coerce.number().max(50).optional(),
  });
  http.get('/api/page', { schema: { querystring: page } }, async () => ({}));
  http.get('/api/loose', { schema: { querystring: page.loose() } }, async () => ({}));
};
let app: TestHttp;
beforeAll(async () => {
  app = await testHttp(pool, [caller], { routes: [routes] });
});
const good = { text: '好', day: '2026-03-13', kind: 'a' };

describe('problems', () => {
  test('nobody is let in without a session, and is told so in both languages', async () => {
    const zh = await app.ask(null, { url: '/api/me' });
    const en = await app.ask(null, { url: '/api/me', headers: { 'accept-language': 'en-GB,en;q=0.9' } });
    expect(zh.statusCode).toBe(401);
    expect(zh.headers['content-type']).toContain('application/problem+json');
    expect(zh.json()).toMatchObject({
      type: 'urn:huiyin:problem:http.sign-in-first',
      title: '需要登录',
      status: 401,
      code: 'http.sign-in-first',
      detail: expect.stringContaining('请先登录'),
    });
    expect(en.json()).toMatchObject({ title: 'Sign in first', detail: expect.stringContaining('no session') });
  });

  test('the lang cookie goes before what the browser prefers', async () => {
    const { headers } = { headers: { 'accept-language': 'zh-CN', cookie: 'lang=en' } };
    expect((await app.ask(null, { url: '/api/me', headers })).json().title).toBe('Sign in first');
  });

  test('a refusal keeps its status, params and place', async () => {
    const answer = await app.ask(caller, { url: '/api/refused' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'identity.password-short',
      params: { least: 3 },
      detail: '密码太短，至少 3 个字符。',
      errors: [{ pointer: '/password', detail: '密码太短，至少 3 个字符。' }],
    });
  });

  test('a fault of ours shows a number to quote and none of its insides', async () => {
    const answer = await app.ask(caller, { url: '/api/broken' });
    const told = answer.json() as { instance: string; detail: string };
    expect(answer.statusCode).toBe(500);
    expect(told.detail).toContain(told.instance);
    expect(answer.headers['x-request-id']).toBe(told.instance);
    expect(answer.payload).not.toContain('secret');
    expect(app.faults.at(-1)).toMatchObject({ message: 'secret insides' });
  });

  test.each([
    ['a field is missing', { day: '2026-03-13', kind: 'a' }, '/text', 'http.field-missing', '必填'],
    ['nothing but blanks is missing', { ...good, text: '  ' }, '/text', 'http.field-missing', '必填'],
    ['a text is too long', { ...good, text: '一二三四五六七八九十一' }, '/text', 'http.text-too-big', '10'],
    ['a day is none', { ...good, day: '2026-02-30' }, '/day', 'http.field-format', '如 2026-03-13'],
    ['a choice is none', { ...good, kind: 'c' }, '/kind', 'http.field-choice', 'a、b'],
    [
      'a number inside a list is too large',
      { ...good, list: [1, 10] },
      '/list/1',
      'http.number-too-big',
      '“list第 2 项”过大，最大为 9',
    ],
    ['a list is too long', { ...good, list: [1, 2, 3] }, '/list', 'http.list-too-big', '2'],
    ['a type is another', { ...good, text: 5 }, '/text', 'http.field-type', '“内容”的类型不对，应为文字'],
    ['a field is unknown', { ...good, extra: 1 }, '/', 'http.field-unknown', '“所填内容”里多了这里用不到的内容：extra'],
  ])('%s: the field, the fault and what would be right', async (_, payload, pointer, code, says) => {
    const answer = await app.ask(caller, { method: 'POST', url: '/api/try', payload });
    expect(answer.statusCode).toBe(400);
    const { errors } = answer.json() as { errors: { detail: string }[] };
    expect(errors).toMatchObject([{ pointer, code }]);
    expect(errors[0]?.detail).toContain(says);
  });

  test('two faults are told at once', async () => {
    const answer = await app.ask(caller, {
      method: 'POST',
      url: '/api/try',
      payload: { text: '', kind: 'z', day: '2026-01-01' },
    });
    expect(answer.json().errors).toHaveLength(2);
  });

  test('a query parameter is named as one', async () => {
    const answer = await app.ask(caller, { url: '/api/page?limit=60' });
    expect(answer.json().errors).toMatchObject([{ pointer: '?limit', code: 'http.number-too-big' }]);
  });

  test('a parameter that the route does not know is refused, with the known ones, the nearest first', async () => {
    const answer = await app.ask(caller, { url: '/api/page?satge=working' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([
      {
        pointer: '?satge',
        code: 'http.query-unknown',
        detail: '这里没有“satge”这个查询参数，请检查写法或去掉。可用的参数（最接近的在前）：stage、sort、limit。',
      },
    ]);
    const both = await app.ask(caller, { url: '/api/page?Limit=1&limit=60', headers: { 'accept-language': 'en' } });
    expect(both.json().errors).toMatchObject([
      { pointer: '?Limit', detail: expect.stringContaining('the nearest first: limit, ') },
      { pointer: '?limit', code: 'http.number-too-big' },
    ]);
  });

  test('also one as no object should have it, and a very long one', async () => {
    for (const name of ['__proto__', 'constructor', 'x'.repeat(2000)]) {
      const answer = await app.ask(caller, { url: `/api/page?${name}=1` });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors).toMatchObject([{ code: 'http.query-unknown', pointer: `?${name}` }]);
    }
  });

  test('a standard whose clients send parameters of their own takes them', async () => {
    expect((await app.ask(caller, { url: '/api/loose?extensions=true' })).statusCode).toBe(200);
  });

  test.each([
    ['application/json', '{"text":', 400, 'http.not-json'],
    ['application/json', '', 400, 'http.not-json'],
    ['application/xml', '<a/>', 415, 'http.media-type'],
    ['application/json', JSON.stringify({ text: 'x'.repeat(2_100_000) }), 413, 'http.too-large'],
  ])('a body of %s that cannot be read', async (type, payload, status, code) => {
    const answer = await app.ask(caller, {
      method: 'POST',
      url: '/api/try',
      payload,
      headers: { 'content-type': type },
    });
    expect(answer.json()).toMatchObject({ status, code });
  });

  test('a query that runs into its limit is not called a fault', async () => {
    expect((await app.ask(caller, { url: '/api/slow' })).json()).toMatchObject({ status: 503, code: 'http.too-slow' });
  });

  test('a path that is none says which', async () => {
    const answer = await app.ask(caller, { url: '/api/nowhere?x=1' });
    expect(answer.json()).toMatchObject({ status: 404, params: { method: 'GET', path: '/api/nowhere' } });
  });
});

describe('who may ask', () => {
  test('the caller of the session is known to the route', async () => {
    expect((await app.ask(caller, { url: '/api/me' })).json()).toEqual({ said: caller.name });
  });

  test('a public route answers anybody', async () => {
    expect((await app.ask(null, { url: '/api/open' })).json()).toEqual({ open: true });
  });

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'https://elsewhere.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, 200],
    [{}, 200],
  ])('a change asked for with %j', async (headers, status) => {
    const request = { method: 'POST', url: '/api/try', payload: good, headers } as const;
    expect((await app.ask(caller, request)).statusCode).toBe(status);
  });

  test('reading from elsewhere is left to the browser’s own rule', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await app.ask(caller, { url: '/api/me', headers })).statusCode).toBe(200);
  });
});

test('an answer with a field that its schema does not have is a fault in tests', async () => {
  expect((await app.ask(caller, { url: '/api/leaky' })).statusCode).toBe(500);
  expect(String(app.faults.at(-1))).toContain('fields that its schema does not have');
});

test('the interface describes itself in OpenAPI 3.1, and offers a page to try it on from its own files', async () => {
  const document = (await app.ask(null, { url: '/api/openapi.json' })).json();
  expect(document.openapi).toBe('3.1.0');
  expect(document.paths['/api/session'].post.requestBody.content['application/json'].schema.required).toEqual([
    'login',
    'password',
  ]);
  expect(document.paths['/api/try'].post.requestBody.content['application/json'].schema.properties.text.maxLength).toBe(
    10,
  );
  // The page has the same in the words of 3.0, which it shows in a third of the time.
  const shown = (await app.ask(null, { url: '/api/docs/json' })).json();
  expect(shown.openapi).toBe('3.0.3');
  expect(Object.keys(shown.paths)).toEqual(Object.keys(document.paths));
  expect(JSON.stringify(shown)).not.toContain('"const":');
  const page = await app.ask(null, { url: '/api/docs/' });
  expect(page.statusCode).toBe(200);
  expect(page.payload).not.toMatch(/(src|href)="https?:/);
  const script = /src="([^"]*swagger-ui-bundle\.js)"/.exec(page.payload)?.[1] ?? '';
  expect((await app.ask(null, { url: new URL(script, 'http://x/api/docs/').pathname })).statusCode).toBe(200);
});

test('only our own scripts run on the page', async () => {
  const policy = String((await app.ask(null, { url: '/api/open' })).headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('upgrade-insecure-requests');
});

test('health answers from the database', async () => {
  expect((await app.ask(null, { url: '/api/health' })).json()).toEqual({ ok: true });
});

test('a long answer travels compressed, by whichever way the browser reads, and a short one as it is', async () => {
  const asked = (url: string, encoding: string) => app.ask(caller, { url, headers: { 'accept-encoding': encoding } });
  const [br, gzip, plain, short] = await Promise.all([
    asked('/api/long', 'gzip, br'),
    asked('/api/long', 'gzip'),
    app.ask(caller, { url: '/api/long' }),
    asked('/api/me', 'gzip, br'),
  ]);
  expect([br, gzip, plain, short].map(({ headers }) => headers['content-encoding'])).toEqual([
    'br',
    'gzip',
    undefined,
    undefined,
  ]);
  expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.payload);
  expect(br.rawPayload.length).toBeLessThan(plain.rawPayload.length / 20);
  expect(br.headers['vary']).toContain('accept-encoding');
});
