import { findReaches, takesMessages } from '../../directory/index.ts';
import { uuidv7 } from '../../kernel/index.ts';
import type { MatterAct, MatterState } from '../../matters/index.ts';
import { enqueue, type Job } from '../../platform/jobs/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { insertTelling } from '../delivery/delivery.store.ts';
import type { ToDeliver } from './gather.acts.ts';
import { newsOf, stillNews, toldOf } from './originators.rules.ts';

/**
 * Makes a message for each contact that those who raised the matter left, where the act is theirs to know and they did not do it
 * themselves; each contact is told of an act once, whatever is done twice. The words are written when it is sent.
 */
export async function tellOriginators(
  tx: Tx,
  city: number,
  act: MatterAct,
  matter: MatterState,
  delivering: Job<ToDeliver>,
  now: Date,
): Promise<void> {
  const news = newsOf(act);
  if (!news || !stillNews(news, act, matter, now)) return;
  const others = toldOf(news, matter).filter((id) => id !== act.seat);
  for (const { originator, contact, plain } of await findReaches(tx, city, others)) {
    if (!takesMessages(plain)) continue;
    const id = uuidv7(now);
    const channel = plain.kind === 'email' ? 'mail' : 'sms';
    if (await insertTelling(tx, city, { id, originator, contact, act: act.id, channel }))
      await enqueue(tx, delivering, { delivery: id }, { key: `deliver:${id}` });
  }
}
