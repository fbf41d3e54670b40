// Where somebody lives, to the door, in Chinese prose. The road, the number in it and the estate stay: whoever is to mend something there has to
// find it, and none of them tells of one household. From the building on it does.

const N = '[A-Za-z\\d一二三四五六七八九十]{1,4}';
const BUILDING = `(?:${N}(?:号楼|#楼?|栋|幢|座))`;
const FLOOR = `(?:第?${N}[层楼])`;
/** What makes figures behind a building a count or a measure, and no door. */
const NO_DOOR = '(?![\\d.%~-]|户型|多?户|个|人|平|米|[mM㎡]|元|年|月|日|万|套|间|辆)';
const DOOR = `(?:\\d{3,4}(?:室|号?房|户(?![型主数]))?${NO_DOOR}|[东西中南北]户)`;

const PATTERNS = [
  // 3号楼2单元501, 2单元五楼东户: who counts entrances lives there.
  `${BUILDING}?\\s?${N}单元\\s?${FLOOR}?\\s?${DOOR}`,
  // 3号楼501室, 12号五楼502房.
  `(?:${BUILDING}|\\d{1,4}号)\\s?${FLOOR}?\\s?\\d{3,4}(?:室|号?房(?![产价型源地]))`,
  // 14栋201, where it ends so or its people are named.
  `(?:\\d{1,3}|[A-Za-z]\\d?)(?:号楼|栋|幢)\\d{3,4}(?=[,，。;；、)）\\s]|$|的?(?:业主|住户|租户|居民))`,
  // 住锦绣小区3-2-501.
  '(?<=住|地址|小区|社区|[苑园府庭]|公寓|业主)[是为:]?\\s?\\d{1,2}-\\d{1,2}-\\d{3,4}(?![\\d-])',
].map((pattern) => new RegExp(`(?<![A-Za-z\\d-])${pattern}`, 'gu'));
const WHERE = /单元|[室房栋幢]|号楼|-\d{3,4}/u;

/** Behind these a building is where people work or buy, and has to be found by everybody. */
const PUBLIC =
  /大厦|写字楼|大楼|中心|办公|政府|委员会|医院|学校|大学|学院|小学|中学|公司|集团|商[场城务贸]|市场|市民之家|园区|产业园|科技园|工业|酒店|宾馆|法院|检察院|[局厅馆厂店站所]|皮具城|教学/gu;
const DWELLING = /住|家|业主|房东|租|户|宿舍|小区|社区|花园|[苑府庭]|公寓|安置/u;
/** What goes on as a place that is open to all. */
const OPEN = /^(?:商铺|门[面店]|店铺|铺|办公|会议|窗口|诊室)/u;

/**
 * Where a text of which full-width signs were made half-width tells the door behind which somebody lives, from the building on. Rooms of
 * offices and firms are none.
 */
export function findHomes(text: string): (readonly [start: number, end: number])[] {
  if (!WHERE.test(text)) return [];
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: found }) => {
      const end = index + found.length;
      if (OPEN.test(text.slice(end, end + 4))) return [];
      if (!found.includes('单元') && isPublic(text.slice(Math.max(0, index - 20), index))) return [];
      const start = index + (/^[是为:\s]*/u.exec(found)?.[0].length ?? 0);
      return [[start, end] as const];
    }),
  );
}

/** Whether the last that is said before a room is whose work is done there, and not who lives there. */
function isPublic(before: string): boolean {
  const said = before.split(/[。;；!！?？]/u).at(-1)!;
  const last = [...said.matchAll(PUBLIC)].at(-1);
  return last !== undefined && !DWELLING.test(said.slice(last.index + last[0].length));
}
