import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { aCityOfSources, APPEALS, bearer } from '../../../test/support/sources.ts';
import type { Uuid } from '../../kernel/index.ts';
import { findMatters, publishMechanism } from '../../matters/index.ts';
import { transact } from '../../platform/postgres/index.ts';

const { pool } = await testDatabase();
let clock = new Date('2026-03-16T02:00:00.000Z');
const city = await aCityOfSources(pool, () => clock);
const { app, administrator, office, head, water } = city;
const system = { city: 1, system: true } as const;
const token: string = (await city.open()).json().token;
const other: string = (await city.open({ name: '商会平台' })).json().token;

/** Some minutes go by: what moves has a moment of its own. */
const later = (minutes = 1): void => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};
const pass = (external: string, payload: object, as = token) =>
  app.http.inject({ method: 'POST', url: `/api/intake/requests/${external}/acts`, payload, headers: bearer(as) });
const status = (external: string) => city.status(token, external);
const does: typeof city.does = (...act) => {
  later();
  return city.does(...act);
};
const stateOf = async (matter: Uuid) =>
  (await transact(pool, system, (tx) => findMatters(tx, system.city, [matter]))).get(matter)!;
const storyOf = async (matter: Uuid, who = office) =>
  (await app.ask(who, { url: `/api/matters/${matter}` })).json().story as { kind: string; given: object }[];

/** A request that is worked on. */
async function working(external: string): Promise<Uuid> {
  later();
  const payload = { external, text: '厂区停水两天，生产线停了', contact: '13812345678' };
  const url = '/api/intake/requests';
  const { matter } = (await app.http.inject({ method: 'POST', url, payload, headers: bearer(token) })).json();
  await does(office, matter, 'classify', { category: '0101' });
  await does(office, matter, 'assign', { lead: water, co: [] });
  await does(head, matter, 'accept');
  return matter;
}
async function answered(external: string): Promise<Uuid> {
  const matter = await working(external);
  await does(head, matter, 'answer', { result: '已修好，有事打 13700002222 找值班人员' });
  return matter;
}

describe('a question to whoever raised what a source handed over', () => {
  test('stops the time, is read with its number, and is replied to through the source, which sets the time going: once, however often it is sent', async () => {
    const matter = await working('Q-1');
    expect(await status('Q-1')).toMatchObject({ question: null, questionId: null, askedAt: null });
    await does(head, matter, 'inquire', { text: '停在哪一栋？' });
    const asked = await status('Q-1');
    expect(asked).toMatchObject({ question: '停在哪一栋？', askedAt: clock.toISOString() });
    expect((await stateOf(matter)).clocks.some(({ paused }) => paused !== null)).toBe(true);
    later();
    const reply = { id: 'Q-1-R1', kind: 'reply', question: asked.questionId, text: '三栋，门房电话 13900001111' };
    const all = await Promise.all([pass('Q-1', reply), pass('Q-1', reply), pass('Q-1', reply)]);
    for (const one of all) expect(one.json()).toMatchObject({ external: 'Q-1', question: null, questionId: null });
    const state = await stateOf(matter);
    expect(state.question).toBeNull();
    expect(state.clocks.every(({ paused }) => paused === null)).toBe(true);
    const told = (await storyOf(matter)).filter(({ kind }) => kind === 'reply');
    expect(told).toHaveLength(1);
    // Theirs as if they had written it at the counter, and masked like that.
    expect(told[0]).toMatchObject({ originator: true, given: { text: expect.stringMatching(/^三栋，门房电话 〔/u) } });
  });

  test.each<[why: string, passed: object, status: number, code: string]>([
    ['under a number that stands for another reply', { id: 'Q-2-R1', text: '五栋' }, 409, 'counter.external-reused'],
    ['when nothing is asked any more', { id: 'Q-2-R2', text: '三栋' }, 422, 'counter.nothing-asked'],
    ['without words', { id: 'Q-2-R3', text: ' ' }, 400, 'http.input'],
  ])('takes no reply %s', async (_, passed, code, refused) => {
    if (!known) {
      known = await working('Q-2');
      await does(head, known, 'inquire', { text: '停在哪一栋？' });
      expect((await pass('Q-2', { id: 'Q-2-R1', kind: 'reply', text: '三栋' })).statusCode).toBe(200);
    }
    const answer = await pass('Q-2', { kind: 'reply', ...passed });
    expect(answer.json()).toMatchObject({ status: code, code: refused });
  });
  let known: Uuid | null = null;

  test('takes no reply to a question that was read before another was asked, and says which is asked now', async () => {
    const matter = await working('Q-3');
    await does(head, matter, 'inquire', { text: '停在哪一栋？' });
    const first = await status('Q-3');
    await does(office, matter, 'reply', { text: '三栋' });
    await does(head, matter, 'inquire', { text: '几点停的？' });
    const late = { id: 'Q-3-R1', kind: 'reply', question: first.questionId, text: '三栋' };
    const refused = (await pass('Q-3', late)).json();
    const now = await status('Q-3');
    expect(refused).toMatchObject({ code: 'counter.asked-otherwise', status: 409 });
    expect(refused.detail).toContain(now.questionId);
    expect((await pass('Q-3', { ...late, question: now.questionId, text: '早上八点' })).statusCode).toBe(200);
  });

  test('is none of another source, nor of whoever shows no token; and what was refused stands in the source’s list', async () => {
    await working('Q-4');
    const reply = { id: 'Q-4-R1', kind: 'reply', text: '三栋' };
    expect((await pass('Q-4', reply, other)).json()).toMatchObject({ code: 'counter.no-such-request', status: 404 });
    expect((await pass('Q-4', reply, 'nobody')).statusCode).toBe(401);
    expect((await pass('Q-4', reply)).json()).toMatchObject({ code: 'counter.nothing-asked' });
    const { rows } = (await app.ask(administrator, { url: '/api/sources' })).json();
    const hotline = rows.find(({ name }: { name: string }) => name === '12345 热线平台');
    const lately = await app.ask(administrator, { url: `/api/sources/${hotline.id}/requests` });
    expect(lately.json().refused).toContainEqual(expect.objectContaining({ external: 'Q-4', times: 1 }));
    expect(lately.body).not.toContain('三栋');
  });

  test('what they add unasked is theirs too, and the unit reads it', async () => {
    const matter = await working('Q-5');
    expect((await pass('Q-5', { id: 'Q-5-N1', kind: 'note', text: '今天又停了' })).statusCode).toBe(200);
    expect((await storyOf(matter, head)).at(-1)).toMatchObject({
      kind: 'note',
      originator: true,
      given: { text: '今天又停了' },
    });
  });
});

