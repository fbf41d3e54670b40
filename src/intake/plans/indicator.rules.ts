import { DECIMAL, MEASURES, type Measure } from '../../kernel/index.ts';
import type { ReadQuantity } from '../minutes/contract.ts';
import { findQuantities } from '../minutes/quantities.rules.ts';
import { CLAUSES, partOfYear, withoutYear } from './period.rules.ts';
import { quartersIn, type QuarterSaid } from './quarters.rules.ts';
import { goesOn, shareIn, wholeOf, type Share } from './share.rules.ts';

/** An indicator as a clause says it: its name, how much, in which unit (null: none that we know), and whether the text gives an estimate. */
export type ReadIndicator = {
  readonly text: string;
  readonly quantity: string | null;
  readonly in: Measure | null;
  readonly sense: 'least' | 'most';
  readonly about: boolean;
};

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

/** What a stretch says: its indicators, the sentences that hold none, and what is said of parts of them. */
type Indicators = { readonly indicators: ReadIndicator[]; readonly rest: string; readonly parts: SaidOfPart[] };

/** The indicators of a stretch, clause by clause; `before`: those of the same passage that stand before it. Pure. */
export function indicatorsOf(stretch: string, before: readonly ReadIndicator[] = []): Indicators {
  const indicators: ReadIndicator[] = [];
  const rest: string[] = [];
  const parts: SaidOfPart[] = [];
  for (const sentence of stretch.split(/(?<=[。；\n])/u)) {
    let subject = '';
    let named: string | null = null;
    let found = false;
    // 一季度，新增3家: a period that stands alone is that of the clauses behind it.
    let within = '';
    const first = indicators.length;
    // By the place of the indicator behind which it is said; -1 before the first of the sentence.
    const said: { at: number; words: string; quarters: QuarterSaid[] }[] = [];
    const shares: { of: ReadIndicator; words: string }[] = [];
    let share: Share | null = null;
    const note = (words: string, quarters: QuarterSaid[]) =>
      said.push({ at: indicators.length > first ? indicators.length - 1 : -1, words, quarters });
    for (const piece of clausesOf(sentence)) {
      const year = withoutYear(piece);
      const part = partOfYear(piece) ?? (within && year === piece ? partOfYear(`${within}${piece}`) : null);
      // 全年2.3万人: the year is no name, and a number behind it no quantity to whoever reads deadlines.
      const clause = part?.rest ?? (year.length < piece.length && /^\d/u.test(year) ? year : piece);
      const quantities = findQuantities(clause, []);
      const sizes = quantities.map(measureOf);
      const own = indicators.slice(first);
      const whole = wholeOf(own.length > 0 ? own : [...before, ...indicators].slice(-1), sizes);
      const begun = whole && part === null ? shareIn(piece, sizes, whole) : null;
      const on: Share | null = begun ?? (share && part === null ? goesOn(share, piece, sizes) : null);
      if (on) {
        found = true;
        share = on;
        shares.push({ of: begun ? whole! : shares.at(-1)!.of, words: piece.trim() });
        continue;
      }
      share = null;
      if (quantities.length === 0) {
        if (part && BARE.test(clause)) within = piece.trim();
        else subject = piece.trim();
        continue;
      }
      found = true;
      const about = bareName(clause, quantities[0]!);
      if (part && (part.sure || about === '' || isSaid(about, [...before, ...indicators]))) {
        const words = piece.startsWith(part.head) ? piece.trim() : `${within}${piece.trim()}`;
        const quarters = quartersIn(part.head, words, quantities.length);
        note(
          words,
          quarters.map((one, i) => ({ ...one, quantity: sizes[i]!.value, in: sizes[i]!.unit })),
        );
        continue;
      }
      for (const quantity of quantities) {
        const read = indicatorIn(part ? piece : clause, quantity, { subject, named });
        const last = indicators.at(-1);
        // 力争600个 behind 不少于500个 is what is hoped for of the same: one indicator, to be looked at.
        if (last && named !== null && last.in === read.in && HOPED.test(clause.replace(quantity.text, ''))) {
          const about = { ...last, about: true };
          indicators[indicators.length - 1] = about;
          for (const one of shares) if (one.of === last) one.of = about;
          continue;
        }
        named = read.text;
        indicators.push(read);
      }
    }
    // Whose parts they are: of what stands before them in the sentence, or of what it begins with.
    const whose = indicators[first] ?? indicators.at(-1) ?? before.at(-1) ?? null;
    for (const [at, those] of Map.groupBy(said, (one) => one.at)) {
      const of = indicators[at] ?? whose;
      const words = those.map((one) => one.words).join('，');
      parts.push({ of, words, quarters: those.flatMap((one) => one.quarters), share: false });
    }
    for (const [of, those] of Map.groupBy(shares, (one) => one.of))
      parts.push({ of, words: those.map((one) => one.words).join('，'), quarters: [], share: true });
    if (!found && sentence.trim()) rest.push(sentence.trim());
  }
  return { indicators, rest: rest.join(''), parts };
}

