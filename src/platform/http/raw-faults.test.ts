import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp } from '../../../test/support/http.ts';

const { pool } = await testDatabase();
let port = 0;
beforeAll(async () => {
  const { http } = await testHttp(pool, [], {
    routes: [
      (routes) => {
        routes.get('/api/open/:id', { config: { public: true } }, async () => ({}));
        routes.post('/api/open', { config: { public: true }, schema: { body: z.object({}) } }, async () => ({}));
      },
    ],
  });
  port = Number(new URL(await http.listen({ host: '127.0.0.1', port: 0 })).port);
});

/** Sends bytes as they are and reads all that comes back until the connection ends. */
async function send(
  lines: readonly string[],
): Promise<{ status: number; head: string; body: Record<string, unknown> }> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head, body: JSON.parse(body) as Record<string, unknown> };
}

const rest = ['Host: x', 'Connection: close'];

describe('what the framework or the parser refuses is told as every other refusal is', () => {
  test.each([
    ['a % without digits', ['GET /api/open/%zz HTTP/1.1', ...rest], 400, 'http.path-malformed'],
    ['a % that is no UTF-8', ['GET /api/open/%ff HTTP/1.1', ...rest], 400, 'http.path-malformed'],
    ['a part of a path too long', [`GET /api/open/${'a'.repeat(300)} HTTP/1.1`, ...rest], 414, 'http.path-too-long'],
    ['an address too long', [`GET /api/open/${'a'.repeat(20_000)} HTTP/1.1`, ...rest], 431, 'http.head-too-large'],
    [
      'a header too large',
      ['GET /api/open/1 HTTP/1.1', `X: ${'a'.repeat(20_000)}`, ...rest],
      431,
      'http.head-too-large',
    ],
    ['a method that is none', ['FETCH /api/open/1 HTTP/1.1', ...rest], 400, 'http.method-unknown'],
    ['a method that nothing answers', ['PROPFIND /api/open/1 HTTP/1.1', ...rest], 404, 'http.no-such-path'],
    [
      'a length that is no number',
      ['POST /api/open HTTP/1.1', ...rest, 'Content-Length: two'],
      400,
      'http.length-wrong',
    ],
    [
      'two lengths',
      ['POST /api/open HTTP/1.1', ...rest, 'Content-Length: 2', 'Transfer-Encoding: chunked'],
      400,
      'http.length-wrong',
    ],
    ['no HTTP at all', ['\u0016\u0003\u0001 hello'], 400, 'http.'],
    ['a header without a colon', ['GET /api/open/1 HTTP/1.1', ...rest, 'nonsense'], 400, 'http.not-http'],
  ])('%s', async (_, lines, status, code) => {
    const answer = await send(lines);
    expect(answer.head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ status, title: expect.stringMatching(/[\u4e00-\u9fff]/u) });
    expect(answer.body['code']).toContain(code);
    expect(answer.head).toMatch(new RegExp(`x-request-id: ${String(answer.body['instance'])}`, 'iu'));
  });

  test.each([
    ['Accept-Language: en-GB', /^The path/u],
    ['Cookie: huiyin=x; lang=en', /^The path/u],
    ['Accept-Language: zh-CN', /^路径/u],
  ])('in the language of %s', async (header, said) => {
    const { body } = await send(['GET /api/open/%zz HTTP/1.1', ...rest, header]);
    expect(body['detail']).toMatch(said);
  });

  test('also where the request could not be parsed', async () => {
    const { body } = await send(['POST /api/open HTTP/1.1', 'Accept-Language: en', 'Content-Length: two', ...rest]);
    expect(body['detail']).toMatch(/^The length/u);
  });
});
