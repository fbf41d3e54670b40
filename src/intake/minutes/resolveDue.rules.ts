import { addDays, addWorkdays, isWorkday, monthEnd, weekday, type Calendar, type Day } from '../../kernel/index.ts';
import { fromChinese, numberOf } from './numerals.rules.ts';
import { CN } from './timeWords.rules.ts';
import type { ReadDue } from './contract.ts';

/**
 * What time expressions are resolved against: the day of the meeting (or of the document), the year that a bare 年底 or
 * 6月底 belongs to (a plan printed in December is for the year after), and the working calendar. Without a day only
 * expressions with a year of their own get a date.
 */
export type TimeFrame = {
  readonly day: Day | null;
  readonly year: number | null;
  readonly calendar: Calendar;
  /** In minutes 三日内完成 counts from the meeting; in a document it is how long some procedure may take. */
  readonly fromMeeting: boolean;
  /** Whether the words stand beside the units, where even a day long past is meant as a deadline, and is a slip. */
  readonly beside?: boolean;
};

/** A time expression and where it stands in the text it was found in. */
export type FoundDue = ReadDue & { readonly at: number };

/** What a found time expression means: its day where it has one. Null when it is no deadline of any kind. */
export function resolveDue(
  hit: RegExpMatchArray,
  text: string,
  frame: TimeFrame,
  before: readonly FoundDue[],
): ReadDue | null {
  const g = hit.groups!;
  const at = hit.index!;
  const next = text.slice(at + hit[0].length, at + hit[0].length + 6);
  const previous = text.slice(Math.max(0, at - 6), at);
  if (g['start'] !== undefined) return { text: hit[0], date: null, kind: 'start' };
  if (g['recurring'] !== undefined)
    return /^(?:[户人件家项个亩套名万亿一]|均|产|吨|最高|不超过|给予|补|奖|\d+元)/u.test(next)
      ? null
      : { text: hit[0], date: null, kind: 'recurring' };
  if (g['within'] !== undefined) return resolveWithin(g, hit[0], next, frame);
  if (g['season'] !== undefined) return { text: hit[0], date: null, kind: 'deadline' };
  if (g['event'] !== undefined) return { text: hit[0], date: null, kind: 'conditional' };
  if (g['range'] !== undefined) return future({ text: hit[0], date: `${g['last']}-12-31`, kind: 'period' }, frame);
  if (g['plan'] !== undefined)
    return { text: hit[0], date: `${2015 + 5 * '三四五六'.indexOf(g['five']!) + 5}-12-31`, kind: 'period' };
  if (g['month'] !== undefined) return resolveMonth(g, hit[0], next, previous, frame);
  if (g['year'] !== undefined) return resolveYear(g, hit[0], next, previous, frame);
  if (g['feast'] !== undefined) return resolveFeast(hit[0], frame);
  return resolveLoose(hit[0], previous, next, frame, before);
}

/** Only from the publication or the meeting can days be counted; 受理之日起 waits for an event. */
function resolveWithin(
  g: Record<string, string | undefined>,
  text: string,
  next: string,
  frame: TimeFrame,
): ReadDue | null {
  const anchor = g['anchor'];
  const n = numberOf(g['n']!) || fromChinese(g['n']!);
  const ours =
    anchor !== undefined &&
    /^(?:本)?(?:通知|(?:实施)?方案|(?:实施)?意见|办法|措施|规定|细则|决定|计划|要点|文件|纪要|清单|交办|任务)?(?:发布|印发|发文|下发|公布|交办|收到(?:交办|本通知|本纪要)?|会议?|会议结束|会)$/u.test(
      anchor.replace(/^(?:本|此)/u, ''),
    );
  // In minutes every 三日内 counts from the meeting, but for what lasts or happens so long (三日内降雨, 三日内的台账).
  if (
    anchor === undefined &&
    !(frame.fromMeeting && /^(?!的|共|累计|平均|连续|发生|出现|降|未|仍|接到|受理)[\u4e00-\u9fff]/u.test(next)) &&
    !/^(?:完成|报|制定|拿出|提交|整改|办结|落实|解决|形成|出台|建成|开工|反馈|上报|印发|启动|，(?:完成|报|制定))/u.test(
      next,
    )
  )
    return null;
  if (!ours && (anchor !== undefined || !frame.fromMeeting)) return { text, date: null, kind: 'conditional' };
  if (frame.day === null) return { text, date: null, kind: 'deadline' };
  const unit = g['unit']!;
  if (unit === '个工作日') return { text, date: addWorkdays(frame.calendar, frame.day, n), kind: 'deadline' };
  if (unit === '个月') return { text, date: addMonths(frame.day, n), kind: 'deadline' };
  return { text, date: addDays(frame.day, /周|星期/u.test(unit) ? 7 * n : n), kind: 'deadline' };
}

