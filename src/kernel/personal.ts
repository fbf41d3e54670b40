// Personal data in Chinese prose, found by shape and check digits. Full-width figures and letters count as the others.
import { findHomes } from './homes.ts';
import { findNames } from './names.ts';
import { findPapers } from './papers.ts';

/** What was found: how one is reached, who one is, what one pays with and drives, where one lives; a number that nothing names. */
export type PersonalKind =
  | 'phone'
  | 'id'
  | 'card'
  | 'email'
  | 'account'
  | 'passport'
  | 'plate'
  | 'home'
  | 'number'
  | 'name';

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
/** A day has as many figures as a mistyped telephone, and a line that everybody may call begins with 400 or 800, or is 12345 and the like. */
const NO_TELEPHONE = String.raw`(?!(?:19|20)\d{2}[ .-]?(?:0?[1-9]|1[0-2])[ .-]?(?:0?[1-9]|[12]\d|3[01])(?!\d)|[48]00[ -]?\d|0\d{2,3}[ -]?(?:12|9\d)\d{3}(?!\d))`;
/** What is said to be one, with a figure too few or too many, however it is divided; not what is half hidden already (0374-2960-****). */
const MISTYPED = new RegExp(
  String.raw`(?:电话|手机|联系方式|微信)(?:号码?|账号)?(?:[(/、](?:同?微信|手机|电话)(?:同号)?\)?)?[\s是为:(]{0,3}(${NO_TELEPHONE}\d(?:[ -]{0,2}\d){7,12})${AFTER}(?!-?\*)`,
  'gu',
);
const IDENTITY = of(String.raw`[1-8]\d{5}[ -]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx]`);
const CARD = of(String.raw`[3-6]\d{3}(?:[ -]?\d{4}){2,3}[ -]?\d{0,4}\d{0,3}`);
const EMAIL =
  /(?<![\w.+-])[\w+-](?:[\w.+-]{0,62}[\w+-])?@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?![\w-])/giu;
const ACCOUNT =
  /(?:QQ|(?:微信|VX|WX|支付宝)(?=号|账号|\s{0,2}[是为:]))(?:号码?|账号)?\s{0,2}[是为:]?\s{0,2}((?!\d{4}-\d)[A-Za-z\d][A-Za-z\d_-]{3,28}[A-Za-z\d])(?![A-Za-z\d_-])/giu;

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
  ['phone', MISTYPED, ofNoOffice],
  ['phone', LOCAL, ofNoOffice],
  ['account', ACCOUNT, always],
];

/** Whether an office's landline is nobody's, or one like others: in somebody's own words it is the office of their firm. */
export type OfficeLines = 'spared' | 'taken';

/**
 * The pieces of personal data in a text, in the order in which they stand, none over another: mobile and landline numbers,
 * identity numbers and bank cards with a right check digit or called so, passports, number plates, figures that nothing names
 * (`papers.ts`), e-mail addresses, accounts that are called so, the door behind which somebody lives (`homes.ts`), and names where what
 * stands around them tells that they are one (`names.ts`, `titled.ts`). Credit codes, numbers of documents and orders, days and amounts are
 * none, nor are public places and an office's telephones where its lines are `spared`. One set of rules for what is sealed as it is taken in
 * and for what is pointed at before it is published (ADR 628).
 */
export function findPersonal(text: string, offices: OfficeLines = 'spared'): PersonalPiece[] {
  const folded = plain(text);
  const pieces: PersonalPiece[] = [];
  const taken = new Uint8Array(text.length);
  const take = (kind: PersonalKind, start: number, end: number): void => {
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    pieces.push({ kind, start, end });
  };
  for (const [kind, pattern, holds] of FINDERS)
    for (const match of folded.matchAll(pattern)) {
      const found = match[1] ?? match[0];
      const start = match.index + match[0].lastIndexOf(found);
      const theirs = holds === ofNoOffice && offices === 'taken' ? noAmount : holds;
      if (theirs(folded, start, found)) take(kind, start, start + found.length);
    }
  for (const { kind, start, end } of findPapers(folded)) take(kind, start, end);
  for (const [start, end] of findHomes(folded)) take('home', start, end);
  for (const [start, end] of findNames(folded)) take('name', start, end);
  return pieces.toSorted((a, b) => a.start - b.start);
}
