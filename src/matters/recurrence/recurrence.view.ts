import { dayOf, farthestDay, type Calendar } from '../../kernel/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { RecurringView } from './recurrence.contract.ts';
import { beginnings, goesOn } from './recurrence.rules.ts';

/** How many of the days to come a matter's page names. */
const SHOWN = 3;

/** What recurs below a matter, as its page shows it; empty where nothing does, or has not begun to. */
export function viewRecurring(
  mechanism: Mechanism,
  state: MatterState,
  { calendar, now }: { calendar: Calendar; now: Date },
): RecurringView[] {
  const today = dayOf(now);
  const going = new Set(goesOn(state));
  return state.recurring.flatMap((one) => {
    const rule = mechanism.recurs?.[one.what];
    if (!rule) return [];
    const { what, from, last, begun, missed, lately, ended } = one;
    const first = going.has(one) ? one.next : null;
    const next = first === null ? [] : [first];
    if (first !== null)
      for (const day of beginnings(rule, from, farthestDay(today), calendar)) {
        if (next.length === SHOWN) break;
        if (day > first) next.push(day);
      }
    return {
      what,
      name: rule.name,
      rule: rule.rule,
      dayOff: rule.dayOff ?? null,
      limit: rule.limit,
      from,
      next,
      last,
      begun,
      missed,
      lately,
      waits: first !== null && first < today,
      stands: ended || one.next === null ? 'over' : first === null ? 'still' : 'going',
    };
  });
}