function resolveMonth(
  g: Record<string, string | undefined>,
  text: string,
  next: string,
  previous: string,
  frame: TimeFrame,
): ReadDue | null {
  const year = yearOf(g['my'], frame);
  const part = g['part'];
  const plain = g['mb'] === undefined && g['d'] === undefined && part === undefined;
  // 最迟应在6月征期内: by when, whatever follows.
  const latest = /最[迟晚](?:应)?(?:分别)?[于在]?$/u.test(previous);
  if (
    plain &&
    !latest &&
    !text.endsWith('份') &&
    (!/^(?:[，,。；完前底]|要|组织|开展|举办|召开|启动|建成|开工|$)/u.test(next) || /[比较同每]$/u.test(previous))
  )
    return null;
  // 已缴险种5月份不再办理: a month in the middle of a statement.
  if (plain && text.endsWith('份') && /[^，。；、：:在于年（“\n]$/u.test(previous)) return null;
  // 6月印发的通知 tells when; 6月底前印发 is a task's end.
  const by = g['mb'] !== undefined || part !== undefined;
  if (/^(?:以来|出生|龄|起|已|应[缴交付])/u.test(next) || (!by && /^(?:印发|发布|修订)/u.test(next))) return null;
  if (year === null) return { text, date: null, kind: 'deadline' };
  const month = numberOf(g['m']!);
  // 2月30日, 13月5日: printed by mistake, and nobody but its author knows which day was meant.
  if (month > 12) return g['my'] === undefined && g['d'] === undefined ? null : { text, date: null, kind: 'deadline' };
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const day =
    g['d'] !== undefined
      ? numberOf(g['d']!)
      : part === '上旬' || part === '初'
        ? 10
        : part === '中旬' || part === '中'
          ? 20
          : 31;
  const end = monthEnd(first);
  if (g['d'] !== undefined && (day < 1 || day > Number(end.slice(8)))) return { text, date: null, kind: 'deadline' };
  let date = `${first.slice(0, 8)}${String(Math.min(day, Number(end.slice(8)))).padStart(2, '0')}`;
  // 1月底前, said in December: next year's.
  if (g['my'] === undefined && frame.day !== null && date < addDays(frame.day, -60))
    date = `${year + 1}${date.slice(4)}`;
  return future({ text, date, kind: 'deadline' }, frame);
}

const NO_YEAR =
  /^(?:以来|起|前后|版|级|届|来|以前|同期|水平|标准|基数|基础|为基|的?统计|末?数据|印发|发布|修订|出台|后|财政|预算|工作总结|—|第)/u;

const DONE = /^(?:要|再|力争|计划|争取|全部|底)?(?:完成|建成|新[建增]|实现|开工|投[用产运]|改造)/u;

function resolveYear(
  g: Record<string, string | undefined>,
  text: string,
  next: string,
  previous: string,
  frame: TimeFrame,
): ReadDue | null {
  const year = yearOf(`${g['y']!}年`, frame);
  const part = g['yp'];
  // 今年 alone is when, not by when, unless something is to be finished.
  if (part === undefined && g['to'] === undefined && !/20\d\d/u.test(text) && !DONE.test(next)) return null;
  if (year === null) return { text, date: null, kind: 'year' };
  if (
    part === undefined &&
    g['yb'] === undefined &&
    (NO_YEAR.test(next) || /(?:比|较|以|按|在|对|《|超|超过)$/u.test(previous))
  )
    return null;
  if (part !== undefined && /半年|季度/u.test(part))
    return future({ text, date: partOfYear(year, part), kind: 'period' }, frame);
  // 2020年前 names the end of the year before; practice means that year's end, and so do the hand-checked lists.
  return future(
    { text, date: `${year}-12-31`, kind: part === undefined && g['yb'] === undefined ? 'year' : 'deadline' },
    frame,
  );
}

function resolveFeast(text: string, frame: TimeFrame): ReadDue {
  if (frame.day === null || frame.year === null) return { text, date: null, kind: 'deadline' };
  const [month, day] = text.includes('元旦') ? ['01', '01'] : text.includes('五一') ? ['05', '01'] : ['10', '01'];
  const feast = `${frame.year}-${month}-${day}`;
  return {
    text,
    date: addDays(feast > frame.day ? feast : `${frame.year + 1}${feast.slice(4)}`, -1),
    kind: 'deadline',
  };
}

