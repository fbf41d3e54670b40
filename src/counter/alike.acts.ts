import type { Uuid } from '../kernel/index.ts';
import { findAlike, findAnswersLike } from '../matters/index.ts';
import { transact, type Pool } from '../platform/postgres/index.ts';
import { shownAnswers } from './answers.acts.ts';
import type { AlikeAppeals } from './contract.ts';

/** So many are counted: "five and more" tells no less to whoever writes. */
const MOST = 5;
/** More answers than these are more than somebody reads who came to write. */
const MOST_ANSWERS = 3;

/**
 * What is open and like what somebody writes: their own, by number; of others' how many, and nothing else; and what was answered already and is published. What is confidential is not even
 * counted, nor what nobody raised: the city's own work is not theirs to know.
 */
export const alikeAppeals = (pool: Pool, city: number, who: Uuid | null, text: string): Promise<AlikeAppeals> =>
  transact(pool, { city, system: true }, async (tx) => {
    const raised = (await findAlike(tx, city, text)).filter(({ state }) => state.originators.length > 0);
    const isOwn = ({ state }: (typeof raised)[number]) => state.originators.some(({ id }) => id === who);
    // What is answered nobody works on any more; what may be read of it is published.
    const works = ({ state }: (typeof raised)[number]) => state.phase !== 'answered';
    const others = raised.filter((one) => !isOwn(one) && !one.state.confidential && works(one));
    const answers = await shownAnswers(tx, city, await findAnswersLike(tx, text, MOST_ANSWERS));
    return {
      own: raised.filter(isOwn).map(({ id, state }) => ({ id, number: state.number })),
      others: Math.min(MOST, others.length),
      answers,
    };
  });
