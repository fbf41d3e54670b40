import { dayOf, type Uuid } from '../kernel/index.ts';
import { findRaised, getMechanism } from '../matters/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { transact, type Pool } from '../platform/postgres/index.ts';
import { raisedItself } from './appeal.view.ts';
import type { AppealPage, AppealRow } from './contract.ts';
import { stageKey, toldStage } from './stage.ts';

const PAGE = 30;

/** The matters that somebody has raised, newest first, those before `before`; the one alone that a code was given for. */
export function raisedBy(pool: Pool, caller: Caller, matter: Uuid | null, before: Uuid | null): Promise<AppealPage> {
  return transact(pool, caller, async (tx) => {
    const found = await findRaised(tx, caller.city, before, PAGE + 1);
    const shown = found
      .slice(0, PAGE)
      .filter(({ id, state }) => (matter === null || matter === id) && raisedItself(state, caller.seat));
    const rows: AppealRow[] = [];
    for (const { id, state } of shown) {
      const { number, text, stage, phase, registeredAt } = state;
      const closedOn = phase === 'closed' ? dayOf(new Date(state.entered[stage]!)) : null;
      const { stages } = await getMechanism(tx, caller.city, state.mechanism, state.version);
      const { name, told: forThem = name } = stages[stageKey(state)]!;
      const told = toldStage(state, { zh: forThem.zh, en: forThem.en }, caller.seat);
      rows.push({ id, number, text, stage: told, phase, registeredAt, closedOn });
    }
    return { rows, next: found.length > PAGE ? found[PAGE - 1]!.id : null };
  });
}
