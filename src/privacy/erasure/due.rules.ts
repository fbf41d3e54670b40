import { keepFor, keepUntil, type Mechanism } from '../../mechanism/index.ts';

/** A matter of somebody, as far as it decides how long what is personal of them is kept. */
export type Keeping = {
  readonly open: boolean;
  readonly lastAct: Date;
  /** The codes of its category from the top down; empty where it is under none. */
  readonly way: readonly string[];
  readonly mechanism: Pick<Mechanism, 'keep'>;
};

/**
 * When what is personal of somebody who raised these is not needed any more: the last of the days to which one of them keeps it. Null
 * while one is open, where one keeps it for good, and where there is none, as somebody may be about to raise one.
 */
export function dueAt(matters: readonly Keeping[]): Date | null {
  if (matters.length === 0) return null;
  let last = new Date(0);
  for (const { open, lastAct, way, mechanism } of matters) {
    const period = open ? null : keepFor(mechanism, way);
    if (period === null) return null;
    const until = keepUntil(lastAct, period);
    if (until > last) last = until;
  }
  return last;
}

/** So long before its day somebody is listed to be erased, and so long at least before they are. */
export const LISTED_DAYS = 30;
export const NOTICE_DAYS = 7;
const DAY_MS = 86_400_000;

/** From when on somebody who is due then, and was listed then, is erased. */
export const erasesAt = (due: Date, listed: Date): Date =>
  new Date(Math.max(due.getTime(), listed.getTime() + NOTICE_DAYS * DAY_MS));

/** Up to which due day one is listed now. */
export const listedUpTo = (now: Date): Date => new Date(now.getTime() + LISTED_DAYS * DAY_MS);
