import { DECIMAL, MEASURES, type Measure } from '../../kernel/index.ts';
import type { ReadQuantity } from '../minutes/contract.ts';
import { findQuantities } from '../minutes/quantities.rules.ts';

/** An indicator as a clause says it: its name, how much, in which unit (null: none that we know), and whether the text gives an estimate. */
export type ReadIndicator = {
  readonly text: string;
  readonly quantity: string | null;
  readonly in: Measure | null;
  readonly sense: 'least' | 'most';
  readonly about: boolean;
};

/** The indicators of a stretch, clause by clause, and the sentences that hold none. */
export function indicatorsOf(stretch: string): { indicators: ReadIndicator[]; rest: string } {
  const indicators: ReadIndicator[] = [];
  const rest: string[] = [];
  for (const sentence of stretch.split(/(?<=[。；\n])/u)) {
    let subject = '';
    let named: string | null = null;
    let found = false;
    for (const clause of sentence.split(/[，,。；\n]/u)) {
      const quantities = findQuantities(clause, []);
      for (const quantity of quantities) {
        found = true;
        const read = indicatorIn(clause, quantity, { subject, named });
        const last = indicators.at(-1);
        // 力争600个 behind 不少于500个 is what is hoped for of the same: one indicator, to be looked at.
        if (last && named !== null && last.in === read.in && HOPED.test(clause.replace(quantity.text, ''))) {
          indicators[indicators.length - 1] = { ...last, about: true };
          continue;
        }
        named = read.text;
        indicators.push(read);
      }
      if (quantities.length === 0) subject = clause.trim() || subject;
    }
    if (!found && sentence.trim()) rest.push(sentence.trim());
  }
  return { indicators, rest: rest.join('') };
}

const BOUND = /(?:力争|确保|不少于|不低于|至少|不超过|不高于|控制在|控制到|达到|超过|突破|约|近|完成|为|至|到|在)+$/u;

/** A clause that says how much is hoped for, and nothing of what. */
const HOPED = /^\s*(?:力争|争取|冲刺)(?:达到|完成|实现|突破|超过|到)?(?:以上|左右)?\s*$/u;

/** What says how something moves, and nothing of what. */
const MOVES =
  /^(?:同比|比上年|较上年|年均|平均)?(?:增长|增速|增幅|增加|增至|提高|提升|上升|下降|降低|降幅|降至|减少|压减|占比|比重)$/u;
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
