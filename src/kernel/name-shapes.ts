// Whether a few characters can be somebody's name, by what they are alone, where something around them says so with more or less certainty.
import { GIVEN, NO_NAME, RARE_FAMILY, RARE_WORDS, WORDS } from './name-signs.ts';

/** With what places, offices and things end, and how few people do. */
const PLACE = /[路镇庄湾村社苑堂洲湖河家楼站厂店州里球]$/u;
const SHORT_PLACE = /[江城园山海泉南北东西]$/u;
const COMPOUND = /^(?:欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|东方|慕容|司徒|令狐)/u;

const RARE_COMPOUND = new RegExp(`^(?:${RARE_FAMILY.replace(/\|\[.*$/u, '')})`, 'u');

/** Whether somebody may be called so, where it is said that a name follows. */
export const maybeName = (found: string): boolean => !NO_NAME.test(found) && !/^..[县区市镇乡村街局厅等]$/u.test(found);

/** Whether it is a family name with one or two marks for what was left out: 张某某. */
export const isHalfHidden = (found: string): boolean => /^.{1,2}某某?$/u.test(found);

const givenOf = (found: string): string[] =>
  Array.from(found.replace(COMPOUND, '氏').replace(RARE_COMPOUND, '氏')).slice(1);

/** Whether these characters alone look like somebody's name: none that names are not made of, no word, no place. */
export function looksLikeName(found: string): boolean {
  if (NO_NAME.test(found) || WORDS.has(found) || PLACE.test(found)) return false;
  const given = givenOf(found);
  return given.every((sign) => GIVEN.has(sign)) && (given.length > 1 || !SHORT_PLACE.test(found));
}
/** Said to be a name, of a family that is a common word as well: made of such characters, and no word. */
export const rareName = (found: string): boolean =>
  !NO_NAME.test(found) &&
  !RARE_WORDS.has(found) &&
  !/^(?:家长|全[家体]|司机|师[傅生])/u.test(found) &&
  !PLACE.test(found) &&
  givenOf(found).every((sign) => GIVEN.has(sign));
/** What a form asks for next to a name. */
const NEXT_ASKED = /\s[男女年月日电手住]/u;
/** Of a name whose characters stand apart, the same without the gaps */
export const apart = (found: string): boolean => !NEXT_ASKED.test(found) && looksLikeName(found.replace(/\s/gu, ''));
/** The same of a rare family, where it is said that a name follows. */
export const rareApart = (found: string): boolean => !NEXT_ASKED.test(found) && rareName(found.replace(/\s/gu, ''));
/** Families that words begin with as well: of such each character behind has to be one of a name's. */
const AS_WORDS = /^[文高金方江万马石周常黄白许余何夏武陆林田康汤易龙苏任段雷程谢贺钟顾于毛乔史孔]/u;
/** Behind what somebody is in a house or at work: a name, and no estate, mood or season. */
export const ofTrade = (found: string): boolean =>
  isHalfHidden(found) ||
  (AS_WORDS.test(found)
    ? longName(found) || (found.length === 2 && looksLikeName(found))
    : maybeName(found) && !WORDS.has(found) && !PLACE.test(found) && !SHORT_PLACE.test(found));
export const maybeHidden = (found: string): boolean => isHalfHidden(found) || maybeName(found);
export const hiddenOrName = (found: string): boolean => isHalfHidden(found) || looksLikeName(found);
/** Where nothing says that the name has ended: three characters, and none of its beginnings a word. */
export const longName = (found: string): boolean =>
  looksLikeName(found) && !WORDS.has(found.slice(0, 2)) && !/^(?:[方于曾常何任易]|高高|顾全)/u.test(found);
