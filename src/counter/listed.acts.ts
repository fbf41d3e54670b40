import { findUnits, originatorCaller } from '../directory/index.ts';
import { addDays, dayOf, startOfDay, uuidv7, type Day } from '../kernel/index.ts';
import { calendarOf, findDelisted, findListed, leftOnList, type Listing, type ListingAfter } from '../matters/index.ts';
import { transact, type Pool } from '../platform/postgres/index.ts';
import type { ListedPage } from './contract.ts';

const PAGE = 50;
/** For so long it is shown what came of it. */
const SHOWN_DAYS = 90;

type Asked = { part: 'standing' | 'done'; after?: string | undefined };

/**
 * One page of the public list, for whoever looks. It is read as nobody, under the policies: a matter itself could not be read by
 * the same transaction.
 */
export async function listedIn(pool: Pool, city: number, { part, after }: Asked, now: Date): Promise<ListedPage> {
  const nobody = originatorCaller(city, uuidv7(now), '');
  return transact(pool, nobody, async (tx) => {
    const since = startOfDay(addDays(dayOf(now), -SHOWN_DAYS));
    const from = keyOf(after);
    const found =
      part === 'standing' ? await findListed(tx, city, from, PAGE) : await findDelisted(tx, city, since, from, PAGE);
    const units = await findUnits(tx, city);
    const calendar = await calendarOf(tx, city, now);
    const last = found.at(-1);
    return {
      rows: found.map((row) => ({
        number: row.number,
        title: row.title,
        lead: row.lead && (units.get(row.lead)?.name ?? null),
        until: row.until,
        kept: keptBy(row, row.until),
        workdaysLeft: row.delistedAt ? null : leftOnList(row.until, row.pausedOn, now, calendar),
        paused: row.pausedOn !== null,
        promise:
          row.promisedBy === null ? null : { text: row.promise, by: row.promisedBy, kept: keptBy(row, row.promisedBy) },
        since: dayOf(row.at),
        doneOn: row.delistedAt && dayOf(row.delistedAt),
        result: row.result,
      })),
      next: last && found.length === PAGE ? `${last.key} ${last.number}` : null,
    };
  });
}

/** Whether what was found to be done had been answered by that day; null while it stands, or where that was not kept. */
const keptBy = ({ answeredOn }: Listing, day: Day): boolean | null => (answeredOn === null ? null : answeredOn <= day);

/** The key that a page gave; one that is none begins anew, as whoever writes one means to see the list. */
function keyOf(text: string | undefined): ListingAfter | null {
  const [, key, number] = /^(\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?) (.+)$/u.exec(text ?? '') ?? [];
  return key && number && Number.isFinite(Date.parse(key)) ? { key, number } : null;
}