/** The clauses of a sentence; 其中，制造业5家 is one. */
const clausesOf = (sentence: string): string[] =>
  sentence
    .replace(/其中[，,]/gu, '其中：')
    .split(CLAUSES)
    .filter((one) => one.trim());

const BARE = /^[\s：:]*$/u;
const isSaid = (name: string, before: readonly ReadIndicator[]): boolean =>
  before.some(({ text }) => text.includes(name));

/** What a clause names besides how much it is and how it moves; '' where it is nothing. */
function bareName(clause: string, quantity: ReadQuantity): string {
  const at = clause.indexOf(quantity.text);
  const ahead = clause.slice(0, at).trim().replace(BOUND, '').replace(GAINS, '');
  const after = clause.slice(at + quantity.text.length).replace(/^(?:以上|以内|以下|左右|及以上)|[）)\s]/gu, '');
  return `${ahead}${after.length > 1 ? after : ''}`;
}

const BOUND = /(?:力争|确保|不少于|不低于|至少|不超过|不高于|控制在|控制到|达到|超过|突破|约|近|完成|为|至|到|在)+$/u;

/** A clause that says how much is hoped for, and nothing of what. */
const HOPED = /^\s*(?:力争|争取|冲刺)(?:达到|完成|实现|突破|超过|到)?(?:以上|左右)?\s*$/u;

/** What says how something moves, and nothing of what. */
const MOVES =
  /^(?:同比|比上年|较上年|年均|平均)?(?:增长|增速|增幅|增加|增至|提高|提升|上升|下降|降低|降幅|降至|减少|压减|占比|比重)$/u;
const GAINS = /^(?:累计|合计|共计?|再|分别|各|净?新?增加?|完成|实现|达到?|力争|确保)+/u;
const DOING = /^(?:完成|实现|力争|确保|新增|推进|达到)+/u;

/**
 * What a clause says before its quantity is the indicator's name; where that is no more than a verb, what it speaks of stands before, in
 * the sentence or with the indicator before it: 完成固定资产投资580亿元，增长8%.
 */
function indicatorIn(
  clause: string,
  quantity: ReadQuantity,
  before: { readonly subject: string; readonly named: string | null },
): ReadIndicator {
  const subject = before.named === null ? before.subject : before.named.replace(DOING, '');
  const at = clause.indexOf(quantity.text);
  const ahead = clause.slice(0, at).trim().replace(BOUND, '').trim();
  const after = clause
    .slice(at + quantity.text.length)
    .replace(/^(?:以上|以内|以下|左右|及以上)/u, '')
    .trim();
  // 新增60家规模以上工业企业 names it behind the quantity.
  const name = after.length > 1 ? `${ahead}${after}` : ahead;
  const { value, unit } = measureOf(quantity);
  return {
    text: (name.length > 1 && !MOVES.test(name) ? name : `${subject}${name}`).replace(/^[、：:]/u, '') || clause.trim(),
    quantity: value,
    in: unit,
    sense: quantity.bound === 'at-most' ? 'most' : 'least',
    about: quantity.max !== undefined || quantity.bound === 'about',
  };
}

const SAME: Readonly<Record<string, Measure>> = {
  千米: '公里',
  千克: '公斤',
  名: '人',
  个百分点: '%',
  百分点: '%',
  宗: '件',
};

/** A quantity in one of our units, in the size in which the text says it: 5.2万人 stays so. */
function measureOf({ text, value, unit }: ReadQuantity): { value: string | null; unit: Measure | null } {
  const own = SAME[unit] ?? unit;
  for (const [size, by] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const larger = `${size}${own}`;
    if (text.includes(size) && isMeasure(larger)) return { value: decimal(value / by), unit: larger };
  }
  return { value: decimal(value), unit: isMeasure(own) ? own : null };
}

const isMeasure = (text: string): text is Measure => (MEASURES as readonly string[]).includes(text);

function decimal(n: number): string | null {
  const text = String(Number(n.toFixed(6)));
  return DECIMAL.test(text) ? text : null;
}
