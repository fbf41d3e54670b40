import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { open311Routes, sourceRoutes, sourceSubject } from '../../src/counter/index.ts';
import { addUnits, directorySubjects, publishScheme } from '../../src/directory/index.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import {
  act,
  matterRoutes,
  matterSubject,
  mechanismSubject,
  publishMechanism,
  showRoutes,
} from '../../src/matters/index.ts';
import type { ActKind } from '../../src/mechanism/index.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact, type Pool } from '../../src/platform/postgres/index.ts';
import { aCaller } from './callers.ts';
import { testHttp } from './http.ts';

const CITY = 1;
const SYSTEM = { city: CITY, system: true } as const;
/** The shipped mechanism, for tests of what a change of it does. */
export const APPEALS = readFileSync(join(import.meta.dirname, '../../mechanisms/appeal.yaml'), 'utf8');
const CATEGORIES = [
  { code: '01', parent: null, zh: '公用事业', en: null },
  { code: '0101', parent: '01', zh: '供水', en: null },
  { code: '0501', parent: '01', zh: '供热', en: null },
  { code: '0702', parent: null, zh: '欠薪', en: 'Unpaid wages' },
  { code: '0703', parent: null, zh: '惠企政策', en: null },
].map((one) => ({ ...one, retired: false }));

/** What crosses the wire of our own interface of that number, with those fields in place of the usual. */
export const aRequest = (external: string, more: object = {}): object => ({
  external,
  text: '厂区停水两天，生产线停了',
  place: '清河县工业路 8 号',
  contact: '13812345678',
  category: '0101',
  ...more,
});

export const bearer = (token: string): { authorization: string } => ({ authorization: `Bearer ${token}` });

/** A city to which programs hand over what was raised elsewhere: the shipped appeals, five categories, a bureau that deals with them. */
export async function aCityOfSources(pool: Pool, now: () => Date) {
  const administrator = aCaller({ role: 'administrator', unit: null });
  const office = aCaller({ role: 'supervisor', unit: null });
  const water: Uuid = uuidv7(now());
  const head = aCaller({ role: 'head', unit: water });
  const app = await testHttp(pool, [administrator, office, head], {
    routes: [sourceRoutes, open311Routes, matterRoutes, showRoutes],
    now,
  });
  await transact(pool, SYSTEM, async (tx) => {
    await addUnits(tx, SYSTEM, [{ id: water, name: '莲城市水务局', kind: 'department' }], now());
    const scheme = { key: 'appeals', name: { zh: '企业诉求分类', en: 'Appeals' }, categories: CATEGORIES, seen: 0 };
    await publishScheme(tx, SYSTEM, { id: uuidv7(now()), ...scheme }, now());
    await publishMechanism(tx, SYSTEM, { source: APPEALS }, now());
  });
  const does = (who: Caller, matter: Uuid, kind: ActKind, given: Record<string, unknown> = {}) =>
    act(pool, who, matter, { id: uuidv7(now()), kind, given }, now());
  return {
    app,
    administrator,
    office,
    head,
    water,
    /** Opens a source as the administrator, or as whoever. */
    open: (more: object = {}, who: Caller = administrator) =>
      app.ask(who, {
        method: 'POST',
        url: '/api/sources',
        payload: { id: uuidv7(now()), name: '12345 热线平台', mechanism: 'appeal', channel: 'hotline', ...more },
      }),
    /** Hands a request over under that token, by our own interface. */
    hand: (token: string, payload: object) =>
      app.http.inject({ method: 'POST', url: '/api/intake/requests', payload, headers: bearer(token) }),
    /** What our own interface tells of a request. */
    status: async (token: string, external: string) =>
      (await app.http.inject({ url: `/api/intake/requests/${external}`, headers: bearer(token) })).json(),
    does,
    /** Gives a matter to the bureau, whose head accepts it. */
    give: async (matter: Uuid): Promise<void> => {
      await does(office, matter, 'classify', { category: '0101' });
      await does(office, matter, 'assign', { lead: water, co: [] });
      await does(head, matter, 'accept');
    },
    /** What of the ledger is not made anew from its acts. */
    fault: async () => {
      const subjects = [matterSubject, mechanismSubject, sourceSubject, ...directorySubjects];
      return (await transact(pool, SYSTEM, (tx) => verifyLedger(tx, CITY, subjects))).fault;
    },
  };
}
