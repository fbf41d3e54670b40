import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { aCityOfSources, aRequest } from '../../../test/support/sources.ts';

const { pool } = await testDatabase();
const now = new Date('2026-03-16T02:00:00.000Z');
const city = await aCityOfSources(pool, () => now);
const { app, office, head, open, does, give } = city;
const token: string = (await open()).json().token;
const hand = (payload: object, as: string = token) => city.hand(as, payload);
const status = (external: string) => city.status(token, external);

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
    expect(await status('R-1')).toEqual(first);
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

  test('is asked and answered in full: a hotline reads out whom to call, and no marks', async () => {
    const { matter } = (await hand(aRequest('R-5'))).json();
    await give(matter);
    await does(head, matter, 'inquire', { text: '停在哪一栋？' });
    expect(await status('R-5')).toMatchObject({ question: '停在哪一栋？', answer: null });
    await does(office, matter, 'reply', { text: '三栋' });
    expect((await status('R-5')).question).toBeNull();
    await does(head, matter, 'answer', { result: '已修好，有事打 13700002222 找值班人员' });
    expect(await status('R-5')).toMatchObject({ answer: '已修好，有事打 13700002222 找值班人员', phase: 'answered' });
  });

  test('is told why it was struck off, and in their own words that it is taken up again: nothing of what the office writes for its own', async () => {
    const { matter } = (await hand(aRequest('R-8'))).json();
    expect((await status('R-8')).told).toBeNull();
    await does(office, matter, 'close', { note: '不属本市道路，请向省公路局反映' });
    expect((await status('R-8')).told).toMatchObject({ kind: 'close', text: '不属本市道路，请向省公路局反映' });
    await does(office, matter, 'reopen', { reason: '定位有误', told: '确属本市道路，已重新受理' });
    expect((await status('R-8')).told).toMatchObject({ kind: 'reopen', text: '确属本市道路，已重新受理' });
    expect(JSON.stringify(await status('R-8'))).not.toContain('定位有误');
  });

  test('that was joined to another stands where that stands, and is answered by it', async () => {
    const host = (await hand(aRequest('R-6'))).json();
    await give(host.matter);
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

test('all of it is made anew from its acts', async () => {
  expect(await city.fault()).toBeNull();
});
