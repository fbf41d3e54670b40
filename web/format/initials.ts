/** The first character of each pinyin letter in the collation of Chinese; no syllable begins with i, u or v. */
const LETTERS = 'abcdefghjklmnopqrstwxyz';
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拿哦啪期然撒塌挖昔压匝';
const { compare } = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/**
 * The initials of a name's pinyin, `市发改委` → `sfgw`, so that a person can type them. By the browser's own collation: a
 * dictionary of readings would weigh more than the rest of the page. Of a character with several readings it knows one.
 */
export function initials(name: string): string {
  let found = '';
  for (const character of name) {
    if (!/\p{Script=Han}/u.test(character)) continue;
    let at = FIRST.length - 1;
    while (at > 0 && compare(FIRST[at]!, character) > 0) at--;
    found += LETTERS[at];
  }
  return found;
}
