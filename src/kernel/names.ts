// People's names in Chinese prose, by their characters (`name-signs.ts`) and by what stands around them. No dictionary: a name is never in one.

import { edgesOf } from './name-edges.ts';
import {
  maybeName,
  isHalfHidden,
  looksLikeName,
  rareName,
  apart,
  rareApart,
  ofTrade,
  maybeHidden,
  hiddenOrName,
  longName,
} from './name-shapes.ts';
import { FAMILY_NAME, RARE_FAMILY, RARE_WORDS } from './name-signs.ts';
import { findTitled } from './titled.ts';

/** What goes on as a place or a firm, though its first characters could be a name. */
const GOES_ON = String.raw`(?![县区市镇乡村路街巷桥园苑城府湾庄河湖山寺港厂店校院站心]|小区|社区|大[厦道]|公[司园馆]|集团|花园|广场|国际|中[心学]|小学|实业|科技|银行|酒店)`;
const NO_SELF = /[人员者户民生家长商工县区市镇乡村省国厂店司院校]$/u;
/** What signs and is no person. */
const NO_SIGNER = /[厂店行会办部司方户村镇组馆园社]$|事长$/u;

const ONE = String.raw`(?:${FAMILY_NAME})\p{Script=Han}{1,2}`;
const BEGINS = String.raw`^|[\s,，。;；、:!！?？“"（(—]`;
const ENDS = String.raw`[\s,，。;；、:!！?？)）(（”"]|$`;
/** What somebody is to a matter, after which their name stands. */
const ROLE =
  '联[系络]人|投诉[人者]|反映[人者]|举报[人者]|报告人|申请人|申诉人|控告人|信访人|上访人|求助[人者]|来电人|来访人|来信人|留言[人者]|诉求人|建议人|当事人|委托人|代理人|经[手办]人|开户人|持卡人|监护人|[领收]款人|[收寄]件人|借款人|担保人|承租人|受害人|签[字名收]人';
/** What somebody is in a house or at work, said of things as well: 业主龙湖城 is no person. */
const TRADE = '业主|户主|店主|房东|职工|员工|工人';
/** What somebody is in an enterprise: a name after it stands for that, and is their own where they say so of themselves. */
const OFFICE = '厂长|经理|老板|负责人|法定代表人|法人代表|法人|董事长|董事|店长|会计|股东|主管|秘书|代表';
/** Who acts for an enterprise or an office. */
const ACTS_FOR = '法定代表人|法人代表|法人|负责人';
/** What many are: after it stands all else that is said of them too. */
const CROWD = '村民|居民|市民|住户|租户|商户|学生|家长|患者|乘客|死者|伤者';
const KIN =
  '(?:邻居|同事|工友|父亲|母亲|爸爸|妈妈|丈夫|妻子|老公|老婆|爱人|儿子|女儿|爷爷|奶奶|外公|外婆|哥哥|弟弟|姐姐|妹妹|岳父|岳母|儿媳|女婿)';
const MOBILE = String.raw`(?:\+?86[ -]?)?1[3-9]\d[ .-]?\d{4}[ .-]?\d{4}(?!\d)`;
const REACHED = String.raw`(?:${MOBILE}|0\d{2,3}[ -]?[2-9]\d{6,7}(?!\d)|[1-8]\d{5}[ -]?(?:19|20)\d{2})`;
const DATE = String.raw`(?:(?:(?:19|20)\d{2}|[12二一][〇零○九\d][一二三四五六七八九〇零○]{2})[年.\/-]\s?[\d一二三四五六七八九十]{1,2}[月.\/-]\s?[\d一二三四五六七八九十]{1,3}[日号]?|\d{1,2}月\d{1,2}[日号])`;

