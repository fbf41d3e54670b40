import { findPersonal, type PersonalKind } from '../../kernel/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';

/** A piece that was taken out of a text, and the mark that stands in its place. */
export type Hidden = { readonly mark: string; readonly text: string };

/** What a mark says: what stood there, and which of the act's pieces it was. Part of the ledger's texts, and so of no language file. */
const NAMES: Readonly<Record<PersonalKind, string>> = {
  phone: '电话',
  id: '身份证号',
  card: '银行卡号',
  email: '邮箱',
  account: '账号',
  name: '姓名',
};
const MARK = new RegExp(`〔(?:${Object.values(NAMES).join('|')})(\\d{1,4})〕`, 'gu');

/** A text with something else in the place of each mark: a gap for whoever counts what words stand in it, a word for whoever reads it. */
export const withoutMarks = (text: string, instead = ' '): string => text.replace(MARK, () => instead);

/** Fields in which people write; all others are ids, days, codes and titles. */
const WORDS: ReadonlySet<string> = new Set(
  'text result reason note caption aim area place withoutCo unreached unwatched wanted'.split(' '),
);
/** Lists of things with such fields. */
const LISTS: ReadonlySet<string> = new Set(['parties', 'obligations', 'items']);

/**
 * Acts whose words stay as they are given. What is published was looked at word by word, and what is left in it was confirmed for
 * everybody to read: a mark there would say to the public that something is kept from it.
 */
const AS_GIVEN: ReadonlySet<string> = new Set(['publish']);

/** Acts in which it is written down who the parties are and what they say. */
const OF_PARTIES: ReadonlySet<string> = new Set([
  'register',
  'involve',
  'correct',
  'convene',
  'meet',
  'settle',
  'fail',
  'drop',
]);

/**
 * Whether what is personal is taken out of the words of this act: where somebody is answered to, out of all that is said in the matter,
 * by them, of them, and of the work, and in a part of it (`concerns`); else of what is written down of parties. What a unit says to the
 * originator is shown to them in full.
 */
export const isTheirs = ({ originators, parties }: Mechanism, kind: string, concerns = false): boolean =>
  (parties !== undefined && OF_PARTIES.has(kind)) || ((originators === true || concerns) && !AS_GIVEN.has(kind));

/**
 * What is given with an act, with a mark for each piece of personal data, and the pieces. The same words give the same, so that an
 * act sent again is known; the same piece twice has one mark, and a mark that stands there already is never given again.
 */
export function hidePersonal(given: Record<string, unknown>): { given: Record<string, unknown>; hidden: Hidden[] } {
  const marks = new Map<string, string>();
  let last = 0;
  for (const text of textsIn(given)) for (const [, n] of text.matchAll(MARK)) last = Math.max(last, Number(n));
  const hide = (text: string): string => {
    let out = '';
    let from = 0;
    for (const { kind, start, end } of findPersonal(text)) {
      const piece = text.slice(start, end);
      const mark = marks.get(piece) ?? `〔${NAMES[kind]}${++last}〕`;
      marks.set(piece, mark);
      out += text.slice(from, start) + mark;
      from = end;
    }
    return out + text.slice(from);
  };
  const whole = (text: string, kind: PersonalKind): string => {
    if (isMark(text)) return text;
    const mark = marks.get(text) ?? `〔${NAMES[kind]}${++last}〕`;
    marks.set(text, mark);
    return mark;
  };
  const within = (value: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(value).map(([key, one]: [string, unknown]) => {
        const kind = typeof one === 'string' ? wholeKind(value, key, one) : null;
        if (kind) return [key, whole(one as string, kind)];
        if (LISTS.has(key) && Array.isArray(one)) return [key, (one as object[]).map(within)];
        if (!WORDS.has(key)) return [key, one];
        if (typeof one === 'string') return [key, hide(one)];
        return [key, typeof one === 'object' && one !== null && !Array.isArray(one) ? within(one) : one];
      }),
    );
  const after = within(given);
  return { given: marks.size ? after : given, hidden: [...marks].map(([text, mark]) => ({ mark, text })) };
}

/** A text with a mark for each piece of personal data, for where the pieces are not to be kept. */
export const withoutPersonal = (text: string): string => String(hidePersonal({ text }).given['text']);

/** A field that is personal from its first letter to its last: a person's name, who speaks for a party, how they are reached. */
function wholeKind(value: object, key: string, text: string): PersonalKind | null {
  if (!('side' in value)) return null;
  if (key === 'agent' || (key === 'name' && 'kind' in value && value.kind === 'person')) return 'name';
  return key === 'contact' ? (text.includes('@') ? 'email' : 'phone') : null;
}

const isMark = (text: string): boolean => text.replace(MARK, '') === '' && text !== '';

function textsIn(value: object): string[] {
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
    if (LISTS.has(key) && Array.isArray(one)) return (one as object[]).flatMap(textsIn);
    if (typeof one === 'string' && 'side' in value) return [one];
    if (!WORDS.has(key)) return [];
    if (typeof one === 'string') return [one];
    return typeof one === 'object' && one !== null && !Array.isArray(one) ? textsIn(one) : [];
  });
}

/** Of what is sealed every line that somebody types is hidden, titles too. */
const SEALED_WORDS: ReadonlySet<string> = new Set([...WORDS, 'title', 'dueText']);

/** The mark that stands for sealed words: of which act, and which of its pieces. */
const sealedMark = (seq: number, n: number): string => `〔密文${seq}-${n}〕`;
const SEALED_MARK = /〔密文\d+-\d+〕/gu;

/** What is given with an act on a sealed matter, each of its words behind a mark, and the words. */
export function hideAll(
  given: Record<string, unknown>,
  seq: number,
): { given: Record<string, unknown>; hidden: Hidden[] } {
  const hidden: Hidden[] = [];
  const within = (value: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(value).map(([key, one]: [string, unknown]) => {
        if (!SEALED_WORDS.has(key)) return [key, one];
        if (typeof one === 'object' && one !== null && !Array.isArray(one)) return [key, within(one)];
        if (typeof one !== 'string') return [key, one];
        const mark = sealedMark(seq, hidden.length + 1);
        hidden.push({ mark, text: one });
        return [key, mark];
      }),
    );
  return { given: within(given), hidden };
}

/** An act's words as they are kept of a sealed matter, whichever its number: by which the same act sent again is known. */
export const unnumbered = (kept: string): string => kept.replace(SEALED_MARK, sealedMark(0, 0));

/** Where the key of a file stands that an act attaches to a sealed matter. */
export const fileIn = (act: string, file: string): string => `${act}/${file}`;
