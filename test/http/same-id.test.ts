import { beforeAll, describe, expect, it } from 'vitest';
import { mayReadFile, routes } from '../../src/app/wiring.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { aCaller } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';

const { pool } = await testDatabase();
let at = Date.parse('2026-03-16T02:00:00Z');
/** A clock that goes on: nothing else happens at the moment of an act. */
const now = () => new Date((at += 1000));
const [waterUnit, roadUnit] = (await aCity(pool, 1, ['莲城市水务局', '莲城市交通局'], now())) as [Uuid, Uuid];
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
const another = aCaller({ role: 'supervisor', unit: null, name: '高远' });
const desk = aCaller({ role: 'handler', unit: waterUnit });
let web: TestHttp;
beforeAll(async () => {
  web = await testHttp(pool, [office, another, desk], { routes, mayReadFile, now });
});

const send = (url: string, payload: object, as = office) => web.ask(as, { method: 'POST', url, payload });
type Body = Record<string, unknown>;

let number = 0;
const aRound = () => ({
  id: uuidv7(now()),
  mechanism: 'weekly-assignment',
  year: 2026,
  number: ++number,
  name: '周交办会',
  heldOn: '2026-03-16',
  attendees: [{ name: '沈知远', post: null }],
  items: [{ id: uuidv7(now()), register: { text: '疏通东渠' }, assign: { lead: waterUnit, co: [] } }],
});
const aBulletin = async () => {
  const round = aRound();
  await send('/api/rounds', round);
  return { id: uuidv7(now()), round: round.id, title: '周交办通报', opening: '现通报如下。', closing: '请抓好落实。' };
};
const aMatter = () => ({
  id: uuidv7(now()),
  mechanism: 'weekly-assignment',
  given: { text: '疏通西渠' },
  assign: { lead: waterUnit, co: [] },
});
const list = { kind: 'ledger', query: {} };
const anExport = () => ({ id: uuidv7(now()), format: 'csv', list });
const item = (round: Body) => (round['items'] as Body[])[0]!;

const OTHERWISE: [what: string, url: string, one: () => object | Promise<object>, other: (sent: Body) => object][] = [
  ['a round of another name', '/api/rounds', aRound, (sent) => ({ ...sent, name: '专题会' })],
  ['a round of another number', '/api/rounds', aRound, (sent) => ({ ...sent, number: 4000 })],
  [
    'a round whose item is worded otherwise',
    '/api/rounds',
    aRound,
    (sent) => ({ ...sent, items: [{ ...item(sent), register: { text: '拓宽北路' } }] }),
  ],
  [
    'a round whose item goes to another unit',
    '/api/rounds',
    aRound,
    (sent) => ({ ...sent, items: [{ ...item(sent), assign: { lead: roadUnit, co: [] } }] }),
  ],
  [
    'a round whose item goes to nobody',
    '/api/rounds',
    aRound,
    (sent) => ({ ...sent, items: [{ ...item(sent), assign: null }] }),
  ],
  [
    'a round with one item more',
    '/api/rounds',
    aRound,
    (sent) => ({ ...sent, items: [item(sent), { ...item(sent), id: uuidv7(now()) }] }),
  ],
  ['a bulletin of another title', '/api/bulletins', aBulletin, (sent) => ({ ...sent, title: '喜报' })],
  ['a bulletin of another ending', '/api/bulletins', aBulletin, (sent) => ({ ...sent, closing: '' })],
  ['a matter for another unit', '/api/matters', aMatter, (sent) => ({ ...sent, assign: { lead: roadUnit, co: [] } })],
  ['a matter for nobody', '/api/matters', aMatter, (sent) => ({ ...sent, assign: null })],
  ['an export in another format', '/api/exports', anExport, (sent) => ({ ...sent, format: 'xlsx' })],
  [
    'an export of another list',
    '/api/exports',
    anExport,
    (sent) => ({ ...sent, list: { kind: 'ledger', query: { phase: 'closed' } } }),
  ],
];

describe.each(OTHERWISE)('under the id of one that was done: %s', (_, url, one, other) => {
  it('the same request has the same answer, another is a conflict', async () => {
    const sent = (await one()) as Body;
    const first = await send(url, sent);
    expect(first.statusCode, first.body).toBe(200);
    const again = await send(url, sent);
    expect(again.statusCode, again.body).toBe(200);
    const otherwise = await send(url, other(sent));
    expect(otherwise.statusCode, otherwise.body).toBe(409);
  });
});

describe.each([
  ['a round', '/api/rounds', aRound],
  ['a bulletin', '/api/bulletins', aBulletin],
])('%s that another opened', (_, url, one) => {
  it('is no answer for a seat that may not open any, nor for another that may', async () => {
    const sent = await one();
    expect((await send(url, sent)).statusCode).toBe(200);
    expect((await send(url, sent, desk)).statusCode).toBe(403);
    expect((await send(url, sent, another)).statusCode).toBe(409);
  });
});

it('an id that stands on what a seat may not see is taken, and no more is said', async () => {
  const secret = { ...aMatter(), given: { text: '信访线索', confidential: true }, assign: { lead: roadUnit, co: [] } };
  expect((await send('/api/matters', secret)).statusCode).toBe(200);
  const round = aRound();
  await send('/api/rounds', round);
  const accept = { id: secret.id, kind: 'accept', given: {} };
  const answer = await send(`/api/matters/${(item(round) as { id: Uuid }).id}/acts`, accept, desk);
  expect(answer.statusCode).toBe(409);
  const { detail } = answer.json<{ detail: string }>();
  expect(detail).toContain('已被使用');
  expect(detail).not.toContain('台账');
});
