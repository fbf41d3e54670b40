import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import type { ActReceipt } from '../../src/matters/contract.ts';
import { publishMechanism } from '../../src/matters/index.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { listenAt, saysOf, type Ear } from '../support/live.ts';
import { serverProcess, type ServerProcess } from '../support/process.ts';
import { signedInSeat } from '../support/sessions.ts';

const { pool, owner, url, applicationUrl } = await testDatabase();
const now = new Date();
let a: ServerProcess;
let b: ServerProcess;
let fagai: Uuid;
let chengguan: Uuid;
const tokens = { office: '', desk: '', other: '', colleague: '' };
const seats = { other: '' };
/** A mechanism of the test's own: read by the units concerned and by whoever helps. */
const HELPED = readFileSync(join(import.meta.dirname, '../../mechanisms/statement.yaml'), 'utf8')
  .replace('key: statement', 'key: helped')
  .replace('zh: 末位表态, en: Speak first', 'zh: 协助事项, en: Helped')
  .replace('表态〔', '协助〔')
  .replace('visibility: city', 'visibility: units')
  .replace('report: { by: [lead]', 'report: { by: [lead, helper]')
  .replace(
    '  remind:',
    '  help: { by: [supervisor, lead], from: [assigned, working] }\n  unhelp: { by: [supervisor, lead, helper], give: [reason] }\n  remind:',
  );
type Who = keyof typeof tokens;

beforeAll(async () => {
  [fagai, chengguan] = (await aCity(pool, 1, ['市发展和改革委员会', '市城市管理局'], now)) as [Uuid, Uuid];
  const at = new Date(now.getTime() - 1000);
  tokens.office = await signedInSeat(owner, aCaller({ role: 'supervisor', unit: null, name: '沈知远' }), at);
  tokens.desk = await signedInSeat(owner, aCaller({ role: 'handler', unit: fagai, name: '林一帆' }), at);
  const other = aCaller({ role: 'handler', unit: chengguan, name: '周文博' });
  seats.other = other.seat;
  tokens.other = await signedInSeat(owner, other, at);
  tokens.colleague = await signedInSeat(owner, aCaller({ role: 'handler', unit: chengguan, name: '吴海燕' }), at);
  const system = { city: 1, system: true } as const;
  await transact(pool, system, (tx) => publishMechanism(tx, system, { source: HELPED }, at));
  [a, b] = await Promise.all([serverProcess(applicationUrl), serverProcess(applicationUrl)]);
});

const ears: Ear[] = [];
/** Listens and waits until the line stands. */
async function listen(server: ServerProcess, who: Who, since?: string): Promise<Ear> {
  const ear = await listenAt(server.address, tokens[who], since);
  ears.push(ear);
  await ear.until(({ event }) => event === 'hello');
  return ear;
}
afterAll(() => ears.forEach((ear) => ear.hangUp()));

