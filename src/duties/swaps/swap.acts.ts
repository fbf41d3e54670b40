import { dayOf, refuse, refuseOffCalendar, type Uuid } from '../../kernel/index.ts';
import { announce, beginChange, findEntry, record } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import type { NewDutySwap, SwapAnswer } from '../duty.contract.ts';
import { isOver, lacksOf, ruleOn, swapFault, type Exchange } from '../duty.rules.ts';
import { shiftsOf, type At } from '../shifts.ts';
import { swapNoun } from './swap.store.ts';

/**
 * Asks a colleague to change one's duty of a day for theirs of another. Refuses `duties.swap-*`: a day that has passed, a duty of today whose hours have, somebody who is
 * not on duty then, a day on which nobody of a title that its rule wants would be there, two duties on one day, a duty for which somebody was asked already; `duties.no-unit` for whoever has no unit. Whoever is asked is told.
 */
export async function askSwap(tx: Tx, caller: Caller, { id, ...given }: NewDutySwap, at: At): Promise<void> {
  const { city, unit, seat } = caller;
  if (unit === null) refuse('duties.no-unit', {}, { status: 403 });
  const swap = { unit, seat, ...given };
  const change = { entry: id, id, kind: swapNoun.opens, given: swap };
  // The register is written by administrators and the program; of one's own duty one disposes through the program.
  await asSystem(tx, async () => {
    if ((await beginChange(tx, caller, change)) === 'done') return;
    const { asked } = await refuseUnfit(tx, city, unit, swap, at);
    const same = ({ seat: one, day }: Exchange) => one === seat && day === swap.day;
    if (asked.some(same)) refuse('duties.swap-asked-already', { day: swap.day }, { pointer: '/day' });
    await record(tx, caller, swapNoun, [change], at.now);
    await announce(tx, city, [{ id, stream: id }]);
  });
}

/**
 * Answers a swap that one was asked for, or takes back what one asked. Accepting one is refused like asking for it, where it fits no
 * more. Refuses `duties.swap-no-such` (404) to everybody else, `duties.swap-answered` once it was answered.
 */
export async function answerSwap(
  tx: Tx,
  caller: Caller,
  swap: Uuid,
  { id, kind }: { readonly id: Uuid; readonly kind: SwapAnswer },
  at: At,
): Promise<void> {
  const change = { entry: swap, id, kind, given: {} };
  await asSystem(tx, async () => {
    if ((await beginChange(tx, caller, change)) === 'done') return;
    const state = await findEntry(tx, caller.city, swapNoun, swap);
    const whose = kind === 'withdraw-duty-swap' ? state?.seat : state?.other;
    if (!state || whose !== caller.seat) refuse('duties.swap-no-such', {}, { status: 404 });
    if (state.status !== 'asked') refuse('duties.swap-answered');
    if (kind === 'accept-duty-swap') await refuseUnfit(tx, caller.city, state.unit, state, at);
    await record(tx, caller, swapNoun, [change], at.now);
    await announce(tx, caller.city, [{ id, stream: swap }]);
  });
}

async function refuseUnfit(tx: Tx, city: number, unit: Uuid, swap: Exchange, at: At) {
  const today = dayOf(at.now);
  refuseOffCalendar({ '/day': swap.day, '/otherDay': swap.otherDay });
  if (swap.day < today || swap.otherDay < today) refuse('duties.swap-past', { today }, { pointer: '/day' });
  const days = [swap.day, swap.otherDay].toSorted();
  const { rules, shifts, thereOn, asked } = await shiftsOf(tx, city, unit, { from: days[0]!, to: days[1]! }, at);
  for (const [name, day] of [
    ['day', swap.day],
    ['otherDay', swap.otherDay],
  ] as const) {
    if (!isOver(rules, day, at.now)) continue;
    const { until } = ruleOn(rules, day)!.hours!;
    refuse('duties.swap-over', { day, until }, { pointer: `/${name}` });
  }
  const fault = swapFault(new Map(shifts.map(({ day, seats }) => [day, seats])), swap);
  if (fault === 'not-on-duty') refuse('duties.swap-not-on-duty', { day: swap.day }, { pointer: '/day' });
  if (fault === 'other-not-on-duty')
    refuse('duties.swap-other-not-on-duty', { day: swap.otherDay }, { pointer: '/otherDay' });
  if (fault) refuse('duties.swap-twice-on-a-day', {}, { pointer: '/otherDay' });
  for (const [day, goes, comes] of [
    [swap.day, swap.seat, swap.other],
    [swap.otherDay, swap.other, swap.seat],
  ] as const) {
    const titles = new Map(thereOn(day).map((one) => [one.seat, one.title]));
    const seats = shifts.find((one) => one.day === day)!.seats;
    const rule = ruleOn(rules, day)!;
    const before = lacksOf(
      rule,
      seats.map((seat) => titles.get(seat)),
    );
    const after = lacksOf(
      rule,
      seats.map((seat) => titles.get(seat === goes ? comes : seat)),
    );
    const title = after.find((one) => !before.includes(one));
    if (title !== undefined) refuse('duties.swap-leaves-none', { day, title }, { pointer: '/otherDay' });
  }
  return { asked };
}
