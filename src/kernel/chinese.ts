/** Full-width letters and digits, and what PDFs put in the place of common characters: radicals, compatibility forms. */
const FOLDED = /[０-９Ａ-Ｚａ-ｚ\u2e80-\u2fd5\uf900-\ufaff]/gu;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/** Embeddings, overrides and isolates: they turn the order in which what follows is read. The marks that Arabic script needs are none. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;
/** White space with a Chinese character or Chinese punctuation on both sides: a line wrap, or letter-spacing. */
const SPACE_WITHIN_CHINESE = /(?<=[\p{Script=Han}、-〿！-｠])\s+(?=[\p{Script=Han}、-〿！-｠])/gu;
/** A run of Chinese characters, or of anything else that makes a word. */
const RUNS = /(\p{Script=Han}+)|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;

/**
 * The text in one spelling, so that texts can be compared: full-width letters and digits become half-width, radicals become
 * the characters that they stand for, invisible characters go, and so does white space within Chinese. Unlike all of NFKC it
 * leaves Chinese punctuation, ① and ㎡ alone. The result may be shorter than the text; do not mix their offsets.
 */
export const normalise = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(FOLDED, (c) => c.normalize('NFKC'))
    .replace(SPACE_WITHIN_CHINESE, '')
    .trim();

/**
 * The text without the characters that make it read in another order than it is kept in (with which 元001 shows as 100元).
 * Nobody types them; taken out wherever words come in, before they are an act's.
 */
export const straightened = (text: string): string => text.replace(TURNING, '');

/**
 * The tokens under which a text is found: each two neighbouring Chinese characters (one, where it stands alone), and each
 * word of letters and digits in lower case. Each token once, in order of appearance.
 */
export function bigrams(text: string): string[] {
  const tokens = new Set<string>();
  for (const [run, chinese] of normalise(text).matchAll(RUNS)) {
    if (chinese === undefined) tokens.add(run.toLowerCase());
    else for (const token of pairs(Array.from(chinese))) tokens.add(token);
  }
  return [...tokens];
}

/** Neighbouring pairs; a single character stands for itself. */
const pairs = (characters: readonly string[]): readonly string[] =>
  characters.length < 2 ? characters : characters.slice(1).map((c, i) => characters[i]! + c);

/**
 * The initials under which a name is typed: `许昌市发展和改革委员会` → `xcsfzhggwyh`. Letters and digits stay, in lower case;
 * anything else goes. Loads the pinyin table (0.3 MB) at the first call.
 */
export async function pinyinInitials(name: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  const initials = pinyin(normalise(name), { pattern: 'first', toneType: 'none', type: 'array' });
  return initials
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Any name but a person's in letters, `市水利局` → `shishuiliju`; ü is v. Letters and digits stay, in lower case; anything else goes. */
export async function pinyinWhole(name: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  const syllables = pinyin(normalise(name), { toneType: 'none', type: 'array', v: true });
  return syllables
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** A person's name in letters: `单一帆` → `shanyifan`. Letters and digits stay, in lower case; anything else goes. */
export async function pinyin(name: string): Promise<string> {
  const { pinyin: spell } = await import('pinyin-pro');
  const syllables = spell(normalise(name), { toneType: 'none', type: 'array', surname: 'head', v: true });
  return syllables
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
