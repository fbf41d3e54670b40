import type { Uuid } from '../kernel/index.ts';
import { findAlike } from '../matters/index.ts';
import { transact, type Pool } from '../platform/postgres/index.ts';
import type { AlikeAppeals } from './contract.ts';

/** So many are counted: "five and more" tells no less to whoever writes. */
const MOST = 5;

/**
 * What is open and like what somebody writes: their own, by number; of others' how many, and nothing else. What is confidential is not even
 * counted, nor what nobody raised: the city's own work is not theirs to know.
 */
export const alikeAppeals = (pool: Pool, city: number, who: Uuid | null, text: string): Promise<AlikeAppeals> =>
  transact(pool, { city, system: true }, async (tx) => {
    const raised = (await findAlike(tx, city, text)).filter(({ state }) => state.originators.length > 0);
    const isOwn = ({ state }: (typeof raised)[number]) => state.originators.some(({ id }) => id === who);
    const others = raised.filter((one) => !isOwn(one) && !one.state.confidential);
    return {
      own: raised.filter(isOwn).map(({ id, state }) => ({ id, number: state.number })),
      others: Math.min(MOST, others.length),
    };
  });
