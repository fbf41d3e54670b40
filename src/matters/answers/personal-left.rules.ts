import {
  FAMILY_NAME,
  findPersonal,
  placesOf,
  titleBehind,
  withoutAreaCode,
  type OfficeLines,
  type PersonalKind,
} from '../../kernel/index.ts';

/** Something in a text for the public that may tell who somebody is, and where it stands. */
export type Left = {
  readonly what: 'phone' | 'email' | 'account' | 'name' | 'firm' | 'plate' | 'home' | 'number';
  readonly text: string;
};

/** A unified social credit code, as GB 32100 has its signs; one with a wrong check digit still points at somebody. */
const CREDIT_CODE = /(?<![0-9A-Z])[159ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/gu;
/** Any run of so many figures is looked at: an identity number, a card, a licence, a number with a slip in it. */
const LONG_NUMBER = /(?<![\dA-Za-z.])\d{11,}[Xx]?(?![\dA-Za-z])/gu;
/** A name of which part was left out: it tells nobody by itself, but perhaps with what else is told. */
const HALF = new RegExp(
  `(?:(?<![\\p{Script=Han}])|(?<=[的向由找和与、]|人))(?:${FAMILY_NAME})\\p{Script=Han}?某某?`,
  'gu',
);
/** 〔电话1〕 stands where something was taken out already. */
const MARK = /〔\p{Script=Han}{2,6}(?:\d{1,7}-)?\d{1,4}〕/gu;

/** The marks that stand in these texts, each once: published they are read as they stand. */
export const marksIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => text.match(MARK) ?? [])),
];

/** Whether it is an identity number, a passport's or a card's: to whoever publishes it is a number like others. */
const whatOf = (kind: PersonalKind): Left['what'] =>
  kind === 'id' || kind === 'card' || kind === 'passport' ? 'number' : kind;

/** What something is that is known of the matter: no person's name is so long. */
const whatIs = (known: string): Left['what'] =>
  /\d/u.test(known) ? 'number' : /^\p{Script=Han}{5,}$|(?:公司|厂|店|合作社)$/u.test(known) ? 'firm' : 'name';

/** What is looked for besides, in this order: what an earlier one has taken, a later one leaves alone unless it holds all of that. */
const FINDERS: readonly (readonly [Left['what'], RegExp])[] = [
  ['number', CREDIT_CODE],
  ['number', LONG_NUMBER],
  ['name', HALF],
];

/**
 * What in a text for the public may tell who somebody is: all that is sealed as personal where it is taken in (`findPersonal`), and besides
 * credit codes, long numbers of any kind, names that are half hidden. Each once, in the order in which they stand. It would
 * rather name too much: whoever publishes looks at each and takes it out or confirms it. `known`: what was found elsewhere in the matter,
 * and is looked for here too, where nothing may stand around it that would tell, with other gaps as well. `offices`: what the landlines of
 * offices are here.
 */
export function personalLeft(given: string, known: readonly string[] = [], offices: OfficeLines = 'spared'): Left[] {
  const text = given.replace(MARK, (mark) => ' '.repeat(mark.length));
  let found: (Left & { at: number })[] = [];
  const take = (what: Left['what'], part: string, at: number): void => {
    const end = at + part.length;
    const met = found.filter((one) => at < one.at + one.text.length && one.at < end);
    if (met.some((one) => one.at < at || one.at + one.text.length > end || one.text === part)) return;
    found = [...found.filter((one) => !met.includes(one)), { what, text: part, at }];
  };
  for (const { kind, start, end } of findPersonal(text, offices)) {
    // How somebody is spoken of goes with the name: 李建国同志, not 李建国.
    const title = kind === 'name' ? titleBehind(text, end) : '';
    take(whatOf(kind), text.slice(start, end) + title, start);
  }
  for (const [what, pattern] of FINDERS) for (const match of text.matchAll(pattern)) take(what, match[0], match.index);
  for (const part of known)
    for (const [start, end] of placesOf(text, part)) take(whatIs(part), text.slice(start, end), start);
  const seen = new Set<string>();
  return found
    .toSorted((a, b) => a.at - b.at)
    .filter(({ text: part }) => !seen.has(part) && seen.add(part))
    .map(({ what, text: part }) => ({ what, text: part }));
}

/** What is published together: what was asked, in the words of whoever raised it or after them, and what a unit answered. */
export type ForPublic = { readonly question: string; readonly answer: string };

/**
 * What is left in both, each once: what tells in one of them who somebody is tells it in the other. An office's landline is none where a
 * unit names its own, and is theirs in the question. `known`: what is hidden in the words of their matter.
 */
export function leftIn({ question, answer }: ForPublic, known: readonly string[] = []): Left[] {
  const texts: [string, OfficeLines][] = [
    [question, 'taken'],
    [answer, 'spared'],
  ];
  const all = [
    ...known,
    ...texts.flatMap(([text, offices]) => personalLeft(text, [], offices).map((one) => one.text)),
  ].flatMap((one) => [one, ...withoutAreaCode(one)]);
  const left = texts.flatMap(([text, offices]) => personalLeft(text, all, offices));
  return left.filter((one, n) => left.findIndex(({ text }) => text === one.text) === n);
}

/** What of that was not confirmed, word by word. */
export const unconfirmed = (texts: ForPublic, confirmed: readonly string[], known: readonly string[] = []): string[] =>
  leftIn(texts, known)
    .map(({ text }) => text)
    .filter((part) => !confirmed.includes(part));
