import type { Uuid } from '../../kernel/index.ts';
import type { FactSince } from './fact.rules.ts';

/** A fact as the table holds it. Instants are seconds since 1970; `said`: all the rest, one after the other. */
export type StoredFact = { matter: Uuid; since: number; until: number; said: string };

/** Whether the table holds what follows from the acts: each fact from when to when, oldest first. */
export const sameFacts = (found: readonly StoredFact[], facts: readonly FactSince[]): boolean =>
  found.length === facts.length &&
  facts.every((fact, i) => {
    const stored = found[i]!;
    const next = facts[i + 1];
    return (
      stored.since === Date.parse(fact.since) / 1000 &&
      stored.until === (next ? Date.parse(next.since) / 1000 : Infinity) &&
      stored.said === said(fact)
    );
  });

const said = (f: FactSince): string => {
  const parts = [f.mechanism, f.lead, f.category.join('/'), f.channel, f.originator, f.marks, f.bounces, f.returns];
  const days = [
    f.reopenings,
    f.registeredOn,
    f.assignedOn,
    f.acceptedOn,
    f.answeredOn,
    f.closedOn,
    f.countedOn,
    f.amount,
  ];
  return [...parts, ...days].map((part) => part ?? '-').join('|');
};
