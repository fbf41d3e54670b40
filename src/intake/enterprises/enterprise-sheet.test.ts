import { beforeAll, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import {
  creditCheckDigit,
  directorySubjects,
  enterpriseRoutes,
  exportEnterprises,
  openSeat,
} from '../../directory/index.ts';
import { uuidv7 } from '../../kernel/index.ts';
import { migrateJobs } from '../../platform/jobs/index.ts';
import { transferRoutes } from '../../platform/transfers/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { enterpriseSheetRoutes } from '../index.ts';

const { pool, url } = await testDatabase();
const administrator = aCaller({ role: 'administrator', unit: null });
const office = aCaller({ role: 'supervisor', unit: null });
const system = { city: 1, system: true } as const;
const now = new Date('2026-03-16T02:00:00.000Z');
const codeOf = (n: number): string => {
  const first = `91411000MA${String(n).padStart(7, '0')}`;
  return `${first}${creditCheckDigit(first)}`;
};
let app: TestHttp;
beforeAll(async () => {
  await migrateJobs(url);
  app = await testHttp(pool, [administrator, office], {
    routes: [enterpriseRoutes, enterpriseSheetRoutes, transferRoutes],
    now: () => now,
  });
  const { seat: id, account } = administrator;
  const seat = { id, account, unit: null, role: 'administrator' as const, title: '系统管理员' };
  await transact(pool, system, (tx) => openSeat(tx, system, seat, now));
});

const post = (path: string, payload: object | Buffer, who = administrator) =>
  app.ask(who, {
    method: 'POST',
    url: `/api/enterprises/sheet${path}`,
    payload,
    ...(Buffer.isBuffer(payload) ? { headers: { 'content-type': 'application/octet-stream' } } : {}),
  });
const read = async (csv: string) => (await post('/read', Buffer.from(csv))).json().lines as object[];
const HEADS = '统一社会信用代码,企业名称,行业代码,从业人数,营业收入（万元）';

test('a table is looked over, brought in whole and once, and the next one shows what is other than it was', async () => {
  const lines = await read(
    `${HEADS}\n${codeOf(1)},莲城一厂,C33,120,3400\n${codeOf(2)},莲城二厂,I65,12,\n${codeOf(2)},又是二厂,,,\n`,
  );
  const plan = (await post('/preview', { lines })).json();
  expect(plan).toMatchObject({ adds: 2, changes: 0, faults: 1 });
  expect(plan.lines.map(({ size }: { size: string }) => size)).toEqual(['small', 'unknown', 'unknown']);
  expect((await post('', { lines })).json()).toMatchObject({ code: 'roster.faults' });
  const sound = { lines: lines.slice(0, 2) };
  expect((await post('', sound)).json()).toEqual({ added: 2, changed: 0 });
  expect((await post('', sound)).json()).toEqual({ added: 2, changed: 0 });

  const next = { lines: await read(`${HEADS}\n${codeOf(1)},莲城第一机械厂,,150,\n${codeOf(2)},莲城二厂,I65,12,\n`) };
  const changes = (await post('/preview', next)).json();
  expect(changes).toMatchObject({ adds: 0, changes: 1, there: 1, faults: 0 });
  expect(changes.lines[0].changes).toEqual([
    { field: 'name', from: '莲城一厂', to: '莲城第一机械厂' },
    { field: 'staff', from: '120', to: '150' },
  ]);
  expect((await post('', next)).json()).toEqual({ added: 0, changed: 1 });
  expect((await post('', next)).json()).toEqual({ added: 0, changed: 1 });
  const { rows } = (await app.ask(administrator, { url: `/api/enterprises?q=${codeOf(1)}` })).json();
  expect(rows).toMatchObject([
    { name: '莲城第一机械厂', industry: 'C33', staff: 150, revenue: 3_400_000_000, earlier: [{ name: '莲城一厂' }] },
  ]);
  const found = await transact(pool, system, (tx) => verifyLedger(tx, 1, directorySubjects));
  expect(found).toMatchObject({ fault: null });
});

test('is for administrators, and a file without credit codes is none of enterprises', async () => {
  expect((await post('/preview', { lines: [] }, office)).statusCode).toBe(403);
  expect((await post('', { lines: [] }, office)).statusCode).toBe(403);
  expect((await post('/read', Buffer.from('姓名,单位\n林一帆,水务局\n'))).json()).toMatchObject({
    code: 'roster.no-enterprises',
  });
  const template = await app.ask(administrator, { url: '/api/enterprises/sheet/template?format=csv' });
  expect((await post('/read', Buffer.from(`${template.body}${codeOf(9)},莲城九厂,,,,,\n`))).json().lines).toMatchObject(
    [{ code: codeOf(9), name: '莲城九厂' }],
  );
});

test('what is exported is headed as the import reads it: brought in again it changes nothing', async () => {
  const lines = await read(`${HEADS}\n${codeOf(31)},莲城三一厂,C3360,120,3400.5\n${codeOf(32)},莲城三二厂,,,\n`);
  await post('', { lines });
  const id = uuidv7(now);
  const ask = { id, format: 'csv', q: '莲城三' };
  const begun = await app.ask(administrator, { method: 'POST', url: '/api/enterprises/exports', payload: ask });
  expect(begun.statusCode).toBe(200);
  await exportEnterprises.handle(1, { transfer: id }, { pool, now: () => now });
  const file = await app.ask(administrator, { url: `/api/transfers/${id}/file` });
  const again = (await post('/read', file.rawPayload)).json();
  expect(again.unused).toEqual(['规模（推算）', '状态']);
  expect((await post('/preview', { lines: again.lines })).json()).toMatchObject({
    adds: 0,
    changes: 0,
    there: 2,
    faults: 0,
  });
});

test('five thousand rows are brought in within the time that a page waits', async () => {
  const lines = await read(
    [HEADS, ...Array.from({ length: 5000 }, (_, n) => `${codeOf(1000 + n)},莲城第${n}厂,C33,${n % 900},${n}`)].join(
      '\n',
    ),
  );
  expect(lines).toHaveLength(5000);
  expect((await post('', { lines })).json()).toEqual({ added: 5000, changed: 0 });
}, 60_000);
