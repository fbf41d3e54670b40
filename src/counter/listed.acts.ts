import { findUnits, originatorCaller } from '../directory/index.ts';
import { addDays, dayOf, startOfDay, uuidv7 } from '../kernel/index.ts';
import { calendarOf, daysTo, findDelisted, findListed, type ListingAfter } from '../matters/index.ts';
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
      rows: found.map(({ number, title, lead, until, at, delistedAt, result }) => ({
        number,
        title,
        lead: lead && (units.get(lead)?.name ?? null),
        until,
        workdaysLeft: delistedAt ? null : daysTo(until, now, calendar),
        since: dayOf(at),
        doneOn: delistedAt && dayOf(delistedAt),
        result,
      })),
      next: last && found.length === PAGE ? `${last.key} ${last.number}` : null,
    };
  });
}

/** The key that a page gave; one that is none begins anew, as whoever writes one means to see the list. */
function keyOf(text: string | undefined): ListingAfter | null {
  const [, key, number] = /^(\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?) (.+)$/u.exec(text ?? '') ?? [];
  return key && number && Number.isFinite(Date.parse(key)) ? { key, number } : null;
}
