import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { uuidv7 } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { directorySubjects, enterpriseRoutes, registerRoutes } from '../index.ts';

const { pool, owner } = await testDatabase();
const administrator = aCaller({ role: 'administrator', unit: null });
const handler = aCaller();
const now = () => uuidv7(new Date());
let app: TestHttp;

beforeAll(async () => {
  app = await testHttp(pool, [administrator, handler], { routes: [enterpriseRoutes, registerRoutes] });
});

const post = (who: Caller, url: string, payload: object) => app.ask(who, { method: 'POST', url, payload });
const act = (id: string, kind: string, given: object = {}, actId = now()) =>
  post(administrator, `/api/enterprises/${id}/acts`, { id: actId, kind, given });
const found = async (q: string, more = '') =>
  (await app.ask(handler, { url: `/api/enterprises?q=${encodeURIComponent(q)}${more}` })).json();

describe('the register of enterprises', () => {
  const pump = { id: now(), code: '9144030071526726xg', name: '莲城市晨光水泵有限公司', industry: '3441', staff: 320 };

  test('an administrator adds one; its size follows, its code is checked, the same code is taken once', async () => {
    const added = await post(administrator, '/api/enterprises', pump);
    expect(added.statusCode).toBe(201);
    expect((await post(administrator, '/api/enterprises', pump)).statusCode).toBe(201);
    expect((await post(handler, '/api/enterprises', { ...pump, id: now() })).statusCode).toBe(403);
    expect((await post(administrator, '/api/enterprises', { ...pump, id: now() })).json()).toMatchObject({
      code: 'enterprises.code-taken',
      status: 409,
    });
    const mistyped = await post(administrator, '/api/enterprises', { ...pump, id: now(), code: '914403001922038217' });
    expect(mistyped.json()).toMatchObject({
      status: 400,
      errors: [{ code: 'enterprises.credit-code-wrong', pointer: '/code' }],
    });
    expect((await found('水泵')).rows).toMatchObject([
      { id: pump.id, code: '9144030071526726XG', industry: 'C3441', staff: 320, revenue: null, size: 'unknown' },
    ]);
  });

  test('what is amended is derived from anew, and the story tells each act', async () => {
    const facts = { industry: 'C3441', staff: 320, revenue: 3_000 * 1_000_000, assets: null, place: '东湖区' };
    expect((await act(pump.id, 'amend', facts)).statusCode).toBe(200);
    expect((await act(pump.id, 'rename', { name: '莲城晨光泵业股份有限公司' })).statusCode).toBe(200);
    const closing = now();
    expect((await act(pump.id, 'close', {}, closing)).statusCode).toBe(200);
    expect((await act(pump.id, 'close', {}, closing)).statusCode, 'sent again').toBe(200);
    expect((await act(pump.id, 'close')).json()).toMatchObject({ code: 'directory.changes-nothing' });
    expect((await act(now(), 'close')).statusCode).toBe(404);
    const one = (await app.ask(handler, { url: `/api/enterprises/${pump.id}` })).json();
    expect(one).toMatchObject({
      name: '莲城晨光泵业股份有限公司',
      size: 'medium',
      place: '东湖区',
      earlier: [{ name: '莲城市晨光水泵有限公司' }],
      closedAt: expect.any(String),
    });
    const story = await app.ask(administrator, { url: `/api/register/${pump.id}/story` });
    expect(story.json().acts.map(({ kind }: { kind: string }) => kind)).toEqual([
      'close-enterprise',
      'rename-enterprise',
      'amend-enterprise',
      'add-enterprise',
    ]);
  });

  test('it is found by a fragment, by initials and by its code, a page at a time', async () => {
    const codes = ['91330100799655058B', '914403001922038216', '91110108551385082Q'];
    for (const [n, code] of codes.entries())
      await post(administrator, '/api/enterprises', { id: now(), code, name: `清河县第${'一二三'[n]}纺织厂` });
    expect((await found('纺织')).rows).toHaveLength(3);
    expect((await found('QHXDE')).rows.map(({ name }: { name: string }) => name)).toEqual(['清河县第二纺织厂']);
    expect((await found('9144030019')).rows).toHaveLength(1);
    const first = await found('纺织', '&limit=2');
    expect(first.rows.map(({ code }: { code: string }) => code)).toEqual(['91110108551385082Q', '91330100799655058B']);
    expect((await found('纺织', `&limit=2&after=${first.next}`)).rows).toHaveLength(1);
    expect((await found('100%')).rows, 'no sign is a wildcard').toEqual([]);
  });

  test('whoever is at no desk of the city reads none of them', async () => {
    const stranger = { ...handler, role: 'originator' };
    const seen = await transact(pool, stranger, ({ db }) => db.selectFrom('enterprise').select('id').execute());
    expect(seen).toEqual([]);
  });

  const verified = () => transact(pool, { city: 1, system: true }, (tx) => verifyLedger(tx, 1, directorySubjects));

  test('verify follows each from its acts, and finds a row that was changed behind them', async () => {
    expect(await verified()).toMatchObject({ fault: null });
    await owner.query(`update enterprise set staff = 3 where id = $1`, [pump.id]);
    expect(await verified()).toMatchObject({
      fault: { code: 'ledger.entry-rows-differ', params: { entry: pump.id } },
    });
  });
});
