import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { act } from '../../src/matters/index.ts';
import { registerByHand } from '../../src/matters/register.acts.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { MECHANISM } from './lives.ts';
import type { World } from './world.ts';

/** Has a matter live through so many acts by the rules, as those that the city is filled with have none; returns its id. */
export async function matterWithActs({ pool, seats }: World, acts: number): Promise<Uuid> {
  const caller = (who: string) => seats.find((seat) => seat.who === who)!.caller;
  const [supervisor, handler] = [caller('the supervision office'), caller('the commonest unit')];
  const matter = uuidv7(new Date());
  const given = { text: '新建公园一处，完成绿化和步道施工', area: '城市建设' };
  const assign = { lead: handler.unit!, co: [] };
  await transact(pool, supervisor, (tx) =>
    registerByHand(tx, supervisor, { id: matter, mechanism: MECHANISM, given, assign }, new Date()),
  );
  const does = (kind: 'accept' | 'report', what: Record<string, unknown>) =>
    act(pool, handler, matter, { id: uuidv7(new Date()), kind, given: what }, new Date());
  await does('accept', {});
  for (let n = 3; n < acts; n++) await does('report', { text: `第${n}次进展：现场施工按计划推进`, percent: n % 100 });
  return matter;
}
