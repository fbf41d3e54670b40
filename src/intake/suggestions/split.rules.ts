import type { Labelled } from './contract.ts';
import { numberOf } from './random.rules.ts';

/** What is learned from, and what that is tested on. */
export type Split = { readonly train: readonly Labelled[]; readonly test: readonly Labelled[] };

/** Into how many parts texts are split. */
const PARTS = 5;

/**
 * The texts split by a number of their body alone (FNV-1a modulo 5), so that it is the same split everywhere and always, and
 * one text never lies on both sides: part `part` is the test, all others are learned from.
 */
export const splitOf = (labelled: readonly Labelled[], part: number): Split => ({
  train: labelled.filter(({ body }) => numberOf(body) % PARTS !== part),
  test: labelled.filter(({ body }) => numberOf(body) % PARTS === part),
});

/** Every split there is: each text is in the test of exactly one. */
export const everySplit = (labelled: readonly Labelled[]): Split[] =>
  Array.from({ length: PARTS }, (_, part) => splitOf(labelled, part));
