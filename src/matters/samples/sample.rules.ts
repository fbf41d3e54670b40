import { createHash } from 'node:crypto';
import { addDays, startOfDay, weekday, type Day, type Uuid } from '../../kernel/index.ts';
import type { SampleRule } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';

/** A matter of which its originator may be called back, and the unit that answered for it. */
export type Candidate = { readonly id: Uuid; readonly unit: Uuid | null };

/** What a draw is made of besides the matters: whoever knows these draws the same again. */
export type Draw = { readonly city: number; readonly mechanism: string; readonly week: Day };

const DAYS = 7;

/** The Monday of the week before the one that a day is in. */
export const weekBefore = (day: Day): Day => addDays(day, 1 - weekday(day) - DAYS);

/** The instants between which a week lies, the second one no more in it. */
export const spanOf = (week: Day): { readonly from: Date; readonly until: Date } => ({
  from: startOfDay(week),
  until: startOfDay(addDays(week, DAYS)),
});

/** How many are drawn of so many: the share, rounded up, the least if there are that many, and never more than there are. */
export const sizeOf = (n: number, { share, least }: SampleRule): number =>
  Math.min(n, Math.max(least, Math.ceil((n * share) / 100)));

/** The place of a matter in a draw: nobody can choose it, and everybody can compute it. As hexadecimal digits. */
export const lotOf = ({ city, mechanism, week }: Draw, id: Uuid): string =>
  createHash('sha256').update(`${city}/${mechanism}/${week}/${id}`).digest('hex');

/**
 * Draws a sample: first of each unit the matter with the lowest lot, the units in the order of these lots, then the lowest of
 * all that are left, until there are `sizeOf` so many. The order in which the candidates are given does not matter.
 */
export function drawSample(draw: Draw, rule: SampleRule, candidates: readonly Candidate[]): Uuid[] {
  const lots = candidates
    .map(({ id, unit }) => ({ id, unit, lot: lotOf(draw, id) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1));
  const units = new Set<Uuid | null>();
  const firsts = lots.filter(({ unit }) => {
    const isFirst = !units.has(unit);
    units.add(unit);
    return isFirst;
  });
  const rest = lots.filter((one) => !firsts.includes(one));
  return [...firsts, ...rest].slice(0, sizeOf(candidates.length, rule)).map(({ id }) => id);
}

/**
 * Whether a matter may be drawn for a week: it was answered and struck off within it, somebody who may be asked raised it, and
 * nobody has called back yet. What goes on in another matter or is not to be counted is not asked after.
 */
export function mayBeDrawn(state: MatterState, { from, until }: ReturnType<typeof spanOf>): boolean {
  const { phase, stage, joined, exclusion, answer, callback, originators, entered } = state;
  if (phase !== 'closed' || joined || exclusion?.agreed || !answer || callback || !originators.length) return false;
  const struck = entered[stage];
  return struck !== undefined && struck >= from.toISOString() && struck < until.toISOString();
}
