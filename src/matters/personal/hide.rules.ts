import { findPersonal, placesOf, tellsAlone, type OfficeLines, type PersonalKind } from '../../kernel/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';

/** A piece that was taken out of a text, and the mark that stands in its place. */
export type Hidden = { readonly mark: string; readonly text: string };

/** What a mark says: what stood there, and which of the act's pieces it was. Part of the ledger's texts, and so of no language file. */
const NAMES: Readonly<Record<PersonalKind | 'firm' | 'word', string>> = {
  phone: '电话',
  id: '身份证号',
  card: '银行卡号',
  email: '邮箱',
  account: '账号',
  passport: '证件号',
  plate: '车牌号',
  home: '住址',
  number: '号码',
  name: '姓名',
  firm: '企业名称',
  word: '隐去',
};
const MARK = new RegExp(`〔(?:${Object.values(NAMES).join('|')})(?:\\d{1,7}-)?(\\d{1,4})〕`, 'gu');

/** A text with something else in the place of each mark: a gap for whoever counts what words stand in it, a word for whoever reads it. */
export const withoutMarks = (text: string, instead = ' '): string => text.replace(MARK, () => instead);

/** Fields in which people write; all others are ids, days, codes and titles. */
const WORDS: ReadonlySet<string> = new Set(
  'text result reason told note caption aim area place media withoutCo unreached early unwatched wanted book evidence hide'.split(
    ' ',
  ),
);
/** The name of whoever raised a matter, as a program hands it over. */
const WHOLE_NAME = 'raiser';
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

/** Acts in which it is written down what whoever raised a matter says, by them or by a clerk. */
const SAID_BY_THEM: ReadonlySet<string> = new Set(['register', 'correct', 'reply', 'evaluate', 'callback']);

/**
 * How the landlines of offices are read in the words of an act: whoever raised the matter writes of the office of their own firm, a
 * unit of those that anybody may call. `theirs`: they act themselves, or what they said elsewhere is passed on.
 */
export const officeLinesIn = (mechanism: Mechanism, kind: string, theirs: boolean, concerns = false): OfficeLines =>
  theirs || (mechanism.originators === true && !concerns && SAID_BY_THEM.has(kind)) ? 'taken' : 'spared';

/** A piece that is known of a matter wherever it stands in its words, and what it is called in a mark. */
export type Known = { readonly name: string; readonly text: string };

/** The name of an enterprise that is not to be known, as it is in the register and without what all are called. */
export const firmNamed = (name: string): Known[] =>
  [name, name.replace(/(?:有限|股份|责任)+公司$/u, '')]
    .filter((text) => text.length >= 4)
    .map((text) => ({ name: NAMES.firm, text }));
/** How somebody is reached. */
export const phoneKnown = (text: string): Known => ({ name: NAMES.phone, text });
/** What was hidden is known from then on. */
export const knownOf = (hidden: readonly Hidden[]): Known[] =>
  hidden.map(({ mark, text }) => ({ name: mark.replace(/^〔|(?:\d+-)?\d+〕$/gu, ''), text }));

/**
 * What is given with an act, with a mark for each piece of personal data, and the pieces: what tells by itself what it is, and what is
 * `known` of the matter, or told by another of these words, where nothing around it says so. The same words give the same, so that an
 * act sent again is known; the same piece twice has one mark, and a mark that stands there already is never given again.
 */
export function hidePersonal(
  given: Record<string, unknown>,
  known: readonly Known[] = [],
  offices: OfficeLines = 'spared',
): { given: Record<string, unknown>; hidden: Hidden[] } {
  const marks = new Map<string, string>();
  const texts = textsIn(given);
  let last = 0;
  for (const text of texts) for (const [, n] of text.matchAll(MARK)) last = Math.max(last, Number(n));
  const markOf = (piece: string, name: string): string => {
    const mark = marks.get(piece) ?? `〔${name}${++last}〕`;
    marks.set(piece, mark);
    return mark;
  };
  const everywhere = [...known, ...(texts.length > 1 ? toldIn(given, offices) : [])].filter(({ text }) =>
    tellsAlone(text),
  );
  const after = mapWords(given, (text, whole) => {
    if (whole) return isMark(text) ? text : markOf(text, NAMES[whole]);
    let out = '';
    let from = 0;
    for (const { name, start, end } of piecesIn(text, everywhere, offices)) {
      out += text.slice(from, start) + markOf(text.slice(start, end), name);
      from = end;
    }
    return out + text.slice(from);
  });
  return { given: marks.size ? after : given, hidden: [...marks].map(([text, mark]) => ({ mark, text })) };
}

