import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { aCityOfSources, aRequest, bearer } from '../../../test/support/sources.ts';
import { uuidv7 } from '../../kernel/index.ts';

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

describe('files of a request', () => {
  const note = { name: '停水通知.txt', content: Buffer.from('明天起停水两天').toString('base64') };
  const filesOf = async (matter: string) =>
    (await app.ask(office, { url: `/api/matters/${matter}` })).json().files as { name: string; mediaType: string }[];

  test('are kept with the matter, once, however often it is sent; with other files it is another request', async () => {
    const all = await Promise.all([1, 2, 3].map(() => hand(aRequest('F-1', { attachments: [note] }))));
    for (const one of all) expect(one.statusCode, one.body).toBe(200);
    const [{ matter }] = all.map((one) => one.json());
    expect(await filesOf(matter)).toEqual([expect.objectContaining({ name: '停水通知.txt', mediaType: 'text/plain' })]);
    const other = { ...note, content: Buffer.from('后天起停水').toString('base64') };
    expect((await hand(aRequest('F-1', { attachments: [other] }))).json()).toMatchObject({
      code: 'counter.external-reused',
    });
  });

  test('are judged by what is in them, and what is refused leaves nothing behind', async () => {
    const program = {
      name: '照片.jpg',
      content: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0]).toString('base64'),
    };
    const refused = await hand(aRequest('F-2', { attachments: [note, program] }));
    expect(refused.json()).toMatchObject({ status: 415, errors: [{ pointer: '/attachments/1' }] });
    const garbled = await hand(
      aRequest('F-2', { attachments: [{ name: '照片.jpg', content: 'data:image/jpeg;base64,AA' }] }),
    );
    expect(garbled.json().errors).toMatchObject([
      { pointer: '/attachments/0/content', code: 'counter.attached-base64' },
    ]);
    expect(await status('F-2')).toMatchObject({ code: 'counter.no-such-request' });
  });

  test('come along with a reply and with what is added later', async () => {
    const { matter } = (await hand(aRequest('F-3'))).json();
    await give(matter);
    await does(head, matter, 'inquire', { text: '停在哪一栋？' });
    const url = '/api/intake/requests/F-3/acts';
    const pass = (payload: object) => app.http.inject({ method: 'POST', url, payload, headers: bearer(token) });
    const reply = { id: 'R1', kind: 'reply', text: '三栋', attachments: [note] };
    const more = { id: 'N1', kind: 'note', text: '又停了', attachments: [{ ...note, name: '第二张.txt' }] };
    for (const one of [reply, reply, more, more]) {
      const passed = await pass(one);
      expect(passed.statusCode, passed.body).toBe(200);
    }
    expect(new Set((await filesOf(matter)).map(({ name }) => name))).toEqual(new Set(['停水通知.txt', '第二张.txt']));
  });

  test('of a stranger are not read: without a known token the size of the body is never looked at', async () => {
    const payload = { ...aRequest('F-4'), attachments: [{ ...note, content: 'A'.repeat(30_000_000) }] };
    expect((await hand(payload, `${token.slice(0, -3)}xyz`)).statusCode).toBe(401);
    expect((await hand(payload)).statusCode).toBe(413);
  });
});

test('a name, a second contact and the address of a picture are kept as what is personal is, and what is no contact is told', async () => {
  const more = { name: '欧阳明月', email: 'ming@city.example', media: 'https://hotline.example/p/1.jpg' };
  const { matter, media, leftOut } = (await hand(aRequest('N-1', { contact: '来电人不愿留', ...more }))).json();
  expect([media, leftOut]).toEqual(['https://hotline.example/p/1.jpg', ['contact']]);
  const desk = (await app.ask(office, { url: `/api/matters/${matter}` })).body;
  expect(desk).not.toContain('欧阳明月');
  expect(JSON.parse(desk).raised).toMatchObject({ raiser: '〔姓名1〕', media: 'https://hotline.example/p/1.jpg' });
  const shown = await app.ask(office, {
    method: 'POST',
    url: `/api/matters/${matter}/personal/show`,
    payload: { id: uuidv7(now), purpose: '核实情况' },
  });
  expect(shown.json()).toMatchObject({
    contacts: ['ming@city.example'],
    pieces: [{ mark: '〔姓名1〕', text: '欧阳明月' }],
  });
  const wrong = await hand(aRequest('N-2', { media: 'javascript:alert(1)' }));
  expect(wrong.json().errors).toMatchObject([{ pointer: '/media', code: 'matter.media-address' }]);
});

test('all of it is made anew from its acts', async () => {
  expect(await city.fault()).toBeNull();
});
