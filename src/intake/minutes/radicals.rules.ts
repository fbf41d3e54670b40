/**
 * The characters that U+2E80–U+2EF3 (CJK Radicals Supplement) stand for, in their order, after Unicode's
 * EquivalentUnifiedIdeograph.txt; · where the radical has no character of its own in common use. NFKC knows only two of them.
 */
const SUPPLEMENT =
  '·厂乛乚乙亻冂·刀刂卜㔾小小兀尣尢·巳幺彑·忄㣺扌攵·旡日月歺母' +
  '民氵氺灬爫爫丬牛犭王·目示礻·糹纟罓罒㓁冗·羊··耂肀聿肉·艹艹' +
  '艹虎衤覀西见角·讠贝·车辶辶辶邑钅長镸长门·阝雨青韦页风飞食·飠' +
  '饣·马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';
const FIRST = 0x2e80;
const RADICAL = /[\u2e80-\u2fd5\uf900-\ufaff]/gu;

/**
 * A text with its radicals and compatibility characters as the characters that they look like. A PDF whose font draws ⻓ and 长
 * with one shape gives back the radical, in which no name and no rule would be found again.
 */
export const withoutRadicals = (text: string): string =>
  text.replace(RADICAL, (c) => {
    const unified = SUPPLEMENT[c.charCodeAt(0) - FIRST] ?? '·';
    return unified === '·' ? c.normalize('NFKC') : unified;
  });