const RARE = String.raw`(?:${RARE_FAMILY})\p{Script=Han}{1,2}`;
/** Its characters apart, as forms have them: 李 明, 张 三 丰. */
const GAPS = String.raw` {1,3}\p{Script=Han}(?: {0,3}\p{Script=Han})?`;
const APART = `(?:${FAMILY_NAME})${GAPS}`;
/** Where it is said that a name follows. */
const SAID = String.raw`(?:我叫|本人叫|(?:我|本人)名叫|姓(?:${FAMILY_NAME}),?名?叫|我是业主|(?:本人|我的|我)姓名|姓名|名字叫?|${ROLE}|请?联系|签[字名]|署名|落款|户名)(?:\s{0,2}[是为:]\s{0,2}|(?<=叫|业主|联系|[人者]|姓名|户名)\s{0,2})`;
/** How a sentence goes on behind a name that was said. */
const AFTER_NAME = String.raw`(?=[\s,，。;；、:.!！?？)）(（\d]|$|电话|手机|身份证|联系|先生|女士|同志|[男女]|今年|现年|住|家住|系|于|是|反映|投诉|举报|求助|咨询|来电|来访|称|说|表示|认为)`;

type NameFinder = {
  readonly pattern: RegExp;
  readonly holds: (found: string) => boolean;
  /** Looked for only in a text that has this. */
  readonly where?: RegExp;
};
const named = (pattern: string, holds: NameFinder['holds'], where?: RegExp): NameFinder => ({
  pattern: new RegExp(pattern, 'dgu'),
  holds,
  ...(where && { where }),
});

/** Under what was written. */
const LAST_LINE = /\n|此致|敬礼|谢|盼复|敬启/u;

