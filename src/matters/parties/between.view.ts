import { findColleagues } from '../../directory/index.ts';
import { dayOf, workdaysBetween, type Calendar } from '../../kernel/index.ts';
import { keptUntilMidnight, type Mechanism } from '../../mechanism/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { inTime } from '../life/ends.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { ObligationView } from '../settlement/settlement.contract.ts';
import type { Obligation } from './between-state.rules.ts';
import type { BetweenView } from './between.contract.ts';

/** What is between the parties of a matter, as its own page shows it; null under a mechanism that knows no parties. */
export async function viewBetween(
  tx: Tx,
  city: number,
  state: MatterState,
  { mechanism, calendar, now }: { mechanism: Mechanism; calendar: Calendar; now: Date },
): Promise<BetweenView | null> {
  if (!mechanism.parties) return null;
  const { parties, amount, appointed, sessions, arranged, settlement, outcome } = state;
  const [held] = appointed ? await findColleagues(tx, city, [appointed.seat], now) : [];
  return {
    sides: Object.entries(mechanism.parties.sides).map(([key, { zh, en, optional = false }]) => ({
      key,
      name: { zh, en },
      optional,
      parties: parties.flatMap(({ act: _, ...party }) => (party.side === key ? [party] : [])),
    })),
    amount,
    appointed: appointed && {
      seat: appointed.seat,
      unit: appointed.unit,
      impartial: appointed.impartial,
      conflicts: appointed.conflicts ?? null,
      cleared: appointed.cleared === true,
      name: held?.name ?? '',
      title: held?.title ?? '',
    },
    sessions: sessions.map(({ at: _, ...session }) => session),
    arranged: arranged && withoutAct(arranged),
    settlement: settlement && {
      text: settlement.text,
      signedOn: settlement.signedOn,
      signed: settlement.signed,
      at: settlement.at,
      obligations: settlement.obligations.map((one) =>
        obligationView(one, keptUntilMidnight(mechanism), now, calendar),
      ),
      atOnce: settlement.atOnce ?? false,
      unwatched: settlement.unwatched ?? null,
      confirmation: confirmationView(settlement.confirmation),
    },
    outcome: outcome && withoutAct(outcome),
  };
}

/** Once its day is over what is open is overdue, though no working day has passed. */
function obligationView(one: Obligation, wholeDay: boolean, now: Date, calendar: Calendar): ObligationView {
  const left = one.state === 'open' ? workdaysBetween(calendar, dayOf(now), one.due) : null;
  return {
    ...one,
    mended: one.mended === true,
    workdaysLeft: left === null || inTime({ due: one.due, wholeDay }, now) ? left : Math.min(left, -1),
  };
}

const withoutAct = <T extends { act: string }>({ act: _, ...rest }: T): Omit<T, 'act'> => rest;
type Confirmation = NonNullable<NonNullable<MatterState['settlement']>['confirmation']>;
const confirmationView = (one: Confirmation | null) =>
  one && { court: one.court, appliedOn: one.appliedOn, number: one.number, ruling: rulingView(one.ruling ?? null) };
const rulingView = (one: NonNullable<Confirmation['ruling']> | null) =>
  one && { outcome: one.outcome, ruledOn: one.ruledOn, number: one.number };
