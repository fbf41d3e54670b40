import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCaller, anOriginator } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { addUnits, directorySubjects, openOriginator } from '../directory/index.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { transact } from '../platform/postgres/index.ts';
import { act, findRaised, matterSubject, mechanismSubject, publishMechanism, registerByHand } from './index.ts';
import { findMatter } from './matter.store.ts';
import { mayRead } from './matter.policy.ts';
import { list as listMatters } from './lists/list.ts';

const { pool, owner } = await testDatabase();
const CITY = 1;
const NOW = new Date('2026-03-16T02:00:00Z');
const system = { city: CITY, system: true } as const;
const water: Uuid = uuidv7(NOW);
const office = aCaller({ role: 'supervisor', unit: null });
const [firm, baker] = [anOriginator(), anOriginator()];

const source = readFileSync(join(import.meta.dirname, '../../mechanisms/weekly-assignment.yaml'), 'utf8')
  .replace('rounds: true', 'rounds: true\noriginators: true\nchannels: { phone: { zh: 电话, en: By phone } }')
  .replace('register: { by: [supervisor]', 'register: { by: [supervisor, originator]')
  .replace('note: { by: [supervisor,', 'note: { by: [originator, supervisor,');

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  await transact(pool, system, async (tx) => {
    await addUnits(tx, system, [{ id: water, name: '莲城市水务局', kind: 'department' }], NOW);
    await publishMechanism(tx, system, { source }, NOW);
    const unknown = { kind: 'unknown', enterprise: null, claims: null, contacts: [] } as const;
    await openOriginator(tx, system, { id: baker.seat, ...unknown }, NOW);
  });
});

async function raise(who: Caller, given: Record<string, unknown> = {}): Promise<Uuid> {
  const id = uuidv7(NOW);
  const request = { id, mechanism: 'weekly-assignment', given: { text: '厂门口的路被挖断', ...given } };
  await transact(pool, who, (tx) => registerByHand(tx, who, request, NOW));
  return id;
}
const seen = (who: Caller, id: Uuid) => transact(pool, who, (tx) => findMatter(tx, CITY, id));
const list = (who: Caller, q?: string) =>
  transact(pool, who, async (tx) => (await listMatters(tx, who, q === undefined ? {} : { q }, NOW)).rows);
const verify = () =>
  transact(pool, system, (tx) => verifyLedger(tx, CITY, [matterSubject, mechanismSubject, ...directorySubjects]));

describe('a matter that somebody raised', () => {
  it('is read by exactly those of whom the policy says so, in the database too', async () => {
    const handler = aCaller({ role: 'handler', unit: water });
    const stranger = aCaller({ role: 'handler' });
    const admin = aCaller({ role: 'administrator', unit: null });
    const people = { office, handler, stranger, admin, firm, baker };
    for (const given of [{}, { confidential: true }, { originator: baker.seat, channel: 'phone' }]) {
      const id = await raise('originator' in given ? office : firm, given);
      const state = (await seen(office, id))!.state;
      for (const [name, who] of Object.entries(people))
        expect([name, given, (await seen(who, id)) !== undefined]).toEqual([name, given, mayRead(who, state)]);
    }
  });

  it('leaves an originator nothing else: no list, no search, no count, no round of the city', async () => {
    await raise(office);
    const shop = anOriginator();
    const own = await raise(shop, { text: '电价算错' });
    const found = async (q?: string) => (await list(shop, q)).map(({ id }) => id);
    expect(await found()).toEqual([own]);
    // The search is the desks' own.
    for (const words of ['电价', '被挖断']) expect([words, await found(words)]).toEqual([words, []]);
    const columns = { matter: 'id', clock: 'matter', assignment: 'matter', matter_words: 'matter', round: 'id' };
    for (const [table, column] of Object.entries(columns)) {
      const text = `select ${column} as id from ${table}`;
      const rows = await transact(pool, shop, (tx) => tx.run<{ id: Uuid }>({ name: `test.all-${table}`, text }, []));
      expect([table, rows.filter(({ id }) => id !== own)]).toEqual([table, []]);
    }
  });

  it('is written down for nobody whom the city does not know', async () => {
    await expect(raise(office, { originator: anOriginator().seat })).rejects.toMatchObject({
      problem: { code: 'matter.no-such-originator', pointer: '/given/originator' },
    });
  });

  it('is found again by whoever raised it, newest first', async () => {
    const shop = anOriginator();
    // Two of one millisecond come in either order.
    const ids = [await raise(shop), await raise(shop)].toSorted();
    const found = await transact(pool, shop, (tx) => findRaised(tx, CITY, null, 10));
    expect(found.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(await transact(pool, shop, (tx) => findRaised(tx, CITY, ids[1]!, 10))).toHaveLength(1);
    expect(await transact(pool, office, (tx) => findRaised(tx, CITY, null, 10))).toEqual([]);
  });

  it('hears its originator, and nobody else who raised another', async () => {
    const id = await raise(firm);
    const note = (who: Caller) =>
      act(pool, who, id, { id: uuidv7(NOW), kind: 'note', given: { text: '还是没通' } }, NOW).then(
        () => 'done',
        (error: { problem?: { code: string } }) => error.problem?.code,
      );
    expect(await note(firm)).toBe('done');
    expect(await note(baker)).toBe('matter.not-found');
    expect(await verify()).toMatchObject({ fault: null });
  });

  it('is verified as to who raised it', async () => {
    const id = await raise(firm);
    await owner.query(`update matter set originators = array[$2::uuid] where id = $1`, [id, baker.seat]);
    expect((await verify()).fault).toMatchObject({ code: 'matter.verify-projection-differs', params: { matter: id } });
    await owner.query(`update matter set originators = array[$2::uuid] where id = $1`, [id, firm.seat]);
  });

  it('that was written before there were originators still loads, lives on and is verified', async () => {
    const id = await raise(office);
    const fields = ['originators', 'channel', 'place'];
    await owner.query(`update matter set state = (state::jsonb - $2::text[])::text where id = $1`, [id, fields]);
    expect((await seen(office, id))!.state.originators).toEqual([]);
    expect((await verify()).fault).toBeNull();
    await act(pool, office, id, { id: uuidv7(NOW), kind: 'note', given: { text: '在看' } }, NOW);
    expect((await verify()).fault).toBeNull();
  });
});