/** 做好二季度谋划, 下半年工作要点: a time that only says which. */
const OF_A_TIME = /^的?(?:谋划|工作|计划|指标|数据|经济|任务|目标|安排|部署|形势|运行|分析|调度|预算|重点|各项|“)/u;

function resolveLoose(
  text: string,
  previous: string,
  next: string,
  frame: TimeFrame,
  before: readonly FoundDue[],
): ReadDue | null {
  if (/(?:半年|季度|全年)$/u.test(text) && OF_A_TIME.test(next)) return null;
  if (/[每近去上往历常满\d一两二三四五六七八九十半几多数]$/u.test(previous) && !/周|天/u.test(text)) return null;
  if (/周|天/u.test(text))
    return frame.day === null ? { text, date: null, kind: 'deadline' } : inWeek(text, frame.day, frame.calendar);
  if (frame.year === null) return { text, date: null, kind: 'deadline' };
  const year =
    before.length > 0 && before.at(-1)!.date !== null && before.at(-1)!.kind !== 'start'
      ? Math.max(frame.year, Number(before.at(-1)!.date!.slice(0, 4)))
      : frame.year;
  if (/月/u.test(text)) {
    if (frame.day === null) return { text, date: null, kind: 'deadline' };
    return {
      text,
      date: monthEnd(/[下次]/u.test(text) ? addDays(monthEnd(frame.day), 1) : frame.day),
      kind: 'deadline',
    };
  }
  if (/[本下]季度/u.test(text)) {
    if (frame.day === null) return { text, date: null, kind: 'deadline' };
    const quarter = Math.ceil(Number(frame.day.slice(5, 7)) / 3) + (text.startsWith('下') ? 1 : 0);
    return {
      text,
      date: quarter > 4 ? `${year + 1}-03-31` : partOfYear(year, `${CN[quarter - 1]}季度`),
      kind: 'period',
    };
  }
  if (/半年|季度/u.test(text)) return future({ text, date: partOfYear(year, text), kind: 'period' }, frame);
  return { text, date: `${year}-12-31`, kind: text === '全年' ? 'period' : 'deadline' };
}

/** 本周五 is the Friday of the meeting's week (Monday to Sunday); 本周内 the last working day of it. */
function inWeek(text: string, day: Day, calendar: Calendar): ReadDue | null {
  if (/天/u.test(text)) return { text, date: addDays(day, text.startsWith('明') ? 1 : 2), kind: 'deadline' };
  if (/周(?:前)?$/u.test(text)) return null;
  const monday = addDays(day, 1 - weekday(day) + (text.startsWith('下') ? 7 : 0));
  const named = '一二三四五六日天'.indexOf(/周([一二三四五六日天])/u.exec(text)?.[1] ?? '?');
  if (named >= 0) return { text, date: addDays(monday, Math.min(named, 6)), kind: 'deadline' };
  let last = addDays(monday, 6);
  while (last > monday && !isWorkday(calendar, last)) last = addDays(last, -1);
  return { text, date: last, kind: 'deadline' };
}

function partOfYear(year: number, part: string): Day {
  if (part.includes('上半年')) return `${year}-06-30`;
  if (part.includes('下半年')) return `${year}-12-31`;
  const quarter = numberOf(/[一二三四1-4]/u.exec(part)?.[0] ?? '四');
  return monthEnd(`${year}-${String(quarter * 3).padStart(2, '0')}-01`);
}

function yearOf(said: string | undefined, frame: TimeFrame): number | null {
  const printed = /20\d\d/u.exec(said ?? '');
  if (printed !== null) return Number(printed[0]);
  if (said === undefined || frame.day === null) return said === undefined ? frame.year : null;
  const year = Number(frame.day.slice(0, 4));
  return /明|次/u.test(said) ? year + 1 : year;
}

function addMonths(day: Day, n: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const first = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const end = monthEnd(first);
  return `${first.slice(0, 8)}${day.slice(8) < end.slice(8) ? day.slice(8) : end.slice(8)}`;
}

/** What lies well before the day of the document is its background, not a deadline; beside the units, one without a day. */
function future(due: ReadDue, frame: TimeFrame): ReadDue | null {
  if (due.date === null || frame.day === null || due.date >= addDays(frame.day, -60)) return due;
  return frame.beside ? { ...due, date: null } : null;
}
