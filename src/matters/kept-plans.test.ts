import { expect, it } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { aCity } from '../../test/support/city.ts';
import { testDatabase } from '../../test/support/database.ts';
import { atTheEnd } from '../../test/support/ending.ts';
import { uuidv7 } from '../kernel/index.ts';
import { applicationPool, transact } from '../platform/postgres/index.ts';
import { act } from './matter.acts.ts';
import { viewMatter } from './matter.view.ts';
import { registerTogether } from './register-together.acts.ts';

// Under row-level security PostgreSQL takes longer to plan a look-up by key than to look up: whoever works on matters all day long pays for
// it once a connection, not with each matter.
const { pool, applicationUrl } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });

it('plans once what registers a matter, acts on it and opens it, on each connection', async () => {
  const [unit] = await aCity(pool, 1, ['市水务局'], NOW);
  const desk = aCaller({ unit: unit!, name: '林一帆' });
  const one = applicationPool(applicationUrl, 1);
  atTheEnd(() => one.end());
  const planned = async () => {
    const { rows } = await one.query<{ name: string; custom: number; kept: number }>(
      `select name, custom_plans::integer as custom, generic_plans::integer as kept from pg_prepared_statements
       where name not like 'transact.%' order by name`,
    );
    return rows;
  };
  for (const text of ['排涝泵站检修', '河道清淤']) {
    const id = uuidv7(NOW);
    const matter = { id, mechanism: 'weekly-assignment', given: { text }, assign: { lead: unit!, co: [] } };
    await registerTogether(one, 1, { caller: office, request: matter, now: NOW });
    await act(one, desk, id, { id: uuidv7(NOW), kind: 'accept', given: {} }, NOW);
    const view = await transact(one, desk, (tx) => viewMatter(tx, desk, id, NOW));
    expect(view.story.map(({ kind }) => kind)).toEqual(['register', 'assign', 'accept']);
  }
  const statements = await planned();
  expect(statements.filter(({ custom }) => custom > 0)).toEqual([]);
  expect(statements.find(({ name }) => name === 'matter.insert')?.kept).toBe(2);
  expect(statements.find(({ name }) => name === 'ledger.latest')?.kept).toBe(2);
});
