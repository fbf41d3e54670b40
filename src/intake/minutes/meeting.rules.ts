import type { Day } from '../../kernel/index.ts';
import type { ReadMeeting } from './contract.ts';
import { CHINESE_DIGITS, numberOf } from './numerals.rules.ts';
import { splitTop } from './topLevel.rules.ts';

const NUMBERED = new RegExp(
  `(?<name>[^，。；：:、\\s（）()“”]{0,24}?(?:(?<year>20\\d\\d)年(?:度)?)?第(?<n>\\d{1,4}|[${CHINESE_DIGITS}]{1,5})次[^，。；：:\\s（）()“”]{0,30}?(?:会议|例会|交办会|推进会|调度会|座谈会|周交办(?!会)|办公会|联席会|专题会|常务会))(?!议)`,
  'u',
);
const PLAIN =
  /(?:召开|举行)(?:了)?(?<name>[^，。；：“”]{2,36}?(?:会议|例会|推进会|调度会|座谈会|动员会|部署会|联席会|办公会))(?!议)/u;
/** 3月25日，全市防汛工作会议召开。 */
const PLAIN_HELD =
  /(?:日(?:[上下]午)?|[，。])(?<name>[^，。；：“”日]{2,30}?(?:会议|例会|推进会|调度会|座谈会|动员会|部署会|联席会|办公会))(?:在[^，。]{1,12})?(?:召开|举行)(?=[，。])/u;
const DATES = /(?:(?<y>20\d\d)年)?(?<m>\d{1,2})月(?<d>\d{1,2})日/gu;
/** By when something is to be done, 4月30日前 or 完成时限：4月30日, or since when a paper is out, is not when the meeting was held. */
const ANOTHER_AFTER =
  /^(?:[（(][^）)]{0,8}[）)])?(?:\d{1,2}[时点：:]\d{0,2}分?)?(?:(?:之|以)?(?:前|止|内|起)|印发|下发|发布(?!会)|出台|施行)/u;
const ANOTHER_BEFORE = /(?:(?:时限|期限|到期|截止|截至|完成时间|办结时间)[^，。；]{0,8}|[至到])$/u;
const TITLE_END =
  '(?:书记|市长|县长|区长|省长|州长|乡长|镇长|主任|常委|委员|秘书长|局长|厅长|处长|科长|部长|主席|院长|检察长|政委|政治委员|司令员|会长|组长|专员|总经理|董事长|经理|馆长|校长|调研员|负责人|负责同志|代表|同志|领导|成员|巡视员|队长|总工程师|秘书)';
const PERSON = new RegExp(`^(?<post>.*${TITLE_END})?(?<name>[\\u4e00-\\u9fff·]{2,4})$`, 'u');
const ATTEND =
  /^(?<who>[^。]{2,400}?)(?:等)?(?:同志)?(?:出席|参加|列席|参会|主持)(?:了|召开)?(?:会议|活动)?(?:并(?:作)?讲话)?$/u;
/** …、丙出席，丁列席: each group may have its verb. */
const PRESENT = /(?:等)?(?:同志)?(?:出席|参加|列席|参会|主持)(?:了|召开)?(?:会议|活动)?(?:并(?:作)?讲话)?$/u;
const LABELLED = /^(?:出席|参加|参会|与会|主持|列席)(?:人员|人|领导|同志|单位|会议人员)?[：:](?<who>.+)$/u;

/** The head of a text, in which the meeting is named: further down other meetings are quoted. */
const HEAD = 1500;

/**
 * The meeting that a text is about, or null. The number is that of 第N次; the year is the one printed with it, otherwise the
 * given one; the date is the first one before or around the name. `titled` is the headline. In `news` any meeting that is
 * held counts; a document quotes others (已经…第三次会议审议通过), so that its own must be numbered, or be in its headline.
 */
export function readMeeting(text: string, titled: string, day: Day | null, news: boolean): ReadMeeting | null {
  const head = text.slice(0, HEAD).replaceAll('\n', '。');
  const tight = head.replace(/\s+/gu, '');
  const headline = titled.replace(/\s+/gu, '');
  const minutes = /纪要|会议|交办/u.test(headline);
  const numbered = fuller(NUMBERED.exec(headline), numberedIn(tight));
  const plain = numbered === null && (news || minutes) ? (PLAIN.exec(tight) ?? PLAIN_HELD.exec(tight)) : null;
  if (numbered === null && plain === null && !/纪要/u.test(headline)) return null;
  const serial = numbered === null ? SERIAL.exec(tight) : null;
  const year = numbered?.groups!['year'] ?? serial?.groups!['year'];
  const number = numbered?.groups!['n'] ?? serial?.groups!['n'];
  // 3月13日 in a report of the meeting 2023年第10次: the number carries the year.
  const date = dateOf(tight, day ?? (year === undefined ? null : `${year}-12-31`));
  const name = (numbered ?? plain)?.groups!['name'] ?? titled.replace(/(?:会议)?纪要$/u, '会议');
  return {
    name: name
      .replace(CONVENED, '')
      .replace(/(?<=政府|[市县区委])召开(?=20\d\d年|第)/u, '')
      .replace(/^(?:召开|举行|于|在|今天|近日|上午|下午|日)+/u, '')
      .replace(/周交办$/u, '周交办会议'),
    number: number === undefined ? null : numberOf(number),
    year: year !== undefined ? Number(year) : date === null ? null : Number(date.slice(0, 4)),
    date,
    attendees: readAttendees(head),
  };
}

