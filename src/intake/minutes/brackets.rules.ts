import { readAssignment, type Assignment } from './assignment.rules.ts';
import { looksLikeUnit, splitUnits } from './units.rules.ts';

/**
 * A place where a text assigns: a bracket, a line of labels (责任单位：…), or a sentence (此项工作由…负责).
 * `covers` is how many items before it the sentence speaks of (此三项工作).
 */
export type Place = {
  readonly start: number;
  readonly end: number;
  readonly inside: string;
  readonly covers: number;
  readonly kind: 'bracket' | 'line' | 'sentence';
};
export type Assigned = Place & { readonly assignment: Assignment };

const BRACKETS = /[（(〔[【）)〕\]】\n]/gu;
const OPEN = '（(〔[【';
/** No bracket that assigns is longer; real ones with twenty units have about 300 characters. */
const LONGEST = 1200;
/** How many brackets may stand open; what was opened before and never closed is given up. */
const DEEPEST = 64;

/** The outermost pairs of brackets, in order. One pass; an opening sign that never closes hides nothing. */
export function outermostBrackets(text: string): { start: number; end: number }[] {
  const open: number[] = [];
  const pairs: { start: number; end: number }[] = [];
  for (const { 0: c, index: i } of text.matchAll(BRACKETS)) {
    if (c === '\n') open.length = 0;
    else if (OPEN.includes(c)) {
      if (open.length === DEEPEST) open.shift();
      open.push(i);
    } else if (open.length > 0) {
      const start = open.pop()!;
      while (pairs.length > 0 && pairs.at(-1)!.start > start) pairs.pop();
      if (i - start <= LONGEST) pairs.push({ start, end: i + 1 });
    }
  }
  return pairs;
}

const MAY_ASSIGN = /负责|牵头|责任|配合|参加|参与|落实|会同|主办|协办|承办|时限|时间[：:]|单位[：:]|部门[：:]/u;
const LABEL_LINE =
  /(?<=^|[\n。；！？”])[ \t]*(?=(?:牵头|责任|配合|协办|主办|承办|参与|落实|实施)(?:单位|部门|领导|处室|科室|主体|市领导)[：:]|责任人[：:]|(?:完成|办理|办结|整改)(?:时限|期限|时间)[：:])[^。\n]{2,400}/gmu;
const SENTENCE =
  /(?:此|本|该|上述|以上|前述)(?:(?<n>[一两二三四五六七八九十])?项|些|几项)?(?:重点)?(?:工作|任务|事项)[，,]?(?:具体)?(?=由|责任单位|牵头单位)(?<inside>[^。\n]{3,240})[。\n]?/gu;
const NUMBERS = '零一二三四五六七八九十';

const isListOfUnits = (inside: string): boolean =>
  inside.length <= 300 &&
  splitUnits(inside.replace(/\s/gu, '')).units.every((u) => /^[省市县区国中全各]/u.test(u) && looksLikeUnit(u));

/** Every place of a text that may assign; {@link assignedPlaces} says which do. */
export function places(text: string): Place[] {
  const found: Place[] = [];
  for (const { start, end } of outermostBrackets(text)) {
    const inside = text.slice(start + 1, end - 1);
    if (MAY_ASSIGN.test(inside)) found.push({ start, end, inside, covers: 1, kind: 'bracket' });
    // Names alone assign where they close a sentence: ….（市教育局、市财政局）
    else if (/[。；]/u.test(text.slice(start - 1, start)) && isListOfUnits(inside))
      found.push({ start, end, inside: `${inside}负责`, covers: 1, kind: 'bracket' });
  }
  for (const hit of text.matchAll(SENTENCE)) {
    const n = hit.groups!['n'];
    const covers = n === undefined ? 1 : n === '两' ? 2 : NUMBERS.indexOf(n);
    found.push({
      start: hit.index,
      end: hit.index + hit[0].length,
      inside: hit.groups!['inside']!,
      covers,
      kind: 'sentence',
    });
  }
  for (const hit of text.matchAll(LABEL_LINE))
    found.push({ start: hit.index, end: hit.index + hit[0].length, inside: hit[0].trim(), covers: 1, kind: 'line' });
  return joinLines(withoutOverlaps(found), text);
}

function withoutOverlaps(found: Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (kept.length === 0 || place.start >= kept.at(-1)!.end) kept.push(place);
  return kept;
}

/** Lines of labels that follow each other are one place: 牵头单位：… / 配合单位：… / 完成时限：…. */
function joinLines(found: Place[], text: string): Place[] {
  const joined: Place[] = [];
  for (const place of found) {
    const last = joined.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, place.start);
    if (last !== undefined && last.kind === 'line' && place.kind === 'line' && /^[\s。；]*$/u.test(between))
      joined[joined.length - 1] = {
        ...last,
        end: place.end,
        inside: `${last.inside.replace(/[。；]$/u, '')}；${place.inside}`,
      };
    else joined.push(place);
  }
  return joined;
}

/** The places that do assign, read. `firstLeads` as in {@link readAssignment}, by position. */
export function assignedPlaces(text: string, firstLeadsAt: (position: number) => boolean): Assigned[] {
  const read: Assigned[] = [];
  for (const place of places(text)) {
    const assignment = readAssignment(place.inside, firstLeadsAt(place.start));
    if (assignment !== null) read.push({ ...place, assignment });
  }
  return read;
}
