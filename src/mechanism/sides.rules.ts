import type { Mechanism } from './contract.ts';

/** The sides on which somebody has to stand, and sign, for there to be an agreement; by key. */
export const requiredSides = (parties: Mechanism['parties']): string[] =>
  Object.entries(parties?.sides ?? {}).flatMap(([key, { optional }]) => (optional ? [] : key));