/** Ways in which a name stands in a text, the surest first. */
const FINDERS: readonly NameFinder[] = [
  // It is said that it is one: 姓名：…, 联系人…, 我叫….
  named(`${SAID}(${ONE}?)${AFTER_NAME}`, maybeHidden),
  named(`${SAID}(${RARE}?)${AFTER_NAME}`, rareName),
  named(`${SAID}(${APART})${AFTER_NAME}`, apart),
  named(`${SAID}((?:${RARE_FAMILY})${GAPS})${AFTER_NAME}`, rareApart),
  named(String.raw`(?:${TRADE})\s{0,2}[是为:]\s{0,2}(${ONE}?)${AFTER_NAME}`, maybeHidden),
  named(`(?:${TRADE})(${ONE}?)${AFTER_NAME}`, ofTrade),
  named(String.raw`(?:${ACTS_FOR})\s{0,2}[是为:]\s{0,2}(${ONE}?)${AFTER_NAME}`, maybeHidden, /法人|代表|负责人/u),
  named(String.raw`(?:${ACTS_FOR})\s{0,2}[是为:]\s{0,2}(${RARE}?)${AFTER_NAME}`, rareName, /法人|代表|负责人/u),
  named(`(?:${ACTS_FOR})\\s?(${ONE}?)${AFTER_NAME}`, ofTrade, /法人|代表|负责人/u),
  named(
    String.raw`(?<=${BEGINS})(?:我|本人)(?:是|系)?(${RARE}?)(?=[\s,，]{0,2}(?:电话|手机|身份证|[男女][,，。]|${MOBILE}))`,
    rareName,
    /本人|我/u,
  ),
  named(String.raw`(?:${CROWD})\s{0,2}[是为:]\s{0,2}(${ONE}?)(?=${ENDS})`, maybeHidden),
  // Whoever says who they are, and nothing besides.
  named(
    String.raw`(?<=${BEGINS})(?:我|本人)(?:是|系)(${ONE}?)(?=[\s,，。;；、:.!！)）(（]|$|电话|手机|身份证|[男女][,，。]|今年|现年)`,
    (found) => maybeHidden(found) && (!NO_SELF.test(found) || longName(found)),
  ),
  named(
    String.raw`(?<=${BEGINS})(?:我|本人)(?:是|系|为)\p{Script=Han}{0,16}?(?:${OFFICE}|(?:公司|集团|企业|商行|合作社|厂|店)的)(${ONE}?)${AFTER_NAME}`,
    hiddenOrName,
    /本人|我/u,
  ),
  named(
    String.raw`(?<=${BEGINS})(?:本人|我(?![方于曾常何任易]))(${ONE}?)(?=${ENDS}|电话|手机|身份证|[男女][,，。]|今年|现年|家?住)`,
    (found) => hiddenOrName(found),
    /本人|我/u,
  ),
  // Whom a clerk has on the telephone or before them, said first: 王建国来电，….
  named(
    String.raw`(?<=(?:^|\n)\s{0,4}(?:接到?|据|经)?)(${ONE}?)(?:先生|女士|同志)?(?=来[电访信函]|致电|打来电话|电话反映)`,
    hiddenOrName,
    /来[电访信函]|电话|致电/u,
  ),
  // Whoever signs, stamps or collects something: a name before that, where one begins.
  named(
    String.raw`(?<=^|[\s,，。;；、:（(“"]|[由经请找让待需有与和及是凭])(${ONE}?)(?:先生|女士|同志)?(?:亲自|本人|代为|共同|当场|已经?|未|先|再)?(?=签[字名收章]|盖[章的]|[按摁]的?[手指]印|捺印|画押|代[签领])`,
    (found) => maybeName(found) && !NO_SIGNER.test(found),
    /签[字名收章]|盖[章的]|印|画押|代[签领]/u,
  ),
  // Before or after how somebody is reached.
  named(
    String.raw`(?<=${BEGINS}|联系|[找给问向是为和由与及]|致电|电话|手机|${ROLE}|${TRADE}|${CROWD}|${KIN})(${ONE}?)(?=(?:先生|女士|同志|师傅|老师)?[\s,:(、]{0,3}(?:的?(?:联系)?(?:电话|手机|方式|身份证)号?码?[\s是为:]{0,3})?${REACHED})`,
    hiddenOrName,
    /\d{7}|\d[ .-]\d{4}/u,
  ),
  named(String.raw`(?<=${MOBILE}\s?[\s,(:、-]?\s?)(${ONE}?)(?=${ENDS}|先生|女士|同志)`, hiddenOrName, /1[3-9]\d/u),
  named(
    `(?<=联系|[找给问是和由与及]|致电|电话|手机|${ROLE}|${TRADE}|${CROWD}|${KIN})((?:${RARE_FAMILY})\\p{Script=Han}{2})(?=[\\s,:(]{0,2}${MOBILE})`,
    (found) => rareName(found) && !RARE_WORDS.has(found.slice(0, 2)),
    /1[3-9]\d/u,
  ),
  // Right before a number, whatever stands before that: three characters, and none of them a word.
  named(`((?:${FAMILY_NAME})\\p{Script=Han}{2})(?=${MOBILE})`, longName, /1[3-9]\d/u),
  // Before what stands in an identity card.
  named(
    String.raw`(?<=${BEGINS}|${ROLE}|${TRADE}|${CROWD}|${KIN})(${ONE}?)\s?[,(、:]\s?[男女](?=[,、。;)\s])`,
    hiddenOrName,
    /[男女]/u,
  ),
  // Somebody's own people, and whoever a sentence goes on with.
  named(
    String.raw`(?:${CROWD}|${KIN})(?:[是为叫:]\s?)?(${ONE}?)(?=${ENDS}|今年|现年|因|反映|投诉|来电)`,
    looksLikeName,
  ),
  named(
    String.raw`(?:我|本人|其|他|她)的?${KIN}(${ONE}?)(?=[在于去到被从也都的和与及已不没有患跟同来说想要办购买])`,
    looksLikeName,
  ),
  named(String.raw`(?:${ROLE}|${TRADE}|${CROWD}|${KIN})((?:${FAMILY_NAME})\p{Script=Han}{2})${GOES_ON}`, longName),
  // Under what was written: alone at the end, above a day, behind a dash.
  named(
    String.raw`(?<=\n[\s—-]{0,40}|(?:此致|敬礼|谢谢|感谢|拜谢|盼复|敬启)[!。,~]{0,3}\s{0,40})(${ONE}?)\s{0,3}(?:敬上|谨上|拜上|敬启|呈|上)?[\s,。]{0,40}(?=(?:${DATE}|〔[^〕]{2,12}〕|\s)*$)`,
    hiddenOrName,
    LAST_LINE,
  ),
  named(
    String.raw`(?<=\n[\s—-]{0,40}|(?:此致|敬礼|谢谢|感谢|拜谢|盼复|敬启)[!。,~]{0,3}\s{0,40})(${APART}|(?:${RARE_FAMILY})\p{Script=Han}{2})\s{0,3}(?:敬上|谨上|拜上|敬启|呈|上)?[\s,。]{0,40}(?=(?:${DATE}|\s)*$)`,
    (found) => (/\s/u.test(found) ? apart(found) : rareName(found) && !RARE_WORDS.has(found.slice(0, 2))),
    LAST_LINE,
  ),
  named(
    String.raw`(?<=[。!?~]\s{0,20})((?:${FAMILY_NAME})\p{Script=Han}{2})\s{0,3}(?:敬上|谨上|拜上|敬启)?[\s,。]{0,20}(?=(?:${DATE}|\s)*$)`,
    longName,
  ),
  named(String.raw`(?<=[。!?~\s]\s{0,20})(${ONE}?)[\s,]{1,20}(?=${DATE}\s*$)`, looksLikeName),
  named(String.raw`(?<=——\s?|--\s?)(${ONE}?)(?=\s*$|\n|[,。])`, looksLikeName, /——|--/u),
];

