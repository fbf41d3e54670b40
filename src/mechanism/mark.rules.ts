/**
 * What a matter is, as far as it is counted: a bit for each word, stored with the matter. Only ever added to at the end, as what
 * is stored is read by place. A place is worth two to its number.
 */
export const MARKS = [
  'registered',
  'classified',
  'assigned',
  'accepted',
  'answered',
  'closed',
  'evaluated',
  // Somebody who raised it has said how it turned out, in an evaluation or when called back.
  'heard',
  'solved',
  'unsolved',
  'satisfied',
  'dissatisfied',
  'in-time',
  'late',
  'bounced',
  'returned',
  'reopened',
  'excluded',
  'called-back',
  // As many stars, or more.
  'stars-1',
  'stars-2',
  'stars-3',
  'stars-4',
  'stars-5',
  // The parties agreed; it came to no agreement; it was taken back; it went to a court or to arbitration.
  'settled',
  'failed',
  'dropped',
  'referred',
  // Of an agreement: something promised in it was not kept; a court has been asked to confirm it.
  'broken',
  'confirmed',
  // All that it promised a quantity of was measured; the last of each fell short of its plan, or none did; all of it was reached.
  'measured',
  'behind',
  'on-plan',
  'reached',
  // Every gate was passed; an inspection has stopped the work.
  'gates-passed',
  'halted',
  // It was agreed to have nothing to do here; what came of it was noted.
  'exempt',
  'gained',
  // It goes through the green channel.
  'green',
  // It is done by what an earlier ledger says: brought over, and not answered here.
  'carried',
  // Somebody judged it whose judgement is kept from the units. No word of a file: it says nothing of the matter, only who may count it.
  'kept-from-units',
  // It was answered, or its time to answer ran out before it was.
  'due',
] as const;
export type Mark = (typeof MARKS)[number];

/** The words that a file may use: stars are compared. */
export const WORDS: readonly Mark[] = MARKS.filter((mark) => !mark.startsWith('stars-') && mark !== 'kept-from-units');

/** What has the first has the second, in an order in which all that follows is found from behind; held by `factOf`. */
export const IMPLIES: readonly (readonly [Mark, Mark])[] = [
  ['accepted', 'assigned'],
  ['due', 'assigned'],
  ['answered', 'accepted'],
  ['heard', 'answered'],
  ['evaluated', 'heard'],
  ['solved', 'heard'],
  ['unsolved', 'heard'],
  ['satisfied', 'heard'],
  ['dissatisfied', 'heard'],
  ['called-back', 'answered'],
  ['in-time', 'answered'],
  ['late', 'answered'],
  ['in-time', 'due'],
  ['late', 'due'],
  ['carried', 'answered'],
  ['excluded', 'answered'],
  ['kept-from-units', 'evaluated'],
  ['stars-1', 'evaluated'],
  ['stars-2', 'stars-1'],
  ['stars-3', 'stars-2'],
  ['stars-4', 'stars-3'],
  ['stars-5', 'stars-4'],
  ['settled', 'answered'],
  ['broken', 'settled'],
  ['confirmed', 'settled'],
  ['behind', 'measured'],
  ['on-plan', 'measured'],
  ['reached', 'measured'],
  ['exempt', 'closed'],
  ['gained', 'closed'],
];
/** Never both. */
export const APART: readonly (readonly [Mark, Mark])[] = [
  ['solved', 'unsolved'],
  ['satisfied', 'dissatisfied'],
  ['in-time', 'late'],
  ['carried', 'in-time'],
  ['carried', 'late'],
  ['carried', 'due'],
  ['behind', 'on-plan'],
  ['exempt', 'answered'],
];

const JUDGING: ReadonlySet<Mark> = new Set(['evaluated', 'heard', 'solved', 'unsolved', 'satisfied', 'dissatisfied']);

// More than the 31 bits that the language's own signs for bits reckon with: each half by itself. The table keeps 63, a number 53.
const HALF = 2 ** 26;
const byHalves = (of: (a: number, b: number) => number) => (a: number, b: number) =>
  of(Math.floor(a / HALF), Math.floor(b / HALF)) * HALF + of(a % HALF, b % HALF);
/** The bits that both have, that either has, and that one has alone. */
export const common = byHalves((a, b) => a & b);
export const union = byHalves((a, b) => a | b);
const differing = byHalves((a, b) => a ^ b);

/** The bit of a mark. */
export const bitOf = (mark: Mark): number => 2 ** MARKS.indexOf(mark);

/** The bits of several marks. */
export const bitsOf = (marks: readonly Mark[]): number => marks.reduce((bits, mark) => union(bits, bitOf(mark)), 0);

/** What tells how those who raised a matter judge its answer, without having been asked. */
const JUDGED = bitsOf(MARKS.filter((mark) => mark.startsWith('stars-') || JUDGING.has(mark)));

/** Whether a test asks for anything that a judgement says. */
export const isJudged = ({ mask }: Test): boolean => common(mask, JUDGED) !== 0;

/** Holds of marks where, of the bits in `mask`, exactly those in `value` are set. */
export type Test = { readonly mask: number; readonly value: number };
export const holds = ({ mask, value }: Test, marks: number): boolean => common(marks, mask) === value;
export const ALWAYS: Test = { mask: 0, value: 0 };

const CONDITION = /^(?:(?<not>not )?(?<word>[a-z-]+)|stars (?<sign>=|>=|<=) (?<stars>[1-5]))$/u;

/** A condition as a test; null where it is no word of ours. */
export function testOf(condition: string): Test | null {
  const groups = CONDITION.exec(condition.trim())?.groups;
  if (!groups) return null;
  const { not, word, sign, stars } = groups;
  if (word !== undefined) {
    const mark = WORDS.find((known) => known === word);
    return mark ? { mask: bitOf(mark), value: not ? 0 : bitOf(mark) } : null;
  }
  const n = Number(stars);
  const atLeast = n >= 1 ? bitOf(`stars-${n}` as Mark) : 0;
  const more = n < 5 ? bitOf(`stars-${n + 1}` as Mark) : 0;
  if (sign === '>=') return { mask: atLeast, value: atLeast };
  const given = sign === '=' ? atLeast : bitOf('evaluated');
  return { mask: union(given, more), value: given };
}

/** All of several tests as one; null where they contradict each other. */
export function allOf(tests: readonly Test[]): Test | null {
  let [mask, value] = [0, 0];
  for (const test of tests) {
    if (common(common(differing(value, test.value), mask), test.mask)) return null;
    mask = union(mask, test.mask);
    value = union(value, test.value);
  }
  return { mask, value };
}

/** A test of a single bit turned round. */
export const notTest = ({ mask, value }: Test): Test => ({ mask, value: differing(value, mask) });

/** Whether a test is about one bit alone, so that its opposite is a test too. */
export const isSingle = ({ mask }: Test): boolean => MARKS.some((mark) => bitOf(mark) === mask);
