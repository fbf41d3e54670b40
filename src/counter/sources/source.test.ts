import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { aCityOfSources, aRequest } from '../../../test/support/sources.ts';
import { uuidv7 } from '../../kernel/index.ts';

const { pool } = await testDatabase();
const now = new Date('2026-03-16T02:00:00.000Z');
const city = await aCityOfSources(pool, () => now);
const { app, administrator, office, open } = city;
const token: string = (await open()).json().token;
const hand = (payload: object, as: string = token) => city.hand(as, payload);

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
      refused: 3,
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

test('all of it is made anew from its acts', async () => {
  expect(await city.fault()).toBeNull();
});
