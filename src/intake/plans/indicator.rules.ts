import { findQuantities } from '../minutes/quantities.rules.ts';
import { measureOf } from './measure.rules.ts';
import { bareName, indicatorIn, placed, verbOf, type ReadIndicator } from './naming.rules.ts';
import { CLAUSES, partOfYear, withoutYear } from './period.rules.ts';
import { quartersIn, type QuarterSaid } from './quarters.rules.ts';
import { goesOn, shareIn, wholeOf, type Share } from './share.rules.ts';

/**
 * What is said of a part of an indicator, and is none of its own: of a part of the year, with what it says of quarters; or of what belongs to
 * it (其中制造业5家), a `share`. `of`: the indicator whose it is; null where none stands before it.
 */
export type SaidOfPart = {
  readonly of: ReadIndicator | null;
  readonly words: string;
  readonly quarters: readonly QuarterSaid[];
  readonly share: boolean;
};

/** What a sentence says besides an indicator that it names, clause by clause as printed: 6月底前开工, 力争达到600个. */
type Besides = { readonly of: ReadIndicator; readonly words: string };

/**
 * What a stretch says: its indicators; of each the clause that it was read from; the sentences that hold none; what is said of parts of them, and
 * what besides. Every word of the stretch is in one of these, or nobody would know that it was there.
 */
type Indicators = {
  readonly indicators: ReadIndicator[];
  readonly printed: ReadonlyMap<ReadIndicator, string>;
  readonly rest: string;
  readonly parts: SaidOfPart[];
  readonly besides: Besides[];
};

/** The indicators of a stretch, sentence by sentence; `before`: those of the same passage that stand before it. Pure. */
export function indicatorsOf(stretch: string, before: readonly ReadIndicator[] = []): Indicators {
  const all: Indicators[] = [];
  for (const sentence of stretch.split(/(?<=[。；\n])/u))
    all.push(inSentence(sentence, [...before, ...all.flatMap(({ indicators }) => indicators)]));
  return {
    indicators: all.flatMap(({ indicators }) => indicators),
    printed: new Map(all.flatMap(({ printed }) => [...printed])),
    rest: all.map(({ rest }) => rest).join(''),
    parts: all.flatMap(({ parts }) => parts),
    besides: all.flatMap(({ besides }) => besides),
  };
}

/** By the place of the indicator behind which something is said; -1 before the first of the sentence. */
type Loose = { readonly at: number; readonly words: string };

function inSentence(sentence: string, before: readonly ReadIndicator[]): Indicators {
  const indicators: ReadIndicator[] = [];
  // Of each indicator, the number of the clause that it stands in, and that clause.
  const clauses: { readonly n: number; readonly words: string }[] = [];
  const loose: Loose[] = [];
  const said: (Loose & { readonly quarters: QuarterSaid[] })[] = [];
  const shares: { of: ReadIndicator; words: string }[] = [];
  let named: string | null = null;
  // What the sentence speaks of; and 一季度，新增3家: a period that stands alone is that of the clauses behind it. Either is told if nothing uses it.
  let subject: Waiting = NONE;
  let within: Waiting = NONE;
  let found = false;
  let share: Share | null = null;
  const here = () => indicators.length - 1;
  const drop = ({ words, used, at }: Waiting) => {
    if (words && !used) loose.push({ at, words });
  };
  for (const [n, piece] of clausesOf(sentence).entries()) {
    const words = piece.trim();
    const year = withoutYear(piece);
    const ownPart = partOfYear(piece);
    const part = ownPart ?? (within.words && year === piece ? partOfYear(`${within.words}${piece}`) : null);
    // 全年2.3万人: the year is no name, and a number behind it no quantity to whoever reads deadlines.
    const clause = part?.rest ?? (year.length < piece.length && /^\d/u.test(year) ? year : piece);
    const quantities = findQuantities(clause, []);
    const sizes = quantities.map(measureOf);
    const whole = wholeOf(indicators.length > 0 ? indicators : before.slice(-1), sizes);
    const begun = whole && part === null ? shareIn(piece, sizes, whole) : null;
    const on: Share | null = begun ?? (share && part === null ? goesOn(share, piece, sizes) : null);
    if (on) {
      found = true;
      share = on;
      shares.push({ of: begun ? whole! : shares.at(-1)!.of, words });
      continue;
    }
    share = null;
    if (quantities.length === 0) {
      if (part && BARE.test(clause)) {
        drop(within);
        within = { words, used: false, at: here() };
      } else {
        drop(subject);
        subject = { words, used: false, at: here() };
      }
      continue;
    }
    found = true;
    const first = placed(clause, quantities)[0]!;
    const about = bareName(first);
    if (part && (part.sure || about === '' || isSaid(about, [...before, ...indicators]))) {
      if (!ownPart) within = { ...within, used: true };
      const all = ownPart ? words : `${within.words}${words}`;
      const quarters = quartersIn(part.head, all, quantities.length);
      said.push({
        at: here(),
        words: all,
        quarters: quarters.map((one, i) => ({
          ...one,
          quantity: sizes[i]!.value,
          in: sizes[i]!.unit,
          word: quantities[i]!.unit,
        })),
      });
      continue;
    }
    const whose = part ? piece : clause;
    const verb = verbOf(first);
    for (const one of placed(whose, quantities)) {
      const read = indicatorIn(whose, one, { subject: subject.words, named, verb });
      const last = indicators.at(-1);
      // 力争600个 behind 不少于500个 is what is hoped for of the same: one indicator, to be looked at.
      if (last && named !== null && last.in === read.indicator.in && isHoped(whose, one.quantity.text)) {
        const marked = { ...last, about: true };
        indicators[here()] = marked;
        for (const each of shares) if (each.of === last) each.of = marked;
        loose.push({ at: here(), words });
        continue;
      }
      if (read.bySubject) subject = { ...subject, used: true };
      named = read.indicator.text;
      indicators.push(read.indicator);
      clauses.push({ n, words });
    }
  }
  drop(within);
  drop(subject);
  if (!found) return { indicators, printed: new Map(), rest: sentence.trim(), parts: [], besides: [] };
  return { indicators, ...settled({ indicators, clauses, loose, said, shares, before }) };
}

