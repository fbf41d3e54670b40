import type { MatchReason, Unit, UnitMatch } from '../contract.ts';
import { groupOf, nearTo, partsOf, type NameParts } from './unit-name.rules.ts';

/** Finds the units that printed names mean; made once for many names by {@link unitMatcher}. */
export type UnitMatcher = (printed: string) => UnitMatch;

/** Below this nothing is offered: a list of unlikely units is worse than none. */
const LEAST_SCORE = 0.45;
const MOST_OFFERED = 5;

type Known = { readonly unit: Unit; readonly names: readonly NameParts[] };
type Offer = { readonly unit: string; readonly score: number; readonly reason: MatchReason };

/**
 * Makes a matcher over the units of a city (`city` with its level, 云州市). Retired units are never found. A name is *exact* when
 * exactly one unit bears it, or bears it with its level or usual abbreviation written otherwise; a name of another level
 * (省发改委 in a city) is at most likely. Groups are recognised as groups. Everything else is offered by likeness, with a score
 * from 0 to 1 and the reason, or is unknown; no unit is ever made up.
 */
export function unitMatcher(units: Iterable<Unit>, city: string): UnitMatcher {
  const known: Known[] = [];
  for (const unit of units) {
    if (unit.retiredAt !== null) continue;
    const names = [unit.name, ...(unit.shortName === null ? [] : [unit.shortName]), ...unit.aliases];
    known.push({ unit, names: names.map((name) => partsOf(name, city)) });
  }
  return (printed) => match(partsOf(printed, city), printed, known);
}

function match(name: NameParts, printed: string, known: readonly Known[]): UnitMatch {
  if (name.core === '') return { kind: 'unknown' };
  const bearers = [
    known.filter(({ names }) => names.some((own) => own.text === name.text)),
    known.filter(({ names }) => names.some((own) => sameLevel(own, name) && own.written === name.written)),
    known.filter(({ names }) => names.some((own) => sameLevel(own, name) && own.core === name.core)),
  ].find((some) => some.length > 0);
  if (bearers?.length === 1) return { kind: 'exact', unit: bearers[0]!.unit.id };
  const group = groupOf(printed);
  if (group && !bearers) return { kind: 'group', group };
  const offers = known.map((each) => bestOffer(name, each)).filter((offer) => offer.score >= LEAST_SCORE);
  if (offers.length === 0) return { kind: 'unknown' };
  // Stable: what is equally likely stays in the order of protocol.
  return { kind: 'likely', units: offers.sort((a, b) => b.score - a.score).slice(0, MOST_OFFERED) };
}

/** An unsaid level is the city's own. */
const sameLevel = (a: NameParts, b: NameParts): boolean => (a.level === 'other') === (b.level === 'other');

function bestOffer(name: NameParts, { unit, names }: Known): Offer {
  const offers = names.map((own) => likeness(name, own));
  return { unit: unit.id, ...offers.reduce((best, offer) => (offer.score > best.score ? offer : best)) };
}

function likeness(name: NameParts, own: NameParts): Omit<Offer, 'unit'> {
  const other = sameLevel(name, own) ? 1 : 0.75;
  if (own.core === name.core) return { score: rounded(0.95 * other), reason: 'core' };
  if (nearTo(name.written).includes(own.core)) return { score: rounded(0.8 * other), reason: 'core' };
  // 松岭区公安局 is no unit of the city; whoever answers for it sits in 松岭区.
  if (/[县市区]$/.test(own.core) && name.written.startsWith(own.core)) return { score: 0.7, reason: 'core' };
  const abbreviated = Math.max(abbreviation(name.written, own.written), abbreviation(own.written, name.written));
  const similar = similarity(name.written, own.written);
  return abbreviated > similar
    ? { score: rounded(abbreviated * other), reason: 'abbreviation' }
    : { score: rounded(similar * other), reason: 'similar' };
}

/**
 * How well one name is an abbreviation of another: it takes its characters from the other in their order, the first and the
 * last among them, as 文广旅局 does from 文化广电旅游局. The more of the other it keeps, the surer.
 */
function abbreviation(short: string, long: string): number {
  if (short.length < 3 || short.length >= long.length || short[0] !== long[0] || short.at(-1) !== long.at(-1)) return 0;
  return commonSubsequence(short, long) === short.length ? 0.65 + 0.3 * (short.length / long.length) : 0;
}

/**
 * Likeness of two names by their shared neighbouring characters (Dice) and their longest common subsequence, in halves. The
 * last character says what sort of body it is (局, 委, 办, 公司): where it differs the rest must carry more.
 */
function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  const score = (dice(stem(a), stem(b)) + commonSubsequence(a, b) / longest) / 2;
  return a.at(-1) === b.at(-1) ? score : score * 0.8;
}

/** Without its last character, which half the directory shares. */
const stem = (name: string): string => (name.length > 2 ? name.slice(0, -1) : name);

function dice(a: string, b: string): number {
  const [x, y] = [pairs(a), pairs(b)];
  const total = x.length + y.length;
  const pool = [...y];
  const shared = x.filter((pair) => {
    const at = pool.indexOf(pair);
    if (at >= 0) pool.splice(at, 1);
    return at >= 0;
  });
  return total === 0 ? Number(a === b) : (2 * shared.length) / total;
}

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

function commonSubsequence(a: string, b: string): number {
  let row = new Uint8Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint8Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      next[j] = a[i - 1] === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!);
    row = next;
  }
  return row[b.length]!;
}

const rounded = (score: number): number => Math.round(score * 100) / 100;