type Piece = { readonly name: string; readonly start: number; readonly end: number };

/** The pieces of a text, none over another: of two the one that holds the other. Nothing within a mark is one. */
function piecesIn(text: string, known: readonly Known[], offices: OfficeLines): Piece[] {
  let pieces: Piece[] = findPersonal(text, offices).map(({ kind, start, end }) => ({ name: NAMES[kind], start, end }));
  if (known.length === 0) return pieces;
  const marks = [...text.matchAll(MARK)].map(({ index, 0: mark }) => ({ start: index, end: index + mark.length }));
  for (const { name, text: piece } of known)
    for (const [start, end] of placesOf(text, piece)) {
      const over = (one: { start: number; end: number }): boolean => start < one.end && one.start < end;
      const met = pieces.filter(over);
      if (
        marks.some(over) ||
        met.some((one) => one.start < start || one.end > end || one.end - one.start === end - start)
      )
        continue;
      pieces = [...pieces.filter((one) => !met.includes(one)), { name, start, end }];
    }
  return pieces.toSorted((a, b) => a.start - b.start);
}

/** What the words of an act tell to be somebody's name or number: it is the same in all of them. */
function toldIn(given: Record<string, unknown>, offices: OfficeLines): Known[] {
  const told: Known[] = [];
  mapWords(given, (text, whole) => {
    if (whole && !isMark(text)) told.push({ name: NAMES[whole], text });
    else if (!whole)
      for (const { kind, start, end } of findPersonal(text, offices))
        told.push({ name: NAMES[kind], text: text.slice(start, end) });
    return text;
  });
  return told;
}

/** What is given with others in the place of its words; `whole`: what the field is from its first letter to its last. */
function mapWords(value: object, other: (text: string, whole: PersonalKind | null) => string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => {
      const whole = typeof one === 'string' ? wholeKind(value, key, one) : null;
      if (whole) return [key, other(one as string, whole)];
      if (LISTS.has(key) && Array.isArray(one)) return [key, (one as object[]).map((part) => mapWords(part, other))];
      if (!WORDS.has(key)) return [key, one];
      if (typeof one === 'string') return [key, other(one, null)];
      return [key, typeof one === 'object' && one !== null && !Array.isArray(one) ? mapWords(one, other) : one];
    }),
  );
}

/** What is given with an act with other words in the place of all that people have written there, a title and whole fields as well. */
export const mapTexts = (given: Record<string, unknown>, other: (text: string) => string): Record<string, unknown> => {
  const mapped = mapWords(given, (text) => other(text));
  return typeof mapped['title'] === 'string' ? { ...mapped, title: other(mapped['title']) } : mapped;
};

/** Somebody's own words with a mark for each piece of personal data, for where the pieces are not to be kept. */
export const withoutPersonal = (text: string): string => String(hidePersonal({ text }, [], 'taken').given['text']);

/** A field that is personal from its first letter to its last: a person's name, who speaks for a party, how they are reached. */
function wholeKind(value: object, key: string, text: string): PersonalKind | null {
  if (key === WHOLE_NAME) return 'name';
  if (!('side' in value)) return null;
  if (key === 'agent' || (key === 'name' && 'kind' in value && value.kind === 'person')) return 'name';
  return key === 'contact' ? (text.includes('@') ? 'email' : 'phone') : null;
}

const isMark = (text: string): boolean => text.replace(MARK, '') === '' && text !== '';

/** All that is written in what is given with an act. */
export function textsIn(value: object): string[] {
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
    if (LISTS.has(key) && Array.isArray(one)) return (one as object[]).flatMap(textsIn);
    if (typeof one === 'string' && ('side' in value || key === WHOLE_NAME)) return [one];
    if (!WORDS.has(key)) return [];
    if (typeof one === 'string') return [one];
    return typeof one === 'object' && one !== null && !Array.isArray(one) ? textsIn(one) : [];
  });
}

/** What was given with an act, with these pieces in the place of their marks again. */
export function restored(given: Record<string, unknown>, hidden: readonly Hidden[]): Record<string, unknown> {
  const texts = new Map(hidden.map(({ mark, text }) => [mark, text]));
  return JSON.parse(JSON.stringify(given), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(MARK, (mark) => texts.get(mark) ?? mark) : value,
  ) as Record<string, unknown>;
}

/** Of what is sealed every line that somebody types is hidden, titles too. */
const SEALED_WORDS: ReadonlySet<string> = new Set([...WORDS, WHOLE_NAME, 'title', 'dueText']);

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