/** 市长安远主持召开市政府第9次例会: who called the meeting is no part of its name. */
const CONVENED = /^[^，。]{0,20}(?:召开|举行)(?!了?(?:20\d\d年|第))了?/u;
/** The number of minutes, where their meeting has none: 会议纪要〔2024〕9号, 会议纪要（2024年第9期）. */
const SERIAL = new RegExp(
  `纪要[^，。〔（]{0,4}。?[〔（(\\[]?(?:(?<year>20\\d\\d)[〕）)\\]年])?第?(?<n>\\d{1,4}|[${CHINESE_DIGITS}]{1,5})[号期](?![楼院令])`,
  'u',
);

/** The headline may leave out what the report's first sentence prints, its year above all: of one number, the fuller. */
const fuller = (headline: RegExpExecArray | null, body: RegExpExecArray | null): RegExpExecArray | null =>
  headline === null ||
  (body?.groups!['year'] !== undefined &&
    headline.groups!['year'] === undefined &&
    numberOf(body.groups['n']!) === numberOf(headline.groups!['n']!))
    ? body
    : headline;

/** A numbered meeting that is held here, not one that is quoted. */
function numberedIn(text: string): RegExpExecArray | null {
  const hit = NUMBERED.exec(text);
  if (hit === null || hit.index > 300) return null;
  const before = text.slice(Math.max(0, hit.index - 8), hit.index);
  const after = text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 16);
  const held =
    /^(?:在[^，。]{1,12})?(?:召开|举行)|^纪要|^。/u.test(after) ||
    /(?:召开|举行)了?$/u.test(before) ||
    /召开|举行/u.test(hit[0]);
  return held ? hit : null;
}

function dateOf(text: string, day: Day | null): Day | null {
  const hit = [...text.matchAll(DATES)].find(
    ({ 0: said, index }) =>
      !ANOTHER_AFTER.test(text.slice(index + said.length, index + said.length + 20)) &&
      !ANOTHER_BEFORE.test(text.slice(Math.max(0, index - 16), index)),
  );
  if (hit === undefined) return null;
  const { y, m, d } = hit.groups!;
  const year = y ?? day?.slice(0, 4);
  if (year === undefined || Number(m) > 12 || Number(d) > 31) return null;
  const date = `${year}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`;
  // 12月28日, printed in January: last year's.
  return y === undefined && day !== null && date > day && Number(m) - Number(day.slice(5, 7)) > 6
    ? `${Number(year) - 1}${date.slice(4)}`
    : date;
}

/** The persons of `…参加` and of 出席： lines, with the post printed before the first of several that share it. */
export function readAttendees(head: string): ReadMeeting['attendees'] {
  const found = new Map<string, string | null>();
  for (const sentence of head.split(/[。\n]/u).slice(0, 40)) {
    const who = attendanceIn(sentence);
    if (who === undefined) continue;
    let post: string | null = null;
    for (const group of splitTop(who, '，,；;')) {
      // 市委常委、副市长张三: what ends in a title without a name belongs to the next.
      let titles: string[] = [];
      for (const part of group.text
        .split(/[、]| +(?=[\u4e00-\u9fff]{2})/u)
        .map((p) => p.replace(/[（(].*$|\s/gu, '').replace(PRESENT, ''))) {
        if (new RegExp(`${TITLE_END}$`, 'u').test(part)) {
          titles.push(part);
          continue;
        }
        const person = PERSON.exec(part);
        if (person === null || /^本报|讯$|召开|举行|[局委办厅部会处院所司镇乡区县市]$/u.test(part)) continue;
        if (person.groups!['post'] !== undefined) post = [...titles, person.groups!['post']].join('、');
        else if (titles.length > 0) post = titles.join('、');
        titles = [];
        const name = person.groups!['name']!;
        if (!found.has(name)) found.set(name, post);
      }
    }
  }
  return [...found].map(([name, post]) => ({ name, post }));
}

/** The part of a sentence that lists who attended (出席：…, …参加), or undefined where it is no such sentence. */
export function attendanceIn(sentence: string): string | undefined {
  const labelled = LABELLED.exec(sentence.trim());
  const said = sentence
    .trim()
    .replace(/\s+/gu, '')
    .replace(/主持(?:了)?(?:会议)?(?=，)/gu, '');
  return labelled?.groups!['who'] ?? ATTEND.exec(said)?.groups!['who'];
}
