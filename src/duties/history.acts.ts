import { findSitters } from '../directory/index.ts';
import { refuse } from '../kernel/index.ts';
import { entryAct, findLastSeq, readStream } from '../ledger/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { asSystem, type Tx } from '../platform/postgres/index.ts';
import { mayAnswer } from './duty.acts.ts';
import type { DutyDone, DutyRuleQuery, DutyRules } from './duty.contract.ts';
import { dutyOf } from './duty.store.ts';

const PAGE = 20;

/**
 * How the rule of a unit came to be as it is: each act on it, by whom and when, the newest first. For the unit's own people and
 * whoever may make it: the roster that it gave hangs on it. Refuses `duties.history-not-yours` (403).
 */
export async function dutyRules(tx: Tx, caller: Caller, { unit, before }: DutyRuleQuery): Promise<DutyRules> {
  if (!mayAnswer(caller, unit)) refuse('duties.history-not-yours', {}, { status: 403 });
  const { city } = caller;
  const stream = dutyOf(unit);
  // Streams of the register are read by those who keep it; of this one whoever stands in the roster reads it too.
  const stored = await asSystem(tx, async () => {
    const upTo = before === undefined ? await findLastSeq(tx, city, stream) : before - 1;
    return readStream(tx, city, stream, { from: Math.max(1, upTo - PAGE + 1), upTo, limit: PAGE });
  });
  const sitter = await findSitters(tx, city, [...new Set(stored.flatMap(({ seat }) => seat ?? []))]);
  const rows = stored.toReversed().map((act) => {
    const { id, seq, at, seat, kind, given } = entryAct(act);
    return { id, seq, at, who: (seat && sitter(seat, act.at)?.name) || '', done: { kind, given } as DutyDone };
  });
  const last = rows.at(-1)?.seq ?? 1;
  return { rows, next: last > 1 ? last : null };
}
