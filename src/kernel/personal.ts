// Personal data in Chinese prose, found by shape and check digits. Full-width figures and letters count as the others.

/** What was found: how one is reached, who one is, what one pays with. */
export type PersonalKind = 'phone' | 'id' | 'card' | 'email' | 'account' | 'name';

/** A piece of personal data in a text; `start` and `end` in UTF-16 units, as `slice` takes them. */
export type PersonalPiece = { readonly kind: PersonalKind; readonly start: number; readonly end: number };

const FULL_WIDTH = /[！-～]/gu;
/** The same text, sign by sign, so that places stay what they are. */
const plain = (text: string): string =>
  text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('　', ' ');

/** Not within a longer number, code or path. */
const BEFORE = String.raw`(?<![\dA-Za-z_/=])(?<!\d[.:-])`;
const AFTER = String.raw`(?![\dA-Za-z_])(?!-\d)(?!\.\d)`;
const of = (pattern: string) => new RegExp(BEFORE + pattern + AFTER, 'gu');

/** What makes a number an amount, a measure or a count, whatever its length. */
const MEASURED =
  /^\s*(?:余|多)?(?:万|亿|千|百)?(?:元|美元|块|万|亿|吨|公斤|千克|克|米|公里|亩|平方|立方|度|千瓦|瓦|人次|笔|户|条)/u;
const MOBILE = of(String.raw`(?:(?:\+|00)86[ -]?)?1[3-9]\d[ .-]?\d{4}[ .-]?\d{4}`);
/** A mobile number in words, as who wants to be found by people alone writes it. */
const SPOKEN =
  /(?<![一二三四五六七八九〇零幺两])[一幺][三四五六七八九](?:[〇零一二三四五六七八九幺][ -]?){8}[〇零一二三四五六七八九幺](?![一二三四五六七八九〇零幺十百千万年月])/gu;
const LANDLINE = of(String.raw`(?:\(0\d{2,3}\) ?|0\d{2,3}[ -]?)[2-9]\d{6,7}(?:转\d{1,6})?`);
/** A number without its area code is one only where somebody says so. */
const LOCAL = /(?:电话|座机|手机|号码|联系方式|致电|拨打)(?:号码?)?[是为:]?\s{0,2}([2-9]\d{6,7})(?![\dA-Za-z_.-])/gu;
const IDENTITY = of(String.raw`[1-8]\d{5}[ -]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx]`);
const CARD = of(String.raw`[3-6]\d{3}(?:[ -]?\d{4}){2,3}[ -]?\d{0,4}\d{0,3}`);
const EMAIL =
  /(?<![\w.+-])[\w+-](?:[\w.+-]{0,62}[\w+-])?@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?![\w-])/giu;
const ACCOUNT =
  /(?:QQ|(?:微信|VX|WX|支付宝)(?=号|账号|\s{0,2}[是为:]))(?:号码?|账号)?\s{0,2}[是为:]?\s{0,2}((?!\d{4}-\d)[A-Za-z\d][A-Za-z\d_-]{3,28}[A-Za-z\d])(?![A-Za-z\d_-])/giu;

/** The hundred family names that more than four in five people have, and those of two characters. */
export const FAMILY_NAME =
  '欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|东方|慕容|司徒|令狐|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文闫肖]';
/** Nobody is called these, though they begin as a family name does. */
const NO_NAME =
  /^(?:方面|方便|方式|任何|任务|高度|高速|高中|高校|高层|江苏|江西|江北|江南|金融|金额|万元|万人|常见|常年|常常|石油|石家庄|马上|马路|许多|许可|许昌|史上|文化|文件|文明|易地|段落|汤圆|钱款|田地|田间|夏天|夏季|白天|白色|毛病|秦皇岛|孔雀|雷达|龙头|武汉|武术|程度|程序|谢谢|方[及只是的可有认不没已也将同均]|何时|何况|何处|何人|何以|于是|于今|余额|黄色|黄河|周边|周围|周末|林业|林地|陈述|张贴|[张李王刘谢][家某姓]|高兴|高管|高额|谢绝|许诺|郑重|顾客|顾问|方案|文本|文书|范本|任命|康复|余下|余款|曾[经多在]|陆续|胡乱|董事|常委|常务|杜绝|孙[女子]|周[一二三四五六日内]|于[今昨明当本上下次同月年日近前后]|万[一般户]|白纸|石化|田主|林场|贺卡|武装|雷同|沈阳|郑州|苏州|杨树)|某|(?:先生|女士|同志|主任|老师|师傅|[局科处所站校院队段厂村]长|书记|经理|老板)$/u;
