// Numbers that people are registered under, also where somebody mistyped them: what is beside them says what they are.

type Found = {
  readonly kind: 'id' | 'card' | 'passport' | 'plate' | 'number';
  readonly start: number;
  readonly end: number;
};

const FIGURES = /(?<![\dA-Za-z_/=])(?<!\d[.:-])\d(?:[ -]?\d){9,22}[Xx]?(?![\dA-Za-z_]|-\d|\.\d)/gu;
/** Right before a number, by which it is what an identity card has, whatever its check digit. */
const OF_IDENTITY = /(?:身份证|身份号|证件|公民身份)[^,，。;；\d]{0,8}$/u;
const BEHIND_IDENTITY = /^\s{0,2}[(（]?(?:居民)?身份证/u;
/** The same of a bank's. */
const OF_BANK = /(?:银行|[农工建中交招]行|卡|账号|账户|帐号|帐户|开户|收款|汇款|打款)[^,，。;；\d]{0,10}$/u;
/** Said in so many words, by which a number of another length is an account's too. */
const OF_ACCOUNT = /(?:卡号|[账帐]号|[账帐]户|银行卡)(?:号码?)?[\s是为:(]{0,3}$/u;
/** What a number is called by which a unit finds what is asked about: an order, a contract, a file. */
const CALLED = /(?:[号码单第编证案]|合同|文件|No\.?|ID)[^,，。;；\d]{0,4}$/iu;
const AMOUNT = /^\s*(?:余|多)?[万亿]?[元块]/u;
/** A day of birth where an identity number has it. */
const BORN = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/u;

const PASSPORT = /(?<![A-Za-z\d])(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7})(?![A-Za-z\d])/gu;
const PASSPORT_SAID =
  /(?:护照|通行证|台胞证|回乡证|居留证|军官证|驾驶证)(?:号码?|编号)?[\s是为:(]{0,3}([A-Za-z]{0,2}\d{7,11})(?![A-Za-z\d])/gu;
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const PLATE = new RegExp(
  `[${PROVINCES}][A-HJ-NP-Z][ ·•.-]?(?=(?:[A-Z]*\\d){2})[A-HJ-NP-Z\\d]{4,5}[A-HJ-NP-Z\\d挂学警港澳使领](?![A-Za-z\\d])`,
  'giu',
);
const PLATE_SAID =
  /车牌(?:号码?|照)?[\s是为:(]{0,3}([A-HJ-NP-Z][ ·•.-]?(?=(?:[A-Z]*\d){2})[A-HJ-NP-Z\d]{5,6})(?![A-Za-z\d])/giu;
const SAID: readonly (readonly ['passport' | 'plate', RegExp])[] = [
  ['passport', PASSPORT_SAID],
  ['passport', PASSPORT],
  ['plate', PLATE],
  ['plate', PLATE_SAID],
];

/** Of these figures, by what stands around them; null for a number by which a unit finds an order, a contract, an enterprise. */
function kindOf(text: string, start: number, found: string): Found['kind'] | null {
  const figures = found.replace(/[ -]/gu, '');
  const before = text.slice(Math.max(0, start - 24), start);
  const n = figures.length;
  if (AMOUNT.test(text.slice(start + found.length))) return null;
  if (n >= 14 && n <= 20 && (OF_IDENTITY.test(before) || BEHIND_IDENTITY.test(text.slice(start + found.length))))
    return 'id';
  if (n >= 16 && n <= 19 && !figures.endsWith('X') && OF_BANK.test(before)) return 'card';
  if (n >= 10 && OF_ACCOUNT.test(before)) return 'card';
  if (CALLED.test(before)) return null;
  if (BORN.test(figures)) return 'id';
  return n >= 15 && /^\d+[Xx]?$/u.test(found) && !/^[159][1-9]\d{15}[\dXx]$/u.test(found) ? 'number' : null;
}

/**
 * Identity, card and account numbers by what is said beside them, well-formed or not; passports and the like; number plates; and long
 * figures that nothing names. In the order of how sure they are, perhaps one over another, in a text of which full-width signs were made
 * half-width.
 */
export function findPapers(text: string): Found[] {
  const found: Found[] = [];
  for (const { index, 0: figures } of text.matchAll(FIGURES)) {
    const kind = kindOf(text, index, figures);
    if (kind) found.push({ kind, start: index, end: index + figures.length });
  }
  for (const [kind, pattern] of SAID)
    for (const match of text.matchAll(pattern)) {
      const number = match[1] ?? match[0];
      const end = match.index + match[0].length;
      found.push({ kind, start: end - number.length, end });
    }
  return found;
}
