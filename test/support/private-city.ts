import { expect } from 'vitest';
import { testHttp } from './http.ts';
import { does } from './staff.ts';
import {
  addEnterpriseContact,
  addEnterprises,
  directorySubjects,
  originatorRoutes,
} from '../../src/directory/index.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import { matterRoutes, matterSubject, mechanismSubject, showRoutes } from '../../src/matters/index.ts';
import type { Caller } from '../../src/platform/identity/index.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { transferRoutes } from '../../src/platform/transfers/index.ts';
import type { ShownPage } from '../../src/privacy/contract.ts';
import { copyRoutes, erasureRoutes, keptRoutes, shownRoutes } from '../../src/privacy/index.ts';
import { appealRoutes, counterSessionRoutes, ownRoutes, type Messenger } from '../../src/counter/index.ts';
import { aStaffedCity, type Databases } from './staffed-city.ts';

const system = { city: 1, system: true } as const;
/** When the city begins. */
export const START = new Date('2026-03-16T02:00:00.000Z');

export const CODE = '914403001922038216';
export const PHONE = '13812345678';
export const OTHER_PHONE = '13987654321';
export const MAIL = 'jin.lian@example.com';
export const IDENTITY = '411002198807154032';
/** All that must be nowhere once it was erased. */
export const PERSONAL = [PHONE, OTHER_PHONE, MAIL, IDENTITY, '石莲锦'];
export const TEXT = `我叫石莲锦，身份证${IDENTITY}，电话 ${OTHER_PHONE} 或 ${MAIL}。厂门口的路被挖断，货车进不来，补偿 13800000000 元没有到账`;
export const HIDDEN =
  '我叫〔姓名1〕，身份证〔身份证号2〕，电话 〔电话3〕 或 〔邮箱4〕。厂门口的路被挖断，货车进不来，补偿 13800000000 元没有到账';

/** What a browser at the counter keeps between two requests. */
export type Browser = { cookie?: string };

/** What was refused, by its code. */
export const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code?: string }).code;

/** A city whose counter and desks are asked over HTTP, with a clock that a test moves on. */
export async function aPrivateCity({ pool, owner }: Databases) {
  let now = START;
  const later = (minutes = 10) => (now = new Date(now.getTime() + minutes * 60_000));
  const { staff, water } = await aStaffedCity({ pool, owner }, START);
  const enterprise = uuidv7(START);
  await transact(pool, system, async (tx) => {
    await addEnterprises(tx, system, [{ id: enterprise, code: CODE, name: '莲城市莲锦电力设备有限公司' }], START);
    await addEnterpriseContact(tx, system, { id: uuidv7(START), enterprise, contact: PHONE }, START);
  });
  const sent: { to: string; text: string }[] = [];
  const messenger: Messenger = { send: async ({ text: to }, { text }) => void sent.push({ to, text }) };
  const routes = [
    appealRoutes,
    counterSessionRoutes(messenger, () => undefined),
    matterRoutes,
    originatorRoutes,
    showRoutes,
    shownRoutes,
    keptRoutes,
    ownRoutes,
    erasureRoutes,
    copyRoutes,
    transferRoutes,
  ];
  const app = await testHttp(pool, Object.values(staff), { routes, now: () => now, behindProxy: true });

  let requests = 0;
  /** At the counter, from another address every few requests: it takes so many of one. */
  async function at(browser: Browser, method: 'GET' | 'POST', url: string, payload?: object) {
    const headers = {
      'x-forwarded-for': `9.9.9.${Math.floor(requests++ / 8)}`,
      ...(browser.cookie ? { cookie: browser.cookie } : {}),
    };
    const answer = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    const given = answer.cookies.find(({ name }) => name === 'huiyin_counter');
    if (given) browser.cookie = `${given.name}=${given.value}`;
    return answer;
  }
  const desk = (who: Caller, method: 'GET' | 'POST', url: string, payload?: object) =>
    app.ask(who, { method, url, ...(payload ? { payload } : {}) });
  const ask = (by: object = {}, more: object = {}) => ({
    id: uuidv7(now),
    mechanism: 'appeal',
    text: TEXT,
    by: { id: uuidv7(now), pass: 'ACDEFGHJK7', contact: PHONE, ...by },
    ...more,
  });
  /** An appeal as it stands at the lead unit: by somebody without an account. */
  async function assigned(more: object = {}) {
    const appeal = ask({}, more);
    const raised = await at({}, 'POST', '/api/counter/appeals', appeal);
    expect(raised.statusCode, raised.body).toBe(201);
    const { number } = raised.json<{ number: string }>();
    await does(pool, staff.office, appeal.id, 'classify', { category: '07' }, later());
    await does(pool, staff.office, appeal.id, 'assign', { lead: water, co: [staff.other.unit] }, later());
    await does(pool, staff.desk, appeal.id, 'accept', {}, later());
    return { id: appeal.id, number, originator: appeal.by.id, appeal };
  }
  return {
    staff,
    water,
    enterprise,
    sent,
    clock: { now: () => now, set: (to: Date) => (now = to) },
    later,
    at,
    desk,
    ask,
    assigned,
    show: (who: Caller, matter: Uuid, purpose = '核实情况', id = uuidv7(now)) =>
      desk(who, 'POST', `/api/matters/${matter}/personal/show`, { id, purpose }),
    log: async (who: Caller, query = '') => (await desk(who, 'GET', `/api/privacy/shown${query}`)).json<ShownPage>(),
    verify: () =>
      transact(pool, system, (tx) => verifyLedger(tx, 1, [matterSubject, mechanismSubject, ...directorySubjects])),
    /** Every table of the database as text, the jobs' too. */
    dump: async (): Promise<string> => {
      const { rows } = await owner.query<{ name: string }>(`
        select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`);
      const parts: string[] = [];
      for (const { name } of rows) {
        const found = await owner.query<{ row: string }>(`select t::text as row from ${name} t`);
        parts.push(...found.rows.map(({ row }) => row));
      }
      return parts.join('\n');
    },
  };
}