const NAME = new RegExp(
  String.raw`(?:我叫|本人叫|我是业主|(?:本人|我的|我)姓名|姓名|名字叫?|联[系络]人|投诉人|反映人|举报人|申请人|求助人|来电人|当事人|委托人|代理人|经手人|签[字名收]人|[领收]款人|[收寄]件人|借款人|担保人|承租人|受害人|业主|户主|店主|房东|请?联系|职工|员工|工人|签[字名]|署名|户名)(?:\s{0,2}[是为:]\s{0,2}|(?<=叫|[业户店]主|房东|联系|[职员]工|工人|人|姓名)\s{0,2})((?:${FAMILY_NAME})[\p{Script=Han}]{1,2}?)(?=[\s,，。;；、:.!！?？)）(（\d]|$|电话|手机|身份证|联系|先生|女士|同志|[男女]|今年|现年|住|家住|系|于|是|反映|投诉|举报|求助|咨询|来电|来访|称|说|表示|认为)`,
  'gu',
);
/** Whoever says who they are, and nothing besides. */
const SELF = new RegExp(
  String.raw`(?<=^|[\s,，。;；、:！!“"（(])(?:我|本人)(?:是|系)((?:${FAMILY_NAME})\p{Script=Han}{1,2}?)(?=[\s,，。;；、:.!！)）(（]|$|电话|手机|身份证|[男女][,，。]|今年|现年)`,
  'gu',
);
const NO_SELF = /[人员者户民生家长商工县区市镇乡村省国厂店司院校]$/u;
/** What signs and is no person. */
const NO_SIGNER = /[厂店行会办部司方户村镇组馆园社]$|事长$/u;
const SIGNED = /签[字名收章]|盖[章的]|印|画押|代[签领]/u;
/** Whoever signs, stamps or collects something: a name before that, where one begins. */
const SIGNER = new RegExp(
  String.raw`(?<=^|[\s,，。;；、:（(“"]|[由经请找让待需有与和及是凭])((?:${FAMILY_NAME})\p{Script=Han}{1,2}?)(?:先生|女士|同志)?(?:亲自|本人|代为|共同|当场|已经?|未|先|再)?(?=签[字名收章]|盖[章的]|[按摁]的?[手指]印|捺印|画押|代[签领])`,
  'gu',
);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Provinces, as the first two figures of an identity number name them (GB/T 2260). */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/u;

/** Whether these 18 signs are a citizen's identity number: province, a day that there is, check digit (GB 11643). */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/u.test(text) || !PROVINCE.test(text)) return false;
  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return false;
  const sum = WEIGHTS.reduce((all, weight, n) => all + weight * Number(text[n]), 0);
  return '10X98765432'[sum % 11] === text[17]!.toUpperCase();
}

/** Whether the last of these figures is the check digit of those before it (Luhn, ISO/IEC 7812). */
export function isLuhn(figures: string): boolean {
  if (!/^\d{2,}$/u.test(figures)) return false;
  const sum = Array.from(figures, Number)
    .toReversed()
    .reduce((all, figure, n) => all + (n % 2 === 0 ? figure : figure > 4 ? figure * 2 - 9 : figure * 2), 0);
  return sum % 10 === 0;
}

/** Words near a number by which it is a bank card's, where its first figures alone do not say so. */
const OF_A_BANK = /银行|卡|账号|账户|帐号|开户|收款|汇款|打款/u;

function isCard(text: string, start: number, found: string): boolean {
  const figures = found.replace(/\D/gu, '');
  if (figures.length < 16 || figures.length > 19 || !isLuhn(figures)) return false;
  return figures.startsWith('62') || OF_A_BANK.test(text.slice(Math.max(0, start - 16), start));
}

const noAmount = (text: string, start: number, found: string): boolean =>
  !MEASURED.test(text.slice(start + found.length));
/** Words before a telephone by which it is an office's, that anybody may call. */
const OF_AN_OFFICE =
  /(?:办公室?|监督|举报|服务|热线|咨询|[局委科处]|中心|大队|保险所|医院|保健院|机关)[^，。；,;]{0,6}$/u;
const ofNoOffice = (text: string, start: number, found: string): boolean =>
  noAmount(text, start, found) && !OF_AN_OFFICE.test(text.slice(Math.max(0, start - 16), start));

type Finder = readonly [PersonalKind, RegExp, (text: string, start: number, found: string) => boolean];
const always = () => true;
/** In this order: what an earlier one has taken, a later one leaves alone. */
const FINDERS: readonly Finder[] = [
  ['email', EMAIL, always],
  ['id', IDENTITY, (_, __, found) => isIdentityNumber(found.replace(/[ -]/gu, ''))],
  ['card', CARD, isCard],
  ['phone', MOBILE, noAmount],
  ['phone', SPOKEN, always],
  ['phone', LANDLINE, ofNoOffice],
  ['phone', LOCAL, ofNoOffice],
  ['account', ACCOUNT, always],
  ['name', NAME, (_, __, found) => !NO_NAME.test(found)],
  ['name', SELF, (_, __, found) => !NO_NAME.test(found) && !NO_SELF.test(found)],
  ['name', SIGNER, (_, __, found) => !NO_NAME.test(found) && !NO_SIGNER.test(found)],
];

/**
 * The pieces of personal data in a text, in the order in which they stand, none over another: mobile and landline numbers,
 * identity numbers and bank cards with a right check digit, e-mail addresses, accounts that are called so, names that somebody
 * gives as theirs, and of whoever signs or is called by what they are to the matter. Credit codes, document numbers, days and amounts are
 * none, nor are an office's telephones, nor the names of those who act for an office or an enterprise (负责人, 法定代表人).
 */
export function findPersonal(text: string): PersonalPiece[] {
  const folded = plain(text);
  const pieces: PersonalPiece[] = [];
  for (const [kind, pattern, holds] of FINDERS) {
    // Looked for at every sign of a text: only where something of the kind is said at all.
    if (pattern === SIGNER && !SIGNED.test(folded)) continue;
    for (const match of folded.matchAll(pattern)) {
      const found = match[1] ?? match[0];
      // A name before what is done stands first, all else last.
      const start = match.index + (pattern === SIGNER ? 0 : match[0].lastIndexOf(found));
      const end = start + found.length;
      const free = pieces.every((piece) => end <= piece.start || piece.end <= start);
      if (free && holds(folded, start, found)) pieces.push({ kind, start, end });
    }
  }
  return pieces.toSorted((a, b) => a.start - b.start);
}