/** Others in a row with a name that was found: 罗进汉、李桃等三人. */
const NEXT = new RegExp(
  String.raw`(?:、|和|及|与|,)(${ONE}?)(?=[、,。;)(\s的]|等|和|及|与|[一二三四五六七八九两\d]+[人名]|$)`,
  'duy',
);

/** Where it begins and where it ends, as `slice` takes them. */
type Place = readonly [start: number, end: number];

/**
 * The names of people in a text of which full-width signs were made half-width, in no order and perhaps one over another: names that
 * are said to be one, that stand beside a telephone, before 男 or 女, under what was written, or in a row with another; and wherever else
 * in the text a name stands that was found.
 */
export function findNames(text: string): Place[] {
  const places: Place[] = [];
  for (const { pattern, holds, where } of FINDERS) {
    if (where && !where.test(text)) continue;
    for (const match of text.matchAll(pattern)) if (holds(match[1]!)) places.push(match.indices![1]!);
  }
  places.push(...findTitled(text));
  const all = [...places, ...places.flatMap((place) => inARow(text, place))];
  return [...all, ...again(text, all)];
}

function inARow(text: string, [, end]: Place): Place[] {
  NEXT.lastIndex = end;
  const match = NEXT.exec(text);
  if (!match || !looksLikeName(match[1]!)) return [];
  const place = match.indices![1]!;
  return [place, ...inARow(text, place)];
}

/** Whether a name that was found is one wherever it stands: not 张某, and of two characters none that are a word. */
export const standsAlone = (name: string): boolean =>
  !isHalfHidden(name) && (Array.from(name).length > 2 || looksLikeName(name));

/** The same names elsewhere, where they can stand as such. One of two characters only where it is no word. */
function again(text: string, places: readonly Place[]): Place[] {
  const names = new Set(places.map(([start, end]) => text.slice(start, end)));
  return [...names].flatMap((name) => {
    if (!standsAlone(name)) return [];
    if (/[A-Za-z]/u.test(name)) return latinAgain(text, name);
    const signs = Array.from(name.replace(/\s/gu, ''));
    const [before, behind] = edgesOf(signs[0]!, signs.at(-1)!, signs.length);
    return [...text.matchAll(new RegExp(before + name + behind, 'gu'))].map(({ index }): Place => [
      index,
      index + name.length,
    ]);
  });
}

const latinAgain = (text: string, name: string): Place[] =>
  [...text.matchAll(new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`, 'gu'))].map(({ index }) => [
    index,
    index + name.length,
  ]);
