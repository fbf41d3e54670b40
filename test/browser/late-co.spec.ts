import type { MatterPage, Workbench } from '../../src/matters/lists/list.contract.ts';
import type { Unit } from '../../src/directory/contract.ts';
import { expect, test } from './app.ts';
import { matterOf, pageOf, read } from './scene.ts';

// The demo's last weeks have co-units that never answered; nobody acts for them in any other test.

test('the office sees which co-unit is late, in the ledger and on its workbench', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const { rows } = await read<MatterPage>(office, '/api/matters?limit=200');
  const bench = await read<Workbench>(office, '/api/workbench?filter=dispatched');
  const dispatched = new Set(bench.todos.map(({ row }) => row.id));
  const row = rows.find((one) => one.lateCo && dispatched.has(one.id))!;
  const { unit, workdaysLate } = row.lateCo!;
  const units = await read<{ rows: Unit[] }>(office, '/api/units');
  const named = units.rows.find((one) => one.id === unit)!;
  const name = named.shortName ?? named.name;

  const { clocks, row: opened } = await matterOf(office, row.id);
  const own = clocks.filter((clock) => clock.unit === unit && clock.stoppedAt === null);
  expect(opened.co).toContain(unit);
  expect(own.map((clock) => clock.workdaysLeft)).toContain(-workdaysLate);

  const told = [
    ['/ledger?scope=all', `配合逾期 ${workdaysLate} 个工作日：${name}`],
    ['/?filter=dispatched', `配合单位 ${name} 逾期 ${workdaysLate} 个工作日`],
  ] as const;
  for (const [address, words] of told) {
    await office.goto(address);
    const line = office
      .locator('main')
      .locator('li, tr')
      .filter({ has: office.locator(`[data-row="${row.id}"]`) });
    await expect(line).toContainText(words);
  }
});