describe('the answer', () => {
  test('is read in full with its moment, and what was heard on calling back is passed on: who is content leaves it as it is', async () => {
    const matter = await answered('A-1');
    expect(await status('A-1')).toMatchObject({
      answer: '已修好，有事打 13700002222 找值班人员',
      answeredAt: clock.toISOString(),
    });
    later();
    const heard = { id: 'A-1-H1', kind: 'callback', reached: true, solved: true, satisfied: true, text: '表示满意' };
    for (let n = 0; n < 2; n++) expect((await pass('A-1', heard)).json()).toMatchObject({ phase: 'answered' });
    const state = await stateOf(matter);
    expect(state.callback).toMatchObject({ reached: true, solved: true, satisfied: true });
    // Nobody has evaluated: that is their own to do.
    expect(state.evaluations).toEqual([]);
    expect(state.clocks.filter(({ clock: of, stoppedAt }) => of === 'evaluation' && stoppedAt === null)).toEqual([]);
    expect((await storyOf(matter)).filter(({ kind }) => kind === 'callback')).toMatchObject([
      { seat: null, given: { through: '12345 热线平台', text: '表示满意' } },
    ]);
  });

  test('called unsolved on the phone, comes back to the supervision office; what is personal in it is masked', async () => {
    const matter = await answered('A-2');
    const heard = { id: 'A-2-H1', kind: 'callback', reached: true, solved: false, text: '还是没水，让打 13700003333' };
    expect((await pass('A-2', heard)).json()).toMatchObject({ stage: { zh: '未解决或不满意' } });
    expect((await stateOf(matter)).callback).toMatchObject({ solved: false, satisfied: null, no: true });
    const told = (await storyOf(matter)).at(-1)!;
    expect(JSON.stringify(told)).not.toContain('13700003333');
  });

  test('of somebody who was not reached nothing is known, and nothing may be said of them', async () => {
    const matter = await answered('A-3');
    const silent = { kind: 'callback', reached: false, text: '三次无人接听' };
    expect((await pass('A-3', { ...silent, id: 'A-3-H1', satisfied: true })).json()).toMatchObject({
      code: 'matter.not-reached-says-nothing',
    });
    expect((await pass('A-3', { ...silent, id: 'A-3-H2' })).statusCode).toBe(200);
    const { callback, attempts, phase } = await stateOf(matter);
    expect({ callback, attempts, phase }).toMatchObject({ callback: null, attempts: [{}], phase: 'answered' });
  });

  test('is not evaluated through a source: stars are whoever raised it’s own', async () => {
    await answered('A-4');
    const stars = { id: 'A-4-E1', kind: 'evaluate', stars: 5, solved: true, satisfied: true };
    expect((await pass('A-4', stars)).json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '/kind', detail: expect.stringContaining('callback') }],
    });
  });

  test('called back by no source where the file lets none, before there is an answer, or where others raised the same', async () => {
    const matter = await working('A-5');
    const heard = { kind: 'callback', reached: true, solved: true, satisfied: true, text: '满意' };
    expect((await pass('A-5', { ...heard, id: 'A-5-H1' })).json()).toMatchObject({ code: 'matter.stage-forbids-act' });
    const joining = await working('A-6');
    const { number } = await stateOf(matter);
    await does(office, joining, 'join', { into: number });
    await does(head, matter, 'answer', { result: '已恢复供水' });
    expect((await pass('A-5', { ...heard, id: 'A-5-H2' })).json()).toMatchObject({ code: 'counter.raised-by-several' });
    expect((await pass('A-6', { ...heard, id: 'A-6-H1' })).json()).toMatchObject({ code: 'counter.goes-on-elsewhere' });
    const bare = APPEALS.replace('callback:\n    by: [supervisor, source]', 'callback:\n    by: [supervisor]');
    await transact(pool, system, (tx) => publishMechanism(tx, system, { source: bare }, clock));
    await answered('A-7');
    expect((await pass('A-7', { ...heard, id: 'A-7-H1' })).json()).toMatchObject({ code: 'matter.not-your-act' });
    await transact(pool, system, (tx) => publishMechanism(tx, system, { source: APPEALS }, clock));
  });

  test('a seat cannot say that a program called', async () => {
    const matter = await answered('A-8');
    const given = { reached: true, solved: true, satisfied: true, text: '满意', through: '12345 热线平台' };
    await expect(does(office, matter, 'callback', given)).rejects.toMatchObject({
      problem: { code: 'matter.through-is-the-source' },
    });
  });
});

