import { addDays, weekday, type Day } from '../../kernel/index.ts';

/** The Monday of the week that a day is in. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));
