import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CITY } from '../../src/app/demo/city.ts';
import { seedDemo } from '../../src/app/demo/seed.ts';
import type { Uuid } from '../../src/kernel/index.ts';
import { diskFiles } from '../../src/platform/files/index.ts';
import type { SeatRole } from '../../src/platform/identity/index.ts';
import { hashPassword } from '../../src/platform/identity/password.ts';
import type { Pool } from '../../src/platform/postgres/index.ts';
import { openDatabase } from '../world/database.ts';
import { PASSWORD, type Seat } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { multiply } from './multiply.ts';

/** The demo city, matters of every mechanism in it, multiplied until it has at least so many. */
export async function openDemoWorld(matters: number, keep: boolean, say: (what: string) => void): Promise<World> {
  const database = await openDatabase(`bench_demo_${matters}`, keep, async ({ owner, pool }) => {
    const folder = await mkdtemp(join(tmpdir(), 'huiyin-bench-files-'));
    try {
      await seedDemo({ pool, files: diskFiles(folder) }, new Date());
    } finally {
      await rm(folder, { recursive: true });
    }
    say('demo city made');
    await owner.query('update account set password_hash = $1, must_change = false', [await hashPassword(PASSWORD)]);
    await multiply(owner, matters, say);
    say('analysing');
  });
  const units = await unitsByLoad(database.owner);
  const [commonest, rarest] = [units[0]!, units.at(-1)!];
  const seats = [
    await seatOf(database.owner, 'the supervision office', 'supervisor', null),
    await seatOf(database.owner, 'a mayor', 'mayor', null),
    await seatOf(database.owner, 'the rarest unit', 'handler', rarest),
    await seatOf(database.owner, 'a middling unit', 'handler', units[units.length >> 1]!),
    await seatOf(database.owner, 'the commonest unit', 'handler', commonest),
  ];
  const { rows } = await database.owner.query<{ n: number }>('select count(*)::integer as n from matter');
  return { ...database, city: CITY, seats, rarest, commonest, matters: rows[0]!.n };
}

/** The units that have a handler, those with most matters first. */
async function unitsByLoad(owner: Pool): Promise<Uuid[]> {
  const { rows } = await owner.query<{ unit: Uuid }>(
    `select a.unit from assignment a
     where a.city = $1 and exists (select from seat s where s.city = a.city and s.unit = a.unit and s.role = 'handler')
     group by a.unit order by count(*) desc, a.unit`,
    [CITY],
  );
  return rows.map(({ unit }) => unit);
}

async function seatOf(owner: Pool, who: string, role: SeatRole, unit: Uuid | null): Promise<Seat> {
  const { rows } = await owner.query<{ login: string; account: Uuid; seat: Uuid; name: string }>(
    `select a.login, a.id as account, s.id as seat, a.name from seat s join account a on a.city = s.city and a.id = s.account
     where s.city = $1 and s.role = $2 and s.unit is not distinct from coalesce($3, s.unit) order by s.id limit 1`,
    [CITY, role, unit],
  );
  const { login, account, seat, name } = rows[0]!;
  const units = unit === null ? [] : [unit];
  return { who, login, caller: { city: CITY, account, seat, role, unit, units, name, title: who } };
}