test('what moved since a moment is told in its order, page by page, and what was joined moves with the matter in which it goes on', async () => {
  const moved = async (query: string) =>
    (await app.http.inject({ url: `/api/intake/requests?${query}`, headers: bearer(token) })).json();
  const [host, guest] = [await working('M-1'), await working('M-2')];
  await does(office, guest, 'join', { into: (await stateOf(host)).number });
  later(10);
  const since = clock.toISOString();
  await does(head, host, 'answer', { result: '已恢复供水' });
  // Just now it may be that an older act is still being written.
  expect((await moved(`since=${since}`)).rows).toEqual([]);
  later();
  const page = await moved(`since=${since}`);
  expect(page.rows).toMatchObject([
    { external: 'M-1', answer: '已恢复供水' },
    { external: 'M-2', answer: '已恢复供水' },
  ]);
  expect(page.more).toBe(false);
  const { since: from, after } = page.next;
  expect(await moved(`since=${from}&after=${after}`)).toMatchObject({ rows: [], next: page.next });
  expect((await moved('since=yesterday')).status).toBe(400);
  const theirs = await app.http.inject({ url: `/api/intake/requests?since=${since}`, headers: bearer(other) });
  expect(theirs.json().rows).toEqual([]);
});

describe('service request updates, as clients of GeoReport have them', () => {
  const send = (fields: Record<string, string>, as = 'xml') =>
    app.http.inject({
      method: 'POST',
      url: `/api/open311/v2/servicerequestupdates.${as}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        api_key: token,
        jurisdiction_id: 'city.example',
        status: 'OPEN',
        email: '',
        ...fields,
      }).toString(),
    });

  test('tell a question, take the reply to it once, then an addition, and tell the answer', async () => {
    const matter = await working('G-1');
    const since = clock.toISOString();
    await does(head, matter, 'inquire', { text: '停在 <哪一栋>？' });
    later();
    const url = (as: string) => `/api/open311/v2/servicerequestupdates.${as}?api_key=${token}&start_date=${since}`;
    const asked = await app.http.inject({ url: url('xml') });
    expect(asked.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(asked.body).toMatch(
      /<service_request_updates><request_update><update_id>[\w-]+<\/update_id><service_request_id>G-1<\/service_request_id><status>open<\/status><updated_datetime>[^<]+<\/updated_datetime><description>停在 &lt;哪一栋&gt;？<\/description>/u,
    );
    const reply = { service_request_id: 'G-1', update_id: '77', description: '三栋' };
    for (let n = 0; n < 2; n++) {
      const taken = await send(reply);
      expect(taken.statusCode, taken.body).toBe(201);
      expect(taken.body).toContain('<request_update><update_id>77</update_id></request_update>');
    }
    expect((await stateOf(matter)).question).toBeNull();
    expect((await send({ ...reply, update_id: '78', description: '现在四栋也停了' }, 'json')).json()).toEqual([
      { update_id: '78' },
    ]);
    expect((await storyOf(matter)).slice(-2)).toMatchObject([{ kind: 'reply' }, { kind: 'note' }]);
    await does(head, matter, 'answer', { result: '已恢复供水' });
    later();
    const all = (await app.http.inject({ url: url('json') })).json();
    expect(all.map((one: { description: string }) => one.description)).toEqual(['停在 <哪一栋>？', '已恢复供水']);
  });

  test.each<[why: string, fields: Record<string, string>, status: number]>([
    ['a request that was not handed over', { service_request_id: 'nobody', description: '三栋' }, 404],
    ['no words', { service_request_id: 'G-1', description: '' }, 400],
    ['a key that opens nothing', { api_key: 'nobody', service_request_id: 'G-1', description: '三栋' }, 401],
  ])('refuse %s', async (_, fields, code) => {
    const answer = await send(fields, 'json');
    expect(answer.statusCode, answer.body).toBe(code);
    expect(answer.json()).toMatchObject([{ code, description: expect.any(String) }]);
  });
});

test('all of it is made anew from its acts', async () => {
  expect(await city.fault()).toBeNull();
});
