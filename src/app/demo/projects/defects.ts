import { addDays, dayOf, uuidv7, type Day, type Uuid } from '../../../kernel/index.ts';
import { act, viewMatter } from '../../../matters/index.ts';
import { transact, type Pool } from '../../../platform/postgres/index.ts';
import { firstDue, workdayBefore, workHour } from '../calendar.ts';
import type { DemoPeople } from '../people.ts';

type Stage = { readonly pool: Pool; readonly people: DemoPeople; readonly photo: Uuid };

/** What becomes of a problem: struck off, in time or late; mended and not looked at again; sent back; being mended, in time or overdue; new. */
type Course = 'closed' | 'closed-late' | 'mended' | 'returned' | 'working' | 'overdue' | 'new';

/** What the last inspections found, by the place of the site in the list. */
const FOUND: readonly (readonly [site: number, text: string, course: Course])[] = [
  [0, '东门入口坐凳安装不平，螺栓外露', 'closed'],
  [0, '北侧草坪有积水，排水口标高偏高', 'working'],
  [2, '乔木支撑松动 14 株', 'closed'],
  [5, '树池透水砖有空鼓，约 30 平方米', 'closed-late'],
  [7, '围挡缺失 12 米，行人可以直接进入', 'new'],
  [12, '雨水篦子被土掩埋 3 处', 'mended'],
  [16, '行道树离燃气管线不足 1.5 米，2 株要移位', 'overdue'],
  [21, '苗木土球散坨 9 株，要退场更换', 'overdue'],
  [24, '夜间照明电缆埋深不够', 'returned'],
  [30, '绿道沥青面层局部开裂 4 处', 'closed'],
  [33, '桥头护栏没有做防撞端头', 'working'],
  [39, '种植槽滴灌管接头漏水', 'mended'],
  [46, '护坡脚冲刷，裸土约 60 平方米', 'overdue'],
  [55, '小区出入口土方没有覆盖', 'closed'],
];

/** Working days before today on which they were found; those that are new, the one before. */
const AGO = 3;

/** Problems that inspectors found on the sites: each stands below its project, given to whoever builds there, with a day of its own. */
export async function findWanting(stage: Stage, projects: readonly Uuid[], now: Date): Promise<void> {
  const back = (n: number): Day => {
    let day = firstDue(now);
    for (let i = 0; i < n; i++) day = workdayBefore(day);
    return day;
  };
  for (const [i, [site, text, course]] of FOUND.entries()) {
    const found = workHour(back(course === 'new' ? 1 : AGO), 0, 9, 5 + i * 3);
    await findOne(stage, projects[site]!, { text, course, found }, (n) => back(n), now);
  }
}

type Found = { readonly text: string; readonly course: Course; readonly found: Date };

async function findOne(
  { pool, people, photo }: Stage,
  project: Uuid,
  { text, course, found }: Found,
  back: (workdays: number) => Day,
  now: Date,
): Promise<void> {
  const { supervisor } = people;
  const view = () => transact(pool, supervisor, (tx) => viewMatter(tx, supervisor, project, now));
  const { row } = await view();
  const lead = row.lead!;
  const key = [...people.units].find(([, unit]) => unit === lead)![0];
  const builder = people.handlers.get(key)!;
  // What is overdue was to be mended the day after; what is not yet, next week.
  const late = course === 'overdue' || course === 'closed-late';
  const due = late ? back(AGO - 1) : addDays(firstDue(now), 4);
  await act(
    pool,
    supervisor,
    project,
    { id: uuidv7(found), kind: 'divide', given: { text, lead, due, mechanism: 'defect' } },
    found,
  );
  const defect = (await view()).below.rows.find((one) => one.row.text === text)!.row.id;
  const does = async (who: typeof builder, kind: 'accept' | 'answer' | 'return' | 'close', given: object, at: Date) => {
    if (at <= now) await act(pool, who, defect, { id: uuidv7(at), kind, given: { ...given } }, at);
  };
  if (course === 'new') return;
  await does(builder, 'accept', {}, workHour(dayOf(found), 0, 14, found.getUTCMinutes()));
  if (course === 'working' || course === 'overdue') return;
  const mended = back(course === 'closed-late' ? 1 : AGO - 1);
  await does(
    builder,
    'answer',
    { result: `已整改：${text}，附整改后照片`, files: [photo] },
    workHour(mended, 0, 11, 20),
  );
  if (course === 'returned')
    await does(supervisor, 'return', { reason: '复查时仍有两处没有改到位' }, workHour(mended, 0, 15, 40));
  if (course === 'closed' || course === 'closed-late') await does(supervisor, 'close', {}, workHour(mended, 0, 16, 30));
}
