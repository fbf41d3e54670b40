import type { ClockRule, Mechanism } from './contract.ts';
import type { FaultAt } from './fault.rules.ts';
import { rungsOf } from './ladder.rules.ts';
import { watchesPromises } from './limit.rules.ts';

/**
 * Clocks that somebody of the city owes and nobody is pressed about: those that have no rungs, and those whose rungs reach nobody. A file
 * with them is good; whoever writes it is told, as what is left out of a ladder is seen nowhere else. What the parties owe each other, and
 * what is a right and no duty, nobody of the city is late with.
 */
export const unpressedClocks = (m: Mechanism): FaultAt[] =>
  Object.entries(m.clocks).flatMap(([clock, rule]): FaultAt[] => {
    if (rule.lapses || watchesPromises(rule)) return [];
    const warn = (part: string, code: string): FaultAt[] => [
      { path: [part, clock], code: `mechanism.${code}`, params: { clock } },
    ];
    if (rungsOf(m, clock).length === 0) return warn('clocks', 'clock-without-ladder');
    return reachesNobody(m, clock, rule) ? warn('ladder', 'ladder-reaches-nobody') : [];
  });

/** No unit owes what the office does, or whoever it was raised to: there is no head of one to be told. */
const reachesNobody = (m: Mechanism, clock: string, { scope }: ClockRule): boolean =>
  scope !== 'unit' && !m.sealed && rungsOf(m, clock).every(({ tell }) => tell.every((who) => who === 'superior'));
