import { bringEntry } from '../../../intake/index.ts';
import { addWorkdays, dayOf, nationalCalendar, uuidv7, type Day, type Uuid } from '../../../kernel/index.ts';
import { act, findItems } from '../../../matters/index.ts';
import { keepFile, type FileStore } from '../../../platform/files/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import { transact, type Pool } from '../../../platform/postgres/index.ts';
import { workdayBefore, workHour } from '../calendar.ts';
import type { DemoPeople } from '../people.ts';
import { CATALOGUE, EARLIER, FIRST_LIST, LATER, SECOND_LIST, SHARED_BY, type DemoItem } from './lists.ts';

type Stage = { pool: Pool; files: FileStore; people: DemoPeople };
const list = { mechanism: 'replication', catalogue: CATALOGUE };
/** Working days back to the first edition, and on to the day by which it is to be done. */
const [SINCE, AHEAD] = [40, 30];
/** Where the parts stand, in turn: what does not apply, what waits for the office, what is under way; the others are struck off. */
const TURNS = 23;
const EXEMPT: ReadonlySet<number> = new Set([3, 14]);
const GOING: ReadonlySet<number> = new Set([1, 5, 8, 11, 17, 20]);
/** Of those under way: what the office finds on its desk. */
const [ANSWERED, CLAIMED] = [
  [4, 2],
  [6, 16],
] as const;

/**
 * Plays the copying of practice from a free-trade zone: the province's first list, divided among eighteen units and partly struck off; the
 * second, which says more of one item, has one no more and one more.
 */
export async function copyPractice({ pool, files, people }: Stage, now: Date): Promise<void> {
  const office = people.supervisor;
  const units = SHARED_BY.map((key) => people.units.get(key)!);
  const today = dayOf(now);
  let first: Day = today;
  for (let n = 0; n < SINCE; n++) first = workdayBefore(first);
  const yesterday = workdayBefore(today);
  const due = addWorkdays(nationalCalendar, today, AHEAD);
  const bring = (entry: DemoItem, edition: string, drop: boolean, at: Date) =>
    bringEntry(pool, office, { ...list, id: uuidv7(at), edition, drop, ...entry, due, units: drop ? [] : units }, at);
  for (const [i, entry] of FIRST_LIST.entries()) await bring(entry, EARLIER, false, workHour(first, 0, 9, i));
  const bytes = Buffer.from('\uFEFF佐证材料（样张）\n\n（演示数据，单位、数字均为虚构）\n');
  const papers: Uuid[] = [];
  for (const key of SHARED_BY) {
    const kept = { name: '佐证材料.txt', bytes };
    papers.push((await keepFile({ pool, files }, people.handlers.get(key)!, kept, workHour(first, 0, 9))).id);
  }
  const items = await transact(pool, office, (tx) => findItems(tx, office.city, list.mechanism, list.catalogue));
  const parts = items.flatMap(({ state, parts: below }) =>
    below.map((part) => ({ ...part, of: state.catalogued!.item })),
  );
  // Each unit works through its own, beside the others, as in the city.
  await Promise.all(
    units.map(async (unit, u) => {
      const scene = { pool, office, unit: people.handlers.get(SHARED_BY[u]!)!, file: papers[u]!, first };
      for (const { id, lead, of } of parts)
        if (lead === unit)
          await play(
            scene,
            id,
            FIRST_LIST.findIndex(({ item }) => item === of),
            u,
          );
    }),
  );
  for (const [i, entry] of SECOND_LIST.entries()) await bring(entry, LATER, false, workHour(yesterday, 0, 16, i));
  const gone = FIRST_LIST.filter(({ item }) => !SECOND_LIST.some((one) => one.item === item));
  for (const entry of gone) await bring(entry, LATER, true, workHour(yesterday, 0, 16, 30));
}

type Scene = { pool: Pool; office: Caller; unit: Caller; file: Uuid; first: Day };

/** What has come of the part of a unit (the u-th) in an item (the i-th). */
async function play({ pool, office, unit, file, first }: Scene, part: Uuid, i: number, u: number): Promise<void> {
  const does = (
    who: Caller,
    kind: Parameters<typeof act>[3]['kind'],
    given: Record<string, unknown>,
    on: number,
    hour: number,
  ) => {
    const at = workHour(first, on, hour, (i * 18 + u * 3) % 60);
    return act(pool, who, part, { id: uuidv7(at), kind, given }, at);
  };
  const turn = (i * 7 + u * 5) % TURNS;
  const met = 4 + ((i * 3 + u * 2) % 20);
  if (EXEMPT.has(turn)) {
    await does(unit, 'waive', { reason: '本单位没有这项职能，也没有对应的办理事项' }, 1, 10);
    return void (await does(office, 'exempt', { note: '已与编办核对职责清单' }, 3, 15));
  }
  await does(unit, 'accept', {}, 0, 15);
  if (i === CLAIMED[0] && u === CLAIMED[1])
    return void (await does(unit, 'waive', { reason: '县里没有设立对应的金融机构' }, SINCE - 2, 10));
  const answer = () => does(unit, 'answer', { result: '已按要求复制推广，附佐证材料', files: [file] }, met, 10);
  if (i === ANSWERED[0] && u === ANSWERED[1])
    return void (await does(unit, 'answer', { result: '填报已与登记同步，附截图', files: [file] }, SINCE - 2, 11));
  if (GOING.has(turn)) return void (await does(unit, 'report', { text: '正在与有关单位对接', percent: 40 }, met, 16));
  await answer();
  await does(office, 'close', {}, met + 2, 15);
  if (turn % 4 === 0) await does(unit, 'gain', { text: '办理时间由 5 个工作日压到 1 个工作日' }, met + 9, 16);
}
