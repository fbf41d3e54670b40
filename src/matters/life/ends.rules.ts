import { closeOfBusiness, lastInstant, type Day } from '../../kernel/index.ts';

/** The last day of something, and whether all of it counts. */
export type LastDay = { readonly due: Day; readonly wholeDay?: boolean | undefined };

/** The instant up to which what falls due on a day is in time: close of business, or the last millisecond before midnight where the whole day counts. */
export const runsOut = ({ due, wholeDay }: LastDay): Date => (wholeDay ? lastInstant(due) : closeOfBusiness(due));

/** Whether a deadline was kept at an instant. */
export const inTime = (last: LastDay, at: Date): boolean => at <= runsOut(last);

/** The hour by which something is due on its last day, as a reader is told it. */
export const hourOf = ({ wholeDay }: Pick<LastDay, 'wholeDay'>): string => (wholeDay ? '24:00' : '18:00');
