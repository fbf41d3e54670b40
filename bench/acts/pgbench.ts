import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CITY } from '../world/people.ts';
import type { World } from '../world/world.ts';

const run = promisify(execFile);
const CLIENTS = 8;
const SECONDS = 5;

/**
 * Transactions a second by pgbench, each of one statement that appends an act and moves its matter, without row-level
 * security, decisions or the chain's look at the act before; null where there is no pgbench.
 */
export async function pgbench(world: World): Promise<number | null> {
  if (!(await run('pgbench', ['--version']).catch(() => null))) return null;
  // A matter's id ends in its number, so that no statement has to look it up; see world/plan.ts.
  const first = 'select id from matter where city = $1 order by id limit 1';
  const { rows } = await world.owner.query<{ id: string }>(first, [CITY]);
  const prefix = rows[0]!.id.slice(0, 24);
  const most = Math.min(4_000, Math.floor(world.matters / 200) - 1);
  const body = JSON.stringify({ payload: { given: { text: '已电话核实，群众对处理情况表示认可。'.repeat(8) } } });
  const script = `\\set n random(0, ${most})
with head as (
  update matter set seq = seq + 1, updated_at = now(), hash = sha256(hash), state = state || ' '
  where city = ${CITY} and id = ('${prefix}' || lpad(to_hex(:n::integer), 12, '0'))::uuid returning id, seq, hash)
insert into act (city, stream, seq, id, kind, seat, at, body, hash, prev)
select ${CITY}, id, seq, gen_random_uuid(), 'note', null, now(), '${body}', hash, sha256(hash) from head;
`;
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-pgbench-'));
  try {
    const file = join(folder, 'act.sql');
    await writeFile(file, script);
    const url = new URL(world.url);
    const args = ['-h', url.hostname, '-p', url.port, '-U', url.username, '-n', '-M', 'prepared', '-f', file];
    const amount = ['-c', String(CLIENTS), '-j', '1', '-T', String(SECONDS), url.pathname.slice(1)];
    const env = { ...process.env, PGPASSWORD: decodeURIComponent(url.password) };
    const { stdout } = await run('pgbench', [...args, ...amount], { env });
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  } finally {
    await rm(folder, { recursive: true });
  }
}
