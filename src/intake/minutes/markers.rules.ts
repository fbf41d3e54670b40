import { numberOf } from './numerals.rules.ts';

/**
 * The kinds of enumeration from the outside in: 第一章, 一、, （一）, 1., (1), ①, 第一，, 一是/一要. The number is the rank: of two
 * markers the lower one holds the other.
 */
export const RANK = {
  chapter: 0,
  cn: 1,
  cnBracket: 2,
  digit: 3,
  digitBracket: 4,
  circled: 5,
  ordinal: 6,
  is: 7,
} as const;

/** A marker of an enumeration. `at` is where it begins, `after` where its text begins. */
export type Marker = { readonly rank: number; readonly n: number; readonly at: number; readonly after: number };

const MARK = new RegExp(
  [
    '第(?<chapter>[一二三四五六七八九十百]{1,4})[章节编部](?:分)?',
    '(?<cn>[一二三四五六七八九十]{1,3})、',
    '[（(](?<cnBracket>[一二三四五六七八九十]{1,3})[）)]',
    '(?<digit>\\d{1,3})(?:[.．](?!\\d(?!\\d{3}年))|、|）|\\)(?!\\d))',
    '[（(](?<digitBracket>\\d{1,2})[）)]',
    '(?<circled>[\u2460-\u2473])',
    '第(?<ordinal>[一二三四五六七八九十]{1,2})[，、,：:]',
    '(?<is>[一二三四五六七八九十]{1,2})[是要](?=[^求素务害件])',
  ].join('|'),
  'gu',
);
const KINDS = Object.keys(RANK) as (keyof typeof RANK)[];
/** What may stand before a marker that begins something. */
const BREAK = '。；：！？”）)〕】」;:!?》\n\u3000 ';
const LIGHT_BREAK = `${BREAK}，,、`;
/** A heading that runs into its first child without a stop (二、主要任务（一）…) is no longer than this. */
const LONGEST_HEADING = 70;

/**
 * The markers of a text in order. A marker counts when it begins a line or follows a stop, and its number begins its series
 * or carries on with it: the 2. of 提高到2.5倍 and the 三、 of 十九届二中、三中全会 do not.
 */
export function findMarkers(text: string): Marker[] {
  const found: Marker[] = [];
  const last = KINDS.map(() => 0);
  for (const hit of text.matchAll(MARK)) {
    const kind = KINDS.find((k) => hit.groups![k] !== undefined)!;
    const rank = RANK[kind];
    const numeral = hit.groups![kind]!;
    const n = kind === 'circled' ? numeral.charCodeAt(0) - 0x245f : numberOf(numeral);
    const previous = last[rank]!;
    if (!begins(text, hit.index, kind, n, previous, found)) continue;
    const lineStart = hit.index === 0 || text[hit.index - 1] === '\n';
    const follows = n === 1 || (previous > 0 && (n === previous + 1 || n === previous + 2));
    if (!follows && !(lineStart && n < 200)) continue;
    last[rank] = n;
    // A new series of the outer kind lets the inner ones begin again; 1. may run on from chapter to chapter.
    if (n === 1)
      for (let r = rank + 1; r < KINDS.length; r++) if (r !== RANK.digit && r !== RANK.cnBracket) last[r] = 0;
    found.push({ rank, n, at: hit.index, after: hit.index + hit[0].length });
  }
  return found;
}

function begins(
  text: string,
  at: number,
  kind: keyof typeof RANK,
  n: number,
  previous: number,
  found: readonly Marker[],
): boolean {
  const before = at === 0 ? '\n' : text[at - 1]!;
  const inline = kind === 'is' || kind === 'ordinal' || kind === 'circled';
  if (inline && LIGHT_BREAK.includes(before)) return true;
  if (inline && /[统唯专同单划万合归]/u.test(before)) return false;
  if (BREAK.includes(before)) return true;
  // Right after the heading of the level above, which has no stop of its own.
  const next = previous > 0 && n === previous + 1;
  // （二） after a torn line: nothing else looks like the next of its series.
  if (kind === 'cnBracket' && next && !/[第（到至和、款条项]/u.test(before)) return true;
  const above = found.at(-1);
  if ((n !== 1 && !next) || above === undefined || above.rank >= RANK[kind] || at - above.after > LONGEST_HEADING)
    return false;
  return at > above.after && !/[。；\n]/u.test(text.slice(above.after, at));
}