type Waiting = { readonly words: string; readonly used: boolean; readonly at: number };
const NONE: Waiting = { words: '', used: false, at: -1 };

type Read = {
  readonly indicators: readonly ReadIndicator[];
  readonly clauses: readonly { readonly n: number; readonly words: string }[];
  readonly loose: readonly Loose[];
  readonly said: readonly (Loose & { readonly quarters: QuarterSaid[] })[];
  readonly shares: readonly { readonly of: ReadIndicator; readonly words: string }[];
  readonly before: readonly ReadIndicator[];
};

/** Whose the words of a sentence are that name no indicator: of what stands before them in the sentence, or of what it begins with. */
function settled({ indicators, clauses, loose, said, shares, before }: Read): Omit<Indicators, 'indicators'> {
  const parts: SaidOfPart[] = [];
  const whose = indicators[0] ?? before.at(-1) ?? null;
  for (const [at, those] of Map.groupBy(said, (one) => one.at)) {
    const words = those.map((one) => one.words).join('，');
    parts.push({ of: indicators[at] ?? whose, words, quarters: those.flatMap((one) => one.quarters), share: false });
  }
  for (const [of, those] of Map.groupBy(shares, (one) => one.of))
    parts.push({ of, words: those.map((one) => one.words).join('，'), quarters: [], share: true });
  const besides: Besides[] = [];
  const rest: string[] = [];
  for (const [at, those] of Map.groupBy(loose, (one) => one.at)) {
    const words = those.map((one) => one.words).join('，');
    // Of all that one clause counts: 改造老旧小区36个、1.2万户，6月底前开工.
    const n = clauses[Math.max(at, 0)]?.n;
    const of = n === undefined ? [whose] : indicators.filter((_, i) => clauses[i]!.n === n);
    for (const one of of) if (one) besides.push({ of: one, words });
    if (of.every((one) => one === null)) rest.push(`${words}。`);
  }
  return {
    printed: new Map(indicators.map((one, i) => [one, clauses[i]!.words])),
    rest: rest.join(''),
    parts,
    besides,
  };
}

/** The clauses of a sentence; 其中，制造业5家 is one. */
const clausesOf = (sentence: string): string[] =>
  sentence
    .replace(/其中[，,]/gu, '其中：')
    .split(CLAUSES)
    .filter((one) => /[\p{L}\p{N}]/u.test(one));

const BARE = /^[\s：:]*$/u;
const isSaid = (name: string, before: readonly ReadIndicator[]): boolean =>
  before.some(({ text }) => text.includes(name));

/** A clause that says how much is hoped for, and nothing of what. */
const HOPED = /^\s*(?:力争|争取|冲刺)(?:达到|完成|实现|突破|超过|到)?(?:以上|左右)?\s*$/u;
const isHoped = (clause: string, quantity: string): boolean => HOPED.test(clause.replace(quantity, ''));
