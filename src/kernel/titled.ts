// People who are called by their family and how one speaks to them: 陈师傅, 李建国同志, Mr. John Smith.
import { longName, looksLikeName, ofTrade } from './name-shapes.ts';
import { FAMILY_NAME } from './name-signs.ts';

const TITLE = String.raw`(?:先生|女士|小姐|同志|师傅|老师|老板|经理|副?主任(?!科员)|厂长|店长|董事长|总经理|会计|医生|大夫|律师|护士|阿姨|大[爷妈姐哥叔嫂]|总(?!\p{Script=Han}))`;
const SPOKEN_TO =
  /先生|女士|小姐|同志|师傅|老师|老板|经理|主任|[厂店事]长|会计|医生|大夫|律师|护士|阿姨|大[爷妈姐哥叔嫂]|总/u;

/** A family alone goes with how one speaks to it: the one says nothing without the other. A noodle is nobody. */
const ALONE = new RegExp(`(?!康师傅)(?:${FAMILY_NAME})${TITLE}`, 'gu');
const WHOLE = new RegExp(`(?:${FAMILY_NAME})\\p{Script=Han}{1,2}?(?=${TITLE})`, 'gu');

const BEGINS = /(?:^|[\s,，。;；、:!！?？“”"（）()—-])$/u;
/** With what a sentence goes on to somebody. */
const TO = /(?:[的向由找与和把被给跟让请叫问是经及于]|联系)$/u;
/** Families that are words before a title as well, behind such: 由于老师, 任何老师, 双方经理, 感谢老师. */
const AS_WORDS = /^[方于曾常何任易谢钱许]/u;
/** Families that end no word: these are found wherever they stand, 物业李经理, 保安王师傅. */
const PLAIN = /^[王李张刘陈杨赵吴徐郭罗郑冯萧曹袁邓沈彭吕蒋魏薛阎潘谭邹熊郝崔邱邵孟侯尹龚闫肖姚]/u;
/** But in these: 一张, 国王, 银行李经理 is one all the same. */
const IN_A_WORD = /[一两几紧国霸]$/u;
/** What stands between a name and a title and belongs to neither. */
const NO_LAST = /[和与及是副等]$/u;

const isCalled = (found: string, before: string): boolean =>
  BEGINS.test(before) || (TO.test(before) && !AS_WORDS.test(found)) || (PLAIN.test(found) && !IN_A_WORD.test(before));

const isWhole = (found: string, before: string): boolean =>
  !NO_LAST.test(found) &&
  (((BEGINS.test(before) || TO.test(before)) && ofTrade(found)) ||
    (found.length > 2 ? longName(found) : PLAIN.test(found) && !IN_A_WORD.test(before) && looksLikeName(found)));

const LATIN =
  /(?<![A-Za-z])(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?|[Mm]y name is)\s{1,2}([A-Z][A-Za-z'’-]+(?:\s[A-Z][A-Za-z'’-]+){0,3})/dgu;

/** Whom a text of which full-width signs were made half-width calls by a name with a title: a whole name without, a family with it. */
export function findTitled(text: string): (readonly [start: number, end: number])[] {
  const places: (readonly [number, number])[] = [...text.matchAll(LATIN)].map((match) => match.indices![1]!);
  if (!SPOKEN_TO.test(text)) return places;
  for (const [pattern, holds] of [
    [ALONE, isCalled],
    [WHOLE, isWhole],
  ] as const) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const { index, 0: found } = match;
      if (holds(found, text.slice(Math.max(0, index - 2), index))) places.push([index, index + found.length]);
      else pattern.lastIndex = index + 1;
    }
  }
  return places;
}

const BEHIND = new RegExp(`^${TITLE}`, 'u');
/** How somebody is spoken of right behind their name, which goes with it where a text is pointed at: 李建国同志. */
export const titleBehind = (text: string, end: number): string => BEHIND.exec(text.slice(end, end + 4))?.[0] ?? '';