async function post<T>(server: ServerProcess, who: Who, path: string, body: object): Promise<T> {
  const headers = { authorization: `Bearer ${tokens[who]}`, 'content-type': 'application/json' };
  const answer = await fetch(server.address + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
}
const act = (server: ServerProcess, who: Who, matter: Uuid, kind: string, given: object = {}) =>
  post<ActReceipt>(server, who, `/api/matters/${matter}/acts`, { id: uuidv7(new Date()), kind, given });

async function assigned(lead: Uuid, confidential = false): Promise<Uuid> {
  const { matter } = await post<ActReceipt>(a, 'office', '/api/matters', {
    id: uuidv7(new Date()),
    mechanism: 'weekly-assignment',
    given: { text: '整治校园周边占道经营', confidential },
    assign: { lead, co: [], due: null },
  });
  return matter;
}

/** Appends an act behind the program's back, as a process does that dies before it can tell anybody. */
const slip = (client: pg.Client | typeof owner, matter: Uuid, seq: number) =>
  client.query(
    `insert into act (city, stream, seq, id, kind, at, body, hash, prev) values (1, $1, $2, $3, 'note', now(), '{}', $4, $4)`,
    [matter, seq, uuidv7(new Date()), randomBytes(32)],
  );

describe('the live line, over two server processes on one database', () => {
  it('tells at one server what was done at the other, once, and only that it was done', async () => {
    const desk = await listen(b, 'desk');
    expect(desk.headers.get('content-type')).toContain('text/event-stream');
    expect(desk.headers.get('x-accel-buffering')).toBe('no');
    expect(desk.headers.get('cache-control')).toContain('no-transform');
    const matter = await assigned(fagai);
    await desk.until(saysOf(matter, 2));
    const { seq } = await act(a, 'desk', matter, 'accept');
    const { data } = await desk.until(saysOf(matter, seq));
    expect(data.mine).toBe(true);
    expect(Object.keys(data.moved![0]!).toSorted()).toEqual(['id', 'room', 'round', 'seq']);
    await pause(500);
    expect(desk.moved()).toEqual([`${matter} 2`, `${matter} ${seq}`]);
  });

  it('never names a confidential matter to another unit, and names it to whoever may read it', async () => {
    const [office, desk, other] = [await listen(a, 'office'), await listen(b, 'desk'), await listen(b, 'other')];
    const secret = await assigned(fagai, true);
    await act(b, 'desk', secret, 'accept');
    const open = await assigned(chengguan);
    await office.until(saysOf(open, 2));
    await Promise.all([office.until(saysOf(secret, 3)), desk.until(saysOf(secret, 3))]);
    await other.until(saysOf(open, 2));
    expect(JSON.stringify(other.heard)).not.toContain(secret);
    // Nor to whoever asks for what they missed.
    const later = await listen(a, 'other', office.heard[0]!.id!);
    await later.until(saysOf(open, 2));
    expect(JSON.stringify(later.heard)).not.toContain(secret);
  });

  it('tells a unit that a confidential matter was taken from that its list changed, without naming it', async () => {
    const secret = await assigned(fagai, true);
    const desk = await listen(b, 'desk');
    await post(a, 'office', `/api/matters/${secret}/acts`, {
      id: uuidv7(new Date()),
      kind: 'assign',
      seen: 2,
      given: { lead: chengguan, co: [], due: null },
    });
    const news = await desk.until(({ event }) => event === 'moved');
    expect(news.data).toEqual({ moved: [], mine: true });
  });

  it('tells whoever was asked to help what moves in the matter while they help, and not their colleagues; then that their list changed, without naming it', async () => {
    const { matter } = await post<ActReceipt>(a, 'office', '/api/matters', {
      id: uuidv7(new Date()),
      mechanism: 'helped',
      given: { text: '合同怎么改，请人看一看' },
      assign: { lead: fagai, co: [], due: null },
    });
    const [helper, colleague] = [await listen(b, 'other'), await listen(a, 'colleague')];
    await act(a, 'desk', matter, 'accept');
    const { seq } = await act(a, 'desk', matter, 'help', { seat: seats.other, text: '请看合同第七条' });
    expect((await helper.until(saysOf(matter, seq))).data.mine).toBe(true);
    const reported = await act(b, 'other', matter, 'report', { text: '第七条可以这样改' });
    await helper.until(saysOf(matter, reported.seq));
    await act(b, 'other', matter, 'unhelp', { seat: seats.other, reason: '已经看完' });
    const news = await helper.until(({ event, data }) => event === 'moved' && data.moved?.length === 0);
    expect(news.data).toEqual({ moved: [], mine: true });
    const before = helper.moved().length;
    const after = await act(a, 'desk', matter, 'report', { text: '按建议改了' });
    const office = await listen(a, 'office');
    const open = await assigned(chengguan);
    await Promise.all([helper, colleague, office].map((ear) => ear.until(saysOf(open, 2))));
    expect(helper.moved().slice(before)).not.toContain(`${matter} ${after.seq}`);
    expect(JSON.stringify(colleague.heard)).not.toContain(matter);
  });

  it('says whether what moved is mine', async () => {
    const other = await listen(b, 'other');
    const matter = await assigned(fagai);
    expect((await other.until(saysOf(matter, 2))).data.mine).toBe(false);
  });

  it('misses nothing when the listening connections are killed', async () => {
    const matter = await assigned(fagai);
    const desk = await listen(b, 'desk');
    const killed = await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'huiyin listens' and datname = current_database()`,
    );
    // Each process has one for what moves and one for callers that change.
    expect(killed.rowCount).toBe(4);
    const { seq } = await act(a, 'desk', matter, 'accept');
    await desk.until(saysOf(matter, seq));
    const next = await act(a, 'desk', matter, 'report', { text: '已到现场' });
    await desk.until(saysOf(matter, next.seq));
    expect(new Set(desk.moved()).size).toBe(desk.moved().length);
  });

  it('finds an act that nobody was told of, as its process died after the commit', async () => {
    const matter = await assigned(fagai);
    const desk = await listen(b, 'desk');
    await slip(owner, matter, 3);
    await desk.until(saysOf(matter, 3), 12_000);
  });

  it('catches up at another server what was done while the line was lost, nothing of it twice', async () => {
    const first = await listen(a, 'desk');
    const matter = await assigned(fagai);
    await first.until(saysOf(matter, 2));
    const position = first.position();
    first.hangUp();
    await act(a, 'desk', matter, 'accept');
    const { seq } = await act(b, 'desk', matter, 'report', { text: '已到现场' });
    const again = await listen(b, 'desk', position);
    expect(again.heard[0]!.data).toEqual({ resumed: true });
    await again.until(saysOf(matter, seq));
    expect(again.moved()).toEqual([`${matter} ${seq}`]);
    const third = await listen(a, 'desk', again.position());
    await pause(400);
    expect(third.moved()).toEqual([]);
  });

  it('tells acts in whatever order they are committed: the early number that comes late is told, once', async () => {
    const [early, late] = [await assigned(fagai), await assigned(fagai)];
    const desk = await listen(b, 'desk');
    const [slow, quick] = [new pg.Client(url), new pg.Client(url)];
    await Promise.all([slow.connect(), quick.connect()]);
    try {
      await slow.query('begin');
      await slip(slow, early, 3);
      await quick.query('begin');
      await slip(quick, late, 3);
      await quick.query('commit');
      // Not held up by the transaction that is still open.
      await desk.until(saysOf(late, 3), 12_000);
      const between = desk.position();
      await slow.query('commit');
      await desk.until(saysOf(early, 3), 12_000);
      expect(desk.moved()).toEqual([`${late} 3`, `${early} 3`]);
      const again = await listen(a, 'desk', between);
      await again.until(saysOf(early, 3));
      expect(again.moved()).toEqual([`${early} 3`]);
    } finally {
      await Promise.all([slow.end(), quick.end()]);
    }
  });

  it('loses and doubles nothing of many acts by many writers at two servers', async () => {
    const ear = await listen(b, 'office');
    const matters = await Promise.all(Array.from({ length: 12 }, () => assigned(fagai)));
    const last = await Promise.all(
      matters.map(async (matter, i) => {
        for (let n = 0; n < 6; n++) await act((i + n) % 2 ? a : b, 'office', matter, 'note', { text: `第${n}次` });
        return matter;
      }),
    );
    for (const matter of last) await ear.until(saysOf(matter, 8));
    const told = ear.moved();
    expect(new Set(told).size, 'no place in a stream is told twice').toBe(told.length);
    for (const matter of last) {
      const seqs = told.filter((one) => one.startsWith(matter)).map((one) => Number(one.split(' ')[1]));
      expect(seqs, 'never backwards').toEqual(seqs.toSorted((x, y) => x - y));
    }
  });

  it('says to read everything anew to whoever comes with a position of another database, or too old a one', async () => {
    for (const position of ['99999999999:99999999999:', '5:9:7,6']) {
      const desk = await listen(a, 'desk', position);
      await desk.until(({ event }) => event === 'reset');
      expect(desk.moved()).toEqual([]);
    }
    const headers = { authorization: `Bearer ${tokens.desk}` };
    expect((await fetch(`${a.address}/api/live?since=x`, { headers })).status).toBe(400);
    expect((await fetch(`${a.address}/api/live`)).status).toBe(401);
  });

  it('ends with the session: at once where it is signed out, soon at the other server', async () => {
    const token = await signedInSeat(owner, aCaller({ role: 'handler', unit: chengguan }), new Date());
    const [here, there] = [await listenAt(a.address, token), await listenAt(b.address, token)];
    await Promise.all([here, there].map((ear) => ear.until(({ event }) => event === 'hello')));
    const answer = await fetch(`${a.address}/api/session`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(204);
    await here.ended;
    await there.ended;
    expect((await listenAt(a.address, token)).status).toBe(401);
  }, 30_000);

  it('lets a server stop while lines are open', async () => {
    const ear = await listen(b, 'desk');
    expect(await b.stop()).toBeLessThan(4_000);
    await ear.ended;
  });
});
