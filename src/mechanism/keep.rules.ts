import type { Mechanism } from './contract.ts';

/** How long what is personal is kept, by the way of a category from the top down; the nearest that is named counts. Null: for good. */
export const keepFor = ({ keep }: Pick<Mechanism, 'keep'>, way: readonly string[]): string | null =>
  keep ? (keep[way.findLast((code) => code !== 'default' && Object.hasOwn(keep, code)) ?? 'default'] ?? null) : null;

/**
 * The moment at which a period such as `5 years` or `18 months` after another is over; of a month too short for the day, its last.
 * The text has passed the schema, so anything else is a fault of ours: throws.
 */
export function keepUntil(from: Date, text: string): Date {
  const match = /^(\d+) (year|month)s?$/u.exec(text);
  if (!match) throw new Error(`not a period: ${text}`);
  const months = Number(match[1]) * (match[2] === 'year' ? 12 : 1);
  const until = new Date(from);
  until.setUTCMonth(until.getUTCMonth() + months);
  if (until.getUTCDate() !== from.getUTCDate()) until.setUTCDate(0);
  return until;
}
