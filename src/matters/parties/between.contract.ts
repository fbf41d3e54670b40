import { z } from 'zod';
import { ArrangedView, SessionView } from '../sessions/session.contract.ts';
import { OutcomeView, SettlementView } from '../settlement/settlement.contract.ts';
import { PartiesView } from './parties.contract.ts';

/** All that is between the parties of a matter: who they are, when they met, what they agreed on, or how else it ended. */
export const BetweenView = PartiesView.extend({
  sessions: z.array(SessionView),
  /** The session that is to come. */
  arranged: ArrangedView.nullable(),
  settlement: SettlementView.nullable(),
  outcome: OutcomeView.nullable(),
});
export type BetweenView = z.infer<typeof BetweenView>;
